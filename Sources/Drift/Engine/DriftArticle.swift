import Articles
import Alignment
import Text

/// One article, read closely, with all that is known of it before it is compared.
final class DriftArticle {
  let text: LinguisticText
  let bags: SentenceBags
  /// The words and the values of the figures that occur anywhere.
  let words: WordSet
  let figures: Set<Double>

  init(_ text: LinguisticText, knowledge: WordKnowledge) {
    self.text = text
    bags = SentenceBags(text, knowledge: knowledge)
    var words = WordSet()
    for token in text.tokens where token.kind != .mark { words.insert(token.word) }
    self.words = words
    figures = Set(text.figures.lazy.map(\.value))
  }
}

/// The articles read last, the latest first: the versions of a story are compared with one original, one after the other.
struct RecentArticles {
  private var articles: [DriftArticle] = []

  private static let most = 16
  /// Longer texts are not kept, so that memory stays bounded.
  private static let longest = 1 << 16

  mutating func article(_ bytes: [UInt8], read: () -> DriftArticle) -> DriftArticle {
    let known = articles.firstIndex { $0.text.bytes == bytes }
    let article = known.map { articles.remove(at: $0) } ?? read()
    guard bytes.count <= Self.longest else { return article }
    if articles.count == Self.most { articles.removeLast() }
    articles.insert(article, at: 0)
    return article
  }
}
