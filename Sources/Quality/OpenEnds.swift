internal import Resources
internal import Text

/// Words with which no sentence ends, by language.
struct OpenEnds: Sendable {
  static let shared = OpenEnds()

  /// In the order of ``LanguageProfile/languages``.
  private let words: [Set<UInt64>]
  /// Words that may end a sentence, but not before dots.
  private let beforeDots: [Set<UInt64>]

  init() {
    var words = [Set<UInt64>](repeating: [], count: LanguageProfile.languages.count)
    var beforeDots = words
    for row in Resource.rows("open_ends.tsv") where row.count >= 2 {
      guard let place = LanguageProfile.place(String(row[0])) else { continue }
      let hashes = TokenText.hashes(row[1].split(separator: " "))
      if row.count > 2 { beforeDots[place].formUnion(hashes) } else { words[place].formUnion(hashes) }
    }
    self.words = words
    self.beforeDots = beforeDots
  }

  /// Whether no sentence of the language ends with the word; false where the language is not known.
  func contains(_ hash: UInt64, _ language: Int?, beforeDots hasDots: Bool = false) -> Bool {
    guard let language else { return false }
    return words[language].contains(hash) || hasDots && beforeDots[language].contains(hash)
  }
}
