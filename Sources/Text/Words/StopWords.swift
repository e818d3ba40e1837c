internal import Resources

/// The function words of the languages that Newsprint knows, by word hash.
package struct StopWords: Sendable {
  private let hashes: Set<UInt64>
  private let halves: Set<UInt32>

  package init(words: some Sequence<Substring>) {
    let hashes = Set(words.map { WordScanner.hash(folded: Array($0.utf8)) })
    self.hashes = hashes
    halves = Set(hashes.map { UInt32(truncatingIfNeeded: $0) })
  }

  package func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

  /// Whether a function word has this lower half of its hash.
  package func contains(lower half: UInt32) -> Bool { halves.contains(half) }

  /// English function words, and those of the other languages that are no English words of substance ("war", "die").
  package static let standard: StopWords = {
    let ambiguous = Set(Resource.lines("ambiguous_function_words.txt"))
    let others = Languages.all.dropFirst().flatMap(Languages.functionWords)
    return StopWords(words: Languages.functionWords(of: Languages.english) + others.filter { !ambiguous.contains($0) })
  }()
}
