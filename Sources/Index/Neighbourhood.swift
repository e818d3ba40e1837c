internal import Foundation
internal import GRDB
internal import Files
internal import Input
internal import Pipeline

/// New articles together with those of the index that they may belong to, clustered as `newsprint cluster` does it.
///
/// The articles that share keys are looked up, the rest of their stories comes along, and the line runs over them all: one path
/// decides about stories, here and in a batch. Only the frequencies of words differ, which a batch counts over itself.
struct Neighbourhood {
  let database: Database
  let directories: BlockDirectories
  let options: IndexOptions
  let context: RunContext

  /// An article in the run: a new one by its place, or one of the index by its number.
  enum Member: Hashable, Sendable {
    case new(Int)
    case known(Int64)
  }

  /// Where the run put an article.
  struct Place: Sendable {
    var member: Member
    var role: Role
    /// The version that it comes from, itself for an original.
    var parent: Member
    var original: Member
    var similarity: Float

    /// Whether the keys of copies find the article where its story's would.
    var isFaithfulCopy: Bool { role.isFaithful(similarity) && parent != member }
  }

  /// A story of the run.
  struct Story: Sendable {
    var id: String
    /// Index in ``Found/events``.
    var event: Int
    var places: [Place]
  }

  struct Found: Sendable {
    var keys: ArticleKeys
    var stories: [Story]
    /// Ids of the events, from their members' content.
    var events: [String]
    /// The records of the index that took part, by number.
    var records: [Int64: StoredRecord]
  }

  func find(_ articles: [NewArticle]) throws -> Found {
    var lines: [UInt8] = []
    lines.reserveCapacity(articles.reduce(0) { $0 + $1.line.count + 16 })
    for (place, article) in articles.enumerated() { StoredRecord.append(article.line, id: "n\(place)", to: &lines) }
    var keys = ArticleKeys()
    var records: [Int64: StoredRecord] = [:]
    let published = articles.map(\.published)
    let quiet = RunContext(threads: context.threads, isCancelled: context.isCancelled)
    let supplement = Batch.Supplement(name: "index") { corpus in
      keys = try ArticleKeys(corpus, scope: options.scope, context: quiet)
      let search = CandidateSearch(database: database, directories: directories, options: options, context: quiet)
      let numbers = try search.find(keys, published: published)
      records = try RecordLoading(database: database, context: quiet).load(numbers)
      var lines: [UInt8] = []
      for number in numbers { records[number]?.appendLine(id: "k\(number)", to: &lines) }
      return lines
    }
    let job = ClusterJob(options: options.storedFew, roles: .none, context: quiet)
    let result = try job.run(inputs: .memory(lines, name: "articles"), supplement: supplement)
    return Found(keys: keys, stories: Self.stories(result), events: Array(result.events), records: records)
  }

  private static func stories(_ result: ClusterJob.Result) -> [Story] {
    let table = result.batch.corpus.table
    func member(_ article: UInt32) -> Member {
      let id = table.id(Int(article))
      let number = id.dropFirst().reduce(0 as Int64) { $0 &* 10 &+ Int64($1 &- 0x30) }
      return id.first == UInt8(ascii: "n") ? .new(Int(number)) : .known(number)
    }
    return result.stories.map { story in
      let places = story.members.map { article in
        let found = result.members[Int(article)]
        return Place(
          member: member(article), role: found.role, parent: member(found.parent), original: member(found.original),
          similarity: found.similarity)
      }
      return Story(id: story.id, event: Int(result.members[Int(story.members[0])].event), places: places)
    }
  }
}

extension Role {
  /// Whether an article of this role that is so like its original says what that says.
  func isFaithful(_ similarity: Float) -> Bool { self == .reprint && similarity >= IndexTuning.faithful }
}

/// Reads stored records.
struct RecordLoading {
  let database: Database
  let context: RunContext

  /// The records of these articles, by number, unpacked on every thread.
  func load(_ numbers: [Int64]) throws -> [Int64: StoredRecord] {
    let statement = try database.cachedStatement(sql: "SELECT data FROM record WHERE article = ?")
    var packed: [(Int64, Data)] = []
    packed.reserveCapacity(numbers.count)
    for number in numbers {
      if let data = try Data.fetchOne(statement, arguments: [number]) { packed.append((number, data)) }
    }
    let all = packed
    let pieces = Parallel.pieces(of: all.count, size: 128)
    let unpacked = try Parallel.map(pieces.count, in: context, makeState: {}) { piece, _ in
      try PackerPool.shared.use { packer in try all[pieces[piece]].map { ($0.0, try packer.unpack($0.1)) } }
    }
    return Dictionary(uniqueKeysWithValues: unpacked.joined())
  }
}
