internal import Copies
package import Input

/// A batch that was read: what every job starts from.
package struct Batch: Sendable {
  package let corpus: Corpus
  package let store: ArticleStore
  let options: BatchOptions
  let threads: Int
  let onProgress: @Sendable (Progress) -> Void

  /// Reads the inputs once.
  ///
  /// - Throws: ``ReadingError`` that names a missing input, ``FingerprintError`` for parameters out of range.
  init(
    inputs: [String], options: BatchOptions, wantsStories: Bool, threads: Int,
    onProgress: @escaping @Sendable (Progress) -> Void
  ) throws {
    let source = try ArticleSource(inputs: inputs, options: options.reading)
    var ingestion = Ingestion(configuration: options.fingerprint, wantsStories: wantsStories, threads: threads)
    ingestion.prefer = options.keep.prefer
    corpus = try ingestion.run(source) { onProgress(.reading(bytes: $0, of: source.totalBytes)) }
    store = source.store()
    self.options = options
    self.threads = threads
    self.onProgress = onProgress
  }

  /// Finds the copies whose relation `counts`.
  func findCopies(_ counts: @escaping @Sendable (CopyRelation) -> Bool) throws -> CopyStage.Result {
    onProgress(.stage(.copies))
    let stage = CopyStage(rule: options.copies, counts: counts, keep: options.keep, threads: threads)
    let reading = options.reading
    return try stage.run(corpus, store: store, parser: { RecordParser(options: reading) })
  }
}
