/// "Source: ANI", "Quelle: dpa/AFP", "(Fuente: EFE)": a label of the source and nothing but names after it.
struct SourceLinePattern: CreditPattern {
  let kind = WireEvidenceKind.sourceLine

  func credit(_ mention: Int, in segment: CreditSegment, _ vocabulary: CreditVocabulary, _ agency: Agency) -> Credit? {
    for phrase in segment.phrases where phrase.kind == .source && phrase.range.upperBound <= mention {
      guard opens(phrase, segment), let names = names(after: phrase, segment, vocabulary), names.contains(mention),
        !segment.speaksOfPictures(phrase.range.lowerBound, vocabulary)
      else { continue }
      // "Credit:" alone is the credit of a picture unless it ends an article.
      if phrase.first == vocabulary.credit, segment.fromBottom > 0 || segment.fromTop == 0 { continue }
      return Credit(confidence: 0.95, range: phrase.range.lowerBound..<mention + 1)
    }
    return nil
  }

  private func opens(_ phrase: CreditVocabulary.Occurrence, _ segment: CreditSegment) -> Bool {
    guard let before = segment.token(phrase.range.lowerBound - 1) else { return segment.startsLine }
    return before.isMark(["(", "[", "|", "*", "-", "—", "–", "•"]) || segment.endsSentence(phrase.range.lowerBound - 1)
      || before.mark == "\""
  }

  /// The tokens after the label up to the end of the line, bracket or sentence when they are all names.
  private func names(
    after phrase: CreditVocabulary.Occurrence, _ segment: CreditSegment, _ vocabulary: CreditVocabulary
  ) -> Range<Int>? {
    var start = phrase.range.upperBound
    guard let label = segment.token(start) else { return nil }
    let isLabelled = label.isMark([":", "|", "-", "–", "—", ">"])
    if isLabelled { start += 1 }
    guard isLabelled || segment.startsLine && phrase.range.lowerBound == 0 else { return nil }
    var end = start
    while let token = segment.token(end), !token.isMark(CreditSegment.closing), !segment.endsSentence(end) { end += 1 }
    guard end - start <= 16, isLabelled || end >= segment.tokens.count else { return nil }
    let isNames = segment.tokens[start..<end].allSatisfy {
      guard case .word = $0.kind else { return true }
      return $0.isCapital || vocabulary.creditFillers.contains($0.hash) || vocabulary.bylineWords.contains($0.hash)
        || $0.range.count <= 3
    }
    return isNames ? start..<end : nil
  }
}
