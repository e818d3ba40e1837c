internal import Articles
internal import Boilerplate
internal import Drift
internal import Text

struct RepeatedTitleRule: QualityRule {
  let id = FlagID.titleRepeated
  let definition = "The title stands in the text again."
  let example = "\"River rises again\" as the title and as the first line of the text."
  let limits =
    "Only the first lines are compared, word by word; a title with other words is not found, nor one without a title's field."
  let weight = QualityTuning.standard.titleWeight

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    article.titles().filter(\.isTitle).map { flag(article, $0.range, .minor, "The title is printed again.") }
  }
}

extension QualityArticle {
  /// The lines at the top that repeat the title or another line, and whether it is the title.
  func titles() -> [(range: Range<Int>, isTitle: Bool)] {
    let spans = boilerplate.filter { $0.kind == .title }
    guard !spans.isEmpty else { return [] }
    let title = TokenText(title).words
    return spans.map { span in
      let words = TokenText(Array(bytes[span.range.indices])).words
      // A line printed twice stands for a title when it is short and no sentence, and the record has no title to tell.
      let isTitle =
        title.isEmpty
        ? words.count <= 12 && !endsSentence(span.range.indices) && repeatsLineAbove(span.range.indices)
        : words.starts(with: title) || title.starts(with: words)
      return (span.range.indices, isTitle)
    }
  }

  /// Whether the line right above says the same; a refrain comes again after others.
  private func repeatsLineAbove(_ range: Range<Int>) -> Bool {
    guard let end = bytes[..<range.lowerBound].lastIndex(where: { !TextBytes.isSpace($0) }) else { return false }
    return TokenText(Array(bytes[line(around: end)])).words == TokenText(Array(bytes[range])).words
  }

  private func endsSentence(_ range: Range<Int>) -> Bool {
    guard let last = bytes[range].lastIndex(where: { !TextBytes.isSpace($0) }) else { return false }
    // The mark may be one of several bytes.
    return String(decoding: bytes[range.lowerBound...last].suffix(4), as: UTF8.self).last.map { ".:!?؟۔।。！？：".contains($0) }
      ?? false
  }
}

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
    // Lines at the top that are printed twice without being the title were left out as boilerplate.
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
