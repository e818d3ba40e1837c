/// A credit of reporting, writing, editing or translating that names the agency.
///
/// "Additional reporting by AFP", "(Editing by Jane Roe for dpa)", "Übersetzt von ... (dpa)": a credit of reporting, writing,
/// editing or translating that names the agency.
struct ReportingPattern: CreditPattern {
  let kind = WireEvidenceKind.reportingCredit

  func credit(_ mention: Int, in segment: CreditSegment, _ vocabulary: CreditVocabulary, _ agency: Agency) -> Credit? {
    let start = segment.sentenceStart(mention)
    for phrase in segment.phrases where phrase.kind == .reporting || phrase.kind == .translated {
      guard phrase.range.upperBound <= mention, phrase.range.lowerBound >= start, mention - phrase.range.upperBound <= 40,
        Self.opens(phrase, segment, vocabulary), isPlain(phrase.range.upperBound..<mention, segment, vocabulary)
      else { continue }
      return Credit(confidence: 0.93, range: phrase.range.lowerBound..<mention + 1)
    }
    return nil
  }

  /// Whether the phrase begins a line, a bracket or a sentence, or follows another credit.
  static func opens(_ phrase: CreditVocabulary.Occurrence, _ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Bool {
    let first = phrase.range.lowerBound
    guard let before = segment.token(first - 1) else { return segment.startsLine }
    if before.isMark(["(", "[", ";", "|", "*", "/", "_"]) || before.isMark(CreditSegment.dashes) { return true }
    if segment.endsSentence(first - 1), segment.tokens[first].isCapital { return true }
    return vocabulary.with.contains(before.hash) && (before.isCapital || first < 2)
  }

  /// Whether nothing but names and the words of credits stands in between.
  private func isPlain(_ range: Range<Int>, _ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Bool {
    segment.tokens[range].allSatisfy {
      guard case .word = $0.kind else { return true }
      return $0.isCapital || vocabulary.creditFillers.contains($0.hash) || vocabulary.bylineWords.contains($0.hash)
        || vocabulary.particles.contains($0.hash) || vocabulary.beginsReporting($0.hash)
    }
  }
}

/// "(Reporting by Jane Roe in Lima; Editing by John Doe)" without an agency's name: the form in which Reuters ends its stories.
struct ReportingBlock: Sendable {
  /// The credit when the segment is such a block; more certain when it names both reporters and editors.
  func credit(in segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Credit? {
    guard !segment.tokens.contains(where: { $0.agency != nil }) else { return nil }
    let credits = segment.phrases.filter { $0.kind == .reporting && ReportingPattern.opens($0, segment, vocabulary) }
    let distinct = Set(credits.map { $0.range.upperBound })
    guard let first = credits.first, let last = credits.last, namesPerson(first, segment) else { return nil }
    let isBracketed = segment.token(first.range.lowerBound - 1)?.isMark(["("]) ?? false
    var end = last.range.upperBound
    while end < segment.tokens.count, !(segment.tokens[end].mark == ")") { end += 1 }
    let range = max(0, first.range.lowerBound - 1)..<min(end + 1, segment.tokens.count)
    if distinct.count >= 2 { return Credit(confidence: isBracketed ? 0.9 : 0.75, range: range) }
    return isBracketed ? Credit(confidence: 0.6, range: range) : nil
  }

  private func namesPerson(_ phrase: CreditVocabulary.Occurrence, _ segment: CreditSegment) -> Bool {
    guard let next = segment.token(phrase.range.upperBound) else { return false }
    return next.isCapital || next.mark == ":"
  }
}
