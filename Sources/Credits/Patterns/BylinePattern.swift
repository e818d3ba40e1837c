/// "By Jane Roe, Associated Press", "Reuters Staff", "Von Jan Roe, dpa", "AFP | Paris": a short line at the top or the foot that
/// holds names, places and dates and the agency, and no sentence.
struct BylinePattern: CreditPattern {
  let kind = WireEvidenceKind.byline
  private let longest = 120

  func credit(_ mention: Int, in segment: CreditSegment, _ vocabulary: CreditVocabulary, _ agency: Agency) -> Credit? {
    guard segment.startsLine, segment.endsLine, segment.followsSentence, segment.lineLength <= longest,
      segment.fromTop < 6 || segment.isAtBottom,
      !segment.speaksOfPictures(mention, vocabulary, reach: 30), !segment.isSlashCredit(mention),
      holdsNamesOnly(segment, vocabulary)
    else { return nil }
    let whole = 0..<segment.tokens.count
    let start = segment.token(0)?.isMark(CreditSegment.opening) ?? false ? 1 : 0
    if segment.phrases.contains(where: { $0.kind == .byline && $0.range.lowerBound == start }) {
      return Credit(confidence: 0.95, range: whole)
    }
    if let next = segment.token(mention + 1), vocabulary.staff.contains(next.hash) {
      return Credit(confidence: 0.9, range: whole)
    }
    guard whole.count > 1, isDelimited(mention, segment) else { return nil }
    return Credit(confidence: agency.isAmbiguous && segment.tokens[mention].range.count <= 2 ? 0.6 : 0.8, range: whole)
  }

  /// Whether every word is a name, a date or a word of bylines, and the line does not end as a sentence does.
  private func holdsNamesOnly(_ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Bool {
    guard let last = segment.tokens.last, !last.isMark(["!", "?", "\"", "…", ":"]) else { return false }
    if last.mark == ".", segment.tokens.count > 1, segment.endsSentence(segment.tokens.count - 1), segment.tokens.count > 10 {
      return false
    }
    return segment.tokens.allSatisfy {
      guard case .word = $0.kind else { return !$0.isMark(["\"", "?", "!"]) }
      return $0.isCapital || vocabulary.bylineWords.contains($0.hash) || vocabulary.months.contains($0.hash)
        || vocabulary.weekdays.contains($0.hash) || $0.range.count <= 2
    }
  }

  /// Whether the agency stands at one end of the line and a sign sets it off from the rest.
  private func isDelimited(_ mention: Int, _ segment: CreditSegment) -> Bool {
    let signs: Set<Character> = [",", "|", "-", "/", "·", "•", "—", "–"]
    if mention == 0, let next = segment.token(1), next.isMark(signs) { return next.mark == "," || next.isSpaced }
    var last = segment.tokens.count - 1
    if segment.token(last)?.mark == "." { last -= 1 }
    guard mention == last, let before = segment.token(mention - 1), before.isMark(signs) else { return false }
    return before.mark == "," || before.isSpaced || segment.tokens[mention].isSpaced
  }
}
