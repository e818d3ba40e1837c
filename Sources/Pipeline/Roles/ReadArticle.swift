internal import Articles
internal import Boilerplate
package import Credits
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
  /// The time that the page prints above the article, in seconds since 1970.
  let clock: Int64?
  /// What comparing it with other versions needs; nil for an article that has none.
  let version: Version?

  var isStub: Bool { version?.condition.isStub ?? false }

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
  private var words = WordTable()

  /// Words from which the table is made anew, so that it stays in the processor's caches.
  private static let mostWords = 1 << 15

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
    if words.count > Self.mostWords { words = WordTable() }
    let tokens = TokenText(body.reading, words: words)
    let attribution = wires.attribution(of: tokens)
    let isRevision =
      RevisionMarker.marks(batch.bytes[record.text.indices]) || RevisionMarker.marks(batch.bytes[record.title.indices])
    return ReadArticle(
      article: article, site: site, body: body, tokens: tokens, title: Array(batch.bytes[record.title.indices]),
      attribution: attribution,
      credits: ArticleCredits(attribution, isRevision: isRevision, publisher: publisher(record, of: batch)),
      clock: isMeasured ? Self.clock(body, tokens) : nil, version: isMeasured ? version(record, of: batch) : nil)
  }

  /// The clock at the head of the page.
  private static func clock(_ body: ArticleBody, _ text: TokenText) -> Int64? {
    for span in body.boilerplate.prefix(while: { $0.range.start < RoleTuning.headOfPage }) where span.kind == .date {
      if let time = PageClock.time(text.bytes.span.extracting(span.range.indices)) { return time }
    }
    // "Quay shut LISSE | Tue Mar 4, 2014 6:51 pm GMT": behind a bar, whatever of the page stands before it on the line.
    let head = text.tokens.prefix { $0.start < RoleTuning.headOfPage }
    for bar in head.indices where text.bytes[Int(head[bar].start)] == UInt8(ascii: "|") {
      for end in stride(from: min(bar + RoleTuning.longestClock, head.count - 1), to: bar + RoleTuning.shortestClock - 1, by: -1)
      {
        let range = Int(head[bar + 1].start)..<Int(head[end].end)
        if let time = PageClock.time(text.bytes.span.extracting(range)) { return time }
      }
    }
    return nil
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

/// What an article's own words say about where it comes from.
package struct ArticleCredits: Sendable, Hashable {
  /// Names of the credited agencies in the order in which the text credits them: "Reuters", "AFP".
  package var wires: [String] = []
  /// ``Agency/id`` of the same.
  package var agencies: [String] = []
  /// Whether a credit is beyond doubt.
  package var isSure = false
  /// Whether the text has a credit, or words that may be one.
  package var mayCredit = false
  /// Whether one credit says that two agencies or more contributed.
  package var drawsOnSeveral = false
  /// Whether the text or the title begins as an update or a correction does.
  package var isRevision = false
  /// Who published the article, as far as its outlet or address say it.
  package var publisher: Publisher?

  package var isCredited: Bool { !agencies.isEmpty }

  package init() {}

  init(_ attribution: WireAttribution, isRevision: Bool, publisher: Publisher?) {
    wires = attribution.wires
    agencies = attribution.agencies
    self.isRevision = isRevision
    self.publisher = publisher
    isSure = attribution.isSure
    mayCredit = !attribution.evidence.isEmpty
    let contributions: Set<WireEvidenceKind> = [.contribution, .reportingCredit, .sourceLine]
    let contributors = attribution.evidence.filter { $0.isCredit && contributions.contains($0.kind) }
    drawsOnSeveral = Set(contributors.map(\.agency)).count >= 2
  }
}
