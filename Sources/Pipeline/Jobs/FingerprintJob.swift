internal import Articles
package import Fingerprints
package import Input
internal import Stories
internal import Boilerplate

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
    var scanner: ArticleScanner
  }

  /// Calls `deliver` with the articles in input order, one call at a time.
  ///
  /// Boilerplate is left out, but for lines that only the rest of a batch tells: a fingerprint depends on its article alone.
  ///
  /// - Throws: ``ReadingError`` that names a missing input, ``FingerprintError`` for parameters out of range, what `deliver` throws.
  package func run(
    inputs: ArticleInputs,
    deliver: @Sendable ([ArticleStream.Item<Fingerprint>]) throws -> Void
  ) throws -> ArticleStream.Summary {
    let fingerprinter = try Fingerprinter(options.fingerprint)
    let detector = BoilerplateDetector()
    return try ArticleStream(reading: options.reading, context: context).run(
      inputs: inputs, makeWorker: { Worker(fingerprinter: fingerprinter, scanner: ArticleScanner(detector: detector)) },
      work: { record, batch, worker in
        worker.scanner.read(record, of: batch, site: 0)
        return worker.fingerprinter.fingerprint(worker.scanner.words, weight: WordWeights.weight)
      }, deliver: deliver)
  }
}

/// Fingerprints texts in memory.
package enum TextFingerprinter {
  /// Immutable: the lists are read once a process.
  private static let detector = BoilerplateDetector()

  /// The fingerprint of a text in UTF-8, as ``FingerprintJob`` gives it to an article.
  package static func fingerprint(_ text: [UInt8], with fingerprinter: Fingerprinter) -> Fingerprint {
    var fingerprinter = fingerprinter
    var batch = ArticleBatch()
    batch.bytes = text + [UInt8](repeating: 0, count: ArticleBatch.padding)
    var record = ArticleRecord(location: RecordLocation(file: 0, line: 1, offset: 0, length: 0))
    record.text = ByteRange(0, text.count)
    var scanner = ArticleScanner(detector: detector)
    scanner.read(record, of: batch, site: 0)
    return fingerprinter.fingerprint(scanner.words, weight: WordWeights.weight)
  }
}
