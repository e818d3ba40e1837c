/// A credit of reporting, writing, editing or translating that names the agency.
///
/// "Additional reporting by AFP", "(Editing by Jane Roe for dpa)", "Übersetzt von Jan Roe, dpa".
struct ReportingPattern: CreditPattern {
  let kind = WireEvidenceKind.reportingCredit

  func credit(_ run: CreditRun, in segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Credit? {
    let start = segment.sentenceStart(run.range.lowerBound)
    for phrase in segment.phrases where phrase.kind == .reporting || phrase.kind == .translated {
      guard phrase.range.upperBound <= run.range.lowerBound, phrase.range.lowerBound >= start,
        run.range.lowerBound - phrase.range.upperBound <= 40, Self.opens(phrase, segment, vocabulary),
        isPlain(phrase.range.upperBound..<run.range.lowerBound, segment, vocabulary)
      else { continue }
      return Credit(confidence: CreditTuning.standard.inputs, range: phrase.range.lowerBound..<run.range.upperBound)
    }
    return nil
  }

  /// Whether the phrase begins a line, a bracket or a sentence, or follows another credit.
  static func opens(_ phrase: CreditVocabulary.Occurrence, _ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Bool {
    let first = phrase.range.lowerBound
    guard let before = segment.token(first - 1) else { return segment.startsLine }
    if before.isMark(["(", "[", ";", "|", "*", "/", "_"]) || before.isMark(CreditSegment.dashes) { return true }
    if segment.endsSentence(first - 1), segment.tokens[first].isCapital || segment.tokens[first].isCaseless { return true }
    return vocabulary.has(.with, before) && (before.isCapital || first < 2)
  }

  /// Whether nothing but names and the words of credits stands in between.
  private func isPlain(_ range: Range<Int>, _ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Bool {
    segment.tokens[range].indices.allSatisfy { place in
      let token = segment.tokens[place]
      guard case .word = token.kind else { return true }
      return token.isCapital || vocabulary.has(.filler, token) || vocabulary.has(.byline, token)
        || vocabulary.has(.particle, token)
        || segment.phrases.contains { $0.kind == .reporting && $0.range.contains(place) }
    }
  }
}

/// "(Reporting by Jane Roe in Lima; Editing by John Doe)" without an agency's name: the form in which Reuters ends its stories.
struct ReportingBlock: Sendable {
  private let tuning = CreditTuning.standard

  /// The credit when the segment is such a block: it names both reporters and editors, or begins with "Reporting by" in a bracket
  /// of its own.
  func credit(in segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Credit? {
    guard !segment.tokens.contains(where: { $0.mention != nil }) else { return nil }
    let credits = segment.phrases.filter { $0.kind == .reporting && ReportingPattern.opens($0, segment, vocabulary) }
    let distinct = Set(credits.map { $0.range.upperBound })
    guard let first = credits.first, let last = credits.last, namesPerson(first, segment) else { return nil }
    let isBracketed = segment.isMark(first.range.lowerBound - 1, ["("])
    var end = last.range.upperBound
    while end < segment.tokens.count, !(segment.tokens[end].mark == ")") { end += 1 }
    let range = max(0, first.range.lowerBound - 1)..<min(end + 1, segment.tokens.count)
    if distinct.count >= 2 { return Credit(confidence: isBracketed ? tuning.reportersAndEditors : tuning.names, range: range) }
    return isBracketed && first.first == Self.reporting ? Credit(confidence: tuning.reportersOnly, range: range) : nil
  }

  private func namesPerson(_ phrase: CreditVocabulary.Occurrence, _ segment: CreditSegment) -> Bool {
    guard let next = segment.token(phrase.range.upperBound) else { return false }
    return next.isCapital || next.mark == ":"
  }

  private static let reporting = CreditVocabulary.hash("reporting")
}

/// A dateline of several cities without an agency.
///
/// "PARIS / LIMA / DELHI - ...": three or more places in capitals before the first sentence, as Reuters writes it when reporters
/// of several bureaus share a story. A hint: other outlets do it too, so alone it is no credit.
struct MultiCityDateline: Sendable {
  let confidence = CreditTuning.standard.severalCities

  /// The tokens of the dateline at the beginning of the segment, or nil.
  func find(in segment: CreditSegment) -> Range<Int>? {
    guard segment.startsLine, segment.fromTop < CreditTuning.standard.bylineLines else { return nil }
    var places = 0
    var isOpen = true
    for (i, token) in segment.tokens.enumerated().prefix(16) {
      if token.kind == .word, token.isUpper, token.range.count > 2 {
        if isOpen { places += 1 }
        isOpen = false
      } else if token.mark == "/" {
        isOpen = true
      } else if token.isMark(CreditSegment.dashes), token.isSpaced {
        return places >= 2 && !isOpen ? 0..<i + 1 : nil
      } else {
        return nil
      }
    }
    return nil
  }
}
