import TestSupport
import Testing

@testable import Stories

/// Which articles a search keeps of those that share keys: every strong one, and of the weak ones those with most keys in common.
@Suite struct RareKeySearchTests {
  /// Articles of a form, which all share a few keys, and some that share many.
  private static func keys(_ seed: Int) -> [Set<UInt32>] {
    var generator = SeededGenerator(seed)
    return (0..<40 + generator.below(80)).map { _ in
      var keys = Set((0..<2 + generator.below(7)).map { _ in UInt32(generator.below(12)) })
      for _ in 0..<generator.below(14) { keys.insert(UInt32(12 + generator.below(60))) }
      return keys
    }
  }

  private static func index(_ keys: [Set<UInt32>], sought: Range<Int>? = nil) -> RareKeyIndex {
    var entries = keys.enumerated().flatMap { article, keys in keys.map { UInt64($0) << 32 | UInt64(article) } }
    return RareKeyIndex([RareKeyGroups(&entries, articles: keys.count)], sought: sought ?? 0..<keys.count)
  }

  /// How many keys each article before `article` shares with it.
  private static func shared(_ keys: [Set<UInt32>], _ article: Int) -> [(article: UInt32, shared: Int)] {
    (0..<article).map { (UInt32($0), keys[$0].intersection(keys[article]).count) }
  }

  /// The rule taken literally: with more than sixteen weak ones (fewer than six keys) only the sixteen best of them stay.
  private static func expected(_ keys: [Set<UInt32>], _ article: Int, minimum: Int) -> [UInt32] {
    let found = shared(keys, article).filter { $0.shared >= minimum }
    let weak = found.filter { $0.shared < 6 }.sorted { ($1.shared, $0.article) < ($0.shared, $1.article) }
    return (found.filter { $0.shared >= 6 } + weak.prefix(16)).map(\.article).sorted()
  }

  private static func search(_ index: RareKeyIndex, _ count: Int, _ article: Int, minimum: UInt8) -> [UInt32] {
    var counters = RareKeyIndex.Counters(articles: count)
    var found: [UInt32] = []
    index.search(article, minimum: minimum, counters: &counters, found: &found)
    return found
  }

  @Test(arguments: 0..<12) func `a search of all pairs finds the same`(seed: Int) {
    let keys = Self.keys(seed)
    let index = Self.index(keys)
    var bounded = 0
    for minimum in [UInt8(1), 2, 4] {
      for article in keys.indices {
        let expected = Self.expected(keys, article, minimum: Int(minimum))
        #expect(Self.search(index, keys.count, article, minimum: minimum) == expected, "\(article), \(minimum)")
        if expected.count < Self.shared(keys, article).count(where: { $0.shared >= Int(minimum) }) { bounded += 1 }
      }
    }
    #expect(bounded > 0, "the bound must be met")
  }

  /// An engine of several machines counts keys with a join and asks for the rest alone.
  @Test(arguments: 0..<12) func `what is kept of counted articles is what a search keeps`(seed: Int) {
    var generator = SeededGenerator(seed + 100)
    let keys = Self.keys(seed)
    for article in keys.indices {
      let counted = Self.shared(keys, article).filter { $0.shared > 0 }
        .map { (article: $0.article, shared: UInt8($0.shared)) }.shuffled(using: &generator)
      #expect(RareKeyIndex.kept(counted, minimum: 2) == Self.expected(keys, article, minimum: 2))
    }
  }

  @Test(arguments: 0..<8) func `a part of the articles finds all before it, whatever stands behind`(seed: Int) {
    var generator = SeededGenerator(seed + 200)
    let keys = Self.keys(seed)
    let start = generator.below(keys.count), end = start + 1 + generator.below(keys.count - start)
    let part = Self.index(keys, sought: start..<end)
    for article in start..<end {
      #expect(Self.search(part, keys.count, article, minimum: 2) == Self.expected(keys, article, minimum: 2))
    }
  }

  /// A counter has eight bits.
  @Test(arguments: [254, 255, 256, 300, 600]) func `two articles may share any number of keys`(count: Int) {
    let all = Set((0..<UInt32(count)).map { $0 })
    let index = Self.index([all, [1, 2], all, all])
    #expect(Self.search(index, 4, 3, minimum: 2) == [0, 1, 2])
    #expect(Self.search(index, 4, 1, minimum: 2) == [0])
    #expect(Self.search(index, 4, 3, minimum: 255) == (count < 255 ? [] : [0, 2]))
  }

  @Test func `a search leaves no trace for the next one`() {
    let keys = Self.keys(5)
    let index = Self.index(keys)
    var counters = RareKeyIndex.Counters(articles: keys.count)
    for article in keys.indices.reversed() {
      var found: [UInt32] = []
      index.search(article, minimum: 2, counters: &counters, found: &found)
      #expect(found == Self.search(index, keys.count, article, minimum: 2))
    }
  }
}
