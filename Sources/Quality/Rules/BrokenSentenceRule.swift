struct BrokenSentenceRule: QualityRule {
  let id = "broken-sentence"
  let definition = """
    A sentence that no editor would let pass: it begins in small letters, doubles a small word, or breaks the plainest \
    rules of agreement.
    """
  let example = "\"The port was shut. the largest in the region.\"; \"they was told\"; \"in the the harbour\"."
  let limits = "The grammar checks know English only and a few patterns; a sentence may be broken in many other ways."
  let weight = 0.45
  let growsWithLength = true
  private let checks = EnglishGrammar()
  private let names = QualityToken.hashes("iphone ipad ipod itunes ebay e-mail email eu de van von al la le el bin d di da")
  private let doubled = QualityToken.hashes(
    "the a an of to at for and or with from as was were be been are his their its these they we my your")

  func flags(in article: QualityArticle, cluster: ClusterContext?, after flags: [QualityFlag]) -> [QualityFlag] {
    var result: [QualityFlag] = []
    let tokens = article.tokens
    let isEnglish = article.language == LanguageProfile.english
    for (index, sentence) in article.sentences.enumerated() {
      if index > 0, beginsSmall(article, sentence, after: article.sentences[index - 1]) {
        let end = min(sentence.lowerBound + 4, sentence.upperBound)
        result.append(flag(article, article.bytes(sentence.lowerBound..<end), .major, "A sentence begins in small letters."))
      }
      for i in sentence.dropLast() where tokens[i].kind == .word && tokens[i].hash == tokens[i + 1].hash {
        guard doubled.contains(tokens[i].hash), !tokens[i].isCapital, !tokens[i + 1].isCapital else { continue }
        result.append(flag(article, article.bytes(i..<i + 2), .minor, "A word is doubled."))
      }
      guard isEnglish else { continue }
      for (range, message) in checks.errors(article, sentence) {
        result.append(flag(article, article.bytes(range), .minor, message))
      }
    }
    return result
  }

  /// Whether a sentence begins with a small letter after one that ended with a full stop in the same line.
  private func beginsSmall(_ article: QualityArticle, _ sentence: Range<Int>, after previous: Range<Int>) -> Bool {
    let tokens = article.tokens
    let first = tokens[sentence.lowerBound]
    guard sentence.count >= 3, first.kind == .word, !first.isCapital, first.range.count >= 2, first.initial >= 0x61,
      first.initial < 0x250,
      !hasCapital(article, first.range),
      !names.contains(first.hash), !tokens[sentence.lowerBound + 1].isMark("@"),
      first.line == tokens[previous.upperBound - 1].line
    else { return false }
    // "Yahoo! shares rose", "..." and closing quotes end no sentence for sure.
    guard tokens[previous.upperBound - 1].isMark("."), previous.count >= 4 else { return false }
    let before = tokens[previous.upperBound - 2]
    let isWord = before.kind == .word && before.range.count >= 3 && !before.isUpper && !before.isCapital
    let second = tokens[sentence.lowerBound + 1]
    return isWord && (second.isSpaced || second.isMark(","))
  }

  private func hasCapital(_ article: QualityArticle, _ range: Range<Int>) -> Bool {
    article.bytes[range].contains { $0 >= 0x41 && $0 <= 0x5A }
  }
}
