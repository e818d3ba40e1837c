internal import Articles
internal import Attribution
package import Quality
package import Reading
internal import TextAnalysis

/// Flags every article of the inputs, each on its own.
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
    let detector = FurnitureDetector()
    let reader = WireReader()
    let inspector = QualityInspector()
    return try ArticleStream(reading: reading, threads: threads).run(
      inputs: inputs, makeWorker: {}, onProgress: onProgress,
      work: { record, batch, _ in
        let text = Array(batch.bytes[record.text.indices])
        let title = Array(batch.bytes[record.title.indices])
        return inspector.inspect(
          QualityArticle(
            text: text, title: title, furniture: detector.ranges(in: text.span, title: title.span),
            attribution: reader.attribution(of: text.span)))
      }, deliver: deliver)
  }
}
