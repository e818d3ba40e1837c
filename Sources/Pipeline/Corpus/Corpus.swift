package import Articles
package import Boilerplate
internal import CKernels
internal import CXXHash
package import Copies
internal import Files
package import Fingerprints
package import Input
package import Text

/// A batch as the line keeps it after the one pass over its text: places, keys and, when stories are wanted, stems.
package struct Corpus: Sendable {
  package internal(set) var table = ArticleTable()
  package internal(set) var keys: CopyKeys
  /// The keys where they do not fit into memory; ``keys`` is empty then.
  var spilled: SpilledKeys?
  package internal(set) var sequences = StemSequences()
  /// The stems where they do not fit into memory; ``sequences`` is empty then.
  var spilledStems: SpilledStems?
  /// A hash of each text without its white space; kept instead of keys when only identical texts are sought.
  package internal(set) var squeezed: [UInt32] = []
  /// The articles that take part, ascending: all but those whose id another had before.
  package internal(set) var active: [UInt32] = []
  /// Boilerplate that only the batch tells.
  package internal(set) var boilerplate = BatchBoilerplate()
  package internal(set) var repeatedIDs: [RepeatedID] = []
  package internal(set) var skipped: [SkippedRecord] = []
  package internal(set) var warnings = Warnings()
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
  /// Whether only identical texts are sought: then no text is cut into words.
  var wantsContentsOnly = false
  /// Outlets that the table ranks articles by.
  var prefer = OutletRanks()
  /// Memory that keys and stems may take before they go to files; nil for any.
  var memory: MemoryLimit?
  /// What the whole batch has told, where the inputs are only a part of it; nil when they are the batch.
  package var recurring: RecurringBoilerplate?
  /// Sees each piece of the batch as it was read, before anything is known of the whole; called by several threads, in no order.
  var witness: Witness?
  package var context: RunContext

  package typealias Witness = @Sendable (ArticleFeatures) throws -> Void

  package init(configuration: FingerprintConfiguration, wantsStories: Bool, context: RunContext) {
    self.configuration = configuration
    self.wantsStories = wantsStories
    self.context = context
  }

  /// What a thread reuses from chunk to chunk.
  private struct Worker: ~Copyable {
    var parser: RecordParser
    var fingerprinter: Fingerprinter
    var body: BodyReader
    var scanner = WordScanner()
    var subject = HeadlineSubject()
    var days = NamedDaysReader()
    var squeezer = TextSqueezer()
    let stemmer = LearnedStemmer()
  }

  /// Reads the articles of `source`, then those that `supplement` chooses by them (without what only a whole batch tells of
  /// them), see ``ArticleSource/supply(_:)``.
  ///
  /// - Throws: ``FingerprintError`` for parameters out of range, ``RunCancelled``.
  package func run(_ source: ArticleSource, supplement: ((Corpus) throws -> [UInt8])? = nil) throws -> Corpus {
    let merger = CorpusMerger(
      Corpus(configuration), names: source.names, expectedBytes: wantsStories ? source.totalBytes : 0,
      memory: memory)
    try read(source, into: merger)
    if let supplement {
      source.supply(try supplement(merger.current))
      try read(source, into: merger)
    }
    var corpus = try merger.finish()
    corpus.warnings += source.closingWarnings()
    if let recurring {
      corpus.boilerplate.recurring = recurring
      return corpus
    }
    let recurring = corpus.boilerplate.recurring
    if !recurring.isEmpty {
      // Those lines are known only now.
      let affected = corpus.active.filter { recurring.concerns(site: corpus.table.sites[Int($0)]) }
      try refine(&corpus, affected, store: source.store(), parser: { source.makeParser() })
    }
    return corpus
  }

  private func read(_ source: ArticleSource, into merger: CorpusMerger) throws {
    let fingerprinter = try Fingerprinter(configuration)
    let detector = BoilerplateDetector.standard
    let known = BatchBoilerplate(recurring: recurring ?? RecurringBoilerplate())
    _ = try Parallel.map(
      context.threads, in: context,
      makeState: {
        Worker(
          parser: source.makeParser(), fingerprinter: fingerprinter,
          body: BodyReader(detector: detector, knowledge: known, sample: recurring == nil ? merger.sample : nil))
      }
    ) { _, worker in
      while let chunk = try source.nextChunk() {
        if context.isCancelled() { throw RunCancelled() }
        let piece = process(chunk.parse(with: &worker.parser), &worker)
        try witness?(ArticleFeatures(table: piece.table, keys: piece.keys, sequences: piece.sequences))
        try merger.add(piece, at: chunk.index)
        context.onProgress(.reading(bytes: source.bytesRead, of: source.totalBytes))
      }
    }
  }

  /// Reads `articles` (ascending) again, with what the batch has told of their boilerplate since.
  ///
  /// - Throws: ``ReadingError`` when a text cannot be read again.
  func refine(_ corpus: inout Corpus, _ articles: [UInt32], store: ArticleStore, parser: @Sendable () -> RecordParser) throws {
    guard !articles.isEmpty else { return }
    guard corpus.spilled != nil || corpus.spilledStems != nil else {
      return try refineAtOnce(&corpus, articles, store: store, parser: parser)
    }
    for part in articles.pieces(Self.refinedAtOnce) {
      try refineAtOnce(&corpus, Array(part), store: store, parser: parser)
    }
  }

  /// Articles whose new keys are in memory together.
  private static let refinedAtOnce = 1 << 16

  private func refineAtOnce(
    _ corpus: inout Corpus, _ articles: [UInt32], store: ArticleStore, parser: @Sendable () -> RecordParser
  ) throws {
    let fingerprinter = try Fingerprinter(configuration)
    let detector = BoilerplateDetector.standard
    let pieces = Parallel.pieces(of: articles.count, size: 256)
    let table = corpus.table, knowledge = corpus.boilerplate
    var refined = try Parallel.map(
      pieces.count, in: context,
      makeState: {
        Worker(parser: parser(), fingerprinter: fingerprinter, body: BodyReader(detector: detector, knowledge: knowledge))
      }
    ) { piece, worker throws(ReadingError) in
      let numbers = articles[pieces[piece]]
      let batch = try store.read(numbers.map { table.locations[Int($0)] }, with: &worker.parser)
      return process(batch, &worker, articles: Array(numbers))
    }
    var all = CorpusPiece(configuration)
    all.sequences.reserve(words: refined.reduce(0) { $0 + $1.sequences.codes.count }, articles: articles.count)
    for place in refined.indices {
      all.table.append(refined[place].table)
      all.keys.append(refined[place].keys)
      all.sequences.append(refined[place].sequences)
      refined[place] = CorpusPiece(configuration)
    }
    corpus.table.replaceWordCounts(articles, with: all.table.wordCounts)
    if corpus.spilled != nil {
      try corpus.spilled?.replace(articles, with: all.keys)
    } else {
      corpus.keys.replace(articles, with: all.keys)
    }
    if corpus.spilledStems != nil {
      try corpus.spilledStems?.replace(articles, with: all.sequences)
    } else if wantsStories {
      corpus.sequences.replace(articles, with: all.sequences)
    }
  }

  /// `articles` are the numbers of the records where they are known.
  private func process(_ batch: ArticleBatch, _ worker: inout Worker, articles: [UInt32]? = nil) -> CorpusPiece {
    var piece = CorpusPiece(configuration)
    piece.skipped = batch.skipped
    piece.warnings = batch.warnings
    for (place, record) in batch.records.enumerated() {
      let site = record.site(in: batch)
      if wantsContentsOnly {
        let (hash, hasWords) = worker.squeezer.read(record, of: batch, &worker.body)
        // How many words there are is the same in identical texts, so nothing depends on it.
        append(record, of: batch, words: hasWords ? 1 : 0, site: site, to: &piece)
        piece.squeezed.append(hash)
        continue
      }
      worker.body.read(record, of: batch, site: site, article: articles?[place])
      if recurring == nil { piece.recurring.add(site: site, worker.body.scan) }
      append(
        record, of: batch, words: worker.body.words.count, site: site,
        subject: worker.subject.read(record, of: batch, worker.body.words),
        days: worker.days.read(record, of: batch, worker.body.words),
        to: &piece)
      // Of a text that is not read to its end, nothing is said but that another is the very same.
      let words = worker.body.isCut ? WordStream() : worker.body.words
      piece.keys.append(words, fingerprinter: &worker.fingerprinter)
      if wantsStories {
        worker.stemmer.use(words: words.count) {
          piece.sequences.append(
            words, of: worker.body.bytes, from: worker.body.range.lowerBound, stemmer: &$0, scanner: &worker.scanner)
        }
      }
    }
    worker.body.release()
    return piece
  }

  private func append(
    _ record: ArticleRecord, of batch: ArticleBatch, words: Int, site: UInt64, subject: UInt32 = 0, days: UInt8 = 0,
    to piece: inout CorpusPiece
  ) {
    let range = record.text.indices
    let content = ArticleTable.ContentHash(batch.bytes, range)
    piece.table.append(record, of: batch, content: content, words: words, site: site, subject: subject, days: days)
    if !prefer.isEmpty {
      piece.table.setOutletRank(prefer.rank(outlet: batch.bytes[record.source.indices], host: record.hostName(in: batch)))
    }
    piece.textBytes += range.count
  }
}

