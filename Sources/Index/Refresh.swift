internal import GRDB
internal import Input
internal import Output
package import Pipeline

/// What `index refresh` changed.
package struct RefreshSummary: Sendable {
  package var articles = 0
  package var stories = 0
  package var events = 0
  /// Of the pairs of articles that were in one story before, how many are now, 0...1; and the other way round.
  package var precision = 1.0
  package var recall = 1.0
  package var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }
}

extension IndexFile {
  /// Clusters everything anew, with the frequencies of all that is there: afterwards the stories and events are those of
  /// `newsprint cluster`.
  ///
  /// A story or event keeps the id of the one that most of its articles were in; one that went into another stays as its alias. One
  /// transaction: readers see all of it or nothing, writers wait.
  package func refresh(
    options: IndexOptions = IndexOptions(), roles: RoleEffort = .auto, context: RunContext
  ) throws -> RefreshSummary {
    try write { database in
      try Self.withFile(
        in: options.batch.reading.temporaryFolder, writing: { try Self.writeNumbered(to: $0, options.scope, database) }
      ) { path in
        let job = ClusterJob(options: options.inMemory, roles: roles, context: context)
        let result = try job.run(inputs: .paths([path]))
        return try Resettling(database: database, settlement: Settlement(database, scope: options.scope)).take(result)
      }
    }
  }

  /// Every article and older version, called by its number, in the order of the numbers.
  private static func writeNumbered(to file: AtomicFile, _ scope: String, _ database: Database) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT number, data FROM article JOIN record ON record.article = number WHERE scope = ? ORDER BY number",
      arguments: [scope])
    var packer = RecordPacker()
    var line: [UInt8] = []
    while let row = try rows.next() {
      line.removeAll(keepingCapacity: true)
      try packer.unpack(row[1]).appendLine(id: "k\(row[0] as Int64)", to: &line)
      try file.write(line.span)
    }
  }
}

/// Stories after a run over everything, in place of those before.
private struct Resettling {
  let database: Database
  let settlement: Settlement

  /// Where an article is: what changes is written, and nothing else.
  private struct Home: Equatable {
    var story: Int64
    var role: String
    var parent: Int64?
    var similarity: Double
  }

  func take(_ result: ClusterJob.Result) throws -> RefreshSummary {
    let table = result.batch.corpus.table
    let numbers = (0..<table.count).map { table.id($0).dropFirst().reduce(0 as Int64) { $0 &* 10 &+ Int64($1 &- 0x30) } }
    let (before, eventOf) = try homes()
    let stories = result.stories.map { $0.members.map { numbers[Int($0)] } }
    var events = [[Int64]](repeating: [], count: result.events.count)
    for story in result.stories {
      for article in story.members { events[Int(result.members[Int(article)].event)].append(numbers[Int(article)]) }
    }
    let storyOf = before.mapValues(\.story)
    let articleEvents = storyOf.compactMapValues { eventOf[$0] }
    var summary = Self.agreement(storyOf, stories)
    (summary.articles, summary.stories, summary.events) = (before.count, stories.count, events.count)
    let keptStories = Self.kept(stories, storyOf), keptEvents = Self.kept(events, articleEvents)
    let eventNames = try zip(result.events, keptEvents).map { id, kept in try kept ?? settlement.makeEvent(id) }
    let storyNames = try zip(result.stories, keptStories).map { story, kept in
      let event = eventNames[Int(result.members[Int(story.members[0])].event)]
      return try kept.map { try keep($0, in: event, eventOf[$0]) } ?? settlement.makeStory(story.id, event: event)
    }
    try settle(result, numbers, storyNames, before)
    try leaveAliases("story", storyOf, Self.now(stories, storyNames))
    try leaveAliases("event", articleEvents, Self.now(events, eventNames))
    return summary
  }

  private func homes() throws -> (articles: [Int64: Home], events: [Int64: Int64]) {
    var articles: [Int64: Home] = [:]
    let rows = try Row.fetchCursor(
      database, sql: "SELECT number, story, role, parent, similarity FROM article WHERE scope = ?",
      arguments: [settlement.scope])
    while let row = try rows.next() { articles[row[0]] = Home(story: row[1], role: row[2], parent: row[3], similarity: row[4]) }
    let stories = try Row.fetchAll(
      database, sql: "SELECT number, event FROM story WHERE scope = ? AND into_story IS NULL", arguments: [settlement.scope])
    return (articles, Dictionary(uniqueKeysWithValues: stories.map { ($0[0] as Int64, $0[1] as Int64) }))
  }

