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
/// Everything that looks at an article's text after the copies are known starts from this value, so that text, page furniture,
/// credits and condition are found once and by one way.
struct ReadArticle {
  let article: UInt32
  let site: UInt64
  /// The bytes of the text and of the title.
  let text: [UInt8]
  let title: [UInt8]
  /// The page's own text inside ``text``, as flags name it.
  let furniture: [FurnitureSpan]
  let attribution: WireAttribution
  let credits: ArticleCredits
  /// How sound the text is, and its words outside furniture; nil for an article that has no other version.
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
  private let tools: ReadingTools
  private var scan = FurnitureScan()
  private var scanner = WordScanner()
  private var words = WordStream()
  private var meter = PairMeter()

  init(parser: RecordParser, tools: ReadingTools) {
    self.parser = parser
    self.tools = tools
  }

  /// The articles in the order in which they are asked for; `versions` says which are to be measured.
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
    let bytes = batch.bytes.span
    let text = bytes.extracting(record.text.indices)
    tools.detector.scan(text, title: bytes.extracting(record.title.indices), into: &scan)
    let attribution = tools.wires.attribution(of: text)
    let isRevision =
      RevisionMarker.marks(batch.bytes[record.text.indices]) || RevisionMarker.marks(batch.bytes[record.title.indices])
    return ReadArticle(
      article: article, site: site, text: Array(batch.bytes[record.text.indices]),
      title: Array(batch.bytes[record.title.indices]),
      furniture: scan.spans, attribution: attribution, credits: ArticleCredits(attribution, isRevision: isRevision),
      version: isMeasured ? version(record, of: batch, site: site) : nil)
  }

  /// Measures a text without the furniture that batch and page give away; the whole of one that is nothing else.
  private mutating func version(_ record: ArticleRecord, of batch: ArticleBatch, site: UInt64) -> ReadArticle.Version {
    let range = record.text.indices
    let excluded = tools.recurring.spans(of: scan, site: site).map { $0.range.indices }
    scanner.scan(batch.bytes, range, excluding: excluded, into: &words)
    let condition = TextCondition(batch.bytes.span.extracting(range), words: words, furniture: excluded)
    let measured = meter.article(batch.bytes, range, excluding: excluded)
    return ReadArticle.Version(
      condition: condition, measured: measured.words > 0 ? measured : meter.article(batch.bytes, range))
  }
}

/// What reading needs and all threads share.
struct ReadingTools: Sendable {
  let detector = FurnitureDetector()
  let wires = WireReader()
  let recurring: RecurringFurniture
}

extension QualityArticle {
  /// The article as flags look at it.
  init(_ read: ReadArticle) {
    self.init(text: read.text, title: read.title, furniture: read.furniture, attribution: read.attribution)
  }
}
