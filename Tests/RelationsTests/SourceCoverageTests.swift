import Copies
import Stories
import TestSupport
import Testing
import Text

@testable import Relations

/// Runs of eight words that texts have in common, word by word.
@Suite struct SourceCoverageTests {
  /// Words of an article, pieces of sources among them.
  private struct World {
    var article: [String]
    var sources: [[String]]

    init(_ seed: Int) {
      var generator = SeededGenerator(seed)
      func own(_ kind: Int, _ count: Int) -> [String] { (0..<count).map { "q\(letters(kind))z\(letters($0))" } }
      sources = (0..<1 + generator.below(4)).map { source in own(source, 20 + generator.below(40)) }
      // Some sources quote one another.
      if sources.count > 1, generator.below(2) == 0 { sources[1] += sources[0].prefix(5 + generator.below(12)) }
      article = []
      for _ in 0..<generator.below(7) {
        let source = generator.pick(sources)
        let start = generator.below(source.count)
        article += source[start..<min(source.count, start + 2 + generator.below(20))]
        article += own(50, generator.below(6))
      }
    }

    /// Whether each word of `words` stands in a run of eight that `other` has; a shorter text is one run.
    static func covered(_ words: [String], by other: [String]) -> [Bool] {
      func runs(_ words: [String]) -> [[String]] {
        words.isEmpty ? [] : words.count < 8 ? [words] : (0...words.count - 8).map { Array(words[$0..<$0 + 8]) }
      }
      let known = Set(runs(other))
      var flags = [Bool](repeating: false, count: words.count)
      for (start, run) in runs(words).enumerated() where known.contains(run) {
        for word in start..<start + run.count { flags[word] = true }
      }
      return flags
    }
  }

  private static func read(_ words: [String], _ meter: inout PairMeter) -> PairMeter.Article {
    let text = words.joined(separator: " ")
    return meter.article(text.padded, 0..<text.utf8.count)
  }

  @Test(arguments: 0..<40) func `what stands in one source alone, and in any, is counted word by word`(seed: Int) {
    let world = World(seed)
    var meter = PairMeter()
    let article = Self.read(world.article, &meter)
    let coverage = SourceCoverage(of: article, by: world.sources.map { Self.read($0, &meter) })
    let flags = world.sources.map { World.covered(world.article, by: $0) }
    let all = Float(max(1, world.article.count))
    for source in world.sources.indices {
      let alone = world.article.indices.count { word in
        flags[source][word] && !flags.indices.contains { $0 != source && flags[$0][word] }
      }
      #expect(coverage.exclusive[source] == Float(alone) / all, "\(source)")
    }
    let any = world.article.indices.map { word in flags.contains { $0[word] } }
    #expect(coverage.total == Float(any.count { $0 }) / all)
    let lead = any.prefix(RelationTuning().leadWords)
    #expect(coverage.lead == (lead.isEmpty ? 0 : Float(lead.count { $0 }) / Float(lead.count)))
  }

  @Test(arguments: 0..<40) func `the shorter text's share outside quotation marks is counted word by word`(seed: Int) {
    let world = World(seed)
    var meter = PairMeter()
    let (a, b) = (world.article, world.sources[0])
    let evidence = meter.measure(Self.read(a, &meter), Self.read(b, &meter))
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    let flags = World.covered(short, by: long)
    #expect(evidence.verbatimOutsideQuotes == (short.count < 8 ? 0 : Float(flags.count { $0 }) / Float(short.count)))
    #expect(evidence.wordsOfA == a.count && evidence.wordsOfB == b.count)
  }

  @Test(arguments: 0..<40) func `measures of swapped articles are swapped`(seed: Int) {
    let world = World(seed)
    var meter = PairMeter()
    let (a, b) = (Self.read(world.article, &meter), Self.read(world.sources[0], &meter))
    let (there, back) = (meter.measure(a, b), meter.measure(b, a))
    #expect(abs(there.similarity - back.similarity) < 1e-5)
    #expect(there.copy.resemblance == back.copy.resemblance && there.copy.containmentOfA == back.copy.containmentOfB)
    #expect(there.coverageOfA == back.coverageOfB && there.coverageOfB == back.coverageOfA)
    #expect(there.retelling.retold == back.retelling.retold && there.retelling.ownOfA == back.retelling.ownOfB)
    #expect(there.wordsOfA == back.wordsOfB)
    if world.article.count != world.sources[0].count { #expect(there.verbatimOutsideQuotes == back.verbatimOutsideQuotes) }
  }

  @Test(arguments: 0..<20) func `a quotation that is kept is kept, and one that is reworded is not`(seed: Int) {
    var generator = SeededGenerator(seed)
    func words(_ kind: String, _ count: Int) -> String { (0..<count).map { "\(kind)\(letters($0))nd" }.joined(separator: " ") }
    let quotation = words("quoted", 6 + generator.below(10))
    var meter = PairMeter()
    func article(_ text: String) -> PairMeter.Article { meter.article(text.padded, 0..<text.utf8.count) }
    let source = article("\(words("first", 20)). “\(quotation),” she said. \(words("last", 9)).")
    let kept = article("\(words("other", 12)). “\(quotation),” it was said.")
    let reworded = article("\(words("other", 12)). “\(words("anew", 8)),” it was said.")
    let none = article(words("other", 12))
    #expect(QuotationRetention(source, kept).kept == 1)
    #expect(QuotationRetention(source, reworded).kept == 0)
    #expect(QuotationRetention(source, none).kept == 1 && QuotationRetention(source, none).wordsOfB == 0)
    #expect(QuotationRetention(source, kept).wordsOfA == QuotationRetention(source, kept).wordsOfB)
  }
}
