internal import Tables
package import Text

/// In how many articles each stem and each pair of neighbouring stems occurs.
package struct BatchStatistics: Sendable {
  package private(set) var stems: CountTable
  package private(set) var pairs: CountTable
  package private(set) var articles = 0

  /// - Parameter words: how many words the batch has in all.
  package init(words: Int) {
    // Small batches repeat fewer of their words.
    stems = CountTable(expected: words / 40 + min(words, 10_000))
    pairs = CountTable(expected: words / 6 + min(words, 10_000))
  }

  /// Frequencies that were counted elsewhere.
  package init(stems: CountTable, pairs: CountTable, articles: Int) {
    self.stems = stems
    self.pairs = pairs
    self.articles = articles
  }

  /// Counts the features of some articles, each once an article.
  ///
  /// Linear in their words.
  package mutating func count(_ sequences: StemSequences, articles range: some Sequence<Int>) {
    let codes = sequences.codes.span
    var seen = FeatureSet()
    var newStems: [UInt32] = []
    var newPairs: [UInt32] = []
    for article in range {
      articles += 1
      let words = sequences.range(article)
      seen.removeAll(reserving: words.count * 2)
      newStems.removeAll(keepingCapacity: true)
      newPairs.removeAll(keepingCapacity: true)
      var previous: UInt32?
      for index in words {
        let stem = codes[index].stem
        if seen.insert(stem) { newStems.append(stem) }
        if let previous {
          let pair = Features.pair(previous, stem)
          if seen.insert(pair) { newPairs.append(pair) }
        }
        previous = stem
      }
      stems.increment(newStems)
      pairs.increment(newPairs)
    }
  }

  package mutating func add(_ other: BatchStatistics) {
    stems.add(other.stems)
    pairs.add(other.pairs)
    articles += other.articles
  }
}
