internal import Copies
package import Input

/// A batch that was read: what every job starts from.
package struct Batch: Sendable {
  package let corpus: Corpus
  package let store: ArticleStore
  let options: BatchOptions
  let context: RunContext

  /// Reads the inputs once.
  ///
  /// - Throws: ``ReadingError`` that names a missing input, ``FingerprintError`` for parameters out of range.
  init(
    inputs: ArticleInputs, options: BatchOptions, wantsStories: Bool, context: RunContext
  ) throws {
    let source = try ArticleSource(inputs: inputs, options: options.reading)
    var ingestion = Ingestion(configuration: options.fingerprint, wantsStories: wantsStories, context: context)
    ingestion.prefer = options.keep.prefer
    corpus = try ingestion.run(source)
    store = source.store()
    self.options = options
    self.context = context
  }

  /// Finds the copies whose relation `counts`.
  func findCopies(_ counts: @escaping @Sendable (CopyRelation) -> Bool) throws -> CopyStage.Result {
    context.onProgress(.stage(.copies))
    let stage = CopyStage(rule: options.copies, counts: counts, keep: options.keep, context: context)
    let reading = options.reading
    return try stage.run(corpus, store: store, parser: { RecordParser(options: reading) })
  }
}
