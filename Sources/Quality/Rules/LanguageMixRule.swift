struct LanguageMixRule: QualityRule {
  let id = "language-mix"
  let definition = "A sentence in another language than the article, or letters of another script inside its words."
  let example = "\"Le port reste fermé pour des raisons de sécurité.\" in an English article; \"Mоscow\" with a Cyrillic o."
  let limits = """
    Knows twelve European languages by their small words, in sentences of eight words and more; quotations in the \
    original language are flagged too.
    """
  let weight = 0.25

  func flags(in article: QualityArticle, cluster: ClusterContext?, after flags: [QualityFlag]) -> [QualityFlag] {
    let profile = LanguageProfile.shared
    var result: [QualityFlag] = []
    if let main = article.language {
      for sentence in article.sentences where sentence.count >= 8 {
        guard let other = profile.foreign(article.tokens[sentence], main: main) else { continue }
        let message = "A sentence in another language (\(LanguageProfile.languages[other])) than the article."
        result.append(flag(article, article.bytes(sentence), .minor, message))
      }
    }
    let (latin, other) = scripts(article)
    var last = -2
    for (i, token) in article.tokens.enumerated() where token.kind == .word && token.range.count >= 3 {
      if isMixed(article.bytes, token.range) {
        result.append(flag(article, token.range, .major, "Letters of two scripts in one word."))
      } else if latin > 20 * other, token.initial >= 0x370, token.initial < 0x1E00 || token.initial >= 0x2E80 {
        // One flag for a run of words.
        if last + 1 < i { result.append(flag(article, token.range, .minor, "Words in another script than the article.")) }
        last = i
      }
    }
    return result
  }

  private func scripts(_ article: QualityArticle) -> (latin: Int, other: Int) {
    let other = article.tokens.lazy.filter { $0.initial >= 0x370 }.count
    return (article.words.count - other, other)
  }

  /// Whether a word has both ASCII letters and Cyrillic ones.
  private func isMixed(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var ascii = false
    var cyrillic = false
    for i in range {
      if text[i] | 0x20 >= 0x61, text[i] | 0x20 <= 0x7A { ascii = true }
      if text[i] == 0xD0 || text[i] == 0xD1 { cyrillic = true }
    }
    return ascii && cyrillic
  }
}
