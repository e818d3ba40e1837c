internal import Articles
internal import Boilerplate
package import Fingerprints
package import Input
internal import Stories

/// Fingerprints every article of the inputs, for other engines and for later runs.
package struct FingerprintJob: Sendable {
  package var options: BatchOptions
  package var context: RunContext

  package init(options: BatchOptions = BatchOptions(), context: RunContext) {
    self.options = options
    self.context = context
  }

  private struct Worker: ~Copyable {
    var fingerprinter: Fingerprinter
    var body: BodyReader
  }

  /// Calls `deliver` with the articles in input order, one call at a time.
  ///
  /// Boilerplate is left out, but for lines that only the rest of a batch tells: a fingerprint depends on its article alone.
  ///
  /// - Throws: ``ReadingError`` that names a missing input, ``FingerprintError`` for parameters out of range, what `deliver`
  ///   throws.
  package func run(
    inputs: ArticleInputs,
    deliver: @Sendable ([ArticleStream.Item<Fingerprint>]) throws -> Void
  ) throws -> ArticleStream.Summary {
    let fingerprinter = try Fingerprinter(options.fingerprint)
    let detector = BoilerplateDetector.standard
    return try ArticleStream(reading: options.reading, context: context).run(
      inputs: inputs, makeWorker: { Worker(fingerprinter: fingerprinter, body: BodyReader(detector: detector)) },
      work: { record, batch, worker in
        worker.body.read(record, of: batch, site: 0)
        worker.body.release()
        return worker.fingerprinter.fingerprint(worker.body.words, weight: WordWeights.weight)
      }, deliver: deliver)
  }
}

/// Fingerprints texts in memory.
package enum TextFingerprinter {
  /// The fingerprint of a text in UTF-8, as ``FingerprintJob`` gives it to an article.
  package static func fingerprint(_ text: [UInt8], with fingerprinter: Fingerprinter) -> Fingerprint {
    var fingerprinter = fingerprinter
    let batch = ArticleBatch(text: text)
    var body = BodyReader(detector: .standard)
    for record in batch.records { body.read(record, of: batch, site: 0) }
    return fingerprinter.fingerprint(body.words, weight: WordWeights.weight)
  }
}
