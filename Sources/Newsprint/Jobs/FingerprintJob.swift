package import Articles
package import Fingerprinting
internal import Matching
internal import Reading
internal import Synchronization
internal import TextAnalysis

/// Fingerprints every article of the inputs, for other engines and for later runs. Streams: memory does not grow with the batch,
/// but for the ids.
package struct FingerprintJob: Sendable {
  package var options: BatchOptions
  package var threads: Int

  package init(options: BatchOptions = BatchOptions(), threads: Int) {
    self.options = options
    self.threads = threads
  }

  /// One article with its fingerprint.
  package struct Printed: Sendable {
    package var fingerprint: Fingerprint
    /// The id as JSON: as it came in, or FILE:LINE as a string.
    package var identifier: [UInt8]
  }

  /// What a run has seen.
  package struct Summary: Sendable {
    package var articles = 0
    package var skipped: [SkippedRecord] = []
    package var warnings: [SkippedRecord] = []
    package var textBytes = 0
  }

  private struct Worker: ~Copyable {
    var parser: RecordParser
    var fingerprinter: Fingerprinter
    var scanner = WordScanner()
    var words = WordStream()
  }

  /// The fingerprints of one chunk, before repeated ids are known.
  private struct Piece: Sendable {
    var batch: ArticleBatch
    var fingerprints: [Fingerprint]
  }

  private struct State {
    var waiting: [Int: Piece] = [:]
    var next = 0
    var ids = DuplicateIDs()
    var summary = Summary()
  }

  /// Calls `deliver` with the articles in input order, one call at a time.
  ///
  /// - Throws: ``ReadingError`` that names a missing input, ``FingerprintError`` for parameters out of range, what `deliver` throws.
  package func run(
    inputs: [String], onProgress: @escaping @Sendable (Progress) -> Void = { _ in },
    deliver: @Sendable ([Printed]) throws -> Void
  ) throws -> Summary {
    let source = try ArticleSource(inputs: inputs, options: options.reading)
    let fingerprinter = try Fingerprinter(options.fingerprint)
    let state = Mutex(State())
    _ = try Parallel.map(threads, threads: threads, makeState: {
      Worker(parser: source.makeParser(), fingerprinter: fingerprinter)
    }) { _, worker in
      while let chunk = source.nextChunk() {
        let piece = Self.process(chunk, &worker)
        try state.withLock { state in
          state.waiting[chunk.index] = piece
          while let piece = state.waiting.removeValue(forKey: state.next) {
            state.next += 1
            try deliver(Self.finish(piece, source.names, &state))
          }
        }
        onProgress(.reading(bytes: source.bytesRead, of: source.totalBytes))
      }
    }
    return state.withLock { $0.summary }
  }

  private static func process(_ chunk: RecordChunk, _ worker: inout Worker) -> Piece {
    let batch = chunk.parse(with: &worker.parser)
    var fingerprints: [Fingerprint] = []
    fingerprints.reserveCapacity(batch.records.count)
    for record in batch.records {
      worker.scanner.scan(batch.bytes, record.text.indices, into: &worker.words)
      fingerprints.append(worker.fingerprinter.fingerprint(worker.words, weight: WordWeights.weight))
    }
    return Piece(batch: batch, fingerprints: fingerprints)
  }

  /// Drops articles whose id came before and counts the others; called in input order.
  private static func finish(_ piece: Piece, _ names: InputNames, _ state: inout State) -> [Printed] {
    var batch = piece.batch
    let all = batch.records
    state.ids.removeRepeats(from: &batch, names: names)
    var printed: [Printed] = []
    var kept = batch.records.makeIterator()
    var next = kept.next()
    for (record, fingerprint) in zip(all, piece.fingerprints) where record.location == next?.location {
      next = kept.next()
      var identifier: [UInt8] = []
      names.appendIdentifier(of: record, in: batch, to: &identifier)
      printed.append(Printed(fingerprint: fingerprint, identifier: identifier))
      state.summary.textBytes += record.text.count
    }
    state.summary.articles += printed.count
    state.summary.skipped += batch.skipped
    state.summary.warnings += batch.warnings
    return printed
  }
}
