internal import Resources
internal import Text

/// Words that stand twice in a row and should not: "of of", "the two two brothers"; what each language may say twice is in
/// `doubled_words.tsv`.
struct DoubledWords: Sendable {
  /// What is known of one language.
  private struct Language {
    /// Small words that are never right twice.
    var never: Set<UInt64> = []
    /// The words that may be; nil where others are not told from them.
    var maybe: Set<UInt64>?
  }

  /// In the order of ``LanguageProfile/languages``.
  private let languages: [Language]
  /// A word may be followed by itself behind these: "to call liars liars", "who governs governs for all".
  private let behind = words(of: "behind")
  /// Small words that are never right twice, whatever the article's language.
  private let anywhere = words(of: "any")

  init() {
    var languages = [Language](repeating: Language(), count: LanguageProfile.languages.count)
    for row in Resource.rows(Self.list) where row.count > 1 {
      guard let place = LanguageProfile.place(String(row[0])) else { continue }
      languages[place].never = TokenText.hashes(row[1].split(separator: " "))
      if row.count > 2 { languages[place].maybe = TokenText.hashes(row[2].split(separator: " ")) }
    }
    self.languages = languages
  }

  private static let list = "doubled_words.tsv"

  /// The words of a row that belongs to no language.
  static func words(of row: String) -> Set<UInt64> {
    Resource.rows(list).first { $0.count > 1 && $0[0] == row }.map { TokenText.hashes($0[1].split(separator: " ")) } ?? []
  }

  /// Whether the word at `place` is doubled by the next token; in what others say only a small word is.
  func stands(at place: Int, in article: QualityArticle, isQuoted: Bool) -> Bool {
    let tokens = article.tokens
    let (first, second) = (tokens[place], tokens[place + 1])
    guard first.kind == .word, first.hash == second.hash, !first.isCapital, !second.isCapital, first.line == second.line,
      // "reduzindo-a a cinzas", "5a a sábado".
      first.isSpaced, second.isSpaced
    else { return false }
    if anywhere.contains(first.hash) { return true }
    guard let language = article.language.map({ languages[$0] }) else { return false }
    if language.never.contains(first.hash) { return true }
    guard let maybe = language.maybe, !isQuoted, first.range.count >= QualityTuning.standard.doubledLetters else { return false }
    // Who says a word three times means it.
    let around = [place - 1, place + 2].filter(tokens.indices.contains).map { tokens[$0] }
    return !maybe.contains(first.hash) && !around.contains { $0.hash == first.hash }
      && !(place > 0 && behind.contains(tokens[place - 1].hash))
  }
}
