internal import Files
internal import GRDB
internal import Input
internal import Pipeline
internal import Synchronization
internal import Tables

/// `newsprint cluster` over all articles of a scope, older versions too; others read and write meanwhile.
struct WholeRun {
  let index: IndexFile
  let options: IndexOptions
  let roles: RoleEffort
  let context: RunContext

  struct Found {
    /// The articles' numbers, ascending: what the run calls article `i` is `numbers[i]`.
    var numbers: [Int64] = []
    var members: [ClusterJob.Member] = []
    var stories: [ClusterJob.Story] = []
    var events = ContentIDs()
    /// The numbers of the articles that wait for their stories, ascending.
    var waiting: [Int64] = []
    /// The keys of these, by their places in ``waiting``, see ``ArticleKeys/entries``; in buckets of ascending keys.
    var keys: NumberBuckets
  }

  func find() throws -> Found {
    // In one view: what comes later and waits has no keys in this run, and no place.
    let (waiting, extent) = try index.read { database in
      (
        try WaitingRoom(database: database, scope: options.scope).numbers(),
        try StoredExtent(database, scope: options.scope)
      )
    }
    let keys = WaitingKeys(of: waiting, scope: options.scope, folder: options.batch.reading.temporaryFolder)
    let job = ClusterJob(options: options.stored, roles: roles, context: context)
    let result = try job.run(inputs: index.numberedArticles(extent), witness: waiting.isEmpty ? nil : keys.add)
    let table = result.batch.corpus.table
    var found = Found(waiting: waiting, keys: keys.buckets)
    found.numbers = (0..<table.count).map { Self.number(of: $0, in: table) }
    (found.members, found.stories, found.events) = (result.members, result.stories, result.events)
    return found
  }

  /// The number that ``IndexFile/numberedArticles(_:)`` called an article by.
  static func number(of article: Int, in table: ArticleTable) -> Int64 {
    table.id(article).dropFirst().reduce(0 as Int64) { $0 &* 10 &+ Int64($1 &- 0x30) }
  }
}

/// The keys of the articles that wait for their stories, made while all are read: afterwards their words may lie in files.
private final class WaitingKeys: Sendable {
  private let waiting: [Int64]
  private let maker: KeyMaker
  private let keys: Mutex<NumberBuckets>

  init(of waiting: [Int64], scope: String, folder: String?) {
    self.waiting = waiting
    maker = KeyMaker(scope: scope)
    keys = Mutex(NumberBuckets(count: 1 << IndexTuning.keyGroupBits, memory: IndexTuning.keyMemory, folder: folder))
  }

  /// The entries of all that came, by places in the list of those that wait.
  var buckets: NumberBuckets { keys.withLock { $0 } }

  /// An entry's key is in its highest bits.
  private static func bucket(of entry: UInt64) -> Int { Int(entry >> UInt64(64 - IndexTuning.keyGroupBits)) }

  /// Takes in those of the articles that wait.
  func add(_ features: ArticleFeatures) throws(ReadingError) {
    let places = (0..<features.table.count).map { place(of: WholeRun.number(of: $0, in: features.table)) }
    var start = 0
    while start < places.count {
      var end = start
      while end < places.count, places[end] != nil { end += 1 }
      if end > start {
        let entries = maker.entries(of: start..<end, features) { UInt64(places[$0] ?? 0) }
        try keys.withLock { keys throws(ReadingError) in
          for entry in entries { try keys.append(entry, to: Self.bucket(of: entry)) }
        }
      }
      start = end + 1
    }
  }

  private func place(of number: Int64) -> Int? {
    let place = waiting.partitioningIndex { $0 >= number }
    return place < waiting.count && waiting[place] == number ? place : nil
  }
}
