package import TextAnalysis
internal import FoundationEssentials

/// In how many articles each stem, pair and triple of words occurs.
package struct BatchStatistics: Sendable {
  package var stems: CountTable
  /// Neighbouring words, function words included.
  package var pairs: CountTable
  /// Neighbouring words once function words are left out.
  package var contentPairs: CountTable
  package var triples: CountTable
  package var articles = 0

  /// - Parameter words: how many words the batch has in all.
  package init(words: Int) {
    stems = CountTable(expected: words / 40)
    pairs = CountTable(expected: words / 6)
    contentPairs = CountTable(expected: words / 6)
    triples = CountTable(expected: words / 4)
  }

  /// Counts the features of the articles `range`, each once an article (triples: each time).
  package mutating func count(_ sequences: StemSequences, articles range: some Sequence<Int>) {
    let codes = sequences.codes.span
    var seen = FeatureSet()
    for article in range {
      articles += 1
      let words = sequences.range(article)
      seen.reset(for: words.count * 3)
      var previous: UInt32 = 0
      var previousContent: UInt32 = 0
      var previousPair: UInt32 = 0
      for index in words {
        let code = codes[index]
        let stem = code.stem
        if !code.isStop {
          if seen.insert(stem) { stems.increment(stem) }
          if previousContent != 0 {
            let pair = Features.pair(previousContent, stem)
            if seen.insert(pair ^ 0x5BD1_E995) { contentPairs.increment(pair) }
          }
          previousContent = stem
        }
        if previous != 0 {
          let pair = Features.pair(previous, stem)
          if seen.insert(pair) { pairs.increment(pair) }
          if previousPair != 0 { triples.increment(Features.triple(previousPair, stem)) }
          previousPair = pair
        }
        previous = stem
      }
    }
  }

  package mutating func add(_ other: BatchStatistics) {
    stems.add(other.stems)
    pairs.add(other.pairs)
    contentPairs.add(other.contentPairs)
    triples.add(other.triples)
    articles += other.articles
  }
}