  /// The group of those before that each group goes on with: each goes to the one that has most of it, of two that share as much to
  /// the first.
  private static func kept(_ groups: [[Int64]], _ before: [Int64: Int64]) -> [Int64?] {
    var overlaps: [(shared: Int, group: Int, name: Int64)] = []
    for (group, members) in groups.enumerated() {
      let counts = Dictionary(members.compactMap { before[$0].map { ($0, 1) } }, uniquingKeysWith: +)
      for (name, shared) in counts { overlaps.append((shared, group, name)) }
    }
    overlaps.sort { ($1.shared, $0.name, $0.group) < ($0.shared, $1.name, $1.group) }
    var kept = [Int64?](repeating: nil, count: groups.count)
    var taken: Set<Int64> = []
    for (_, group, name) in overlaps where kept[group] == nil && taken.insert(name).inserted { kept[group] = name }
    return kept
  }

  private func keep(_ story: Int64, in event: Int64, _ before: Int64?) throws -> Int64 {
    if before != event {
      try database.execute(
        sql: "UPDATE story SET event = ?1 WHERE number = ?2 OR into_story = ?2", arguments: [event, story])
    }
    return story
  }

  private func settle(_ result: ClusterJob.Result, _ numbers: [Int64], _ names: [Int64], _ before: [Int64: Home]) throws {
    let update = try database.cachedStatement(
      sql: "UPDATE article SET story = ?, role = ?, parent = ?, similarity = ? WHERE number = ?")
    let touch = try database.cachedStatement(sql: "UPDATE story SET changed = ? WHERE number = ?")
    for (story, name) in zip(result.stories, names) {
      var isOther = false
      for article in story.members {
        let place = result.members[Int(article)], number = numbers[Int(article)]
        let home = Home(
          story: name, role: place.role.rawValue, parent: place.parent == article ? nil : numbers[Int(place.parent)],
          similarity: Double(place.similarity))
        guard let old = before[number], old != home else { continue }
        if old.story != name { isOther = true }
        try update.execute(arguments: [home.story, home.role, home.parent, home.similarity, number])
      }
      if isOther { try touch.execute(arguments: [settlement.now, name]) }
    }
  }

  private static func now(_ groups: [[Int64]], _ names: [Int64]) -> [Int64: Int64] {
    var now: [Int64: Int64] = [:]
    for (members, name) in zip(groups, names) { for member in members { now[member] = name } }
    return now
  }

  /// A story or event that no article is in any more leads to the one that most of its articles went to.
  private func leaveAliases(_ table: String, _ before: [Int64: Int64], _ now: [Int64: Int64]) throws {
    let used = Set(now.values)
    var moves: [Int64: [Int64: Int]] = [:]
    for (article, group) in before where !used.contains(group) {
      if let new = now[article] { moves[group, default: [:]][new, default: 0] += 1 }
    }
    for (group, targets) in moves.sorted(by: { $0.key < $1.key }) {
      guard let target = targets.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { continue }
      try database.execute(
        sql: "UPDATE \(table) SET into_\(table) = ?1 WHERE number = ?2 OR into_\(table) = ?2", arguments: [target, group])
      if table == "story" {
        try database.execute(
          sql: """
            UPDATE story SET event = (SELECT event FROM story AS target WHERE target.number = ?1) WHERE into_story = ?1
            """, arguments: [target])
      }
    }
  }

  /// Pairwise precision and recall of the stories before against those after.
  private static func agreement(_ before: [Int64: Int64], _ after: [[Int64]]) -> RefreshSummary {
    func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }
    var sizes: [Int64: Int] = [:]
    for story in before.values { sizes[story, default: 0] += 1 }
    let had = sizes.values.reduce(0) { $0 + pairs($1) }
    var has = 0.0
    var both = 0.0
    for members in after {
      has += pairs(members.count)
      let counts = Dictionary(members.compactMap { before[$0].map { ($0, 1) } }, uniquingKeysWith: +)
      both += counts.values.reduce(0) { $0 + pairs($1) }
    }
    var summary = RefreshSummary()
    summary.precision = had == 0 ? 1 : both / had
    summary.recall = has == 0 ? 1 : both / has
    return summary
  }
}
