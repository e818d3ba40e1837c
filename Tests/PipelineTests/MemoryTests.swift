import Input
import Reports
import TestSupport
import Testing

@testable import Pipeline

/// Keys and texts that do not fit into memory give the same copies and stories as those that do.
@Suite struct MemoryTests {
  /// Some articles' keys: everything goes to files, in many runs.
  private static let tiny = 64 << 10

  private func result(_ input: String, memory: Int?, threads: Int = 2) throws -> DedupeJob.Result {
    var options = BatchOptions()
    options.memory = memory
    return try DedupeJob(options: options, context: RunContext(threads: threads)).run(inputs: .paths([input]))
  }

  private func expectSame(_ input: String, _ whole: DedupeJob.Result, memory: Int = tiny, threads: Int = 2) throws {
    let spilled = try result(input, memory: memory, threads: threads)
    #expect(whole.corpus.spilled == nil)
    #expect(spilled.corpus.spilled != nil)
    #expect(spilled.kept == whole.kept)
    #expect(spilled.dropped.map(Line.init) == whole.dropped.map(Line.init))
    #expect(spilled.corpus.table.wordCounts == whole.corpus.table.wordCounts)
  }

  private struct Line: Equatable {
    var article: UInt32
    var of: UInt32
    var reason: DedupeJob.Reason
    var similarity: Float
    var containment: Float?

    init(_ dropped: DedupeJob.Dropped) {
      article = dropped.article
      of = dropped.of
      reason = dropped.reason
      similarity = dropped.similarity
      containment = dropped.containment
    }
  }

  @Test func `the fixture loses the same articles with next to no memory`() throws {
    let whole = try result(FixtureRuns.batch, memory: nil)
    for threads in [1, 5] { try expectSame(FixtureRuns.batch, whole, threads: threads) }
  }

  @Test(arguments: 1...3) func `generated batches with recurring lines and forms do too`(seed: Int) throws {
    let folder = try Folder()
    let batch = try Fixture.invented(folder, seed: seed)
    try expectSame(batch, result(batch, memory: nil), memory: [1 << 10, 16 << 10, 128 << 10][seed - 1])
  }

  private func clusters(_ input: String, memory: Int?, threads: Int = 2, roles: RoleEffort = .none) throws -> ClusterJob.Result {
    var options = BatchOptions()
    options.memory = memory
    options.stories.keepsCandidates = true
    return try ClusterJob(options: options, roles: roles, context: RunContext(threads: threads)).run(inputs: .paths([input]))
  }

  private static func lines(_ result: ClusterJob.Result) -> [String] {
    let report = ClusterReport(result)
    return result.batch.corpus.active.map { String(decoding: report.line($0), as: UTF8.self) }
  }

  private func expectSameStories(
    _ input: String, memory: Int, threads: [Int], roles: RoleEffort = .none
  ) throws {
    let whole = try clusters(input, memory: nil, roles: roles)
    for threads in threads { try expectSameStories(input, whole, memory: memory, threads: threads, roles: roles) }
  }

  private func expectSameStories(
    _ input: String, _ whole: ClusterJob.Result, memory: Int, threads: Int, roles: RoleEffort
  ) throws {
    let spilled = try clusters(input, memory: memory, threads: threads, roles: roles)
    #expect(Self.lines(spilled) == Self.lines(whole))
    #expect(spilled.candidates == whole.candidates && spilled.candidates > 0)
    #expect(spilled.candidatePairs.map { [$0.0, $0.1] } == whole.candidatePairs.map { [$0.0, $0.1] })
  }

  @Test func `the fixture has the same stories with next to no memory`() throws {
    try expectSameStories(FixtureRuns.batch, memory: Self.tiny, threads: [1, 5], roles: .full)
  }

  /// From one text a block and one article an index to a few of each.
  @Test(arguments: 1...5) func `generated batches have the same stories too`(seed: Int) throws {
    let folder = try Folder()
    let memory = [1 << 10, 8 << 10, 32 << 10, 128 << 10, 512 << 10][seed - 1]
    try expectSameStories(Fixture.invented(folder, seed: seed), memory: memory, threads: [seed % 3 + 1])
  }

  @Test(arguments: [2 << 10, 64 << 10]) func `digests and what they draw on do too`(memory: Int) throws {
    let folder = try Folder()
    var generator = SeededGenerator(memory)
    let items = (0..<40).map { randomText(words: 60, vocabulary: 3000, seed: 700 + $0) }
    var lines = items.enumerated().map { record("item-\($0.offset)", $0.element) }
    for digest in 0..<14 {
      lines.append(record("digest-\(digest)", (0..<4).map { _ in generator.pick(items) }.joined(separator: ". ")))
    }
    let file = try folder.file("digests.jsonl", lines.shuffled(using: &generator))
    try expectSameStories(file, memory: memory, threads: [2])
  }

  @Test func `with enough memory nothing goes to files`() throws {
    #expect(try result(FixtureRuns.batch, memory: 1 << 30).corpus.spilled == nil)
  }

  @Test func `a folder that is not there is named`() throws {
    var options = BatchOptions()
    options.memory = 1 << 10
    options.reading.temporaryFolder = "/no/such/folder"
    do {
      _ = try DedupeJob(options: options, context: RunContext(threads: 2)).run(
        inputs: .paths([FixtureRuns.batch]))
      Issue.record("keys were kept nowhere")
    } catch {
      #expect("\(error)".contains("/no/such/folder"))
      #expect("\(error)".contains("--temp"))
    }
  }
}
