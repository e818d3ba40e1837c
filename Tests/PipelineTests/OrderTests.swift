import Input
import Quality
import TestSupport
import Testing

@testable import Pipeline

/// With roles and flags on, nothing that is said of an article depends on the order of the input.
@Suite struct OrderTests {
  /// Everything that is said of one article, by ids.
  private struct Line: Equatable {
    var original: String
    var parent: String
    var role: Role
    var similarity: Float
    var confidence: Float
    var originalConfidence: Float
    var evidence: [String]
    var isCreditLost: Bool
    var sources: Int
    var report: QualityReport
  }

  private func lines(_ inputs: [String], threads: Int) throws -> [String: Line] {
    var job = ClusterJob(roles: .full, context: RunContext(threads: threads))
    job.wantsFlags = true
    let result = try job.run(inputs: .paths(inputs))
    let name = { (article: UInt32) in result.batch.corpus.name(article) }
    var lines: [String: Line] = [:]
    for article in result.batch.corpus.active {
      let member = result.members[Int(article)]
      lines[name(article)] = Line(
        original: name(member.original), parent: name(member.parent), role: member.role, similarity: member.similarity,
        confidence: member.roleConfidence, originalConfidence: result.stories[Int(member.story)].originalConfidence,
        evidence: member.evidence, isCreditLost: member.isCreditLost, sources: result.eventSources[Int(member.event)].count,
        report: result.quality[Int(article)])
    }
    return lines
  }

  /// Versions of some texts with the ties that make orders show: equal texts, equal dates, no dates, no outlets.
  private func tied(_ generator: inout SeededGenerator) -> [String] {
    var lines: [String] = []
    for story in 0..<12 {
      let text = (0..<6).map { randomText(words: 24, vocabulary: 2_000, seed: story * 10 + $0) + "." }
      for version in 0..<generator.below(7) + 1 {
        var sentences = text
        if version % 2 == 1 { sentences.swapAt(generator.below(6), generator.below(6)) }
        if version % 3 == 2 {
          sentences[generator.below(6)] = randomText(words: 24, vocabulary: 2_000, seed: 900 + version) + "."
        }
        let date = version % 4 == 0 ? nil : "2025-03-0\(1 + version % 2)"
        lines.append(
          record(
            "\(story)-\(version)", sentences.joined(separator: " "), published: date,
            source: version % 3 == 0 ? nil : "Outlet \(version % 3)"))
      }
    }
    return lines
  }

  @Test func `the fixtures in another order say the same`() throws {
    let ordered = try lines([FixtureRuns.batch], threads: 2)
    for seed in 1...2 {
      var generator = SeededGenerator(seed)
      let folder = try Folder()
      let shuffled = try folder.file("x.jsonl", Fixture.lines("batch.jsonl").shuffled(using: &generator))
      #expect(try lines([shuffled], threads: seed) == ordered)
    }
  }

  @Test(arguments: 1...4) func `versions with nothing to tell them apart say the same in another order`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let folder = try Folder()
    let records = tied(&generator)
    let (a, b) = (try folder.file("a.jsonl", records), try folder.file("b.jsonl", records.shuffled(using: &generator)))
    #expect(try lines([a], threads: 1) == lines([b], threads: 2))
  }
}
