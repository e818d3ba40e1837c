internal import GRDB
internal import Pipeline

/// Stories after a run over everything, in place of those that are there now.
struct Resettling {
  private let database: Database
  private let settlement: Settlement
  private let found: WholeRun.Found
  /// The story that stands for none.
  private let waiting: Int64?
  /// Where each article of the run is; nil for one that is gone meanwhile.
  private var before: [Home?] = []
  /// The events of the stories that are there.
  private var eventOf: [Int64: Int64] = [:]

  /// Where an article is: what changes is written, and nothing else.
  private struct Home: Equatable {
    var story: Int64
    var role: Role
    var parent: Int64?
    var similarity: Double
  }

  init(database: Database, scope: String, _ found: WholeRun.Found) throws {
    self.database = database
    self.found = found
    settlement = Settlement(database, scope: scope)
    waiting = try WaitingRoom(database: database, scope: scope).story()
    try readHomes()
  }

  private mutating func readHomes() throws {
    before = [Home?](repeating: nil, count: found.numbers.count)
    let rows = try Row.fetchCursor(
      database, sql: "SELECT number, story, role, parent, similarity FROM article WHERE scope = ? ORDER BY number",
      arguments: [settlement.scope])
    var article = 0
    while let row = try rows.next() {
      let number: Int64 = row[0]
      while article < found.numbers.count, found.numbers[article] < number { article += 1 }
      // Others came meanwhile.
      guard article < found.numbers.count, found.numbers[article] == number else { continue }
      before[article] = Home(story: row[1], role: Role(rawValue: row[2]) ?? .single, parent: row[3], similarity: row[4])
    }
    let stories = try Row.fetchCursor(
      database, sql: "SELECT number, event FROM story WHERE scope = ? AND into_story IS NULL", arguments: [settlement.scope])
    while let row = try stories.next() { eventOf[row[0]] = row[1] }
  }

  func settle() throws -> RefreshSummary {
    // Those that are gone meanwhile are in no story.
    let members = found.stories.map { $0.members.filter { before[Int($0)] != nil } }
    var events = [[UInt32]](repeating: [], count: found.events.count)
    for article in members.joined() { events[Int(found.members[Int(article)].event)].append(article) }
    let storyOf = before.map { $0.flatMap { $0.story == waiting ? nil : $0.story } }
    let placedIn = storyOf.map { $0.flatMap { eventOf[$0] } }
    let keptStories = Self.kept(members, storyOf), keptEvents = Self.kept(events, placedIn)
    let eventNames = try events.indices.map { event in
      events[event].isEmpty ? 0 : try keptEvents[event] ?? settlement.makeEvent(found.events[event])
    }
    let storyNames = try members.indices.map { story -> Int64 in
      guard let first = members[story].first else { return 0 }
      let event = eventNames[Int(found.members[Int(first)].event)]
      if let kept = keptStories[story] { return try keep(kept, in: event) }
      return try settlement.makeStory(found.stories[story].id, event: event)
    }
    try move(members, storyNames)
    try leaveAliases(
      storyOf, Self.names(members, storyNames, count: before.count), placedIn, Self.names(events, eventNames, count: before.count)
    )
    for (story, name) in storyNames.enumerated()
    where members[story].count < found.stories[story].members.count && !members[story].isEmpty {
      try settlement.restoreOriginal(of: name)
    }
    var summary = Self.agreement(storyOf, members)
    summary.articles = before.count { $0 != nil }
    summary.stories = members.count { !$0.isEmpty }
    summary.events = events.count { !$0.isEmpty }
    for (story, kept) in keptStories.enumerated() where kept != nil {
      summary.joined += members[story].count { storyOf[Int($0)] == nil }
    }
    return summary
  }

  // MARK: Names

  /// The group of those before that each group goes on with: each goes to the one that has most of it, of two that share as much to
  /// the first.
  private static func kept(_ groups: [[UInt32]], _ before: [Int64?]) -> [Int64?] {
    var overlaps: [(shared: Int, group: Int, name: Int64)] = []
    for (group, members) in groups.enumerated() {
      let names = members.compactMap { before[Int($0)] }
      guard let first = names.first else { continue }
      if names.allSatisfy({ $0 == first }) {
        overlaps.append((names.count, group, first))
      } else {
        let counts: [Int64: Int] = names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        for (name, shared) in counts { overlaps.append((shared, group, name)) }
      }
    }
    overlaps.sort { ($1.shared, $0.name, $0.group) < ($0.shared, $1.name, $1.group) }
    var kept = [Int64?](repeating: nil, count: groups.count)
    var taken: Set<Int64> = []
    for (_, group, name) in overlaps where kept[group] == nil && taken.insert(name).inserted { kept[group] = name }
    return kept
  }

