import TestSupport
import Testing

@testable import Pipeline

/// The same result for any number of threads, any order and any split of the batch.
@Suite struct InvarianceTests {
  private let batch = Fixture.folder + "/batch.jsonl"

  private func split(_ lines: [String], into folder: Folder, seed: Int?) throws -> [String] {
    var lines = lines
    var generator = SeededGenerator(seed ?? 0)
    if seed != nil { lines.shuffle(using: &generator) }
    return try (0..<7).map { part in
      try folder.file("part-\(part).jsonl", Array(lines[lines.count * part / 7..<lines.count * (part + 1) / 7]))
    }
  }

  @Test(arguments: DedupeLevel.allCases) func `dedupe does not depend on the number of threads`(level: DedupeLevel) throws {
    let one = try Deduplication([batch], level: level, threads: 1)
    #expect(try Deduplication([batch], level: level, threads: 2) == one)
    #expect(try Deduplication([batch], level: level, threads: 4) == one)
  }

  @Test func `cluster does not depend on the number of threads`() throws {
    let one = try Clustering([batch], threads: 1)
    #expect(try Clustering([batch], threads: 2) == one)
    #expect(try Clustering([batch], threads: 4) == one)
  }

  @Test(arguments: [DedupeLevel.copy, .story]) func `dedupe does not depend on the split of the batch`(level: DedupeLevel) throws
  {
    let folder = try Folder()
    let parts = try split(Fixture.lines("batch.jsonl"), into: folder, seed: nil)
    #expect(try Deduplication(parts, level: level) == Deduplication([batch], level: level))
  }

  @Test func `cluster does not depend on the split of the batch`() throws {
    let folder = try Folder()
    let parts = try split(Fixture.lines("batch.jsonl"), into: folder, seed: nil)
    #expect(try Clustering(parts) == Clustering([batch]))
  }

  @Test(arguments: 1...4) func `dedupe does not depend on the order of the input`(seed: Int) throws {
    let folder = try Folder()
    let parts = try split(Fixture.lines("batch.jsonl"), into: folder, seed: seed)
    for level in DedupeLevel.allCases {
      #expect(try Deduplication(parts, level: level).unordered == Deduplication([batch], level: level).unordered)
    }
  }

  @Test(arguments: 1...6) func `cluster does not depend on the order of the input`(seed: Int) throws {
    let folder = try Folder()
    let parts = try split(Fixture.lines("batch.jsonl"), into: folder, seed: seed)
    #expect(try Clustering(parts) == Clustering([batch]))
  }

  @Test func `generated articles in many chunks cluster alike in any order`() throws {
    var generator = SeededGenerator(11)
    // Versions of 60 texts: enough for several pieces of work a thread, and for ties.
    var lines: [String] = []
    for story in 0..<60 {
      let text = randomText(words: 150, vocabulary: 4000, seed: story).split(separator: " ")
      for version in 0..<generator.below(8) + 1 {
        var words = text
        for _ in 0..<generator.below(40) { words[generator.below(words.count)] = Substring("w\(letters(generator.below(4000)))") }
        lines.append(
          record("\(story)-\(version)", words.joined(separator: " "), published: generator.below(2) == 0 ? "2024-05-01" : nil))
      }
    }
    let folder = try Folder()
    let ordered = try folder.file("ordered.jsonl", lines)
    let shuffled = try folder.file("shuffled.jsonl", lines.shuffled(using: &generator))
    #expect(try Clustering([ordered], threads: 1) == Clustering([shuffled], threads: 4))
    #expect(try Deduplication([ordered], threads: 1).unordered == Deduplication([shuffled], threads: 4).unordered)
  }
}
