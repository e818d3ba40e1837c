internal import GRDB
internal import Pipeline

/// Puts stories after a run over everything in place of those that are there.
struct Resettling {
  private let database: Database
  private let settlement: Settlement
  private let plan: RefreshPlan

  /// `plan` was made of what the database has now.
  init(_ database: Database, scope: String, _ plan: RefreshPlan) {
    self.database = database
    self.plan = plan
    settlement = Settlement(database, scope: scope)
  }

  func settle() throws -> RefreshSummary {
    let found = plan.found, members = plan.members
    let eventNames = try plan.events.indices.map { event in
      plan.events[event].isEmpty ? 0 : try plan.keptEvents[event] ?? settlement.makeEvent(found.events[event])
    }
    let storyNames = try members.indices.map { story -> Int64 in
      guard let first = members[story].first else { return 0 }
      let event = eventNames[Int(found.members[Int(first)].event)]
      if let kept = plan.keptStories[story] { return try keep(kept, in: event) }
      return try settlement.makeStory(found.stories[story].id, event: event)
    }
    let count = plan.before.count
    let stories = Self.names(members, storyNames, count: count)
    try move(stories)
    try leaveAliases(stories, Self.names(plan.events, eventNames, count: count))
    for (story, name) in storyNames.enumerated()
    where members[story].count < found.stories[story].size && !members[story].isEmpty {
      try settlement.restoreOriginal(of: name)
    }
    return plan.summary
  }

  private func keep(_ story: Int64, in event: Int64) throws -> Int64 {
    if plan.eventOf[story] != event {
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
  private func move(_ stories: [Int64?]) throws {
    let update = try database.cachedStatement(
      sql: "UPDATE article SET story = ?, role = ?, parent = ?, similarity = ? WHERE number = ?")
    let place = try Settlement.placing(database)
    let (found, before) = (plan.found, plan.before)
    var changed: Set<Int64> = []
    for article in plan.moving {
      guard let old = before[article], let story = stories[article] else { continue }
      let home = plan.home(of: article, in: story)
      if old.story == plan.waiting {
        try place.execute(arguments: [
          home.story, home.role.rawValue, home.parent, home.similarity, !found.isFaithfulCopy(article), found.numbers[article],
        ])
      } else {
        try update.execute(arguments: [
          home.story, home.role.rawValue, home.parent, home.similarity, found.numbers[article],
        ])
      }
      if old.story != story { changed.insert(story) }
    }
    let touch = try database.cachedStatement(sql: "UPDATE story SET changed = ?1 WHERE number = ?2 AND changed <> ?1")
    for story in changed.sorted() where plan.eventOf[story] != nil { try touch.execute(arguments: [settlement.now, story]) }
  }

  // MARK: Aliases

  /// A story or event that no article of the run is in any more leads to the one that most of its articles went to; what came to
  /// it meanwhile goes there too.
  private func leaveAliases(_ storiesNow: [Int64?], _ eventsNow: [Int64?]) throws {
    for (story, target) in Self.moves(plan.leavingStories, plan.storyOf, storiesNow) {
      try database.execute(sql: "UPDATE article SET story = ? WHERE story = ?", arguments: [target, story])
      try database.execute(
        sql: "UPDATE story SET into_story = ?1 WHERE number = ?2 OR into_story = ?2", arguments: [target, story])
      try database.execute(
        sql: "UPDATE story SET event = (SELECT event FROM story AS target WHERE target.number = ?1) WHERE into_story = ?1",
        arguments: [target])
    }
    let used = try database.cachedStatement(sql: "SELECT 1 FROM story WHERE event = ? AND into_story IS NULL LIMIT 1")
    for (event, target) in Self.moves(plan.leavingEvents, plan.placedIn, eventsNow)
    where try Int.fetchOne(used, arguments: [event]) == nil {
      try database.execute(
        sql: "UPDATE event SET into_event = ?1 WHERE number = ?2 OR into_event = ?2", arguments: [target, event])
    }
  }

  /// Where most articles of each group went that none goes on with.
  private static func moves(_ articles: [Int], _ before: [Int64?], _ now: [Int64?]) -> [(group: Int64, target: Int64)] {
    var moves: [Int64: [Int64: Int]] = [:]
    for article in articles {
      if let group = before[article], let new = now[article] { moves[group, default: [:]][new, default: 0] += 1 }
    }
    return moves.sorted { $0.key < $1.key }.compactMap { group, targets in
      targets.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { (group, $0.key) }
    }
  }
}
