internal import Files
internal import Foundation
internal import GRDB
internal import Input
internal import Output
internal import Pipeline

/// `newsprint cluster` over all articles of a scope, older versions too, as they are at one moment: others read and write meanwhile.
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
    /// Keys of the articles that wait for their stories, with the places of these among the numbers, see ``ArticleKeys/entries``.
    var keys: ExternalSort
    /// Those places, ascending.
    var waiting: [Int] = []
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
    ) { path in
      var found = Found(keys: ExternalSort(memory: IndexTuning.keyMemory, folder: folder))
      let maker = KeyMaker(scope: options.scope, context: context)
      let supplement = Batch.Supplement(name: "index") { corpus in
        found.waiting = Self.places(of: waiting, in: corpus)
        try maker.make(found.waiting, of: corpus, into: &found.keys)
        return []
      }
      let job = ClusterJob(options: options.inMemory, roles: roles, context: context)
      let result = try job.run(inputs: .paths([path]), supplement: waiting.isEmpty ? nil : supplement)
      let table = result.batch.corpus.table
      found.numbers = (0..<table.count).map { Self.number(of: $0, in: table) }
      (found.members, found.stories, found.events) = (result.members, result.stories, result.events)
      return found
    }
  }

  private static func number(of article: Int, in table: ArticleTable) -> Int64 {
    table.id(article).dropFirst().reduce(0 as Int64) { $0 &* 10 &+ Int64($1 &- 0x30) }
  }

  private static func places(of numbers: [Int64], in corpus: Corpus) -> [Int] {
    var places: [Int] = []
    var next = 0
    for article in 0..<corpus.table.count where next < numbers.count {
      let number = number(of: article, in: corpus.table)
      while next < numbers.count, numbers[next] < number { next += 1 }
      if next < numbers.count, numbers[next] == number { places.append(article) }
    }
    return places
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
        for (number, data) in all[pieces[piece]] { try packer.unpack(data).appendLine(id: "k\(number)", to: &lines) }
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
