internal import Copies
internal import Resources
internal import Tables
internal import Text

/// Words with which a page speaks of itself or to its readers: of its cookies, of money, of an edition to choose.
enum PageTalk {
  /// Whether a word outside quotations is one with which a page speaks to its readers; `hash` is the lower half of its hash.
  @inline(__always)
  static func isTalk(_ hash: UInt32, _ traits: WordFlags) -> Bool {
    guard !traits.contains(.quoted) else { return false }
    if Vocabulary.reader.contains(hash) || PageTopics.words.contains(hash) { return true }
    return traits.contains(.capitalised) && !traits.contains(.sentenceStart) && Vocabulary.polite.contains(hash)
  }

  private enum Vocabulary {
    static let reader = words("reader")
    static let polite = words("polite")

    private static func words(_ kind: String) -> FeatureSet {
      var words = FeatureSet()
      for row in Resource.rows("page_words.tsv") where row.count >= 2 && row[0] == kind {
        for word in row[1].split(separator: " ") {
          _ = words.insert(UInt32(truncatingIfNeeded: WordScanner.hash(of: word)))
        }
      }
      return words
    }
  }
}
