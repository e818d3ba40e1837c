package import Fingerprints
internal import Stories
internal import Boilerplate

/// Fingerprints every article of the inputs, for other engines and for later runs.
package struct FingerprintJob: Sendable {
  package var options: BatchOptions
  package var threads: Int

  package init(options: BatchOptions = BatchOptions(), threads: Int) {
    self.options = options
    self.threads = threads
  }

  private struct Worker: ~Copyable {
    var fingerprinter: Fingerprinter
    var body: BodyReader
  }

  /// Calls `deliver` with the articles in input order, one call at a time.
  ///
  /// Boilerplate is left out, but for lines that only the rest of a batch tells: a fingerprint depends on its article alone.
  ///
  /// - Throws: ``ReadingError`` that names a missing input, ``FingerprintError`` for parameters out of range, what `deliver` throws.
  package func run(
    inputs: [String], onProgress: @escaping @Sendable (Progress) -> Void = { _ in },
    deliver: @Sendable ([ArticleStream.Item<Fingerprint>]) throws -> Void
  ) throws -> ArticleStream.Summary {
    let fingerprinter = try Fingerprinter(options.fingerprint)
    let detector = BoilerplateDetector()
    return try ArticleStream(reading: options.reading, threads: threads).run(
      inputs: inputs, makeWorker: { Worker(fingerprinter: fingerprinter, body: BodyReader(detector: detector)) },
      onProgress: onProgress,
      work: { record, batch, worker in
        worker.body.read(record, of: batch, site: 0)
        return worker.fingerprinter.fingerprint(worker.body.words, weight: WordWeights.weight)
      }, deliver: deliver)
  }
}
