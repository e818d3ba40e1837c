internal import Tables
internal import Text

/// How alike two articles are outside quotation marks.
package struct OutsideQuotes: Sendable {
  /// Story similarity of what stands outside, 0...1.
  package var similarity: Float
  /// Words (function words aside) outside quotation marks, of the article that has fewer.
  package var words: Int
}

/// The features of an article outside quotation marks, as ``SimilarityProbe`` has them for the whole.
struct UnquotedFeatures: Sendable {
  var article = -1
  private var words = WeightedTable()
  private var pairs = WeightedTable()
  private var masses: (words: Float, pairs: Float) = (0, 0)
  private var count = 0

  mutating func load(_ article: Int, of weighted: WeightedSequences) {
    self.article = article
    words.reset(for: weighted.sequences.range(article).count)
    pairs.reset(for: weighted.sequences.range(article).count)
    masses = (0, 0)
    count = 0
    Self.forEach(weighted, article) { stem, pair, wordWeight, pairWeight in
      count += 1
      if !words.contains(stem) { masses.words += WeightScale.squares[Int(wordWeight)] }
      words.insert(stem, wordWeight, isName: false)
      if let pair {
        if !pairs.contains(pair) { masses.pairs += WeightScale.squares[Int(pairWeight)] }
        pairs.insert(pair, pairWeight, isName: false)
      }
    }
  }

  mutating func compare(_ other: Int, of weighted: WeightedSequences, seen: inout FeatureSet) -> OutsideQuotes {
    seen.removeAll(reserving: weighted.sequences.range(other).count * 2)
    var theirs: (words: Float, pairs: Float) = (0, 0)
    var shared: (words: Float, pairs: Float) = (0, 0)
    var theirCount = 0
    Self.forEach(weighted, other) { stem, pair, wordWeight, pairWeight in
      theirCount += 1
      if seen.insert(stem) {
        theirs.words += WeightScale.squares[Int(wordWeight)]
        if words.contains(stem) { shared.words += WeightScale.squares[Int(wordWeight)] }
      }
      if let pair, seen.insert(~pair) {
        theirs.pairs += WeightScale.squares[Int(pairWeight)]
        if pairs.contains(pair) { shared.pairs += WeightScale.squares[Int(pairWeight)] }
      }
    }
    let similarity =
      StorySimilarity.words(shared.words, masses.words, theirs.words)
      * StorySimilarity.pairs(shared.pairs, masses.pairs, theirs.pairs)
    return OutsideQuotes(similarity: similarity.squareRoot(), words: min(count, theirCount))
  }

  /// Each word outside quotation marks, and the pair that it ends when the word before it is outside too.
  private static func forEach(
    _ weighted: WeightedSequences, _ article: Int, _ body: (UInt32, UInt32?, UInt8, UInt8) -> Void
  ) {
    let codes = weighted.sequences.codes.span
    let range = weighted.sequences.range(article)
    for index in range where !codes[index].isQuoted {
      let stem = codes[index].stem
      let hasPair = index > range.lowerBound && !codes[index - 1].isQuoted
      body(
        stem, hasPair ? Features.pair(codes[index - 1].stem, stem) : nil, weighted.wordWeights[index],
        weighted.pairWeights[index])
    }
  }
}
