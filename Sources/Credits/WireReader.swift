package import Articles
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

/// What in a text shows that an agency supplied it.
///
/// A mention in running text ("told Reuters") is no evidence.
package enum WireEvidenceKind: String, Sendable, Hashable, CaseIterable {
  /// "PARIS, Jan 8 (Reuters) -"
  case dateline
  /// "By Jane Roe, Associated Press"
  case byline
  /// "(Reporting by Jane Roe; Editing by John Doe)", "Additional reporting by AFP"
  case reportingCredit = "reporting-credit"
  /// "AP and Reuters contributed to this report", "With inputs from PTI"
  case contribution
  /// "Copyright 2020 The Associated Press"
  case copyright
  /// "Source: ANI"
  case sourceLine = "source-line"
  /// "... he said. (AFP)" at the end of an article
  case signOff = "sign-off"
}

/// One place of a text that credits an agency.
package struct WireEvidence: Sendable, Hashable {
  /// ``Agency/id``, or the name itself when it is an outlet that stands beside agencies in a credit.
  package var agency: String
  /// The name to show.
  package var label: String
  package var kind: WireEvidenceKind
  /// The name and the words that make it a credit, as bytes of the text.
  package var range: ByteRange
  /// 0...1; below ``CreditTuning/credited`` it is a hint and no credit.
  package var confidence: Double

  package var isCredit: Bool { confidence >= CreditTuning.standard.credited }
}

/// Who supplied a text, as far as the text itself says.
package struct WireAttribution: Sendable, Hashable {
  /// In the order of the text.
  package var evidence: [WireEvidence] = []

  package init() {}

  /// Labels of the credited agencies in the order in which the text credits them, each once.
  package var wires: [String] { unique(\.label) }

  /// ``Agency/id`` of the credited agencies, in the same order.
  package var agencies: [String] { unique(\.agency) }

  package var isCredited: Bool { evidence.contains { $0.confidence >= CreditTuning.standard.credited } }

  /// Whether a credit is beyond doubt, see ``CreditTuning/sure``.
  package var isSure: Bool { evidence.contains { $0.confidence >= CreditTuning.standard.sure } }

  private func unique(_ key: KeyPath<WireEvidence, String>) -> [String] {
    var result: [String] = []
    for piece in evidence where piece.confidence >= CreditTuning.standard.credited && !result.contains(piece[keyPath: key]) {
      result.append(piece[keyPath: key])
    }
    return result
  }
}

/// Outlets that are no agencies but stand beside them in a credit: "AFP, Reuters and Harbour TV contributed".
struct OutletNames: Sendable {
  /// Capitalised names of two to four words in the sentence of a contribution credit that hold a word of outlets.
  func find(in segment: CreditSegment, around credit: Range<Int>, _ vocabulary: CreditVocabulary) -> [Range<Int>] {
    let low = segment.sentenceStart(credit.lowerBound)
    let high = segment.sentenceEnd(credit.lowerBound)
    var result: [Range<Int>] = []
    var start = low
    for i in low...max(low, high) {
      if let token = segment.token(i), i < high, token.kind == .word, token.isCapital, !vocabulary.has(.and, token),
        !vocabulary.has(.particle, token), !vocabulary.has(.filler, token) || vocabulary.has(.outlet, token)
      {
        continue
      }
      if (2...4).contains(i - start), segment.token(i)?.mark != "'",
        segment.tokens[start..<i].contains(where: { vocabulary.has(.outlet, $0) })
      {
        result.append(start..<i)
      }
      start = i + 1
    }
    return result
  }
}
