internal import Foundation
internal import GRDB
internal import Files
internal import Pipeline

/// Where new articles go: into stories that are there, or new ones; and what becomes of stories that turn out to be one.
struct Settlement {
  let database: Database
  let scope: String
  /// Seconds since 1970.
  let now: Int64

  init(_ database: Database, scope: String) {
    self.database = database
    self.scope = scope
    now = Int64(Date().timeIntervalSince1970)
  }

  /// A new article, and which one it is a newer version of.
  struct Arrival {
    var article: NewArticle
    var number: Int64
    /// From 1.
    var version: Int
    var replacing: Int64?
    /// Whether it is there, and waited for its story.
    var isStored = false
  }

  /// Writes the articles with their stories and postings.
  ///
  /// `arrivals` are in the order of the run's places, their numbers ascending.
  ///
  /// - Returns: how many joined a story that was there.
  func add(_ arrivals: [Arrival], _ found: Neighbourhood.Found) throws -> Int {
    let events = try eventsOfKnown(found)
    var ours: [Int: Int64] = [:]
    var homes = [(story: Int64, place: Neighbourhood.Place)?](repeating: nil, count: arrivals.count)
    var joined = 0
    for story in found.stories {
      let new = story.places.count { if case .new = $0.member { true } else { false } }
      guard new > 0 else { continue }
      let (number, wasThere) = try self.story(for: story, in: found, knownEvent: events[story.event], &ours)
      if wasThere {
        joined += new
        try renewRoles(of: story, arrivals)
      }
      for place in story.places { if case .new(let article) = place.member { homes[article] = (number, place) } }
    }
    try insert(arrivals, homes)
    let numbers = zip(arrivals, homes).map { $1 == nil ? 0 : $0.number }
    let hasAll = homes.map { $0.map { !$0.place.isFaithfulCopy } ?? true }
    try Postings(database: database).add(found.keys.postings(numbers: numbers, hasAll: hasAll))
    return joined
  }

  /// Stores articles that get their stories later.
  func addWaiting(_ arrivals: [Arrival]) throws {
    let story = try WaitingRoom(database: database, scope: scope).makeStory()
    try insert(
      arrivals,
      arrivals.indices.map { place in
        let member = Neighbourhood.Member.new(place)
        return (story, .init(member: member, role: .single, parent: member, original: member, similarity: 1))
      })
  }

  // MARK: Articles

  /// Gives an article that waited its place: story, role, parent, similarity, whether it has all keys; its number last.
  static func placing(_ database: Database) throws -> Statement {
    try database.cachedStatement(
      sql: "UPDATE article SET story = ?, role = ?, parent = ?, similarity = ?, has_all_keys = ? WHERE number = ?")
  }

  /// An article that was alone, or its story's original, may come from a new one, or be the original of it.
  private func renewRoles(of story: Neighbourhood.Story, _ arrivals: [Arrival]) throws {
    let statement = try database.cachedStatement(
      sql: "UPDATE article SET role = ?, parent = ?, similarity = ? WHERE number = ? AND role IN ('original', 'single')")
    for place in story.places {
      guard case .known(let number) = place.member else { continue }
      try statement.execute(arguments: [place.role.rawValue, parent(place, arrivals), Double(place.similarity), number])
    }
  }

  private func parent(_ place: Neighbourhood.Place, _ arrivals: [Arrival]) -> Int64? {
    switch place.parent {
    case place.member: nil
    case .new(let other): arrivals[other].number
    case .known(let number): number
    }
  }

