import Input
import TestSupport
import Testing

@testable import Pipeline

/// Versions hang on the nearest version before them.
@Suite struct VersionTreeTests {
  /// The definition, taken literally, for versions of different dates: of those before it the nearest, the root when none is
  /// near.
  private func naive(_ times: [Int64], root: Int, _ near: [[Float]]) -> [Int] {
    times.indices.map { version in
      guard version != root else { return root }
      var best = root
      for other in times.indices where other != root && times[other] < times[version] {
        let lead: Float = best == root ? TreeTuning.rootLead : 0
        if near[other][version] >= TreeTuning.leastNearness, near[other][version] > near[best][version] + lead { best = other }
      }
      return best
    }
  }

  @Test(arguments: 0..<40) func `dated versions hang as the definition says`(seed: Int) {
    var generator = SeededGenerator(seed)
    let count = Int.random(in: 2...14, using: &generator)
    let near = (0..<count).map { _ in (0..<count).map { _ in Float.random(in: 0...1.5, using: &generator) } }
    let times = Array(0..<Int64(count)).shuffled(using: &generator)
    let root = Int.random(in: 0..<count, using: &generator)
    let all = (0..<count).map { place in (0..<count).filter { $0 != place } }
    let tree = VersionTree(times: times, root: root, neighbours: all) { near[$0][$1] }
    #expect(tree.parents == naive(times, root: root, near))
  }

  @Test(arguments: 0..<40) func `without dates it is a tree all the same`(seed: Int) {
    var generator = SeededGenerator(seed)
    let count = Int.random(in: 1...60, using: &generator)
    let near = (0..<count).map { _ in (0..<count).map { _ in Float.random(in: 0...1.5, using: &generator) } }
    let times = (0..<count).map { _ in Bool.random(using: &generator) ? Int64.max : Int64.random(in: 0...3, using: &generator) }
    let all = (0..<count).map { place in (0..<count).filter { $0 != place } }
    let tree = VersionTree(times: times, root: 0, neighbours: all) { near[$0][$1] }
    #expect(tree.order.sorted() == Array(0..<count))
    var seen: Set<Int> = []
    for place in tree.order {
      #expect(place == 0 || seen.contains(tree.parents[place]), "a parent comes before its children")
      seen.insert(place)
    }
    for place in tree.order where tree.parents[place] != 0 { #expect(times[tree.parents[place]] <= times[place]) }
  }

  @Test func `in a large story the neighbours are the nearest by sketch`() {
    // Chains of versions, each with all but one hash of the one before it.
    let sketches = (0..<400).map { (version: Int) -> [UInt64] in
      let first = UInt64(version / 20 * 1_000 + version % 20)
      return (0..<16).map { first + UInt64($0) }
    }
    for (place, neighbours) in VersionTree.neighbours(sketches).enumerated() {
      let chain = place / 20
      #expect(neighbours.allSatisfy { (other: Int) -> Bool in other / 20 == chain })
      if place % 20 > 0 { #expect(neighbours.contains(place - 1)) }
    }
  }

  @Test func `a copy of an update comes from the update`() throws {
    let story = (0..<6).map { randomText(words: 30, vocabulary: 900, seed: $0 + 1) + "." }
    let update = story.prefix(4).map { $0 } + [randomText(words: 30, vocabulary: 900, seed: 70) + "."]
    let folder = try Folder()
    let file = try folder.file(
      "x.jsonl",
      [
        record("first", story.joined(separator: " "), published: "2025-02-01T09:00:00Z", source: "Wire"),
        record("update", update.joined(separator: " "), published: "2025-02-01T12:00:00Z", source: "Wire"),
        record(
          "copy", update.joined(separator: " ") + " Reporting by the wire.", published: "2025-02-01T13:00:00Z", source: "Site"),
        record("early copy", story.joined(separator: " ") + " Told by us.", published: "2025-02-01T14:00:00Z", source: "Other"),
      ])
    let result = try ClusterJob(roles: .full, context: RunContext(threads: 2)).run(inputs: .paths([file]))
    let name = { (article: UInt32) in result.batch.corpus.name(article) }
    let parents = result.batch.corpus.active.map { name(result.members[Int($0)].parent) }
    #expect(parents == ["first", "first", "update", "first"])
    #expect(result.members[1].role == .update && result.members[2].role == .reprint)
  }
}
