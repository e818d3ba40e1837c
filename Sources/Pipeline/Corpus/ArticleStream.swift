package import Articles
package import Input
internal import Synchronization

/// Work on one article after the other, in parallel, with results delivered in input order: for jobs that need no other article.
///
/// Memory does not grow with the batch, but for the ids. Articles whose id came before are left out.
package struct ArticleStream: Sendable {
  package var reading: ReadingOptions
  package var context: RunContext

  package init(reading: ReadingOptions, context: RunContext) {
    self.reading = reading
    self.context = context
  }

  /// What a run has seen.
  package struct Summary: Sendable {
    package var articles = 0
    package var skipped: [SkippedRecord] = []
    package var warnings = Warnings()
    /// Bytes of article text.
    package var textBytes = 0

    package init() {}
  }

  /// The result for one article.
  package struct Item<Value: Sendable>: Sendable {
    package var value: Value
    /// The id as JSON: as it came in, or FILE:LINE as a string.
    package var identifier: [UInt8]
    /// The id, or FILE:LINE.
    package var name: String

    package init(value: Value, identifier: [UInt8], name: String) {
      self.value = value
      self.identifier = identifier
      self.name = name
    }
  }

  /// The results of one chunk, before repeated ids are known.
  private struct Piece<Value: Sendable>: Sendable {
    var batch: ArticleBatch
    var values: [Value]
  }

  private struct State {
    var ids = DuplicateIDs()
    var summary = Summary()
  }

  /// Calls `deliver` with the results in input order.
  ///
  /// `makeWorker` makes what one thread reuses from article to article; `work` is called from any thread, `deliver` with the
  /// results of one chunk at a time.
  ///
  /// - Throws: ``ReadingError`` that names a missing input, what `deliver` throws.
  /// - Returns: what was read and what was left out.
  package func run<Worker: ~Copyable, Value: Sendable>(
    inputs: ArticleInputs, makeWorker: @Sendable () -> Worker,
    work: @Sendable (ArticleRecord, ArticleBatch, inout Worker) -> Value, deliver: @Sendable ([Item<Value>]) throws -> Void
  ) throws -> Summary {
    let source = try ArticleSource(inputs: inputs, options: reading)
    let state = Mutex(State())
    let delivery = OrderedDelivery<Piece<Value>>()
    _ = try Parallel.map(context.threads, in: context, makeState: makeWorker) { _, worker in
      var parser = source.makeParser()
      while let chunk = try source.nextChunk() {
        if context.isCancelled() { throw RunCancelled() }
        let batch = chunk.parse(with: &parser)
        var values: [Value] = []
        values.reserveCapacity(batch.records.count)
        for record in batch.records { values.append(work(record, batch, &worker)) }
        try delivery.put(Piece(batch: batch, values: values), at: chunk.index) { piece in
          try deliver(state.withLock { Self.finish(piece, source.names, &$0) })
        }
        context.onProgress(.reading(bytes: source.bytesRead, of: source.totalBytes))
      }
    }
    return state.withLock { state in
      state.summary.warnings += source.closingWarnings()
      return state.summary
    }
  }

  /// Drops articles whose id came before and counts the others; called in input order.
  private static func finish<Value>(_ piece: Piece<Value>, _ names: InputNames, _ state: inout State) -> [Item<Value>] {
    var batch = piece.batch
    let all = batch.records
    let renamed = state.ids.settle(&batch, names: names) { $0.site(in: $1) }
    var items: [Item<Value>] = []
    items.reserveCapacity(batch.records.count)
    var kept = batch.records.makeIterator()
    var next = kept.next()
    for (record, value) in zip(all, piece.values) where record.location == next?.location {
      next = kept.next()
      var identifier: [UInt8] = []
      names.appendIdentifier(of: record, in: batch, renamed: renamed[items.count], to: &identifier)
      let name = renamed[items.count].map { String(decoding: $0, as: UTF8.self) }
      items.append(Item(value: value, identifier: identifier, name: name ?? names.identifier(of: record, in: batch)))
      state.summary.textBytes += record.text.count
    }
    state.summary.articles += items.count
    state.summary.skipped += batch.skipped
    state.summary.warnings += batch.warnings
    return items
  }
}
