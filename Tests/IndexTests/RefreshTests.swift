import Foundation
import Pipeline
import TestSupport
import Testing

@testable import Index

/// Adding bit by bit and refreshing gives what clustering the whole gives.
@Suite struct RefreshTests {
  private static let fixture = try? String(
    contentsOf: Project.fixtures.appending(path: "batch.jsonl"), encoding: .utf8
  ).split(separator: "\n").map(String.init)

  /// Adds the lines in another order, in parts of random sizes.
  private func filled(_ lines: [String], seed: Int) throws -> IndexFile {
    var generator = SeededGenerator(seed)
    let index = try Place().open()
    var rest = lines.shuffled(using: &generator)[...]
    while !rest.isEmpty {
      let part = rest.prefix(1 + generator.below(max(2, lines.count / 2)))
      rest = rest.dropFirst(part.count)
      try index.add(Array(part), batch: 1 + generator.below(200))
    }
    return index
  }

  @Test(arguments: 1...2) func `the fixtures in any order and any split cluster as a whole`(seed: Int) throws {
    let lines = try #require(Self.fixture)
    let index = try filled(lines, seed: seed)
    let summary = try index.refresh(roles: .none, context: twoThreads)
    #expect(try index.clusters() == clustered(lines))
    #expect(summary.articles == lines.count)
    #expect(try index.problems() == [])
  }

  @Test(arguments: 1...3) func `generated articles in any order and any split cluster as a whole`(seed: Int) throws {
    let lines = batch(stories: 30, seed: seed)
    let index = try filled(lines, seed: seed)
    _ = try index.refresh(roles: .none, context: twoThreads)
    #expect(try index.clusters() == clustered(lines))
    #expect(try index.problems() == [])
  }

  @Test func `a second refresh changes nothing`() throws {
    let index = try filled(batch(stories: 40, seed: 3), seed: 3)
    _ = try index.refresh(roles: .none, context: twoThreads)
    let before = try index.clusters()
    let stories = try index.stories(since: 0, limit: 1000).map(\.id)
    let summary = try index.refresh(roles: .none, context: twoThreads)
    #expect(summary.f1 == 1)
    #expect(try index.clusters() == before)
    #expect(try index.stories(since: 0, limit: 1000).map(\.id) == stories)
  }

  @Test(arguments: 1...2) func `a twentieth more between two refreshes is placed as in the whole`(seed: Int) throws {
    let lines = batch(stories: 80, seed: seed)
    let index = try Place().open()
    try index.add(Array(lines.dropLast(lines.count / 20)))
    _ = try index.refresh(roles: .none, context: twoThreads)
    for line in lines.suffix(lines.count / 20) { try index.add([line]) }
    // What refresh says of the stories before it is their agreement with the whole.
    #expect(try index.refresh(roles: .none, context: twoThreads).f1 >= 0.98)
  }

  @Test func `ids of stories stay, and lead on where stories became one`() throws {
    let index = try Place().open()
    let lines = batch(stories: 60, seed: 8)
    for part in stride(from: 0, to: lines.count, by: 10) { try index.add(Array(lines[part..<min(lines.count, part + 10)])) }
    let before = try lines.indices.map { try index.article(id(lines[$0]))?.story }
    _ = try index.refresh(roles: .none, context: twoThreads)
    var moved = 0
    for (line, old) in zip(lines, before) {
      let now = try #require(try index.article(id(line))?.story)
      let led = try #require(try index.story(old ?? ""))
      if led.id != now { moved += 1 }
    }
    // All but what the refresh put elsewhere.
    #expect(moved * 50 <= lines.count)
  }

  private func id(_ line: String) -> String { String(line.dropFirst(8).prefix { $0 != "\"" }) }
}
