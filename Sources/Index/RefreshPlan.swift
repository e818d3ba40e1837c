internal import GRDB
internal import Pipeline

/// Where a run over everything has the articles, beside where they are at one moment: what refreshing changes, found out without
/// a change.
struct RefreshPlan {
  let found: WholeRun.Found
  /// The story that stands for none.
  let waiting: Int64?
  /// Where each article of the run is; nil for one that is gone meanwhile.
  private(set) var before: [Home?] = []
  /// The events of the stories that are there.
  private(set) var eventOf: [Int64: Int64] = [:]
  /// The articles of the run's stories and events that are there.
  let members: [[UInt32]]
  let events: [[UInt32]]
  /// The story and the event of each article, nil where it has none.
  let storyOf: [Int64?]
  let placedIn: [Int64?]
  /// The story and the event that those of the run go on with.
  let keptStories: [Int64?]
  let keptEvents: [Int64?]
  /// The articles that may have another place than they had, ascending.
  let moving: [Int]
  /// Those whose story, and whose event, no group goes on with.
  let leavingStories: [Int]
  let leavingEvents: [Int]
  let summary: RefreshSummary

  /// Where an article is: what changes is written, and nothing else.
  struct Home: Equatable {
    var story: Int64
    var role: Role
    var parent: Int64?
    var similarity: Double
  }

  /// `placed` are the articles that got their story by this very run.
  init(_ database: Database, scope: String, _ found: WholeRun.Found, placed: [Bool]) throws {
    self.found = found
    waiting = try WaitingRoom(database: database, scope: scope).story()
    let (waiting, before, eventOf) = (waiting, try Self.homes(found, database, scope), try Self.events(database, scope))
    (self.before, self.eventOf) = (before, eventOf)
    // Those that are gone meanwhile are in no story.
    let members = found.stories.map { $0.members.filter { before[Int($0)] != nil } }
    self.members = members
    var events = [[UInt32]](repeating: [], count: found.events.count)
    for article in members.joined() { events[Int(found.members[Int(article)].event)].append(article) }
    self.events = events
    let storyOf = before.map { $0.flatMap { $0.story == waiting ? nil : $0.story } }
    self.storyOf = storyOf
    placedIn = storyOf.map { $0.flatMap { eventOf[$0] } }
    keptStories = Self.kept(members, storyOf)
    keptEvents = Self.kept(events, placedIn)
    moving = Self.moving(found, before, members, keptStories, waiting)
    leavingStories = Self.leaving(storyOf, keptStories)
    leavingEvents = Self.leaving(placedIn, keptEvents)
    // What got its story just now had none.
    let had = placed.isEmpty ? storyOf : zip(storyOf, placed).map { $1 ? nil : $0 }
    var summary = Self.agreement(had, members)
    summary.articles = before.count { $0 != nil }
    summary.stories = members.count { !$0.isEmpty }
    summary.events = events.count { !$0.isEmpty }
    for (story, kept) in keptStories.enumerated() where kept != nil {
      summary.joined += members[story].count { storyOf[Int($0)] == nil }
    }
    self.summary = summary
  }

  private static func homes(_ found: WholeRun.Found, _ database: Database, _ scope: String) throws -> [Home?] {
    var homes = [Home?](repeating: nil, count: found.numbers.count)
    let rows = try Row.fetchCursor(
      database, sql: "SELECT number, story, role, parent, similarity FROM article WHERE scope = ? ORDER BY number",
      arguments: [scope])
    var article = 0
    while let row = try rows.next() {
      let number: Int64 = row[0]
      while article < found.numbers.count, found.numbers[article] < number { article += 1 }
      // Others came meanwhile.
      guard article < found.numbers.count, found.numbers[article] == number else { continue }
      homes[article] = Home(story: row[1], role: Role(rawValue: row[2]) ?? .single, parent: row[3], similarity: row[4])
    }
    return homes
  }

  private static func events(_ database: Database, _ scope: String) throws -> [Int64: Int64] {
    var events: [Int64: Int64] = [:]
    let stories = try Row.fetchCursor(
      database, sql: "SELECT number, event FROM story WHERE scope = ? AND into_story IS NULL", arguments: [scope])
    while let row = try stories.next() { events[row[0]] = row[1] }
    return events
  }

  /// The group of those before that each group goes on with: each goes to the one that has most of it, of two that share as much
  /// to the first.
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

  /// Where the run has an article, whose story has a number now.
  func home(of article: Int, in story: Int64) -> Home { Self.home(of: article, in: story, found, before) }

  private static func home(of article: Int, in story: Int64, _ found: WholeRun.Found, _ before: [Home?]) -> Home {
    let place = found.members[article]
    let parent = Int(place.parent)
    return Home(
      story: story, role: place.role, parent: parent == article || before[parent] == nil ? nil : found.numbers[parent],
      similarity: Double(place.similarity))
  }

  private static func moving(
    _ found: WholeRun.Found, _ before: [Home?], _ members: [[UInt32]], _ kept: [Int64?], _ waiting: Int64?
  ) -> [Int] {
    var stays = [Bool](repeating: false, count: before.count)
    for (members, story) in zip(members, kept) {
      guard let story else { continue }
      for article in members where before[Int(article)] == home(of: Int(article), in: story, found, before) {
        stays[Int(article)] = true
      }
    }
    return before.indices.filter { before[$0] != nil && (!stays[$0] || before[$0]?.story == waiting) }
  }

  private static func leaving(_ before: [Int64?], _ kept: [Int64?]) -> [Int] {
    let used = Set(kept.lazy.compactMap(\.self))
    return before.indices.filter { article in before[article].map { !used.contains($0) } ?? false }
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
