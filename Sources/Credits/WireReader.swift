internal import Articles
internal import Resources
package import Text

/// Reads from an article's own words which agencies supplied it.
///
/// Every agency name of the text is looked at in its line: a dateline, byline, credit, copyright or source line makes it
/// evidence; anything else is a mention. Build it once; it is a value without state. Linear in the text; of a text that names
/// agencies very often only the first and the last names are looked at, see ``CreditTuning``.
package struct WireReader: Sendable {
  private let list: AgencyList
  private let mentions: AgencyMentions
  private let vocabulary: CreditVocabulary
  private let outlets = OutletNames()
  private let tuning = CreditTuning.standard

  /// The ways in which a name can be a credit; the first that answers counts.
  static let patterns: [any CreditPattern] = [
    DatelinePattern(), ContributionPattern(), ReportingPattern(), SourceLinePattern(), CopyrightPattern(), SignOffPattern(),
    BylinePattern(), PageHeadPattern(),
  ]

  /// The reader over the program's own lists.
  package init() {
    list = .standard
    mentions = AgencyMentions(list)
    vocabulary = CreditVocabulary(
      phraseRows: Resource.rows("credit_phrases.tsv"), wordRows: Resource.rows("credit_words.tsv"),
      calendarRows: Resource.rows("months.tsv") + Resource.rows("weekdays.tsv"))
  }

  /// The agencies that the reader knows, in the order of the list.
  package var agencies: [Agency] { list.agencies }

  /// Who supplied the text, as far as it says so.
  package func attribution(of bytes: [UInt8]) -> WireAttribution { attribution(of: TokenText(bytes)) }

  /// Who supplied the text, as far as it says so.
  package func attribution(of text: TokenText) -> WireAttribution {
    let lines = CreditLines(text, vocabulary)
    var found = mentions.find(in: text)
    if found.count > tuning.firstMentions + tuning.lastMentions {
      found.removeSubrange(tuning.firstMentions..<found.count - tuning.lastMentions)
    }
    var result = WireAttribution()
    for segment in lines.segments(found) { read(text, segment, into: &result) }
    readUnnamed(lines, into: &result)
    // Agencies of one list keep its order.
    result.evidence = result.evidence.enumerated()
      .sorted { ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset) }.map(\.element)
    return result
  }

  private func read(_ text: TokenText, _ segment: CreditSegment, into result: inout WireAttribution) {
    for run in CreditRun.runs(in: segment, vocabulary) {
      for pattern in Self.patterns {
        guard let credit = pattern.credit(run, in: segment, vocabulary) else { continue }
        for place in run.agencies {
          guard let mention = segment.tokens[place].mention else { continue }
          // A newspaper in a list of agencies is a source, not the supplier.
          if mention.isPaper, pattern.kind == .signOff || pattern.kind == .sourceLine { continue }
          result.add(list.agencies[mention.agency], pattern.kind, segment.bytes(credit.range), credit.confidence)
        }
        if pattern.kind == .contribution {
          for outlet in outlets.find(in: segment, around: credit.range, vocabulary) {
            let bytes = segment.bytes(outlet)
            result.add(String(decoding: text.bytes[bytes], as: UTF8.self), bytes, tuning.names)
          }
        }
        break
      }
    }
  }

  /// Evidence that does without a name: the block of reporters and editors, the dateline of several cities.
  private func readUnnamed(_ lines: CreditLines, into result: inout WireAttribution) {
    guard let reuters = list.reuters, !result.isCredited else { return }
    for segment in lines.blocks() {
      guard let credit = ReportingBlock().credit(in: segment, vocabulary) else { continue }
      result.add(list.agencies[reuters], .reportingCredit, segment.bytes(credit.range), credit.confidence)
    }
    let dateline = MultiCityDateline()
    for segment in lines.heads() {
      guard let range = dateline.find(in: segment) else { continue }
      result.add(list.agencies[reuters], .dateline, segment.bytes(range), dateline.confidence)
    }
  }
}

extension WireAttribution {
  fileprivate mutating func add(_ agency: Agency, _ kind: WireEvidenceKind, _ range: Range<Int>, _ confidence: Double) {
    add(
      WireEvidence(
        agency: agency.id, label: agency.label, kind: kind, range: ByteRange(range.lowerBound, range.upperBound),
        confidence: confidence))
  }

  /// An outlet beside agencies.
  fileprivate mutating func add(_ outlet: String, _ range: Range<Int>, _ confidence: Double) {
    add(
      WireEvidence(
        agency: outlet, label: outlet, kind: .contribution, range: ByteRange(range.lowerBound, range.upperBound),
        confidence: confidence))
  }

  private mutating func add(_ piece: WireEvidence) {
    if !evidence.contains(piece) { evidence.append(piece) }
  }
}
