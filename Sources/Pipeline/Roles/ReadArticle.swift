internal import Articles
internal import Boilerplate
internal import Credits
internal import Files
internal import Input
internal import Quality
internal import Relations
internal import Text

/// One article, read again once: what roles, credits, composites and flags share.
///
/// Everything that looks at an article's text after the copies are known starts from this value, so that body, credits and
/// condition are found once and by one way.
struct ReadArticle {
  let article: UInt32
  let site: UInt64
  let body: ArticleBody
  /// The reading in tokens: credits and flags go by them.
  let tokens: TokenText
  /// The bytes of the title.
  let title: [UInt8]
  let attribution: WireAttribution
  let credits: ArticleCredits
  /// What comparing it with other versions needs; nil for an article that has none.
  let version: Version?

  /// An article ready to be measured against others.
  struct Version {
    let condition: TextCondition
    let measured: PairMeter.Article
  }
}

/// Reads articles again, for one thread.
struct ArticleReader: ~Copyable {
  private var parser: RecordParser
  private let wires: WireReader
  private var reader: BodyReader
  private var meter = PairMeter()

  init(parser: RecordParser, tools: ReadingTools) {
    self.parser = parser
    wires = tools.wires
    reader = tools.reader
  }

  /// The articles in the order in which they are asked for; `measuring` says which are to be measured.
  ///
  /// - Throws: ``ReadingError`` when a file is gone or was changed.
  mutating func read(
    _ articles: [UInt32], of corpus: Corpus, store: ArticleStore, measuring: (UInt32) -> Bool
  ) throws(ReadingError) -> [ReadArticle] {
    let batch = try store.read(articles.map { corpus.table.locations[Int($0)] }, with: &parser)
    var result: [ReadArticle] = []
    result.reserveCapacity(articles.count)
    for (record, article) in zip(batch.records, articles) {
      result.append(read(record, of: batch, article, site: corpus.table.sites[Int(article)], isMeasured: measuring(article)))
    }
    return result
  }

  private mutating func read(
    _ record: ArticleRecord, of batch: ArticleBatch, _ article: UInt32, site: UInt64, isMeasured: Bool
  ) -> ReadArticle {
    let body = reader.body(record, of: batch, site: site, article: article)
    let tokens = TokenText(body.reading)
    let attribution = wires.attribution(of: tokens)
    let isRevision =
      RevisionMarker.marks(batch.bytes[record.text.indices]) || RevisionMarker.marks(batch.bytes[record.title.indices])
    return ReadArticle(
      article: article, site: site, body: body, tokens: tokens, title: Array(batch.bytes[record.title.indices]),
      attribution: attribution,
      credits: ArticleCredits(attribution, isRevision: isRevision, publisher: publisher(record, of: batch)),
      version: isMeasured ? version(record, of: batch) : nil)
  }

  private func publisher(_ record: ArticleRecord, of batch: ArticleBatch) -> Publisher? {
    Publisher(
      outlet: String(decoding: batch.bytes[record.source.indices], as: UTF8.self),
      address: String(decoding: batch.bytes[record.url.indices], as: UTF8.self))
  }

  /// Measures the article that was read last.
  private mutating func version(_ record: ArticleRecord, of batch: ArticleBatch) -> ReadArticle.Version {
    ReadArticle.Version(
      condition: TextCondition(batch.bytes.span.extracting(record.text.indices), reader),
      measured: meter.article(reader.words, of: reader.bytes, reader.range))
  }
}

/// What reading needs and all threads share.
struct ReadingTools: Sendable {
  let wires = WireReader()
  let reader: BodyReader

  init(knowledge: BatchBoilerplate) { reader = BodyReader(detector: BoilerplateDetector.standard, knowledge: knowledge) }
}

extension QualityArticle {
  /// The article as flags look at it.
  init(_ read: ReadArticle) { self.init(read.body, read.tokens, title: read.title, attribution: read.attribution) }
}
