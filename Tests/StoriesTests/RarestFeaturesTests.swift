import TestSupport
import Testing
import Text

@testable import Stories

/// What an index keeps of an article's words, against the weigher that looks at all of them.
@Suite struct RarestFeaturesTests {
  /// What ``SequenceWeigher`` chooses where no batch was counted.
  private static func weighed(_ sequences: StemSequences, _ count: Int) -> [[UInt32]] {
    var options = RareKeyOptions()
    options.keysOfEachKind = count
    options.leastFrequency = 0
    let weigher = SequenceWeigher(batch: BatchStatistics(words: 0), reference: .standard, options: options)
    return (0..<sequences.count).map { article in
      weigher.weigh(sequences, articles: article..<article + 1).keys.map { UInt32(truncatingIfNeeded: $0 >> 32) }.sorted()
    }
  }

  private static let known = [
    "the", "government", "said", "on", "monday", "that", "new", "york", "police", "company", "year", "million", "people", "state",
  ].map { StemCode(stemHash: WordScanner.hash(folded: Array($0.utf8)), traits: []).rawValue }

  /// Words of a collection's texts among others, some of them again and again.
  private func article(_ words: Int, known: Int, _ generator: inout SeededGenerator) -> [UInt32] {
    (0..<words).map { _ in
      generator.below(100) < known
        ? Self.known[generator.below(Self.known.count)]
        : InventedSequences.code(generator.below(generator.below(4) == 0 ? 30 : 1 << 27))
    }
  }

  @Test(arguments: 0..<60) func `the rarest are those that the weigher chooses`(seed: Int) {
    var generator = SeededGenerator(seed)
    var sequences = StemSequences()
    for words in [0, 1, 2, 19, 21, 60, 119, 121, 122, 200, 400, 1500] {
      sequences.append(codes: article(words, known: [0, 30, 90, 100][seed % 4], &generator))
    }
    let count = [1, 5, 20, 40][generator.below(4)]
    var scratch = RarestFeatures.Scratch()
    var keys: [UInt32] = []
    for (article, expected) in Self.weighed(sequences, count).enumerated() {
      RarestFeatures(count).choose(sequences, article: article, scratch: &scratch, into: &keys)
      #expect(keys.sorted() == expected)
    }
  }

  @Test func `a long article of one phrase has few pairs and all of them`() {
    var sequences = StemSequences()
    sequences.append(codes: (0..<900).map { Self.known[$0 % 3] })
    var scratch = RarestFeatures.Scratch()
    var keys: [UInt32] = []
    RarestFeatures(20).choose(sequences, article: 0, scratch: &scratch, into: &keys)
    #expect(keys.sorted() == Self.weighed(sequences, 20)[0] && keys.count == 6)
  }

  @Test func `a pair that the weigher takes for a stem is left out`() throws {
    // Pairs are hashes: one whose value without its highest bit is a stem's is found by trying.
    var found: (UInt32, UInt32, UInt32)?
    search: for first in UInt32(1)..<2000 {
      for second in UInt32(1)..<200 {
        let pair = Features.pair(first, second) ^ 0x8000_0000
        if pair < 1 << 27 {
          found = (first, second, pair)
          break search
        }
      }
    }
    let (first, second, stem) = try #require(found)
    for length in [0, 300] {
      var generator = SeededGenerator(length)
      var sequences = StemSequences()
      let codes = [first, second, stem].map { InventedSequences.code(Int($0)) }
      sequences.append(codes: codes + article(length, known: 0, &generator))
      for count in [3, 20, 400] {
        var scratch = RarestFeatures.Scratch()
        var keys: [UInt32] = []
        RarestFeatures(count).choose(sequences, article: 0, scratch: &scratch, into: &keys)
        #expect(keys.sorted() == Self.weighed(sequences, count)[0])
      }
    }
  }
}
