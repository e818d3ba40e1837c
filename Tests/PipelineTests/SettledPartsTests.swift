import Boilerplate
import Copies
import Input
import TestSupport
import Testing

@testable import Pipeline

/// Copies that are found part by part against copies that are found round by round.
@Suite struct SettledPartsTests {
  private static let parser: @Sendable () -> RecordParser = { RecordParser(options: ReadingOptions()) }

  private func stage(parts: Int) -> CopyStage {
    var stage = CopyStage(findsPassages: true, context: RunContext(threads: 2))
    stage.partArticles = parts
    return stage
  }

  private func expectEqual(_ a: CopyStage.Result, _ b: CopyStage.Result) {
    #expect(a.verifiedPairs == b.verifiedPairs)
    #expect(a.passages == b.passages)
    #expect(a.candidates == b.candidates && a.articles == b.articles)
    #expect(a.conditions == b.conditions)
    #expect(Set(a.known.keys) == Set(b.known.keys))
    for (mine, other) in zip(a.copies, b.copies) {
      #expect(mine?.of == other?.of && mine?.relation == other?.relation)
      #expect(mine?.resemblance == other?.resemblance && mine?.containment == other?.containment)
    }
  }

  @Test(arguments: 0..<6) func `the result is the same to the last pair`(seed: Int) throws {
    let sizes = [3, 256]
    let folder = try Folder()
    var batch = try Batch(
      inputs: .paths([try Fixture.invented(folder, seed: seed)]), options: BatchOptions(), wantsStories: true,
      context: RunContext(threads: 2))
    let (corpus, store) = (batch.corpus, batch.store)
    let plain = try stage(parts: 0).run(corpus, store: store, parser: Self.parser)
    let settled = try sizes.map { try stage(parts: $0).run(corpus, store: store, parser: Self.parser) }
    #expect(plain.verifiedPairs > 0)
    for result in settled { expectEqual(result, plain) }
    // The second look, at a corpus without the passages.
    _ = try batch.findCopies { _ in true }
    let again = try stage(parts: 0).run(batch.corpus, store: store, earlier: plain, parser: Self.parser)
    for (parts, earlier) in zip(sizes, settled) {
      expectEqual(try stage(parts: parts).run(batch.corpus, store: store, earlier: earlier, parser: Self.parser), again)
    }
  }

  @Test(arguments: [0, 256]) func `a round-up stays beside its parts either way`(parts: Int) throws {
    let folder = try Folder()
    let texts = (0..<3).map { randomText(words: 90, vocabulary: 4_000, seed: 700 + $0) }
    let whole = texts.map { $0.split(separator: " ").prefix(60).joined(separator: " ") }.joined(separator: " ")
    let lines = texts.enumerated().map { record("part-\($0)", $1) } + [record("round", whole), record("copy", whole + " Again.")]
    let batch = try Batch(
      inputs: .paths([try folder.file("in.jsonl", lines)]), options: BatchOptions(), wantsStories: false,
      context: RunContext(threads: 2))
    let result = try stage(parts: parts).run(batch.corpus, store: batch.store, parser: Self.parser)
    let dropped = result.copies.indices.filter { result.copies[$0] != nil }.map { batch.corpus.name($0) }
    #expect(dropped.count == 1 && ["round", "copy"].contains(dropped[0]), "\(dropped)")
  }
}
