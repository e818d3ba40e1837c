internal import Stories

/// Whether two articles speak of one occasion: they quote the same words and name the same people and places.
///
/// A form that was filled anew has the same words, other names, and nobody in it who says the same twice; a copy with other
/// figures, an update or a falsification, keeps both. Figures therefore have no say.
enum SameOccasion {
  /// Linear in the words.
  static func holds(_ a: PairMeter.Article, _ b: PairMeter.Article) -> Bool {
    let tuning = RelationTuning()
    // Who quotes less may have shortened what the other quotes.
    let there = QuotationRetention(a, b)
    guard min(there.wordsOfA, there.wordsOfB) >= tuning.occasionQuoted else { return false }
    let quotation = there.wordsOfB <= there.wordsOfA ? there : QuotationRetention(b, a)
    guard quotation.kept >= tuning.occasionKept else { return false }
    let (first, second) = (names(a.codes), names(b.codes))
    let (fewer, more) = first.count <= second.count ? (first, b.codes) : (second, a.codes)
    guard fewer.count >= tuning.occasionNames else { return false }
    let words = Set(more.map(\.stem))
    return Float(fewer.count { words.contains($0) }) >= tuning.occasionKept * Float(fewer.count)
  }

  /// The different names, those that only begin a sentence left out.
  private static func names(_ codes: [UInt32]) -> Set<UInt32> {
    Set(codes.lazy.filter { $0.isName && !$0.isNumber && !$0.isSentenceStart }.map(\.stem))
  }
}
