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
