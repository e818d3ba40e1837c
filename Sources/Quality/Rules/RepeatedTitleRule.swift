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
