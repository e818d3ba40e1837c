/// Outlets that are no agencies but stand beside them in a credit: "AFP, Reuters and Harbour TV contributed".
struct OutletNames: Sendable {
  private let kinds = Set(
    CreditTokenizer.keys(
      "tv television news radio press times post journal herald tribune broadcasting network media online daily"))
  private let articles = Set(CreditTokenizer.keys("the and und et y e from of to by with in"))

  /// Capitalised names in the list around a contribution credit that hold a word of outlets or are an acronym.
  func find(in segment: CreditSegment, around credit: Range<Int>, _ vocabulary: CreditVocabulary) -> [Range<Int>] {
    let low = segment.sentenceStart(credit.lowerBound)
    let high = segment.sentenceEnd(credit.lowerBound)
    var result: [Range<Int>] = []
    var start = low
    for i in low...max(low, high) {
      let token = segment.token(i)
      let isName = i < high && token?.kind == .word && token?.isCapital == true && !articles.contains(token?.hash ?? 0)
      if isName { continue }
      if start < i, let outlet = outlet(segment, start..<i) { result.append(outlet) }
      start = i + 1
    }
    return result
  }

  private func outlet(_ segment: CreditSegment, _ range: Range<Int>) -> Range<Int>? {
    let tokens = segment.tokens[range]
    guard range.count <= 4, segment.token(range.upperBound)?.mark != "'" else { return nil }
    let isOutlet = range.count > 1 && tokens.contains { kinds.contains($0.hash) }
    let isAcronym = range.count == 1 && tokens.allSatisfy { $0.isUpper && (3...5).contains($0.range.count) }
    guard isOutlet || isAcronym else { return nil }
    return range
  }
}
