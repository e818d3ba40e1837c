internal import Articles
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
  let scope: String
  let options: BatchOptions
  let context: RunContext

  /// Articles of the index that share most keys with a new one and are held against it.
  static let candidates = 32
  /// Other members of a story that come along.
  static let storyMembers = 16

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
    var evidence: [String] = []
  }

  /// A story of the run, with the event around it.
  struct Story: Sendable {
    var id: String
    var event: String
    var places: [Place]
  }

  struct Found {
    /// By new article, ascending.
    var keys: [[UInt64]]
    var stories: [Story]
    /// The records of the index that took part, by number.
    var records: [Int64: StoredRecord]
  }

  /// - Parameter roles: how much work goes into roles.
  func find(_ articles: [NewArticle], roles: RoleEffort = .none) throws -> Found {
    let lines = articles.enumerated().map { place, article in
      StoredRecord(article: article.line, record: []).line(id: "n\(place)")
    }
    let keys = try self.keys(lines)
    let numbers = try neighbours(keys)
    let records = try load(numbers)
    var bytes: [UInt8] = []
    for line in lines { bytes += line + [0x0A] }
    for (number, record) in records.sorted(by: { $0.key < $1.key }) { bytes += record.line(id: "k\(number)") + [0x0A] }
    let result = try ClusterJob(options: inMemory, roles: roles, context: quiet).run(inputs: .memory(bytes, name: "index"))
    return Found(keys: keys, stories: Self.stories(result), records: records)
  }

  /// Articles of the index have Newsprint's own names of fields.
  private var inMemory: BatchOptions {
    var options = options
    options.reading.fields = .init()
    options.reading.maxRecordBytes = 1 << 30
    return options
  }

  private var quiet: RunContext { RunContext(threads: context.threads, isCancelled: context.isCancelled) }

  /// The keys of articles whose lines call them n0, n1 and so on.
  func keys(_ lines: [[UInt8]]) throws -> [[UInt64]] {
    let corpus = try read(lines)
    // A record whose text has no word is skipped by the line; it has no keys.
    var keys = [[UInt64]](repeating: [], count: lines.count)
    let found = ArticleKeys(corpus, scope: scope)
    for article in 0..<corpus.table.count {
      guard let place = Int(String(decoding: corpus.table.id(article), as: UTF8.self).dropFirst()) else { continue }
      keys[place] = found.keys(of: article)
    }
    return keys
  }

  /// Keys and content hash of one article's line, anew.
  func sketch(_ line: [UInt8]) throws -> (keys: [UInt64], content: ArticleTable.ContentHash?) {
    let corpus = try read([line])
    guard corpus.table.count == 1 else { return ([], nil) }
    return (ArticleKeys(corpus, scope: scope).keys(of: 0), corpus.table.contents[0])
  }

  private func read(_ lines: [[UInt8]]) throws -> Corpus {
    let inputs = ArticleInputs.memory(lines.flatMap { $0 + [0x0A] }, name: "index")
    let source = try ArticleSource(inputs: inputs, options: inMemory.reading)
    var ingestion = Ingestion(configuration: options.fingerprint, wantsStories: true, context: quiet)
    ingestion.findsRecurringLines = false
    return try ingestion.run(source)
  }

  /// The numbers of the articles that share enough, and of their stories' members; those without a newer version.
  private func neighbours(_ keys: [[UInt64]]) throws -> [Int64] {
    let postings = try Postings(database: database).find(Set(keys.joined()).sorted())
    var chosen: Set<UInt32> = []
    for own in keys {
      var shared: [UInt32: Int] = [:]
      for key in own {
        // One key of a copy is enough, of a story's two are needed.
        let weight = key & ArticleKeys.storyBit == 0 ? 2 : 1
        for article in postings[key] ?? [] { shared[article, default: 0] += weight }
      }
      let best = shared.filter { $0.value >= 2 }.sorted { ($1.value, $1.key) < ($0.value, $0.key) }
      chosen.formUnion(best.prefix(Self.candidates).map(\.key))
    }
    return try withStories(chosen.sorted().map(Int64.init))
  }

  private func withStories(_ numbers: [Int64]) throws -> [Int64] {
    let story = try database.cachedStatement(sql: "SELECT story FROM article WHERE number = ? AND scope = ?")
    var stories: Set<Int64> = []
    var result: Set<Int64> = []
    for number in numbers {
      guard let found = try Int64.fetchOne(story, arguments: [number, scope]) else { continue }
      result.insert(number)
      stories.insert(found)
    }
    let members = try database.cachedStatement(sql: "SELECT number FROM article WHERE story = ? ORDER BY number DESC LIMIT ?")
    for story in stories.sorted() { result.formUnion(try Int64.fetchAll(members, arguments: [story, Self.storyMembers])) }
    return result.sorted()
  }

  private func load(_ numbers: [Int64]) throws -> [Int64: StoredRecord] {
    let statement = try database.cachedStatement(sql: "SELECT record FROM article WHERE number = ?")
    var records: [Int64: StoredRecord] = [:]
    for number in numbers {
      guard let packed = try Data.fetchOne(statement, arguments: [number]) else { continue }
      records[number] = try StoredRecord(packed: packed)
    }
    return records
  }

  private static func stories(_ result: ClusterJob.Result) -> [Story] {
    let table = result.batch.corpus.table
    func member(_ article: UInt32) -> Member {
      let id = String(decoding: table.id(Int(article)), as: UTF8.self)
      return id.hasPrefix("n") ? .new(Int(id.dropFirst()) ?? 0) : .known(Int64(id.dropFirst()) ?? 0)
    }
    return result.stories.map { story in
      let places = story.members.map { article in
        let found = result.members[Int(article)]
        return Place(
          member: member(article), role: found.role, parent: member(found.parent), original: member(found.original),
          similarity: found.similarity, evidence: found.evidence)
      }
      return Story(id: story.id, event: result.events[Int(result.members[Int(story.members[0])].event)], places: places)
    }
  }
}
