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

/// Gives articles that waited their stories, as far as their events have no others, some events a transaction: to place a million
/// takes the better part of a minute, in which others could write nothing.
///
/// Each transaction leaves whole events; what is not placed yet waits on.
struct FirstStories {
  let index: IndexFile
  let scope: String
  let found: WholeRun.Found
  /// Articles of a transaction, and transactions, at most: the tests have few.
  var together = IndexTuning.placedTogether
  var mostParts = Int.max

  /// Stories and members of an event.
  private struct Event {
    var number: Int
    var stories: [Int] = []
    var first = UInt32.max
    var size = 0
  }

  /// - Returns: whether each article of the run was placed; empty where none waited.
  func place() throws -> [Bool] {
    guard !found.waiting.isEmpty else { return [] }
    var placed = [Bool](repeating: false, count: found.numbers.count)
    var part: [Event] = []
    var (size, parts) = (0, 0)
    func placePart() throws {
      guard !part.isEmpty, parts < mostParts else { return }
      parts += 1
      for event in try index.write({ try place(part, $0) }) {
        for story in event.stories { for article in found.stories[story].members { placed[Int(article)] = true } }
      }
      part = []
      size = 0
    }
    for event in events() {
      part.append(event)
      size += event.size
      if size >= together { try placePart() }
    }
    try placePart()
    return placed
  }

  /// The events of which all articles waited, in the order of their first ones: those lie side by side in the file.
  private func events() -> [Event] {
    let haveWaited = found.haveWaited
    var events = (0..<found.events.count).map { Event(number: $0) }
    var isMixed = [Bool](repeating: false, count: events.count)
    for (story, grouped) in found.stories.enumerated() {
      let members = grouped.members
      guard let first = members.first else { continue }
      let event = Int(found.members[Int(first)].event)
      events[event].stories.append(story)
      events[event].size += members.count
      for article in members {
        events[event].first = min(events[event].first, article)
        let member = found.members[Int(article)]
        let isInside = Int(member.event) == event && Int(found.members[Int(member.parent)].event) == event
        if !isInside || !haveWaited[Int(article)] { isMixed[event] = true }
      }
    }
    return events.filter { $0.size > 0 && !isMixed[$0.number] }.sorted { $0.first < $1.first }
  }

  /// - Returns: the events that were placed: not those of which an article is gone, or has a story meanwhile.
  private func place(_ events: [Event], _ database: Database) throws -> [Event] {
    let settlement = Settlement(database, scope: scope)
    guard let waiting = try WaitingRoom(database: database, scope: scope).story() else { return [] }
    let home = try database.cachedStatement(sql: "SELECT story FROM article WHERE number = ?")
    let place = try Settlement.placing(database)
    return try events.filter { event in
      for story in event.stories {
        for article in found.stories[story].members {
          guard try Int64.fetchOne(home, arguments: [found.numbers[Int(article)]]) == waiting else { return false }
        }
      }
      let number = try settlement.makeEvent(found.events[event.number])
      for story in event.stories {
        let name = try settlement.makeStory(found.stories[story].id, event: number)
        for article in found.stories[story].members {
          let (article, member) = (Int(article), found.members[Int(article)])
          let parent = Int(member.parent)
          try place.execute(arguments: [
            name, member.role.rawValue, parent == article ? nil : found.numbers[parent], Double(member.similarity),
            !found.isFaithfulCopy(article), found.numbers[article],
          ])
        }
      }
      return true
    }
  }
}
