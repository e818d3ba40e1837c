internal import Resources

/// The function words of the languages that Newsprint knows, by word hash.
package struct StopWords: Sendable {
  private let hashes: Set<UInt64>

  package init(words: some Sequence<Substring>) {
    hashes = Set(words.map { WordScanner.hash(folded: Array($0.utf8)) })
  }

  package func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

  /// English function words, and those of the other languages that are no English words of substance ("war", "die").
  package static let standard: StopWords = {
    let ambiguous = Set(Resource.lines("ambiguous_function_words.txt"))
    let others = Language.all.dropFirst().flatMap(\.functionWords)
    return StopWords(words: Language.english.functionWords + others.filter { !ambiguous.contains($0) })
  }()
}
