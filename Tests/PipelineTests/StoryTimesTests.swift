import Input
import TestSupport
import Testing

@testable import Pipeline

/// Which of two versions of one day came first, by the clocks that their pages print.
@Suite struct StoryTimesTests {
  private static let day: Int64 = 1_700_006_400

  private func times(_ published: [Int64], _ clocks: [Int64?]) -> [Int64] {
    let members = published.indices.map { UInt32($0) }
    let times = StoryTimes(members, published: { published[Int($0)] }, clock: { clocks[Int($0)] })
    return members.map { times[$0] }
  }

  @Test func `clocks tell versions of one day apart`() {
    #expect(times([Self.day, Self.day], [Self.day + 7200, Self.day + 3600]) == [Self.day + 7200, Self.day + 3600])
    #expect(times([.max, .max], [5_000, 4_000]) == [5_000, 4_000])
  }

  @Test func `a clock beside versions without one, of another day, or of a record with an hour says nothing`() {
    #expect(times([Self.day, Self.day], [Self.day + 7200, nil]) == [Self.day, Self.day])
    #expect(times([Self.day, Self.day], [Self.day + 7200, Self.day + 9 * 86_400]) == [Self.day, Self.day])
    #expect(times([Self.day + 60, Self.day], [Self.day + 7200, Self.day + 30]) == [Self.day + 60, Self.day + 30])
    #expect(times([Self.day, .max], [Self.day + 7200, 4_000]) == [Self.day + 7200, .max])
  }

  @Test(arguments: 0..<40) func `days keep their order whatever the clocks say`(seed: Int) {
    var generator = SeededGenerator(seed)
    let count = Int.random(in: 2...8, using: &generator)
    let published = (0..<count).map { _ in Self.day + 86_400 * Int64.random(in: 0...3, using: &generator) }
    let clocks = published.map { day -> Int64? in
      Int.random(in: 0...9, using: &generator) < 2 ? nil : day + Int64.random(in: 0..<86_400, using: &generator)
    }
    let found = times(published, clocks)
    for a in 0..<count {
      for b in 0..<count where published[a] < published[b] { #expect(found[a] < found[b]) }
    }
  }

  @Test(arguments: [true, false]) func `the version with the earlier clock is the parent`(isTurned: Bool) throws {
    let story = (0..<12).map { randomText(words: 20, vocabulary: 900, seed: $0 + 1) + "." }
    let early = "LISSE | Tue Mar 4, 2014 6:41 am EST\\n" + story.prefix(11).joined(separator: " ")
    let late =
      "Quay shut after the storm of Monday night in LISSE | Tue Mar 4, 2014 12:51 pm GMT LISSE (Reuters) - "
      + story.suffix(11).joined(separator: " ")
    let folder = try Folder()
    let lines = [record("early", early, published: "2014-03-04"), record("late", late, published: "2014-03-04")]
    let file = try folder.file("in.jsonl", isTurned ? lines.reversed() : lines)
    let result = try ClusterJob(roles: .full, context: RunContext(threads: 1)).run(inputs: .paths([file]))
    let names = result.batch.corpus.active.map { result.batch.corpus.name(result.members[Int($0)].parent) }
    #expect(Set(names) == ["early"])
  }
}
