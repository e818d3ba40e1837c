import Foundation
import Input
import Pipeline
import TestSupport
import Testing

@testable import Index

/// Many articles at once: stored first, clustered together at the end.
@Suite struct WaitingTests {
  /// Adds as the command does, with few articles for many.
  @discardableResult
  private func addMany(
    _ lines: [String], to index: IndexFile, batch: Int = 50, scope: String = "", memory: Int? = nil,
    placing: IndexOptions.Placing = .together
  ) throws -> AdditionSummary {
    try index.add(
      .memory(Array(lines.joined(separator: "\n").utf8), name: "test"),
      options: Self.options(batch: batch, scope: scope, memory: memory, placing: placing), context: twoThreads)
  }

  private static func options(
    batch: Int = 50, scope: String = "", memory: Int? = nil, placing: IndexOptions.Placing = .together
  ) -> IndexOptions {
    var options = IndexOptions()
    options.batch.memory = memory
    (options.scope, options.batchArticles, options.placing, options.bulkArticles) = (scope, batch, placing, 20)
    return options
  }

  /// An index whose addition was broken off after the articles were confirmed.
  private func brokenOff(_ lines: [String]) throws -> IndexFile {
    let index = try Place().open()
    struct Stop: Error {}
    var batches = 0
    #expect(throws: Stop.self) {
      _ = try index.add(
        .memory(Array(lines.joined(separator: "\n").utf8), name: "test"), options: Self.options(batch: 20), context: twoThreads
      ) { _, _ in
        batches += 1
        if batches == 2 { throw Stop() }
      }
    }
    return index
  }

  @Test(arguments: [(1, nil), (2, 1 << 10), (3, 1 << 18)] as [(Int, Int?)])
  func `many articles at once cluster as a whole, without a refresh`(seed: Int, memory: Int?) throws {
    let lines = batch(stories: 40, seed: seed)
    let index = try Place().open()
    let summary = try addMany(lines, to: index, memory: memory)
    #expect(summary.new == lines.count && summary.joined == 0)
    #expect(try index.clusters() == clustered(lines))
    #expect(try index.problems() == [])
    #expect(try index.statistics().pending == 0)
    // Every copy is found again.
    let refreshed = try index.refresh(roles: .none, context: twoThreads)
    #expect(refreshed.f1 == 1)
  }

  @Test(arguments: [(1, nil), (2, 1 << 10)] as [(Int, Int?)])
  func `keys are those of articles that were placed one by one`(seed: Int, memory: Int?) throws {
    let lines = batch(stories: 30, seed: seed)
    let together = try Place().open(), oneByOne = try Place().open()
    try addMany(lines, to: together, memory: memory)
    try oneByOne.add(lines, batch: 7)
    _ = try oneByOne.refresh(roles: .none, context: twoThreads)
    for line in lines.prefix(20) {
      let question = line.replacing("\"id\": \"", with: "\"id\": \"q")
      let answers = try [together, oneByOne].map { index in
        let answer = try #require(try index.ask([question]).first)
        return (answer.parent, Set(try #require(try index.story(answer.story ?? "")).members.map(\.id)))
      }
      #expect(answers[0].0 != nil && answers[0] == answers[1])
    }
  }

  @Test func `more than are there are clustered with them, and stories keep their ids`() throws {
    let lines = batch(stories: 50, seed: 5)
    let index = try Place().open()
    let first = Array(lines.prefix(lines.count / 3))
    try index.add(first)
    _ = try index.refresh(roles: .none, context: twoThreads)
    let before = try index.stories(since: 0, limit: 1000).map(\.id)
    let summary = try addMany(Array(lines.dropFirst(first.count)), to: index)
    #expect(summary.joined > 0)
    #expect(try index.clusters() == clustered(lines))
    for story in before { #expect(try index.story(story) != nil) }
    #expect(try index.problems() == [])
  }

  @Test(arguments: [false, true]) func `what is stored alone waits for a refresh, or for the next addition`(refreshes: Bool)
    throws
  {
    let lines = batch(stories: 60, seed: 12)
    let index = try Place().open()
    let parts = [lines.prefix(40), lines.dropFirst(40).dropLast(30), lines.suffix(30)].map(Array.init)
    for (count, part) in parts.dropLast().enumerated() {
      let summary = try addMany(part, to: index, placing: .later)
      #expect(summary.new == part.count && summary.joined == 0)
      #expect(try index.statistics().pending == parts.prefix(count + 1).map(\.count).reduce(0, +))
      // Few are stored likewise: no question finds them.
      #expect(try index.ask([lines[0]]).first?.parent == nil)
    }
    try addMany(parts[2], to: index, placing: refreshes ? .later : .together)
    if refreshes { _ = try index.refresh(roles: .none, context: twoThreads) }
    #expect(try index.statistics().pending == 0)
    #expect(try index.clusters() == clustered(lines))
    #expect(try index.problems() == [])
  }

  @Test func `few beside what is there are placed one by one`() throws {
    let lines = batch(stories: 80, seed: 6)
    let index = try Place().open()
    try addMany(Array(lines.dropLast(30)), to: index)
    let segments = try index.statistics().segments
    try addMany(Array(lines.suffix(30)), to: index)
    #expect(try index.statistics().pending == 0 && segments == 1)
    #expect(try index.refresh(roles: .none, context: twoThreads).f1 >= 0.98)
    #expect(try index.problems() == [])
  }

  @Test func `what was confirmed before the end waits, and is shown so`() throws {
    let lines = batch(stories: 60, seed: 7)
    let index = try brokenOff(lines)
    let pending = try index.statistics().pending
    #expect(pending >= 40 && pending <= lines.count)
    #expect(try index.problems() == [])
    #expect(try index.clusters().count == pending)
    #expect(try index.stories(since: 0).isEmpty)
    #expect(try index.story("") == nil && index.event("") == nil)
    let id = try #require(lines.first.map { String($0.dropFirst(8).prefix { $0 != "\"" }) })
    #expect(try index.article(id)?.story.hasPrefix("pending-") == true)
    // Nothing is said to come from an article that waits.
    #expect(try index.ask([lines[0]]).first?.parent == nil)
    // The same addition again goes on.
    let summary = try addMany(lines, to: index)
    #expect(summary.known == pending && summary.new == lines.count - pending)
    #expect(try index.clusters() == clustered(lines))
    #expect(try index.problems() == [])
  }

  @Test func `few that wait are placed with what is there, and refresh places all`() throws {
    let lines = batch(stories: 60, seed: 8)
    for refreshes in [false, true] {
      let index = try brokenOff(lines)
      try index.add([record("other", text(99))])
      var options = Self.options()
      options.bulkArticles = refreshes ? 20 : 100_000
      if refreshes {
        _ = try index.refresh(options: options, roles: .none, context: twoThreads)
      } else {
        _ = try index.placeWaiting(options: options, context: twoThreads)
      }
      #expect(try index.statistics().pending == 0)
      #expect(try index.article("other")?.role == .single)
      #expect(try index.problems() == [])
    }
  }

  @Test func `articles that wait can be removed and replaced, and scopes have their own`() throws {
    let lines = batch(stories: 60, seed: 9)
    let index = try brokenOff(lines)
    let id = String(lines[0].dropFirst(8).prefix { $0 != "\"" })
    #expect(try index.removeAll([id]) == [])
    #expect(try index.article(id) == nil)
    #expect(try index.problems() == [])
    let next = String(lines[1].dropFirst(8).prefix { $0 != "\"" })
    #expect(try index.add([record(next, text(4711))]).updated == 1)
    try addMany(batch(stories: 30, seed: 10), to: index, scope: "desk")
    #expect(try index.statistics().pending > 0)
    _ = try index.placeWaiting(options: Self.options(), context: twoThreads)
    #expect(try index.statistics().pending == 0)
    #expect(try index.problems() == [])
    #expect(try index.clusters(scope: "desk") == clustered(batch(stories: 30, seed: 10)))
  }

  @Test(arguments: 1...2) func `what is added and removed while everything is clustered stays right`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let lines = batch(stories: 40, seed: seed)
    let index = try Place().open()
    let first = Array(lines.prefix(lines.count * 3 / 4))
    for part in stride(from: 0, to: first.count, by: 13) { try index.add(Array(first[part..<min(first.count, part + 13)])) }
    var found = try WholeRun(index: index, options: IndexOptions(), roles: .none, context: twoThreads).find()
    // Meanwhile:
    let removed = first.shuffled(using: &generator).prefix(9).map { String($0.dropFirst(8).prefix { $0 != "\"" }) }
    #expect(try index.removeAll(removed) == [])
    for line in lines.dropFirst(first.count) { try index.add([line]) }
    _ = try index.take(&found, scope: "", context: twoThreads)
    #expect(try index.problems() == [])
    let left = lines.filter { !removed.contains(String($0.dropFirst(8).prefix { $0 != "\"" })) }
    #expect(try index.statistics().articles == left.count)
    _ = try index.refresh(roles: .none, context: twoThreads)
    #expect(try index.clusters() == clustered(left))
    #expect(try index.problems() == [])
  }
}
