internal import Resources
internal import Tables
internal import Text

/// Tells languages apart by their small words (Grefenstette 1995), enough to see that a sentence is not in the article's
/// language.
struct LanguageProfile: Sendable {
  static let languages = Languages.all
  static let shared = LanguageProfile()
  private static let tuning = QualityTuning.standard

  /// For each small word the languages that have it, as bits.
  private let masks: FlatTable<UInt64, UInt16>

  init() {
    precondition(Languages.all.count <= UInt16.bitWidth, "a language has no bit in the masks")
    var masks = FlatTable<UInt64, UInt16>(filler: 0)
    for (index, language) in Languages.all.enumerated() {
      // Single letters are initials in the line-ups of sports pages.
      for word in Languages.functionWords(of: language) where word.unicodeScalars.count > 1 {
        let hash = TokenText.hash(String(word))
        if let place = masks.find(hash) { masks[place] |= 1 << index } else { _ = masks.insert(hash, 1 << index) }
      }
    }
    self.masks = masks
  }

  /// The language with most small words among the first tokens, if they say anything.
  func language(of tokens: ArraySlice<QualityToken>) -> Int? {
    let counts = counts(tokens.prefix(Self.tuning.languageTokens))
    let best = counts.indices.max { counts[$0] < counts[$1] }
    return best.flatMap { counts[$0] >= Self.tuning.languageWords ? $0 : nil }
  }

  /// The languages that have the word among their small words, as bits in the order of ``languages``.
  func mask(_ hash: UInt64) -> UInt16 { masks.find(hash).map { masks[$0] } ?? 0 }

  /// The place of a language in ``languages``.
  static func place(_ code: String) -> Int? { languages.firstIndex(of: code) }
  static let english = place("en")
  static let german = place("de")

  /// The language of a sentence when it is not `main`: several different small words that `main` does not have and hardly one
  /// that it has; unsure where they are few, and `main` has none of the sentence's words.
  func foreign(_ sentence: ArraySlice<QualityToken>, main: Int) -> (language: Int, isSure: Bool)? {
    var counts = [Int](repeating: 0, count: Self.languages.count)
    var own = 0
    var seen: Set<UInt64> = []
    for token in sentence where token.kind == .word {
      let mask = token.languages
      guard mask != 0 else { continue }
      if mask >> main & 1 == 1 {
        own += 1
        continue
      }
      guard seen.insert(token.hash).inserted else { continue }
      for index in counts.indices where mask >> index & 1 == 1 { counts[index] += 1 }
    }
    guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] >= Self.tuning.fewForeignWords,
      own <= counts[best] / Self.tuning.foreignToOwn
    else { return nil }
    return (best, counts[best] >= Self.tuning.foreignWords)
  }

  private func counts(_ tokens: ArraySlice<QualityToken>) -> [Int] {
    var counts = [Int](repeating: 0, count: Self.languages.count)
    for token in tokens where token.kind == .word {
      let mask = token.languages
      guard mask != 0 else { continue }
      for index in counts.indices where mask >> index & 1 == 1 { counts[index] += 1 }
    }
    return counts
  }
}

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
