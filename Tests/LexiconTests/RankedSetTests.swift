import TestSupport
import Testing

@testable import Lexicon

/// Sets of keys that are held against each other, against dictionaries.
@Suite struct RankedSetTests {
  private static func ranked(_ random: inout SeededGenerator, below bound: Int) -> [Ranked] {
    (0..<random.below(40)).map { _ in Ranked(UInt64(random.below(bound)), UInt8(1 + random.below(9))) }
  }

  private static func lowest(_ found: [Ranked]) -> [UInt64: UInt8] {
    Dictionary(found.map { ($0.key, $0.rank) }, uniquingKeysWith: min)
  }

  @Test(arguments: 0..<200) func `the best shared rank is that of the best shared key`(seed: Int) {
    var random = SeededGenerator(seed)
    let bound = [20, 200, 5_000, 1 << 40][seed % 4]
    let (first, second) = (Self.ranked(&random, below: bound), Self.ranked(&random, below: bound))
    let (one, other) = (RankedSet(first), RankedSet(second))
    let (ranks, others) = (Self.lowest(first), Self.lowest(second))
    let shared = ranks.compactMap { key, rank in others[key].map { max(rank, $0) } }
    #expect(one.bestShared(other) == shared.min() ?? 0)
    #expect(other.bestShared(one) == one.bestShared(other))
    #expect(one.entries.map(\.key) == ranks.keys.sorted())
  }

  @Test(arguments: 0..<200) func `a set of hashes has what was put in`(seed: Int) {
    var random = SeededGenerator(seed)
    let hashes = (0..<random.below(60)).map { _ in UInt64(random.below(300)) &* 0xD6E8_FEB8_6659_FD93 }
    let others = (0..<1 + random.below(3)).map { _ in UInt64(random.below(300)) &* 0xD6E8_FEB8_6659_FD93 }
    #expect(HashSet(hashes).contains(anyOf: others, KeyMask(others)) == !Set(hashes).isDisjoint(with: others))
  }

  /// Which of two words is the wider one does not depend on which is asked for first, nor on which was met first.
  @Test(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
  func `a relation is the same from either side`() {
    let words = [
      "dog", "animal", "cat", "rise", "fall", "soar", "plummet", "run", "move", "go", "set", "place", "thing", "unit", "part",
      "body",
      "group", "force", "harmless", "harm", "illegal", "legal", "destroy", "destruction", "town", "city", "weakest", "worst",
    ]
    let (forth, back) = (LexiconSession(), LexiconSession())
    for a in words { for b in words where a < b { _ = forth.relation(a, b) } }
    for a in words.reversed() {
      for b in words.reversed() where a < b {
        let relation = back.relation(b, a)
        #expect(relation.reversed == forth.relation(a, b), "\(a), \(b)")
        let (one, other) = (forth.id(for: a), forth.id(for: b))
        #expect(forth.computeRelation(one, other) == forth.computeRelation(other, one).reversed, "\(a), \(b)")
      }
    }
  }
}
