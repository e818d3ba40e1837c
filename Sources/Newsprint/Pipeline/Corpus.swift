package import Articles
internal import CXXHash
package import Fingerprinting
package import Matching
package import Reading
package import TextAnalysis

/// A batch as the line keeps it after the one pass over its text: places, keys and, when stories are wanted, stems.
package struct Corpus: Sendable {
  package internal(set) var table = ArticleTable()
  package internal(set) var keys: CopyKeys
  package internal(set) var sequences = StemSequences()
  /// The articles that take part, ascending: all but those whose id another had before.
  package internal(set) var active: [UInt32] = []
  package internal(set) var repeatedIDs: [RepeatedID] = []
  package internal(set) var skipped: [SkippedRecord] = []
  package internal(set) var warnings: [SkippedRecord] = []
  /// Bytes of article text.
  package internal(set) var textBytes = 0

  init(_ configuration: FingerprintConfiguration) { keys = CopyKeys(configuration) }
}

/// An article that is left out because an earlier one has its id.
package struct RepeatedID: Sendable {
  package var article: UInt32
  /// Where the id was used before.
  package var file: UInt32
  package var line: UInt32
}

/// The pass over the text: every article is parsed, scanned and fingerprinted once, in parallel over chunks of the input.
package struct Ingestion: Sendable {
  package var configuration: FingerprintConfiguration
  package var wantsStories: Bool
  package var threads: Int

  package init(configuration: FingerprintConfiguration, wantsStories: Bool, threads: Int) {
    self.configuration = configuration
    self.wantsStories = wantsStories
    self.threads = threads
  }

  /// What a thread reuses from chunk to chunk.
  private struct Worker: ~Copyable {
    var parser: RecordParser
    var fingerprinter: Fingerprinter
    var scanner = WordScanner()
    var words = WordStream()
    var stemmer = Stemmer()
  }

  /// - Throws: ``FingerprintError`` for parameters out of range.
  package func run(_ source: ArticleSource, onProgress: @escaping @Sendable (Int) -> Void) throws -> Corpus {
    let fingerprinter = try Fingerprinter(configuration)
    let merger = CorpusMerger(Corpus(configuration), expectedBytes: wantsStories ? source.totalBytes : 0)
    _ = Parallel.map(threads, threads: threads, makeState: {
      Worker(parser: source.makeParser(), fingerprinter: fingerprinter)
    }) { _, worker in
      while let chunk = source.nextChunk() {
        merger.add(process(chunk, &worker), at: chunk.index)
        onProgress(source.bytesRead)
      }
    }
    return merger.finish()
  }

  private func process(_ chunk: RecordChunk, _ worker: inout Worker) -> CorpusPiece {
    let batch = chunk.parse(with: &worker.parser)
    var piece = CorpusPiece(configuration)
    piece.skipped = batch.skipped
    piece.warnings = batch.warnings
    for record in batch.records {
      let range = record.text.indices
      worker.scanner.scan(batch.bytes, range, into: &worker.words)
      piece.table.append(
        record, of: batch, content: ArticleTable.ContentHash(batch.bytes, range), words: worker.words.count)
      piece.keys.append(worker.words, fingerprinter: &worker.fingerprinter)
      piece.textBytes += range.count
      if wantsStories {
        piece.sequences.append(
          worker.words, of: batch.bytes, from: range.lowerBound, stemmer: &worker.stemmer, scanner: &worker.scanner)
      }
    }
    return piece
  }
}

/// One chunk's part of a corpus.
struct CorpusPiece: Sendable {
  var table = ArticleTable()
  var keys: CopyKeys
  var sequences = StemSequences()
  var skipped: [SkippedRecord] = []
  var warnings: [SkippedRecord] = []
  var textBytes = 0

  init(_ configuration: FingerprintConfiguration) { keys = CopyKeys(configuration) }
}

extension ArticleTable.ContentHash {
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    // SAFETY: the range lies inside the array.
    self = unsafe bytes.withUnsafeBytes { all in
      let hash = unsafe xxh3_128(all.baseAddress.map { unsafe $0 + range.lowerBound }, range.count)
      return ArticleTable.ContentHash(high: hash.high, low: hash.low)
    }
  }
}