  private func insert(_ arrivals: [Arrival], _ homes: [(story: Int64, place: Neighbourhood.Place)?]) throws {
    let article = try database.cachedStatement(
      sql: """
        INSERT INTO article (number, scope, id, id_is_text, version, content, published, added, story, role, parent, similarity,
          has_all_keys)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let placing = try Self.placing(database)
    let record = try database.cachedStatement(sql: "INSERT INTO record (article, data) VALUES (?, ?)")
    let replace = try database.cachedStatement(sql: "UPDATE article SET replaced = ? WHERE number = ?")
    for (arrival, home) in zip(arrivals, homes) {
      guard let home else { throw ReadingError(.unwritable, "the article \"\(arrival.article.id)\" found no place") }
      let (new, place) = (arrival.article, home.place)
      if arrival.isStored {
        try placing.execute(arguments: [
          home.story, place.role.rawValue, parent(place, arrivals), Double(place.similarity), !place.isFaithfulCopy,
          arrival.number,
        ])
        continue
      }
      try article.execute(arguments: [
        arrival.number, scope, new.id, new.idIsText, arrival.version, new.content.data, new.published, now, home.story,
        place.role.rawValue, parent(place, arrivals), Double(place.similarity), !place.isFaithfulCopy,
      ])
      try record.execute(arguments: [arrival.number, new.packed])
      if let old = arrival.replacing { try replace.execute(arguments: [arrival.number, old]) }
    }
  }

  // MARK: Stories

  /// The story of the index that a story of the run is, a new one where it has no known members.
  ///
  /// The one that most of its known members are in, the older of two; the others go into it.
  private func story(
    for story: Neighbourhood.Story, in found: Neighbourhood.Found, knownEvent: Int64?, _ ours: inout [Int: Int64]
  ) throws -> (number: Int64, wasThere: Bool) {
    let statement = try database.cachedStatement(sql: "SELECT story FROM article WHERE number = ?")
    var counts: [Int64: Int] = [:]
    for place in story.places {
      guard case .known(let number) = place.member, let known = try Int64.fetchOne(statement, arguments: [number]) else {
        continue
      }
      counts[known, default: 0] += 1
    }
    if let target = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key {
      for other in counts.keys.sorted() where other != target { try merge(other, into: target) }
      let touch = try database.cachedStatement(sql: "UPDATE story SET changed = ? WHERE number = ?")
      try touch.execute(arguments: [now, target])
      return (target, true)
    }
    let event = try knownEvent.map(event(now:)) ?? ours[story.event] ?? makeEvent(found.events[story.event])
    ours[story.event] = event
    return (try makeStory(story.id, event: event), false)
  }

  func makeStory(_ id: String, event: Int64) throws -> Int64 {
    let statement = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO story (scope, id, event, changed) VALUES (?, ?, ?, ?)")
    return try insert(id) { try statement.execute(arguments: [scope, $0, event, now]) }
  }

  /// Puts one story into another: its id stays, as an alias; so does that of its event, when no other story is left in that.
  func merge(_ story: Int64, into target: Int64) throws {
    try database.execute(sql: "UPDATE article SET story = ? WHERE story = ?", arguments: [target, story])
    try database.execute(
      sql: "UPDATE story SET into_story = ?1 WHERE number = ?2 OR into_story = ?2", arguments: [target, story])
    let events = try [story, target].map {
      try Int64.fetchOne(database, sql: "SELECT event FROM story WHERE number = ?", arguments: [$0]) ?? 0
    }
    guard events[0] != events[1] else { return }
    try database.execute(
      sql: "UPDATE story SET event = ?1 WHERE number = ?2 OR into_story = ?2", arguments: [events[1], story])
    try leaveIfEmpty(event: events[0], for: events[1])
  }

  /// A story whose original is gone has its oldest article for one; the last that is left is alone.
  func restoreOriginal(of story: Int64) throws {
    let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM article WHERE story = ?", arguments: [story]) ?? 0
    let original = try Int64.fetchOne(
      database, sql: "SELECT number FROM article WHERE story = ? ORDER BY role <> ?, number LIMIT 1",
      arguments: [story, Role.original.rawValue])
    try database.execute(
      sql: "UPDATE article SET role = ?, parent = NULL, similarity = 1 WHERE number = ?",
      arguments: [(count == 1 ? Role.single : Role.original).rawValue, original])
  }

  // MARK: Events

  /// The event of the index that most known members of each event of the run are in, by the run's events.
  private func eventsOfKnown(_ found: Neighbourhood.Found) throws -> [Int: Int64] {
    let statement = try database.cachedStatement(
      sql: "SELECT story.event FROM article JOIN story ON story.number = article.story WHERE article.number = ?")
    var counts: [Int: [Int64: Int]] = [:]
    for story in found.stories {
      for place in story.places {
        guard case .known(let number) = place.member, let event = try Int64.fetchOne(statement, arguments: [number]) else {
          continue
        }
        counts[story.event, default: [:]][event, default: 0] += 1
      }
    }
    return counts.compactMapValues { $0.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key }
  }

  /// What an event is now: it may have gone into another one meanwhile.
  private func event(now event: Int64) throws -> Int64 {
    try Int64.fetchOne(database, sql: "SELECT coalesce(into_event, number) FROM event WHERE number = ?", arguments: [event])
      ?? event
  }

  func makeEvent(_ id: String) throws -> Int64 {
    let statement = try database.cachedStatement(sql: "INSERT OR IGNORE INTO event (scope, id) VALUES (?, ?)")
    return try insert(id) { try statement.execute(arguments: [scope, $0]) }
  }

  /// An event that no story is in any more leads to another.
  func leaveIfEmpty(event: Int64, for other: Int64) throws {
    let isUsed = try Bool.fetchOne(database, sql: "SELECT 1 FROM story WHERE event = ? LIMIT 1", arguments: [event]) ?? false
    if isUsed { return }
    try database.execute(
      sql: "UPDATE event SET into_event = ?1 WHERE number = ?2 OR into_event = ?2", arguments: [other, event])
  }

  /// Ids come from content, so one may be taken by a story that has grown since: `write`, which then writes nothing, is called
  /// with another one.
  private func insert(_ id: String, _ write: (String) throws -> Void) throws -> Int64 {
    var candidate = id
    var attempt = 1
    while true {
      try write(candidate)
      if database.changesCount > 0 { return database.lastInsertedRowID }
      attempt += 1
      candidate = "\(id)-\(attempt)"
    }
  }
}
