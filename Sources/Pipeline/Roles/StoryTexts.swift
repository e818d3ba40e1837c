internal import Files
internal import Articles
internal import Relations
internal import Input
internal import Boilerplate

/// The texts of one story's members, read again from the input.
struct StoryTexts {
  private let batch: ArticleBatch
  private let places: [UInt32: Int]

  init(_ articles: [UInt32], of corpus: Corpus, store: ArticleStore, parser: inout RecordParser) throws(ReadingError) {
    batch = try store.read(articles.map { corpus.table.locations[Int($0)] }, with: &parser)
    var places: [UInt32: Int] = [:]
    for (place, article) in articles.enumerated() { places[article] = place }
    self.places = places
  }

  /// The bytes of the text and of the title; empty for an article that was not read.
  func text(_ article: UInt32) -> [UInt8] { places[article].map { Array(batch.bytes[batch.records[$0].text.indices]) } ?? [] }
  func title(_ article: UInt32) -> [UInt8] { places[article].map { Array(batch.bytes[batch.records[$0].title.indices]) } ?? [] }

  /// The article ready for measuring, without the boilerplate that batch and page give away.
  func measurable(_ article: UInt32, site: UInt64, _ reader: inout BodyReader, _ meter: inout PairMeter) -> PairMeter.Article? {
    guard let place = places[article] else { return nil }
    reader.read(batch.records[place], of: batch, site: site, article: article)
    return meter.article(reader.words, of: reader.bytes, reader.range)
  }

  /// The article's body; empty for an article that was not read.
  func body(_ article: UInt32, _ reader: inout BodyReader) -> ArticleBody {
    guard let place = places[article] else { return ArticleBody(text: [], view: nil, boilerplate: []) }
    let record = batch.records[place]
    return reader.body(record, of: batch, site: record.site(in: batch), article: article)
  }
}
