internal import TextAnalysis

/// Tells languages apart by their small words (Grefenstette 1995), enough to see that a sentence is not in the article's language.
struct LanguageProfile: Sendable {
  static let languages = ["en", "de", "fr", "es", "pt", "it", "nl", "sv", "pl", "ru", "cs", "tr"]
  static let shared = LanguageProfile()

  /// For each small word the languages that have it, as bits.
  private var masks: [UInt64: UInt16] = [:]

  init() {
    for (index, language) in Self.languages.enumerated() {
      // Single letters are initials in the line-ups of sports pages.
      for word in Resource.lines("stopwords/\(language).txt") where word.unicodeScalars.count > 1 { masks[QualityToken.hash(word), default: 0] |= 1 << index }
    }
  }

  /// The language with most small words among the first 400 tokens, if they say anything.
  func language(of tokens: ArraySlice<QualityToken>) -> Int? {
    let counts = counts(tokens.prefix(400))
    guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] >= 5 else { return nil }
    return best
  }

  func isSmallWord(_ hash: UInt64) -> Bool { masks[hash] != nil }

  func isEnglish(_ article: QualityArticle) -> Bool { language(of: article.tokens[...]) == 0 }

  /// The language of a sentence when it is clearly not `main`: at least four different small words that `main` does not have
  /// and none or one that it has.
  func foreign(_ sentence: ArraySlice<QualityToken>, main: Int) -> Int? {
    var counts = [Int](repeating: 0, count: Self.languages.count)
    var own = 0
    var seen: Set<UInt64> = []
    for token in sentence where token.kind == .word {
      guard let mask = masks[token.hash], seen.insert(token.hash).inserted else { continue }
      if mask >> main & 1 == 1 {
        own += 1
        continue
      }
      for index in counts.indices where mask >> index & 1 == 1 { counts[index] += 1 }
    }
    guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] >= 4, own <= counts[best] / 4 else { return nil }
    return best
  }

  private func counts(_ tokens: ArraySlice<QualityToken>) -> [Int] {
    var counts = [Int](repeating: 0, count: Self.languages.count)
    for token in tokens where token.kind == .word {
      guard let mask = masks[token.hash] else { continue }
      for index in counts.indices where mask >> index & 1 == 1 { counts[index] += 1 }
    }
    return counts
  }
}
