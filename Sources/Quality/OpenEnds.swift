internal import Resources
internal import Text

/// Words with which no sentence ends, by language.
struct OpenEnds: Sendable {
  static let shared = OpenEnds()

  /// In the order of ``LanguageProfile/languages``.
  private let words: [Set<UInt64>]

  init() {
    var words = [Set<UInt64>](repeating: [], count: LanguageProfile.languages.count)
    for row in Resource.rows("open_ends.tsv") where row.count >= 2 {
      guard let place = LanguageProfile.place(String(row[0])) else { continue }
      words[place] = TokenText.hashes(row[1].split(separator: " "))
    }
    self.words = words
  }

  /// Whether no sentence of the language ends with the word; false where the language is not known.
  func contains(_ hash: UInt64, _ language: Int?) -> Bool { language.map { words[$0].contains(hash) } ?? false }
}
