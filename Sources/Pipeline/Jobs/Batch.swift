internal import Boilerplate
package import Copies
package import Fingerprints
package import Input
internal import Text

/// What decides the result of a run over a batch.
package struct BatchOptions: Sendable {
  package var reading = ReadingOptions()
  package var fingerprint = FingerprintConfiguration()
  package var copies = CopyRule()
  package var stories = StoryOptions()
  package var keep = KeepRule()
  /// Bytes of memory that may be taken for keys, stems and sorting, about; nil for any.
  ///
  /// What is kept of each article beside is not in it.
  package var memory: Int?

  package init() {}
}

/// How much memory a run may take for what can go to files, and where these are made.
struct MemoryLimit: Sendable, Hashable {
  var bytes: Int
  /// nil is TMPDIR, or else /tmp.
  var folder: String?

  init?(_ options: BatchOptions) {
    guard let bytes = options.memory else { return nil }
    self.bytes = bytes
    folder = options.reading.temporaryFolder
  }

  /// Bytes of keys that are in memory before they go to a file.
  var keys: Int { bytes / 16 }
  /// Bytes for what is sorted at a time.
  var sorting: Int { bytes / 4 }
  /// Bytes of texts, as stems and their weights, that are in memory at a time.
  var texts: Int { bytes / 8 * 3 }
  /// Bytes for an index of rare keys.
  var index: Int { bytes / 8 }
}

/// A batch that was read: what every job starts from.
package struct Batch: Sendable {
  package private(set) var corpus: Corpus
  package let store: ArticleStore
  let options: BatchOptions
  let context: RunContext
  private let ingestion: Ingestion

  /// Reads the inputs once.
  ///
  /// - Throws: ``ReadingError`` that names a missing input, ``FingerprintError`` for parameters out of range.
  init(
    inputs: ArticleInputs, options: BatchOptions, wantsStories: Bool, wantsContentsOnly: Bool = false, context: RunContext,
    supplement: Supplement? = nil, witness: Ingestion.Witness? = nil
  ) throws {
    let source = try ArticleSource(inputs: inputs, options: options.reading, supplement: supplement?.name)
    var ingestion = Ingestion(configuration: options.fingerprint, wantsStories: wantsStories, context: context)
    ingestion.prefer = options.keep.prefer
    ingestion.wantsContentsOnly = wantsContentsOnly
    ingestion.memory = wantsContentsOnly ? nil : MemoryLimit(options)
    self.ingestion = ingestion
    ingestion.witness = witness
    corpus = try ingestion.run(source, supplement: supplement?.choose)
    store = source.store()
    self.options = options
    self.context = context
  }

  /// Articles that are read with those of the inputs, and chosen by them.
  package struct Supplement {
    /// What messages call where they come from.
    package var name: String
    /// JSON lines with the default names of fields.
    package var choose: (Corpus) throws -> [UInt8]

    package init(name: String, choose: @escaping (Corpus) throws -> [UInt8]) {
      self.name = name
      self.choose = choose
    }
  }

  /// Reads a part of a batch, of whose whole the recurring lines and passages are known; members of the passages by their numbers
  /// in `inputs`.
  init(
    part inputs: ArticleInputs, of knowledge: (inout Batch) throws -> BatchBoilerplate, recurring: RecurringBoilerplate,
    options: BatchOptions, wantsStories: Bool, context: RunContext
  ) throws {
    let source = try ArticleSource(inputs: inputs, options: options.reading)
    var ingestion = Ingestion(configuration: options.fingerprint, wantsStories: wantsStories, context: context)
    ingestion.prefer = options.keep.prefer
    ingestion.recurring = recurring
    self.ingestion = ingestion
    corpus = try ingestion.run(source)
    store = source.store()
    self.options = options
    self.context = context
    corpus.boilerplate = try knowledge(&self)
    let parser: @Sendable () -> RecordParser = { RecordParser(options: options.reading) }
    try ingestion.refine(&corpus, corpus.boilerplate.passages.articles, store: store, parser: parser)
  }

  /// What the run may take of the memory before it goes to files.
  var memory: MemoryLimit? { ingestion.memory }

  /// Hands out the texts of `distinct`; the keys and stems of the corpus are gone then.
  mutating func takeTexts(_ distinct: DistinctArticles) -> StoryTexts {
    corpus.keys = CopyKeys(corpus.keys.configuration)
    corpus.spilled = nil
    let texts = StoryTexts(corpus, distinct)
    corpus.sequences = StemSequences()
    corpus.spilledStems = nil
    return texts
  }

  /// Finds the copies whose relation `counts`, and the passages that are the pages'; those leave the corpus.
  mutating func findCopies(_ counts: @escaping @Sendable (CopyRelation) -> Bool) throws -> CopyStage.Result {
    context.onProgress(.stage(.copies))
    var stage = CopyStage(
      rule: options.copies, counts: counts, keep: options.keep, findsPassages: ingestion.wantsStories, context: context)
    stage.memory = ingestion.memory
    let reading = options.reading
    let parser: @Sendable () -> RecordParser = { RecordParser(options: reading) }
    let found = try stage.run(corpus, store: store, parser: parser)
    guard !found.passages.isEmpty, !ingestion.wantsContentsOnly else { return found }
    corpus.boilerplate.passages = found.passages
    try ingestion.refine(&corpus, found.passages.articles, store: store, parser: parser)
    return try stage.run(corpus, store: store, earlier: found, parser: parser)
  }
}
