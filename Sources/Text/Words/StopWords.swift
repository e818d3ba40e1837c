internal import Resources
internal import Tables

/// The function words of the languages that Newsprint knows, by word hash.
package struct StopWords: Sendable {
  private let hashes: FlatTable<UInt64, Void>
  private let halves: FeatureSet
  /// Over the halves: nearly every word of substance ends here.
  private let filter: BloomFilter

  package init(words: some Sequence<Substring>) {
    var hashes = FlatTable<UInt64, Void>()
    var halves = FeatureSet()
    var filter = BloomFilter(words: 1024)
    for word in words {
      let hash = WordScanner.hash(folded: Array(word.utf8))
      _ = hashes.insert(hash)
      _ = halves.insert(UInt32(truncatingIfNeeded: hash))
      filter.insert(UInt64(UInt32(truncatingIfNeeded: hash)))
    }
    self.hashes = hashes
    self.halves = halves
    self.filter = filter
  }

  package func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

  /// Whether a function word has this lower half of its hash.
  package func contains(lower half: UInt32) -> Bool { filter.mayContain(UInt64(half)) && halves.contains(half) }

  /// English function words, and those of the other languages that are no English words of substance ("war", "die").
  package static let standard: StopWords = {
    let ambiguous = Set(Resource.lines("ambiguous_function_words.txt"))
    let others = Languages.all.dropFirst().flatMap(Languages.functionWords)
    return StopWords(words: Languages.functionWords(of: Languages.english) + others.filter { !ambiguous.contains($0) })
  }()
}
