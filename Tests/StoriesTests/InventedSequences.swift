import TestSupport
import Text

@testable import Stories

/// Articles as stem codes, and what they weigh among themselves.
enum InventedSequences {
  static func weigh(_ articles: [[UInt32]]) -> WeightedSequences {
    var sequences = StemSequences()
    for article in articles { sequences.append(codes: article) }
    var statistics = BatchStatistics(words: 100_000)
    statistics.count(sequences, articles: 0..<sequences.count)
    let weigher = SequenceWeigher(batch: statistics, reference: ReferenceStatistics(), options: RareKeyOptions())
    var weighted = WeightedSequences(sequences, articles: weigher.articles)
    weighted.place(weigher.weigh(sequences, articles: 0..<sequences.count))
    return weighted
  }

  static func code(_ stem: Int, _ traits: WordFlags = []) -> UInt32 { UInt32(stem) << 5 | UInt32(traits.rawValue) }

  /// A story of sentences: words that no other story has, and a few that all have.
  static func story(_ number: Int, sentences: Int, _ generator: inout SeededGenerator) -> [[UInt32]] {
    (0..<sentences).map { sentence in
      (0..<5 + generator.below(8)).map { word in
        let stem = generator.below(6) == 0 ? 1 + generator.below(40) : 1000 + number * 400 + sentence * 20 + word
        return code(stem, word == 0 ? .sentenceStart : [])
      }
    }
  }
}
