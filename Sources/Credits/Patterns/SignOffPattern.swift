/// The agency at the end of an article.
///
/// "... he said. (AFP)", "... - PTI", "AP, Reuters" alone on a line, "(jdo/dpa)": the agency at the end of an article.
struct SignOffPattern: CreditPattern {
  let kind = WireEvidenceKind.signOff

  func credit(_ mention: Int, in segment: CreditSegment, _ vocabulary: CreditVocabulary, _ agency: Agency) -> Credit? {
    guard segment.endsLine, segment.isAtBottom || segment.fromTop < 4 && segment.fromTop > 0,
      !segment.speaksOfPictures(mention, vocabulary), !segment.isSlashCredit(mention), let last = rest(mention, segment)
    else { return nil }
    let run = segment.agencyRun(mention, and: vocabulary.creditFillers)
    let start = lead(run.lowerBound, segment, vocabulary)
    if start == 0, segment.startsLine {
      return segment.followsSentence ? aloneOnLine(segment, agency, 0..<last) : nil
    }
    guard segment.isAtBottom, let before = segment.token(start - 1) else { return nil }
    let isBracketed = segment.token(start)?.isMark(CreditSegment.opening) ?? false
    let isDashed = segment.token(start)?.isMark(CreditSegment.dashes) ?? false
    let endsSentence = before.isMark([".", "!", "?", "\"", "…", ")"])
    guard endsSentence else { return nil }
    if isBracketed || isDashed { return Credit(confidence: 0.9, range: start..<last) }
    return agency.isAmbiguous && segment.tokens[mention].range.count < 3 ? nil : Credit(confidence: 0.8, range: start..<last)
  }

  /// The token after the last one when nothing but other agencies, initials and closing signs follows the agency.
  private func rest(_ mention: Int, _ segment: CreditSegment) -> Int? {
    var words = 0
    for i in (mention + 1)..<max(mention + 1, segment.tokens.count) {
      let token = segment.tokens[i]
      if token.agency != nil || token.isMark(CreditSegment.separators) || token.isMark(CreditSegment.closing) { continue }
      if token.mark == "." { continue }
      let isInitials = token.kind == .word && token.range.count <= (token.isUpper ? 4 : 3) && (token.isUpper || !token.isCapital)
      words += 1
      guard isInitials, words <= 2 else { return nil }
    }
    return segment.tokens.count
  }

  /// The first token of the credit: initials, "with" and the opening sign before the agencies.
  private func lead(_ first: Int, _ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Int {
    var start = first
    if let slash = segment.token(start - 1), slash.mark == "/", let initials = segment.token(start - 2),
      initials.kind == .word, initials.range.count <= 4
    {
      start -= 2
    }
    if let word = segment.token(start - 1), vocabulary.with.contains(word.hash) || vocabulary.agenciesWord.contains(word.hash) {
      start -= 1
    }
    if let mark = segment.token(start - 1),
      mark.isMark(CreditSegment.opening) || mark.isMark(CreditSegment.dashes) || mark.mark == "/"
    {
      start -= 1
    }
    return start
  }

  private func aloneOnLine(_ segment: CreditSegment, _ agency: Agency, _ range: Range<Int>) -> Credit? {
    if segment.isAtBottom { return Credit(confidence: 0.85, range: range) }
    return agency.isAmbiguous && segment.tokens.count == 1 ? nil : Credit(confidence: 0.7, range: range)
  }
}
