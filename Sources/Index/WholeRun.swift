internal import Files
internal import Foundation
internal import GRDB
internal import Input
internal import Output
internal import Pipeline
internal import Synchronization
internal import Tables

/// `newsprint cluster` over all articles of a scope, older versions too, as they are at one moment: others read and write
/// meanwhile.
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
    /// The keys of these, by their places in ``waiting``, see ``ArticleKeys/entries``.
    var keys: ExternalSort
  }

  func find() throws -> Found {
    let folder = options.batch.reading.temporaryFolder
    var waiting: [Int64] = []
    return try IndexFile.withFile(
      in: folder,
      writing: { file in
        try index.read { database in
          waiting = try WaitingRoom(database: database, scope: options.scope).numbers()
          try writeNumbered(to: file, database)
        }
      }
    ) { (path: String) throws -> Found in
      let keys = WaitingKeys(of: waiting, scope: options.scope, folder: folder)
      let job = ClusterJob(options: options.stored, roles: roles, context: context)
      let result = try job.run(inputs: .paths([path]), witness: waiting.isEmpty ? nil : keys.add)
      let table = result.batch.corpus.table
      var found = Found(waiting: waiting, keys: keys.sort)
      found.numbers = (0..<table.count).map { Self.number(of: $0, in: table) }
      (found.members, found.stories, found.events) = (result.members, result.stories, result.events)
      return found
    }
  }

  /// The number by which ``writeNumbered(to:_:)`` called an article.
  static func number(of article: Int, in table: ArticleTable) -> Int64 {
    table.id(article).dropFirst().reduce(0 as Int64) { $0 &* 10 &+ Int64($1 &- 0x30) }
  }

  /// Every article and older version, called by its number, in the order of the numbers.
  private func writeNumbered(to file: AtomicFile, _ database: Database) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT number, data FROM article JOIN record ON record.article = number WHERE scope = ? ORDER BY number",
      arguments: [options.scope])
    var packed: [(number: Int64, data: Data)] = []
    func unpack() throws {
      let all = packed
      let pieces = Parallel.pieces(of: all.count, size: 256)
      let lines = try Parallel.map(pieces.count, in: context, makeState: { RecordPacker() }) { piece, packer in
        var lines: [UInt8] = []
        lines.reserveCapacity(pieces[piece].count * IndexTuning.usualBytes)
        for (number, data) in all[pieces[piece]] { try packer.appendLine(data, id: "k\(number)", to: &lines) }
        return lines
      }
      for piece in lines { try file.write(piece.span) }
      packed.removeAll(keepingCapacity: true)
    }
    while let row = try rows.next() {
      packed.append((row[0], row[1]))
      if packed.count == IndexTuning.unpackedTogether { try unpack() }
    }
    try unpack()
  }
}

/// The keys of the articles that wait for their stories, made while all are read: afterwards their words may lie in files.
private final class WaitingKeys: Sendable {
  private let waiting: [Int64]
  private let maker: KeyMaker
  private let keys: Mutex<ExternalSort>

  init(of waiting: [Int64], scope: String, folder: String?) {
    self.waiting = waiting
    maker = KeyMaker(scope: scope)
    keys = Mutex(ExternalSort(memory: IndexTuning.keyMemory, folder: folder))
  }

  /// The entries of all that came, by places in the list of those that wait.
  var sort: ExternalSort { keys.withLock { $0 } }

  /// Takes in those of the articles that wait.
  func add(_ features: ArticleFeatures) throws(ReadingError) {
    let places = (0..<features.table.count).map { place(of: WholeRun.number(of: $0, in: features.table)) }
    var start = 0
    while start < places.count {
      var end = start
      while end < places.count, places[end] != nil { end += 1 }
      if end > start {
        let entries = maker.entries(of: start..<end, features) { UInt64(places[$0] ?? 0) }
        try keys.withLock { keys throws(ReadingError) in try keys.append(entries) }
      }
      start = end + 1
    }
  }

  private func place(of number: Int64) -> Int? {
    let place = waiting.partitioningIndex { $0 >= number }
    return place < waiting.count && waiting[place] == number ? place : nil
  }
}
