import Input
import TestSupport
import Testing

@testable import Pipeline

@Suite struct DedupeTests {
  @Test(arguments: DedupeLevel.allCases) func `every article that was read is kept or dropped, once`(level: DedupeLevel) throws {
    let result = try FixtureRuns.deduplication(level)
    #expect(result.kept.count + result.dropped.count == result.read)
    #expect(Set(result.kept).isDisjoint(with: result.dropped.keys))
    for drop in result.dropped.values {
      #expect(result.kept.contains(drop.of), "\(drop.of) is kept")
      #expect((0...1.0001).contains(drop.similarity))
    }
  }

  @Test func `levels drop more and more`() throws {
    let counts = try DedupeLevel.allCases.map { try FixtureRuns.deduplication($0).dropped.count }
    #expect(counts[0] > 0 && counts[0] < counts[1] && counts[1] < counts[2])
  }

  @Test func `the fixtures' identical articles and reprints are dropped with that reason`() throws {
    let dropped = try FixtureRuns.deduplication().dropped
    let labels = try Fixture.labels()
    let copies = labels.filter { $0.relation == "identical" || $0.relation == "reprint" }
    #expect(copies.count >= 8)
    var right = 0
    for copy in copies {
      // Either side may be the one that stays, when dates say so.
      let drop = dropped[copy.id] ?? copy.of.flatMap { dropped[$0] }
      #expect(drop != nil, "\(copy.id) (\(copy.relation ?? "")): \(copy.note ?? "")")
      if let drop, drop.reason == copy.relation || drop.reason == "identical" { right += 1 }
      if copy.relation == "identical" { #expect(drop?.reason == "identical" && drop?.similarity == 1) }
    }
    // Reached: 9 of 13; house style, wrong decoding, other numerals and ё for е count as edited.
    #expect(right * 10 >= copies.count * 6, "\(right) of \(copies.count) reasons")
  }

  @Test func `what is dropped as a copy is of the same story`() throws {
    let cluster = Dictionary(uniqueKeysWithValues: try Fixture.labels().map { ($0.id, $0.cluster) })
    for (id, drop) in try FixtureRuns.deduplication().dropped {
      #expect(cluster[id] == cluster[drop.of], "\(id) as \(drop.reason) of \(drop.of), \(drop.similarity)")
    }
  }

  @Test func `only identical texts are dropped at that level`() throws {
    let folder = try Folder()
    let text = randomText(words: 90, vocabulary: 500, seed: 1)
    let lines = [
      record("a", text), record("b", text + " More."), record("c", text), record("d", text.replacing(" ", with: "  ")),
    ]
    let result = try Deduplication([folder.file("x.jsonl", lines)], level: .identical, keep: .first)
    #expect(result.kept == ["a", "b"])
    #expect(result.dropped.values.allSatisfy { $0.reason == "identical" && $0.of == "a" && $0.similarity == 1 })
  }

  @Test func `keep decides which copy stays`() throws {
    let folder = try Folder()
    let text = randomText(words: 120, vocabulary: 900, seed: 4)
    let lines = [
      record("middle", text + " one more", published: "2024-05-02"),
      record("longest", text + " one more and then some more words", published: "2024-05-03"),
      record("earliest", text, published: "2024-05-01"),
      record("undated", text + " at last"),
    ]
    let file = try folder.file("keep.jsonl", lines)
    #expect(try Deduplication([file], keep: .first).kept == ["middle"])
    #expect(try Deduplication([file], keep: .longest).kept == ["longest"])
    #expect(try Deduplication([file], keep: .earliest).kept == ["earliest"])
    #expect(try Deduplication([file], keep: .original).kept == ["earliest"])
  }

  @Test func `without dates the longest is taken for the original`() throws {
    let folder = try Folder()
    let text = randomText(words: 120, vocabulary: 900, seed: 5)
    let file = try folder.file("x.jsonl", [record("short", text), record("long", text + " and more"), record("same", text)])
    #expect(try Deduplication([file], keep: .original).kept == ["long"])
  }

  @Test func `an excerpt is dropped for the whole, and never the whole for its excerpt`() throws {
    let folder = try Folder()
    let text = randomText(words: 900, vocabulary: 5000, seed: 6)
    let part = text.split(separator: " ").dropFirst(300).prefix(250).joined(separator: " ")
    let wholeFirst = try folder.file("a.jsonl", [record("whole", text), record("part", part)])
    let result = try Deduplication([wholeFirst])
    #expect(result.kept == ["whole"])
    #expect(result.dropped["part"]?.reason == "excerpt")
    #expect((result.dropped["part"]?.containment ?? 0) > 0.99)
    let partIsEarlier = try folder.file(
      "b.jsonl", [record("whole", text, published: "2024-05-02"), record("part", part, published: "2024-05-01")])
    #expect(try Deduplication([partIsEarlier]).kept.contains("whole"))
  }

  @Test func `a repeated id is left out and named`() throws {
    let folder = try Folder()
    let file = try folder.file(
      "ids.jsonl", [record("a", "storm over Harrow"), record("a", "ferry to Lowen"), record("b", "gulls")])
    let result = try DedupeJob(context: RunContext(threads: 2)).run(inputs: [file])
    #expect(result.kept.map { result.corpus.name($0) } == ["a", "b"])
    #expect(result.corpus.repeatedIDs.map(\.line) == [1])
  }

  @Test func `a missing input throws an error that names it`() throws {
    #expect { try DedupeJob(context: RunContext(threads: 1)).run(inputs: ["/nowhere/batch.jsonl"]) } throws: {
      "\($0)".contains("/nowhere/batch.jsonl")
    }
  }

  @Test func `an empty batch gives an empty result`() throws {
    let folder = try Folder()
    let file = try folder.file("empty.jsonl", [String]())
    #expect(try Deduplication([file]).read == 0)
    #expect(try Clustering([file]).places.isEmpty)
  }
}
