import Input
import TestSupport
import Testing

@testable import Pipeline

/// Hostile batches: the work stays bounded, by count and not by the clock.
@Suite struct ScaleTests {
  /// An optimised build takes the whole number; without optimisation that would take minutes.
  #if DEBUG
    private static let count = 600
    private static let countOfEachFamily = 250
  #else
    private static let count = 20_000
    private static let countOfEachFamily = 20_000
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

  private func bulletins(_ count: Int) -> [String] {
    var generator = SeededGenerator(4)
    let towns = (0..<300).map { _ in "\(generator.pick(["Bor", "Har", "Lom", "Vel"]))\(letters(generator.below(9000)))" }
    return (0..<count).map { number in
      record(
        "b\(number)",
        "Forecast for \(generator.pick(towns)). The day begins with \(generator.pick(["patchy cloud", "fog", "sun"])), and it stays "
          + "\(generator.pick(["dry", "wet"])) until noon. Temperatures range from \(generator.below(10)) to "
          + "\(generator.below(30)). The wind is \(generator.pick(["westerly", "southerly"])) at \(generator.below(40)) miles an hour. "
          + "Sunrise is at 5:\(10 + generator.below(50)) and sunset at 8:\(10 + generator.below(50)).")
    }
  }

  private func digests(_ count: Int) -> [String] {
    var generator = SeededGenerator(5)
    let items = (0..<count).map { randomText(words: 25, vocabulary: 3000, seed: 100 + $0) }
    return (0..<count).map { number in
      record("d\(number)", (0..<5).map { _ in generator.pick(items) }.joined(separator: ". "))
    }
  }

  /// A table of results over one template, as a site prints one for each match.
  private func results(_ count: Int) -> [String] {
    var generator = SeededGenerator(6)
    let clubs = (0..<200).map { _ in "\(generator.pick(["Bor", "Har", "Lom", "Vel"]))\(letters(generator.below(9000)))" }
    return (0..<count).map { number in
      record(
        "r\(number)",
        "\(generator.pick(clubs)) beat \(generator.pick(clubs)) by \(generator.below(9)) goals to \(generator.below(3)) on matchday "
          + "\(generator.below(38)). The hosts had \(generator.below(30)) shots, the visitors \(generator.below(30)). "
          + "\(generator.below(60000)) people came. The next match of the hosts is against \(generator.pick(clubs)).")
    }
  }

  private func family(_ name: String, _ count: Int) -> [String] {
    switch name {
    case "forms": forms(count)
    case "bulletins": bulletins(count)
    case "results": results(count)
    default: digests(count)
    }
  }

  /// Pairs of articles that are held against each other, as stories and as copies.
  private func work(_ lines: [String]) throws -> Int {
    let folder = try Folder()
    let file = try folder.file("in.jsonl", lines)
    let stories = try ClusterJob(roles: .none, context: RunContext(threads: 2)).run(inputs: .paths([file])).candidates
    var batch = try Batch(inputs: [file], options: BatchOptions(), wantsStories: false, context: RunContext(threads: 2))
    return try stories + batch.findCopies { _ in true }.verifiedPairs
  }

  /// The work is counted in pairs: so many an article at most, however many articles there are.
  ///
  /// Below that the pairs of an article still grow with the batch, until its share is used up.
  @Test(arguments: ["forms", "bulletins", "results", "digests"]) func `the work is bounded by the number of articles`(
    name: String
  ) throws {
    let pairs = try work(family(name, Self.countOfEachFamily))
    #expect(pairs <= 48 * Self.countOfEachFamily, "\(pairs) pairs")
  }

  @Test func `thousands of identical articles are one cluster`() throws {
    let folder = try Folder()
    let text = randomText(words: 60, vocabulary: 500, seed: 1)
    let file = try folder.file("same.jsonl", (0..<Self.count).map { record("s\($0)", text) })
    let clustering = try ClusterJob(roles: .fast, context: RunContext(threads: 2)).run(inputs: [file])
    #expect(clustering.stories.count == 1 && clustering.stories[0].members.count == Self.count)
    #expect(clustering.candidates == 0)
    let dropped = try Deduplication([file], keep: .first)
    #expect(dropped.kept == ["s0"] && dropped.dropped.count == Self.count - 1)
  }

  @Test func `thousands of near-identical articles are one cluster after few verifications`() throws {
    let folder = try Folder()
    let text = randomText(words: 120, vocabulary: 500, seed: 2)
    let count = 600
    let file = try folder.file("near.jsonl", (0..<count).map { record("n\($0)", text + " " + letters($0)) })
    var batch = try Batch(inputs: [file], options: BatchOptions(), wantsStories: false, context: RunContext(threads: 2))
    let copies = try batch.findCopies { _ in true }
    #expect(copies.copies.count { $0 == nil } == 1)
    #expect(copies.verifiedPairs <= 10 * count, "\(copies.verifiedPairs) pairs were verified")
  }
}
