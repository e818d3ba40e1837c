import Foundation
import Input
import Pipeline
import TestSupport
import Testing

@testable import Index

/// Articles that waited get their stories some at a time, and others write between.
@Suite struct FirstStoriesTests {
  private static func options() -> IndexOptions {
    var options = IndexOptions()
    (options.batchArticles, options.placing, options.bulkArticles) = (20, .together, 20)
    return options
  }

  private static func id(_ line: String) -> String {
    String(line.dropFirst(8).prefix { $0 != "\"" })
  }

  /// An index with articles that all wait; `placed` have their stories.
  private func waiting(_ lines: [String], beside placed: [String] = []) throws -> IndexFile {
    let index = try Place().open()
    if !placed.isEmpty { try index.add(placed) }
    struct Stop: Error {}
    var count = 0
    var options = Self.options()
    options.bulkArticles = 1
    _ = try? index.add(
      .memory(Array(lines.joined(separator: "\n").utf8), name: "test"), options: options,
      context: twoThreads
    ) { summary, _ in
      count = summary.new
      if count == lines.count { throw Stop() }
    }
    #expect(try count == lines.count && index.statistics().pending == lines.count)
    return index
  }

  private func run(_ index: IndexFile) throws -> WholeRun.Found {
    try WholeRun(index: index, options: IndexOptions(), roles: .none, context: twoThreads).find()
  }

  @Test(arguments: 1...3)
  func `a placing that is broken off leaves whole stories, and the next one ends it`(seed: Int)
    throws
  {
    let lines = batch(stories: 40, seed: seed)
    let index = try waiting(lines)
    var found = try run(index)
    try found.writeKeys(to: index, context: twoThreads)
    // A part of the run stands for what was done before the end.
    var part = FirstStories(index: index, scope: "", found: found)
    part.together = 7
    part.mostParts = 3
    let placed = try part.place()
    let pending = try index.statistics().pending
    #expect(pending > 0 && pending < lines.count && placed.count { $0 } == lines.count - pending)
    #expect(try index.problems() == [])
    let whole = try clustered(lines)
    for cluster in try index.clusters() where cluster.count > 1 { #expect(whole.contains(cluster)) }
    let stories = try index.stories(since: 0, limit: 1000).map(\.id)
    #expect(try index.refresh(options: Self.options(), roles: .none, context: twoThreads).f1 == 1)
    #expect(try index.clusters() == whole && index.statistics().pending == 0)
    for story in stories { #expect(try index.story(story)?.id == story) }
    #expect(try index.problems() == [])
  }

  @Test(arguments: 1...4) func `what others add, replace and remove between is kept`(seed: Int)
    throws
  {
    var generator = SeededGenerator(seed)
    let lines = batch(stories: 30, seed: seed)
    let known = Array(lines.prefix(lines.count * (seed % 2) / 3))
    let index = try waiting(Array(lines.dropFirst(known.count)), beside: known)
    var found = try run(index)
    let shuffled = lines.shuffled(using: &generator)
    let removed = shuffled.prefix(6).map(Self.id)
    #expect(try index.removeAll(Array(removed)) == [])
    let replaced = record(Self.id(shuffled[7]), text(4711 + seed))
    try index.add([replaced, record("other", text(99 + seed))])
    let summary = try index.take(&found, scope: "", context: twoThreads)
    #expect(summary.articles == lines.count - removed.count)
    #expect(try index.statistics().pending == 0)
    #expect(try index.problems() == [])
    _ = try index.refresh(roles: .none, context: twoThreads)
    let left = lines.filter { !removed.contains(Self.id($0)) && Self.id($0) != Self.id(replaced) }
    // The older version is clustered too, and not listed.
    let clusters = try index.clusters()
    #expect(clusters.joined().count == left.count + 2)
    #expect(try index.problems() == [])
  }

  @Test func `what joins stories that were there is counted, and what is placed at once is not`()
    throws
  {
    let lines = batch(stories: 40, seed: 12)
    let known = Array(lines.prefix(lines.count / 3))
    let index = try waiting(Array(lines.dropFirst(known.count)), beside: known)
    var found = try run(index)
    let summary = try index.take(&found, scope: "", context: twoThreads)
    let whole = try clustered(lines)
    let ids = Set(known.map(Self.id))
    let joined = whole.filter { !$0.isDisjoint(with: ids) }.map { $0.subtracting(ids).count }
      .reduce(0, +)
    #expect(summary.joined == joined && summary.stories == whole.count)
    #expect(try index.clusters() == whole)
  }

  @Test func `a mark tells whether others or the writer itself changed the file`() throws {
    let place = try Place()
    let index = try place.open()
    try index.add(batch(stories: 3, seed: 1))
    func mark() throws -> ChangeMark {
      try index.write { try ChangeMark($0) }
    }
    let first = try mark()
    _ = try index.clusters()
    #expect(try mark() == first)
    try index.add([record("own", text(5))])
    let second = try mark()
    #expect(second != first)
    try place.open(.writing).add([record("other", text(6))])
    #expect(try mark() != second)
  }

  @Test func `a plan moves nothing where the run agrees with what is there`() throws {
    let index = try Place().open()
    try index.add(batch(stories: 30, seed: 4))
    _ = try index.refresh(roles: .none, context: twoThreads)
    let found = try run(index)
    let plan = try index.read { try RefreshPlan($0, scope: "", found, placed: []) }
    #expect(plan.moving.isEmpty && plan.leavingStories.isEmpty && plan.leavingEvents.isEmpty)
    #expect(plan.keptStories.allSatisfy { $0 != nil } && plan.summary.f1 == 1)
  }
}
