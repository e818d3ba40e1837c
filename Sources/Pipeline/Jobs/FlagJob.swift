internal import Articles
internal import Credits
package import Quality
package import Input
internal import Boilerplate

/// Flags every article of the inputs, each on its own: streams, so that memory does not grow with the batch but for the ids.
///
/// ``ClusterFlagJob`` says more, as it knows the version that an article goes back to.
package struct FlagJob: Sendable {
  package var reading: ReadingOptions
  package var threads: Int

  package init(reading: ReadingOptions = ReadingOptions(), threads: Int) {
    self.reading = reading
    self.threads = threads
  }

  /// Calls `deliver` with the reports in input order, one call at a time.
  ///
  /// - Throws: ``ReadingError`` that names a missing input, what `deliver` throws.
  package func run(
    inputs: [String], onProgress: @escaping @Sendable (Progress) -> Void = { _ in },
    deliver: @Sendable ([ArticleStream.Item<QualityReport>]) throws -> Void
  ) throws -> ArticleStream.Summary {
    let reader = QualityReader()
    let inspector = QualityInspector()
    return try ArticleStream(reading: reading, threads: threads).run(
      inputs: inputs, makeWorker: {}, onProgress: onProgress,
      work: { record, batch, _ in inspector.inspect(reader.article(record, of: batch)) }, deliver: deliver)
  }
}

/// Makes of a record what the flag rules look at.
struct QualityReader: Sendable {
  private let detector = BoilerplateDetector()
  private let wires = WireReader()

  func article(_ record: ArticleRecord, of batch: ArticleBatch) -> QualityArticle {
    let text = Array(batch.bytes[record.text.indices])
    let title = Array(batch.bytes[record.title.indices])
    return QualityArticle(
      text: text, title: title, boilerplate: detector.ranges(in: text.span, title: title.span),
      attribution: wires.attribution(of: text))
  }

  func attribution(_ record: ArticleRecord, of batch: ArticleBatch) -> WireAttribution {
    wires.attribution(of: Array(batch.bytes[record.text.indices]))
  }
}
