internal import Text
internal import Articles
internal import Resources

/// Reads from an article's own words which agencies supplied it.
///
/// Every agency name of the text is looked at in its line: a dateline, byline, credit, copyright or source line makes it
/// evidence; anything else is a mention. Build it once; it is a value without state. Linear in the text; of a text that names
/// agencies more than 400 times only the first 100 and the last 300 names are looked at.
package struct WireReader: Sendable {
  private let list: AgencyList
  private let mentions: AgencyMentions
  private let vocabulary: CreditVocabulary
  private let outlets = OutletNames()

  /// The ways in which a name can be a credit; the first that answers counts.
  static let patterns: [any CreditPattern] = [
    DatelinePattern(), ContributionPattern(), ReportingPattern(), SourceLinePattern(), CopyrightPattern(), SignOffPattern(),
    BylinePattern(),
  ]

  /// The reader over the program's own lists.
  package init() {
    list = AgencyList(rows: Resource.rows("agencies.tsv"))
    mentions = AgencyMentions(list)
    vocabulary = CreditVocabulary(
      phraseRows: Resource.rows("credit_phrases.tsv"), monthRows: Resource.rows("months.tsv"),
      weekdayRows: Resource.rows("weekdays.tsv"))
  }

  /// The agencies that the reader knows, in the order of the list.
  package var agencies: [Agency] { list.agencies }

  /// Who supplied `text`, as far as it says so.
  package func attribution(of text: Span<UInt8>) -> WireAttribution {
    let lines = CreditLines(text)
    var found = mentions.find(in: text)
    if found.count > 400 { found.removeSubrange(100..<found.count - 300) }
    var result = WireAttribution()
    for segment in lines.segments(text, found, vocabulary) { read(text, segment, into: &result) }
    readUnnamed(text, lines, into: &result)
    result.evidence.sort { ($0.range.start, $0.range.end, $0.agency) < ($1.range.start, $1.range.end, $1.agency) }
    return result
  }

  private func read(_ text: Span<UInt8>, _ segment: CreditSegment, into result: inout WireAttribution) {
    var contribution: Range<Int>?
    for (place, token) in segment.tokens.enumerated() {
      guard let index = token.agency else { continue }
      let agency = list.agencies[index]
      for pattern in Self.patterns {
        guard let credit = pattern.credit(place, in: segment, vocabulary, agency) else { continue }
        result.add(agency.id, agency.label, pattern.kind, segment.bytes(credit.range), credit.confidence)
        if pattern.kind == .contribution { contribution = credit.range }
        break
      }
    }
    guard let contribution else { return }
    for outlet in outlets.find(in: segment, around: contribution, vocabulary) {
      let bytes = segment.bytes(outlet)
      let name = text.string(bytes)
      result.add(name, name, .contribution, bytes, 0.8)
    }
  }

  /// Evidence that does without a name: the block of reporters and editors, the dateline of several cities.
  private func readUnnamed(_ text: Span<UInt8>, _ lines: CreditLines, into result: inout WireAttribution) {
    guard let reuters = list.reuters, !result.isCredited else { return }
    let agency = list.agencies[reuters]
    for segment in lines.blocks(text, vocabulary) {
      guard let credit = ReportingBlock().credit(in: segment, vocabulary) else { continue }
      result.add(agency.id, agency.label, .reportingCredit, segment.bytes(credit.range), credit.confidence)
    }
    let dateline = MultiCityDateline()
    for segment in lines.heads(text, vocabulary) {
      guard let range = dateline.find(in: segment) else { continue }
      result.add(agency.id, agency.label, .dateline, segment.bytes(range), dateline.confidence)
    }
  }
}

extension WireAttribution {
  fileprivate mutating func add(
    _ agency: String, _ label: String, _ kind: WireEvidenceKind, _ range: Range<Int>, _ confidence: Double
  ) {
    let piece = WireEvidence(
      agency: agency, label: label, kind: kind, range: ByteRange(range.lowerBound, range.upperBound), confidence: confidence)
    if !evidence.contains(piece) { evidence.append(piece) }
  }
}

extension CreditSegment {
  /// The bytes of the text under a range of tokens.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
  }
}