/// What was read of some articles, all of it in memory: by number from 0.
package struct ArticleFeatures: Sendable {
  package let table: ArticleTable
  package let keys: CopyKeys
  package let sequences: StemSequences
}

extension Corpus {
  /// What was read of all articles, where it is in memory: without a limit of that.
  package var features: ArticleFeatures { ArticleFeatures(table: table, keys: keys, sequences: sequences) }
}

/// One chunk's part of a corpus.
struct CorpusPiece: Sendable {
  var table = ArticleTable()
  var keys: CopyKeys
  var sequences = StemSequences()
  var squeezed: [UInt32] = []
  var recurring = RecurringLines()
  var skipped: [SkippedRecord] = []
  var warnings = Warnings()
  var textBytes = 0

  init(_ configuration: FingerprintConfiguration) { keys = CopyKeys(configuration) }
}

extension ArticleTable.ContentHash {
  package init(_ bytes: [UInt8], _ range: Range<Int>) {
    // SAFETY: the range lies inside the array.
    self = unsafe bytes.withUnsafeBytes { all in
      let hash = unsafe xxh3_128(all.baseAddress.map { unsafe $0 + range.lowerBound }, range.count)
      return ArticleTable.ContentHash(high: hash.high, low: hash.low)
    }
  }
}

extension Corpus {
  /// Everything that was left out, with the reason: records that could not be read, then those whose id another had before.
  package func skippedRecords(_ names: InputNames) -> [SkippedRecord] {
    skipped
      + repeatedIDs.map { repeated in
        let article = Int(repeated.article)
        return DuplicateIDs.skipped(
          table.id(article).span, at: table.locations[article], earlier: (repeated.file, repeated.line), names: names)
      }
  }
}

