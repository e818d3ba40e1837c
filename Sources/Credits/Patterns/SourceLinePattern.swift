/// "Source: ANI", "Quelle: dpa/AFP", "(Fuente: EFE)", "المصدر: رويترز": a label of the source and nothing but names after it.
struct SourceLinePattern: CreditPattern {
  let kind = WireEvidenceKind.sourceLine

  func credit(_ run: CreditRun, in segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Credit? {
    guard !run.isPaper else { return nil }
    for phrase in segment.phrases where phrase.kind == .source && phrase.range.upperBound <= run.range.lowerBound {
      guard opens(phrase, segment), names(run, after: phrase, segment, vocabulary),
        !segment.speaksOfPictures(CreditRun(agencies: [], range: phrase.range, isStrong: false, isPaper: false), vocabulary)
      else { continue }
      // "Credit:" alone is the credit of a picture unless it ends an article.
      if phrase.first == vocabulary.credit, segment.fromBottom > 0 || segment.fromTop == 0 { continue }
      return Credit(confidence: CreditTuning.standard.sourceLine, range: phrase.range.lowerBound..<run.range.upperBound)
    }
    return nil
  }

  private func opens(_ phrase: CreditVocabulary.Occurrence, _ segment: CreditSegment) -> Bool {
    guard let before = segment.token(phrase.range.lowerBound - 1) else { return segment.startsLine }
    return before.isMark(["(", "[", "|", "*", "-", "•", "\"", "/"]) || segment.endsSentence(phrase.range.lowerBound - 1)
  }

  /// Whether nothing but names stands between the label and the run, and no sentence goes on behind it.
  private func names(
    _ run: CreditRun, after phrase: CreditVocabulary.Occurrence, _ segment: CreditSegment, _ vocabulary: CreditVocabulary
  ) -> Bool {
    var start = phrase.range.upperBound
    let isLabelled = segment.isMark(start, [":", "|", "-", ">", "：", "("])
    if isLabelled { start += 1 }
    guard isLabelled || segment.startsLine && phrase.range.lowerBound == 0, run.range.lowerBound - start <= 12 else {
      return false
    }
    let between = start..<max(start, run.range.lowerBound)
    let isNames = segment.tokens[between].allSatisfy {
      guard case .word = $0.kind else { return true }
      return $0.isCapital || $0.isHost || vocabulary.has(.filler, $0) || vocabulary.has(.byline, $0) || $0.range.count <= 3
    }
    guard isNames, !between.contains(where: { segment.endsSentence($0) }) else { return false }
    guard let after = segment.token(run.range.upperBound) else { return segment.endsLine }
    if isLabelled { return after.kind != .word || after.isCapital || after.isCaseless || vocabulary.has(.and, after) }
    return after.isMark(["/", ",", ".", "|"]) && run.range.upperBound + 6 >= segment.tokens.count
  }
}