  private func keep(_ story: Int64, in event: Int64) throws -> Int64 {
    if eventOf[story] != event {
      try database.execute(
        sql: "UPDATE story SET event = ?1 WHERE number = ?2 OR into_story = ?2", arguments: [event, story])
    }
    return story
  }

  private static func names(_ groups: [[UInt32]], _ names: [Int64], count: Int) -> [Int64?] {
    var result = [Int64?](repeating: nil, count: count)
    for (members, name) in zip(groups, names) { for member in members { result[Int(member)] = name } }
    return result
  }

  // MARK: Changes

  /// Puts every article where the run has it, in the order of their numbers.
  private func move(_ members: [[UInt32]], _ names: [Int64]) throws {
    let update = try database.cachedStatement(
      sql: "UPDATE article SET story = ?, role = ?, parent = ?, similarity = ? WHERE number = ?")
    let place = try database.cachedStatement(
      sql: "UPDATE article SET story = ?, role = ?, parent = ?, similarity = ?, has_all_keys = ? WHERE number = ?")
    let stories = Self.names(members, names, count: before.count)
    var changed: Set<Int64> = []
    for article in before.indices {
      guard let old = before[article], let story = stories[article] else { continue }
      let home = home(of: article, in: story)
      if old.story == waiting {
        try place.execute(arguments: [
          home.story, home.role.rawValue, home.parent, home.similarity, !found.isFaithfulCopy(article), found.numbers[article],
        ])
      } else if home != old {
        try update.execute(arguments: [
          home.story, home.role.rawValue, home.parent, home.similarity, found.numbers[article],
        ])
      }
      if old.story != story { changed.insert(story) }
    }
    let touch = try database.cachedStatement(sql: "UPDATE story SET changed = ?1 WHERE number = ?2 AND changed <> ?1")
    for story in changed.sorted() where eventOf[story] != nil { try touch.execute(arguments: [settlement.now, story]) }
  }

  private func home(of article: Int, in story: Int64) -> Home {
    let place = found.members[article]
    let parent = Int(place.parent)
    return Home(
      story: story, role: place.role, parent: parent == article || before[parent] == nil ? nil : found.numbers[parent],
      similarity: Double(place.similarity))
  }

  // MARK: Aliases

  /// A story or event that no article of the run is in any more leads to the one that most of its articles went to; what came to it
  /// meanwhile goes there too.
  private func leaveAliases(
    _ stories: [Int64?], _ storiesNow: [Int64?], _ events: [Int64?], _ eventsNow: [Int64?]
  ) throws {
    for (story, target) in Self.moves(stories, storiesNow) {
      try database.execute(sql: "UPDATE article SET story = ? WHERE story = ?", arguments: [target, story])
      try database.execute(
        sql: "UPDATE story SET into_story = ?1 WHERE number = ?2 OR into_story = ?2", arguments: [target, story])
      try database.execute(
        sql: "UPDATE story SET event = (SELECT event FROM story AS target WHERE target.number = ?1) WHERE into_story = ?1",
        arguments: [target])
    }
    let used = try database.cachedStatement(sql: "SELECT 1 FROM story WHERE event = ? AND into_story IS NULL LIMIT 1")
    for (event, target) in Self.moves(events, eventsNow) where try Int.fetchOne(used, arguments: [event]) == nil {
      try database.execute(
        sql: "UPDATE event SET into_event = ?1 WHERE number = ?2 OR into_event = ?2", arguments: [target, event])
    }
  }

  private static func moves(_ before: [Int64?], _ now: [Int64?]) -> [(group: Int64, target: Int64)] {
    let used = Set(now.lazy.compactMap(\.self))
    var moves: [Int64: [Int64: Int]] = [:]
    for (group, new) in zip(before, now) {
      if let group, let new, !used.contains(group) { moves[group, default: [:]][new, default: 0] += 1 }
    }
    return moves.sorted { $0.key < $1.key }.compactMap { group, targets in
      targets.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { (group, $0.key) }
    }
  }

  /// Pairwise precision and recall of the stories before against those after.
  private static func agreement(_ before: [Int64?], _ after: [[UInt32]]) -> RefreshSummary {
    func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }
    var sizes: [Int64: Int] = [:]
    for case .some(let story) in before { sizes[story, default: 0] += 1 }
    let had = sizes.values.reduce(0) { $0 + pairs($1) }
    var has = 0.0
    var both = 0.0
    for members in after where members.count > 1 {
      let names = members.compactMap { before[Int($0)] }
      has += pairs(names.count)
      both += names.reduce(into: [:]) { $0[$1, default: 0] += 1 }.values.reduce(0) { $0 + pairs($1) }
    }
    var summary = RefreshSummary()
    summary.precision = had == 0 ? 1 : both / had
    summary.recall = has == 0 ? 1 : both / has
    return summary
  }
}