/// Hashes texts without their white space; one for each thread, as it reuses its buffer.
struct TextSqueezer: Sendable {
  private var squeezed: [UInt8] = []

  /// A hash of the record's text, equal for texts that differ in white space alone, and whether the text has words.
  ///
  /// `reader` reads the few texts that do not show it. Linear.
  mutating func read(_ record: ArticleRecord, of batch: ArticleBatch, _ reader: inout BodyReader) -> (
    hash: UInt32, hasWords: Bool
  ) {
    let text = batch.bytes.span.extracting(record.text.indices)
    if squeezed.count < text.count { squeezed = [UInt8](repeating: 0, count: text.count * 2) }
    // SAFETY: the buffer has room for all bytes of the text.
    let hash = unsafe text.withUnsafeBufferPointer { bytes in
      unsafe squeezed.withUnsafeMutableBufferPointer { buffer in
        unsafe xxh3_64(buffer.baseAddress, newsprint_squeeze(bytes.baseAddress, bytes.count, buffer.baseAddress))
      }
    }
    return (UInt32(truncatingIfNeeded: hash >> 32), hasWords(record, text, of: batch, &reader))
  }

  private func hasWords(_ record: ArticleRecord, _ text: Span<UInt8>, of batch: ArticleBatch, _ reader: inout BodyReader) -> Bool
  {
    // What markup hides is no word.
    if let view = TextView(of: text) {
      if Self.hasLetter(view.bytes.span.extracting(0..<view.count)) { return true }
    } else if Self.hasLetter(text) {
      return true
    }
    reader.read(record, of: batch, site: 0)
    return reader.words.count > 0
  }

  private static func hasLetter(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where TextBytes.isLetterOrDigit(text[index]) { return true }
    return false
  }
}
