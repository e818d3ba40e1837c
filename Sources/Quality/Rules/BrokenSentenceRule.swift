internal import Drift
internal import Text

struct BrokenSentenceRule: QualityRule {
  let id = FlagID.brokenSentence
  let definition = """
    A sentence that no editor would let pass: it begins in small letters, doubles a small word, or breaks the plainest \
    rules of agreement.
    """
  let example = "\"The port was shut. the largest in the region.\"; \"they was told\"; \"in the the harbour\"."
  let limits = "The grammar checks know English only and a few patterns; a sentence may be broken in many other ways."
  let weight = QualityTuning.standard.brokenWeight
  let growsWithLength = true
  private let checks = EnglishGrammar()
  private let names = TokenText.hashes(
    "iphone ipad ipod itunes ebay e-mail email eu de van von al la le el bin d di da".split(separator: " "))
  private let doubled = TokenText.hashes(
    "the a an of to at for and or with from as was were be been are his their its these they we my your".split(separator: " "))

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    var result: [QualityFlag] = []
    let tokens = article.tokens
    for place in tokens.indices.dropLast() {
      if tokens[place].isMark("."), beginsSmall(article, place + 1) {
        let range = article.bytes(place + 1..<min(place + 5, tokens.count))
        result.append(flag(article, range, .major, "A sentence begins in small letters."))
      }
      if tokens[place].kind == .word, tokens[place].hash == tokens[place + 1].hash, doubled.contains(tokens[place].hash),
        !tokens[place].isCapital, !tokens[place + 1].isCapital, tokens[place].line == tokens[place + 1].line
      {
        result.append(flag(article, article.bytes(place..<place + 2), .minor, "A word is doubled."))
      }
    }
    guard article.language == LanguageProfile.english else { return result }
    for sentence in article.sentences {
      for (range, message) in checks.errors(article, sentence) {
        result.append(flag(article, article.bytes(range), .minor, message))
      }
    }
    return result
  }

  /// Whether a sentence begins with the small letter of token `place`, behind one that ended with a full stop in the same line.
  private func beginsSmall(_ article: QualityArticle, _ place: Int) -> Bool {
    let tokens = article.tokens
    guard place >= 5, place + 3 < tokens.count else { return false }
    let first = tokens[place]
    let stop = tokens[place - 1]
    guard first.kind == .word, first.isSpaced, !first.isCapital, first.range.count >= 2, first.line == stop.line, !stop.isSpaced,
      stop.range.count == 1, first.initial >= 0x61, first.initial < 0x250, !names.contains(first.hash),
      !hasCapital(article, first.range)
    else { return false }
    let before = tokens[place - 2]
    guard before.kind == .word, before.range.count >= 3, !before.isCapital, !tokens[place - 3].isMark("."),
      !SentenceVocabulary.standard.abbreviations.contains(before.hash)
    else { return false }
    let next = tokens[place..<place + 4]
    // A label of the page ("crédit photos : ..."), its clock ("atualizado às 17:42"), an address, a tag, text in another language.
    guard !next.contains(where: { isClock(article, $0) }) else { return false }
    guard next.allSatisfy({ $0.line == first.line && !$0.isMark(":") && !$0.isMark("@") && !$0.isMark("#") && !$0.isMark("/") })
    else { return false }
    let second = tokens[place + 1]
    guard second.isSpaced || second.isMark(",") else { return false }
    guard let main = article.language else { return true }
    return LanguageProfile.shared.foreign(tokens[place..<min(place + 12, tokens.count)], main: main) == nil
      && !next.contains { $0.languages != 0 && $0.languages >> main & 1 == 0 }
  }

  private func isClock(_ article: QualityArticle, _ token: QualityToken) -> Bool {
    token.kind == .number && article.bytes[token.range].contains(UInt8(ascii: ":"))
  }

  private func hasCapital(_ article: QualityArticle, _ range: Range<Int>) -> Bool {
    article.bytes[range].contains(where: TextBytes.isUpper)
  }
}
