import Input
import TestSupport
import Testing

@testable import Pipeline

/// Hostile batches: the work stays bounded, by count and not by the clock.
@Suite struct ScaleTests {
  /// An optimised build takes the whole number; without optimisation that would take minutes.
  #if DEBUG
    private static let count = 4_000
  #else
    private static let count = 20_000
  #endif

  private func forms(_ count: Int) -> [String] {
    var generator = SeededGenerator(1)
    func name() -> String {
      "\(generator.pick(["Bor", "Har", "Lom", "Vel", "Tan", "Ost", "Dra", "Mur"]))\(letters(generator.below(9000)))"
    }
    return (0..<count).map { number in
      record(
        "f\(number)",
        "\(name()) \(name()) reported a profit of \(generator.below(900)).\(generator.below(10)) million crowns for the quarter, against "
          + "\(generator.below(900)) million a year earlier. Sales of the company in \(name()) came to \(generator.below(9000)) million. "
          + "Chief executive \(name()) \(name()) said the result was in line with expectations and that the outlook for the year, "
          + "\(generator.below(2000)) million in sales, stood. Shares of \(name()) closed at \(generator.below(400)).\(generator.below(100)) crowns."
      )
    }
  }

  @Test func `thousands of articles of one form are no giant cluster`() throws {
    let folder = try Folder()
    let file = try folder.file("forms.jsonl", forms(Self.count))
    let result = try Clustering([file])
    let largest = result.stories.values.map(\.count).max() ?? 0
    #expect(largest <= 20, "the largest story has \(largest) articles")
    #expect(result.candidates <= 60 * Self.count, "\(result.candidates) candidate pairs")
    #expect(try Deduplication([file]).dropped.count < Self.count / 100)
  }

  @Test func `thousands of identical articles are one cluster`() throws {
    let folder = try Folder()
    let text = randomText(words: 60, vocabulary: 500, seed: 1)
    let file = try folder.file("same.jsonl", (0..<Self.count).map { record("s\($0)", text) })
    let clustering = try ClusterJob(context: RunContext(threads: 2)).run(inputs: [file])
    #expect(clustering.stories.count == 1 && clustering.stories[0].members.count == Self.count)
    #expect(clustering.candidates == 0)
    let dropped = try Deduplication([file], keep: .first)
    #expect(dropped.kept == ["s0"] && dropped.dropped.count == Self.count - 1)
  }

  @Test func `thousands of near-identical articles are one cluster after few verifications`() throws {
    let folder = try Folder()
    let text = randomText(words: 120, vocabulary: 500, seed: 2)
    let count = 1000
    let file = try folder.file("near.jsonl", (0..<count).map { record("n\($0)", text + " " + letters($0)) })
    var batch = try Batch(inputs: [file], options: BatchOptions(), wantsStories: false, context: RunContext(threads: 2))
    let copies = try batch.findCopies { _ in true }
    #expect(copies.copies.count { $0 == nil } == 1)
    #expect(copies.verifiedPairs <= 10 * count, "\(copies.verifiedPairs) pairs were verified")
  }
}
