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
  func measurable(_ article: UInt32, site: UInt64, _ boilerplate: inout BoilerplateReader, _ meter: inout PairMeter) -> PairMeter
    .Article?
  {
    guard let place = places[article] else { return nil }
    let record = batch.records[place]
    let read = meter.article(batch.bytes, record.text.indices, excluding: boilerplate.ranges(record, of: batch, site: site))
    return read.words > 0 ? read : meter.article(batch.bytes, record.text.indices)
  }
}

/// Finds boilerplate as matching does.
struct BoilerplateReader {
  let detector: BoilerplateDetector
  let recurring: RecurringBoilerplate
  private var scan = BoilerplateScan()

  init(detector: BoilerplateDetector, recurring: RecurringBoilerplate) {
    self.detector = detector
    self.recurring = recurring
  }

  mutating func ranges(_ record: ArticleRecord, of batch: ArticleBatch, site: UInt64) -> [Range<Int>] {
    let bytes = batch.bytes.span
    detector.scan(bytes.extracting(record.text.indices), title: bytes.extracting(record.title.indices), into: &scan)
    return recurring.spans(of: scan, site: site).map { $0.range.indices }
  }
}
