import TestSupport
import Testing

@testable import Pipeline

/// The same result for any number of threads, any order and any split of the batch.
@Suite struct InvarianceTests {
  private let batch = FixtureRuns.batch

  private func split(_ lines: [String], into folder: Folder, seed: Int?) throws -> [String] {
    var lines = lines
    var generator = SeededGenerator(seed ?? 0)
    if seed != nil { lines.shuffle(using: &generator) }
    return try (0..<7).map { part in
      try folder.file("part-\(part).jsonl", Array(lines[lines.count * part / 7..<lines.count * (part + 1) / 7]))
    }
  }

  @Test(arguments: DedupeLevel.allCases) func `dedupe does not depend on the number of threads`(level: DedupeLevel) throws {
    let two = try FixtureRuns.deduplication(level)
    #expect(try Deduplication([batch], level: level, threads: 1) == two)
    #expect(try Deduplication([batch], level: level, threads: 4) == two)
  }

  @Test func `cluster does not depend on the number of threads`() throws {
    let two = try FixtureRuns.clustering
    #expect(try Clustering([batch], threads: 1) == two)
    #expect(try Clustering([batch], threads: 4) == two)
  }

  @Test(arguments: [DedupeLevel.copy, .story]) func `dedupe does not depend on the split of the batch`(level: DedupeLevel) throws
  {
    let folder = try Folder()
    let parts = try split(Fixture.lines("batch.jsonl"), into: folder, seed: nil)
    #expect(try Deduplication(parts, level: level) == FixtureRuns.deduplication(level))
  }

  @Test func `cluster does not depend on the split of the batch`() throws {
    let folder = try Folder()
    let parts = try split(Fixture.lines("batch.jsonl"), into: folder, seed: nil)
    #expect(try Clustering(parts) == FixtureRuns.clustering)
  }

  @Test(arguments: 1...2) func `dedupe does not depend on the order of the input`(seed: Int) throws {
    let folder = try Folder()
    let parts = try split(Fixture.lines("batch.jsonl"), into: folder, seed: seed)
    for level in DedupeLevel.allCases {
      #expect(try Deduplication(parts, level: level).unordered == FixtureRuns.deduplication(level).unordered)
    }
  }

  /// Stories alone: with roles, see `OrderTests`.
  @Test(arguments: 1...3) func `cluster does not depend on the order of the input`(seed: Int) throws {
    let folder = try Folder()
    let parts = try split(Fixture.lines("batch.jsonl"), into: folder, seed: seed)
    #expect(try Clustering(parts, roles: .none) == FixtureRuns.plainClustering)
  }

  @Test func `generated articles in many chunks cluster alike in any order`() throws {
    var generator = SeededGenerator(11)
    // Versions of 40 texts: enough for several pieces of work a thread, and for ties.
    var lines: [String] = []
    for story in 0..<40 {
      let text = randomText(words: 90, vocabulary: 4000, seed: story).split(separator: " ")
      for version in 0..<generator.below(8) + 1 {
        var words = text
        for _ in 0..<generator.below(25) { words[generator.below(words.count)] = Substring("w\(letters(generator.below(4000)))") }
        lines.append(
          record("\(story)-\(version)", words.joined(separator: " "), published: generator.below(2) == 0 ? "2024-05-01" : nil))
      }
    }
    let folder = try Folder()
    let ordered = try folder.file("ordered.jsonl", lines)
    let shuffled = try folder.file("shuffled.jsonl", lines.shuffled(using: &generator))
    #expect(try Clustering([ordered], roles: .none, threads: 1) == Clustering([shuffled], roles: .none, threads: 4))
    #expect(try Deduplication([ordered], threads: 1).unordered == Deduplication([shuffled], threads: 4).unordered)
  }
}
