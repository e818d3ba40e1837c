import Input
import TestSupport
import Testing

@testable import Pipeline

/// Keys that do not fit into memory give the same copies as those that do.
@Suite struct MemoryTests {
  /// Some articles' keys: everything goes to files, in many runs.
  private static let tiny = 64 << 10

  private func result(_ input: String, memory: Int?, threads: Int = 2) throws -> DedupeJob.Result {
    var options = BatchOptions()
    options.memory = memory
    return try DedupeJob(options: options, context: RunContext(threads: threads)).run(inputs: .paths([input]))
  }

  private func expectSame(_ input: String, memory: Int = tiny, threads: Int = 2) throws {
    let whole = try result(input, memory: nil)
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
    var reason: String
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

  @Test(arguments: [1, 2, 5]) func `the fixture loses the same articles with next to no memory`(threads: Int) throws {
    try expectSame(Fixture.folder + "/batch.jsonl", threads: threads)
  }

  @Test(arguments: 1...4) func `generated batches with recurring lines and forms do too`(seed: Int) throws {
    let folder = try Folder()
    try expectSame(Fixture.invented(folder, seed: seed), memory: [1 << 10, 16 << 10, 64 << 10, 256 << 10][seed - 1])
  }

  @Test func `with enough memory nothing goes to files`() throws {
    #expect(try result(Fixture.folder + "/batch.jsonl", memory: 1 << 30).corpus.spilled == nil)
  }

  @Test func `a folder that is not there is named`() throws {
    var options = BatchOptions()
    options.memory = 1 << 10
    options.reading.temporaryFolder = "/no/such/folder"
    do {
      _ = try DedupeJob(options: options, context: RunContext(threads: 2)).run(
        inputs: .paths([Fixture.folder + "/batch.jsonl"]))
      Issue.record("keys were kept nowhere")
    } catch {
      #expect("\(error)".contains("/no/such/folder"))
      #expect("\(error)".contains("--temp"))
    }
  }
}
