internal import Files
internal import Articles
internal import Boilerplate
internal import Credits
internal import Relations
internal import Input

/// Reads the credits of articles from their texts, in parallel over blocks.
struct CreditPass: Sendable {
  let batch: Batch

  /// Articles whose texts are in memory at a time, a thread.
  private static let blockArticles = 256

  /// The credits by article; none for those not asked for.
  ///
  /// - Throws: ``ReadingError`` when a text cannot be read again.
  func run(_ articles: [UInt32]) throws -> [ArticleCredits] {
    let locations = batch.corpus.table.locations
    let pieces = Parallel.pieces(of: articles.count, size: Self.blockArticles)
    let reader = WireReader()
    let reading = batch.options.reading
    let store = batch.store
    let found = try Parallel.map(pieces.count, in: batch.context, makeState: { RecordParser(options: reading) }) {
      piece, parser throws(ReadingError) in
      let texts = try store.read(articles[pieces[piece]].map { locations[Int($0)] }, with: &parser)
      return texts.records.map { record in
        let text = Array(texts.bytes[record.text.indices])
        return ArticleCredits(
          reader.attribution(of: ArticleBody.reading(text)),
          isRevision: RevisionMarker.marks(texts.bytes[record.text.indices])
            || RevisionMarker.marks(texts.bytes[record.title.indices]))
      }
    }
    var credits = [ArticleCredits](repeating: ArticleCredits(), count: batch.corpus.table.count)
    for (article, read) in zip(articles, found.joined()) { credits[Int(article)] = read }
    return credits
  }
}
