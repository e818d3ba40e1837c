internal import Articles
internal import Boilerplate
internal import Drift
internal import Text

/// The end of a text that its page withholds, though residue or nothing but one sentence says so.
///
/// "… it would have to be a… Read the rest of the story at Campus News", with the page's disclaimer behind it, and "The full text
/// of this article is no longer available." behind a teaser in the same line.
struct WithheldText {
  let article: QualityArticle
  /// Marks of a page that cuts its texts.
  let marks: PhraseIndex
  /// What a page says that shows the beginning of an article only.
  let paywall: PhraseIndex

  /// The bytes that say so; nil where nothing does.
  ///
  /// Linear in the text.
  var range: Range<Int>? { linked ?? announced }

  /// A link to the whole text behind dots, with next to nothing of the article behind it.
  private var linked: Range<Int>? {
    let tokens = article.tokens
    for span in article.boilerplate where span.kind == .related || span.kind == .sourceLink {
      let range = span.range.indices
      let next = tokens.firstIndex { $0.range.lowerBound >= range.lowerBound } ?? tokens.count
      if next >= QualityTuning.standard.leastTeaser, tokens[next - 1].isEllipsis, leadsOn(range.lowerBound),
        words(from: next) <= QualityTuning.standard.longestLinkedTail
      {
        return range
      }
    }
    return nil
  }

  /// Whether the mark of a text that goes on begins at byte `start`: links to other texts do not.
  private func leadsOn(_ start: Int) -> Bool {
    guard let place = article.text.tokens.firstIndex(where: { $0.start >= start }) else { return false }
    return !marks.matches(at: place, in: article.text.hashes).isEmpty
  }

  private func words(from place: Int) -> Int { article.tokens[place...].count { $0.kind != .mark } }

  /// One of the last sentences of a short text when it begins with such words.
  private var announced: Range<Int>? {
    let tuning = QualityTuning.standard
    guard article.words.count <= tuning.longestWithheld else { return nil }
    for sentence in article.sentences.suffix(3) where sentence.lowerBound > 0 {
      let hashes = article.tokens[sentence].prefix(Self.opening).map(\.hash)
      guard article.tokens[..<sentence.lowerBound].count(where: { $0.kind != .mark }) >= tuning.leastTeaser,
        hashes.indices.prefix(2).contains(where: { !paywall.matches(at: $0, in: hashes).isEmpty })
      else { continue }
      return article.bytes(sentence)
    }
    return nil
  }

  /// Tokens at the beginning of a sentence in which the phrase stands.
  private static let opening = 16
}
