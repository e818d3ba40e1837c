internal import Drift
internal import Text

struct RepeatedParagraphRule: QualityRule {
  let id = FlagID.repeatedParagraph
  let definition = "A paragraph or a long sentence stands in the article twice."
  let example = "The paragraph on the harbour's tides appears again below the second heading."
  let limits = """
    Compared word by word: a repetition in other words is not found. A refrain or a quoted slogan of eight words counts; a shorter \
    sentence with a price, or a question of less than sixteen, does not. What readers' comments repeat is minor.
    """
  let weight = QualityTuning.standard.defectWeight
  let growsWithLength = true

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    let message = "The article says this twice, word by word."
    let least = QualityTuning.standard.repeatedWords
    // Lines at the top that are printed twice without being the title were left out as furniture.
    var result = article.titles().filter { !$0.isTitle && TokenText(Array(article.bytes[$0.range])).words.count >= least }
      .map { flag(article, $0.range, .major, message) }
    var seen: [UInt64: Range<Int>] = [:]
    var run: Range<Int>?
    for sentence in article.sentences {
      let repeated = repeats(article, sentence, &seen, least)
      if repeated, let open = run, open.upperBound == sentence.lowerBound {
        run = open.lowerBound..<sentence.upperBound
      } else {
        if let run { result.append(flag(article, article.bytes(run), .major, message)) }
        run = repeated ? sentence : nil
      }
    }
    if let run { result.append(flag(article, article.bytes(run), .major, message)) }
    return result
  }

  private func isMoney(_ article: QualityArticle, _ token: QualityToken) -> Bool {
    let bytes = article.bytes[token.range]
    return bytes.last == UInt8(ascii: "$") || Self.currencies.contains { bytes.elementsEqual($0) }
  }

  private static let currencies = ["€", "£", "eur", "EUR", "euro", "euros"].map { Array($0.utf8) }

  /// Whether the sentence stood in the article before; short ones, addresses and figures repeat by chance.
  private func repeats(
    _ article: QualityArticle, _ sentence: Range<Int>, _ seen: inout [UInt64: Range<Int>], _ least: Int
  ) -> Bool {
    let tokens = article.tokens[sentence]
    let words = tokens.count { $0.kind == .word && $0.range.count < 40 }
    guard words >= least else { return false }
    // "Tickets cost $50 (full) and $25 (reduced)." is said of each play, a question is put to each guest.
    if words < QualityTuning.standard.repeatedFormWords, tokens.contains(where: { $0.isMark("?") || isMoney(article, $0) }) {
      return false
    }
    let hash = tokens.reduce(1) { ($0 ^ $1.hash) &* 0xD6E8_FEB8_6659_FD93 &+ 1 }
    guard let first = seen[hash], article.tokens[first].elementsEqual(tokens, by: { $0.hash == $1.hash }) else {
      seen[hash] = sentence
      return false
    }
    return true
  }
}
