internal import Articles
internal import Boilerplate
internal import Credits
package import Input
package import Quality
internal import Text

/// Flags every article of the inputs, each on its own: streams, so that memory does not grow with the batch but for the ids.
///
/// ``ClusterJob/wantsFlags`` says more, as it knows the version that an article goes back to.
package struct FlagJob: Sendable {
  package var reading: ReadingOptions
  package var context: RunContext

  package init(reading: ReadingOptions = ReadingOptions(), context: RunContext) {
    self.reading = reading
    self.context = context
  }

  /// Calls `deliver` with the reports in input order, one call at a time.
  ///
  /// - Throws: ``ReadingError`` that names a missing input, what `deliver` throws.
  package func run(
    inputs: ArticleInputs,
    deliver: @Sendable ([ArticleStream.Item<QualityReport>]) throws -> Void
  ) throws -> ArticleStream.Summary {
    let reader = QualityReader()
    let inspector = QualityInspector()
    return try ArticleStream(reading: reading, context: context).run(
      inputs: inputs, makeWorker: { reader },
      work: { record, batch, reader in inspector.inspect(reader.article(record, of: batch)) }, deliver: deliver)
  }
}

/// Flags articles in memory, each on its own.
package struct ArticleFlagger: Sendable {
  /// Immutable: the lists are read once a process.
  package static let shared = ArticleFlagger()

  private let reader = QualityReader()
  private let inspector = QualityInspector()

  /// Both are UTF-8.
  package func report(text: [UInt8], title: [UInt8]) -> QualityReport {
    let batch = ArticleBatch(text: text, title: title)
    var reader = reader
    return inspector.inspect(reader.article(batch.records[0], of: batch))
  }
}

/// Makes of a record what the flag rules look at.
struct QualityReader: Sendable {
  private var reader: BodyReader
  private let wires = WireReader()

  init(knowledge: BatchBoilerplate = BatchBoilerplate()) {
    reader = BodyReader(detector: BoilerplateDetector.standard, knowledge: knowledge)
  }

  mutating func article(_ record: ArticleRecord, of batch: ArticleBatch, article: UInt32? = nil) -> QualityArticle {
    let body = reader.body(record, of: batch, site: record.site(in: batch), article: article)
    let tokens = TokenText(body.reading)
    return QualityArticle(
      body, tokens, title: Array(batch.bytes[record.title.indices]), attribution: wires.attribution(of: tokens))
  }

  func attribution(_ record: ArticleRecord, of batch: ArticleBatch) -> WireAttribution {
    wires.attribution(of: Array(batch.bytes[record.text.indices]))
  }
}
