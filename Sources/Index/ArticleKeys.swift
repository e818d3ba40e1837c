internal import Boilerplate
internal import Copies
internal import Files
internal import Fingerprints
internal import Input
internal import Pipeline
internal import Stories
internal import Tables
internal import Text

/// The keys under which an index finds articles again: 32 bits of a hash below the number of its kind.
///
/// They depend on the article alone, so that they hold for good whatever comes after: bands and sampled shingles for copies; the
/// rarest stems and pairs of stems, by a reference collection's frequencies, for rewrites. Where the collection knows neither of
/// two, their hash decides, which makes a sample that any two articles draw alike (bottom-k, Cohen 1997).
struct ArticleKeys: Sendable {
  /// `key << placeBits | place of the article`, ascending, each once.
  private(set) var entries: [UInt64] = []

  static let placeBits: UInt64 = 26
  fileprivate static let placeMask: UInt64 = 1 << placeBits - 1
  /// Kinds from here on are a story's; below are the copies'.
  fileprivate static let storyKind: UInt64 = 48
  static let keyBits = 38

  /// What a key is made of: see ``CopyKeys/appendIndexKeys(of:to:)`` for those of copies.
  enum Kind: Sendable { case band, head, sample, story }

  static func kind(_ key: UInt64) -> Kind {
    switch key >> 32 {
    case storyKind...: .story
    case CopyKeys.indexSampleKind: .sample
    case CopyKeys.indexHeadKind: .head
    default: .band
    }
  }

  static func isStory(_ key: UInt64) -> Bool { key >> 32 >= storyKind }
  static func key(_ entry: UInt64) -> UInt64 { entry >> placeBits }
  static func place(_ entry: UInt64) -> Int { Int(entry & placeMask) }

  init() {}

  /// Keys that are known, ascending, each once.
  init(entries: [UInt64]) { self.entries = entries }

  /// The keys of a corpus whose articles are called n0, n1 and so on, which are their places.
  ///
  /// The corpus must not yet have been told what only a batch knows. Linear in the words.
  init(_ corpus: Corpus, scope: String, context: RunContext) throws {
    let maker = KeyMaker(scope: scope)
    let features = corpus.features
    let pieces = Parallel.pieces(of: features.table.count, size: 256)
    let made = try Parallel.map(pieces.count, in: context, makeState: {}) { piece, _ in
      maker.entries(of: pieces[piece], features) { Self.place(of: $0, in: features.table) }
    }
    entries = made.flatMap(\.self)
    RadixSort.sort(&entries, bits: 0..<Int(Self.placeBits) + Self.keyBits)
    entries = Self.distinct(entries)
  }

  private static func distinct(_ sorted: [UInt64]) -> [UInt64] {
    var result: [UInt64] = []
    result.reserveCapacity(sorted.count)
    for entry in sorted where entry != result.last { result.append(entry) }
    return result
  }

  fileprivate static func place(of article: Int, in table: ArticleTable) -> UInt64 {
    var place: UInt64 = 0
    for digit in table.id(article).dropFirst() { place = place &* 10 &+ UInt64(digit &- 0x30) }
    return place & placeMask
  }

  /// The keys alone, ascending, each once.
  var keys: [UInt64] {
    var keys: [UInt64] = []
    for entry in entries where Self.key(entry) != keys.last { keys.append(Self.key(entry)) }
    return keys
  }

  /// What is stored for articles of these numbers, ascending; without the story's keys of those that `hasAll` denies.
  func postings(numbers: [Int64], hasAll: [Bool]) -> [Posting] {
    var postings: [Posting] = []
    postings.reserveCapacity(entries.count)
    for entry in entries {
      let key = Self.key(entry), place = Self.place(entry)
      guard numbers[place] > 0, hasAll[place] || !Self.isStory(key) else { continue }
      postings.append(Posting(key: key, article: UInt32(numbers[place])))
    }
    return postings
  }
}

extension ArticleKeys {
  /// The keys of articles' lines, and their texts' hashes by place; nil for a line that has no article.
  static func reading(_ lines: [UInt8], count: Int, options: IndexOptions, context: RunContext) throws -> (
    keys: ArticleKeys, contents: [ArticleTable.ContentHash?]
  ) {
    let source = try ArticleSource(inputs: .memory(lines, name: "index"), options: options.storedFew.reading)
    var ingestion = Ingestion(configuration: options.batch.fingerprint, wantsStories: true, context: context)
    // What is kept of an article depends on it alone.
    ingestion.recurring = RecurringBoilerplate()
    let corpus = try ingestion.run(source)
    var contents = [ArticleTable.ContentHash?](repeating: nil, count: count)
    for article in 0..<corpus.table.count { contents[Int(place(of: article, in: corpus.table))] = corpus.table.contents[article] }
    return (try ArticleKeys(corpus, scope: options.scope, context: context), contents)
  }
}

/// Makes the keys of articles of one scope.
///
/// Scopes salt the hashes, so that they share no key but by chance.
struct KeyMaker: Sendable {
  private let salt: UInt64
  private let rarest = RarestFeatures(IndexTuning.rarest)

  init(scope: String) { salt = Self.salt(scope) }

  /// 0 for the scope that has no name.
  private static func salt(_ scope: String) -> UInt64 {
    // FNV-1a: the file must not depend on a seed of this run.
    scope.isEmpty ? 0 : UInt64(scope.utf8.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 })
  }

  /// The entries of some articles, in no order; `place` is what an article is called in them.
  func entries(of articles: Range<Int>, _ features: ArticleFeatures, place: (Int) -> UInt64) -> [UInt64] {
    var entries: [UInt64] = []
    var copies: [UInt64] = []
    var story: [UInt32] = []
    var scratch = RarestFeatures.Scratch()
    for article in articles {
      let place = place(article)
      copies.removeAll(keepingCapacity: true)
      features.keys.appendIndexKeys(of: article, to: &copies)
      for key in copies { entries.append((key ^ salt) << ArticleKeys.placeBits | place) }
      rarest.choose(features.sequences, article: article, scratch: &scratch, into: &story)
      for key in story { entries.append((ArticleKeys.storyKind << 32 | UInt64(key) ^ salt) << ArticleKeys.placeBits | place) }
    }
    return entries
  }
}

extension IndexOptions {
  /// Articles of the index have Newsprint's own names of fields.
  var stored: BatchOptions {
    var options = batch
    options.reading = options.reading.ofOwnRecords
    return options
  }

  /// For so few of them that they are in memory whatever the limit.
  var storedFew: BatchOptions {
    var options = stored
    options.memory = nil
    return options
  }
}
