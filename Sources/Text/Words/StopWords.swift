package import Resources
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

  package static let languages = ["en", "de", "fr", "es", "pt", "it", "nl", "sv", "pl", "ru", "cs", "tr"]

  /// English function words, and those of the other languages that are no English words of substance ("war", "die").
  package static let standard: StopWords = {
    let english = Resource.lines("stopwords/en.txt")
    let ambiguous: Set<Substring> = [
      "war", "die", "man", "men", "hat", "bald", "met", "are", "per", "pro", "don", "son", "dates", "sin", "once", "come", "chi",
      "pour", "par", "est", "no", "under", "over", "fine", "mine", "sent", "art", "gut", "fast", "arm", "rot", "note", "side",
      "far", "for", "dos", "mi", "sur", "plus", "car", "tout", "mais", "dare", "sole", "male", "van", "bin", "list", "was",
    ]
    let others = languages.dropFirst().flatMap { Resource.lines("stopwords/\($0).txt") }
    return StopWords(words: english + others.filter { !ambiguous.contains($0) })
  }()
}
