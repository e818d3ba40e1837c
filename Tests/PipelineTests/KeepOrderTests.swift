import TestSupport
import Testing
import Text

@testable import Copies
@testable import Pipeline

/// Which of two copies is kept, and which of many stays: a strict order, whatever the articles are.
@Suite struct KeepOrderTests {
  /// Articles with the ties that make orders show.
  private static func table(_ count: Int, _ generator: inout SeededGenerator, ranked: Bool) -> ArticleTable {
    var table = ArticleTable()
    for _ in 0..<count {
      table.append(
        id: Array("\(generator.below(4))".utf8), idIsString: true,
        content: ArticleTable.ContentHash(high: UInt64(generator.below(2)), low: UInt64(generator.below(2))),
        published: generator.below(3) == 0 ? .max : Int64(generator.below(3)), words: generator.below(3),
        outletRank: ranked ? UInt16(generator.below(3)) : .max)
    }
    return table
  }

  @Test(arguments: Keep.allCases, 0..<4) func `the preference is a strict order of all articles`(keep: Keep, seed: Int) {
    var generator = SeededGenerator(seed)
    let count = 24
    let table = Self.table(count, &generator, ranked: seed % 2 == 1)
    for a in 0..<count {
      #expect(!table.isPreferred(a, to: a, keep))
      for b in 0..<count where b != a {
        #expect(table.isPreferred(a, to: b, keep) != table.isPreferred(b, to: a, keep), "\(a), \(b)")
        for c in 0..<count where table.isPreferred(a, to: b, keep) && table.isPreferred(b, to: c, keep) {
          #expect(table.isPreferred(a, to: c, keep), "\(a), \(b), \(c)")
        }
      }
    }
  }

  private static func condition(_ generator: inout SeededGenerator) -> TextCondition? {
    if generator.below(12) == 0 { return nil }
    return TextCondition(
      words: 60 + generator.below(4) * 15, residue: generator.below(4) * 8,
      repeated: generator.below(2) * 30,
      damage: generator.below(4) * 2, accents: generator.below(2) * 20, isStub: generator.below(8) == 0)
  }

  private static func chooser(_ count: Int, _ keep: Keep, seed: Int) -> BestCopy {
    var generator = SeededGenerator(seed + 50)
    var rule = KeepRule()
    rule.policy = keep
    if seed % 3 == 0 { rule.prefer = OutletRanks(["one", "two"]) }
    return BestCopy(
      table: table(count, &generator, ranked: seed % 3 == 0), rule: rule,
      articles: (0..<UInt32(count)).shuffled(using: &generator), conditions: (0..<count).map { _ in condition(&generator) })
  }

  @Test(arguments: Keep.allCases, 0..<8) func `the copy that stays does not depend on the order of the group`(
    keep: Keep, seed: Int
  ) {
    var generator = SeededGenerator(seed)
    let chooser = Self.chooser(12, keep, seed: seed)
    let members = (0..<UInt32(12)).map { $0 }
    for _ in 0..<6 {
      let group = Array(members.shuffled(using: &generator).prefix(2 + generator.below(10)))
      let best = chooser.best(of: group)
      #expect(group.contains(best))
      #expect(chooser.best(of: group.shuffled(using: &generator)) == best)
      // Who is best of a group is best of a smaller one with the same soundest text.
      let soundest = group.max { chooser.conditions[Int($0)]?.worth ?? 0 < chooser.conditions[Int($1)]?.worth ?? 0 }
      let least = group.min { Self.damage(chooser, $0) < Self.damage(chooser, $1) }
      let smaller = group.filter { $0 == best || $0 == soundest || $0 == least || generator.below(2) == 0 }
      if smaller.count > 1 { #expect(chooser.best(of: smaller) == best, "\(group) and \(smaller)") }
    }
  }

  private static func damage(_ chooser: BestCopy, _ place: UInt32) -> Float {
    (chooser.conditions[Int(place)] ?? TextCondition()).damageRate
  }

  @Test(arguments: Keep.allCases, 0..<8) func `no stub and no wreck stays beside a sound copy`(keep: Keep, seed: Int) {
    let chooser = Self.chooser(12, keep, seed: seed)
    let group = (0..<UInt32(12)).map { $0 }
    let worths = group.map { (chooser.conditions[Int($0)] ?? TextCondition()).worth }
    let best = chooser.best(of: group)
    #expect(worths[Int(best)] >= 0.5 * (worths.max() ?? 0), "\(worths) keeps \(best)")
  }

  @Test(arguments: 0..<8) func `a change names a member of the group and the one it stood for`(seed: Int) {
    var generator = SeededGenerator(seed)
    let chooser = Self.chooser(12, .original, seed: seed)
    var copies = [CopyGroups.Copy?](repeating: nil, count: 12)
    for place in 3..<12 where generator.below(4) > 0 {
      copies[place] = CopyGroups.Copy(
        of: UInt32(generator.below(3)), relation: generator.pick([.reprint, .edited, .excerpt]), resemblance: 1, containment: 1)
    }
    let changes = chooser.changes(copies)
    #expect(Set(changes.map(\.keeper)).count == changes.count)
    for (chosen, keeper) in changes {
      #expect(copies[Int(keeper)] == nil && copies[Int(chosen)]?.of == keeper && copies[Int(chosen)]?.relation != .excerpt)
    }
  }

  @Test func `outlets are found by their name and by their host, the first place counts`() {
    let ranks = OutletRanks(["www.tide.example", "Quay Post", "tide.example"])
    func rank(_ ranks: OutletRanks, _ outlet: String, _ host: String) -> UInt16 {
      ranks.rank(outlet: Array(outlet.utf8)[...], host: Array(host.utf8)[...])
    }
    #expect(rank(ranks, "", "tide.example") == 0)
    #expect(rank(ranks, "Quay Post", "") == 1)
    #expect(rank(ranks, "Quay Post", "tide.example") == 0)
    #expect(rank(ranks, "QUAY POST", "") == 1 && rank(ranks, "quay post", "") == 1)
    #expect(rank(ranks, "Nobody", "nobody.example") == .max)
    #expect(rank(OutletRanks(["", "www."]), "x", "") == .max)
    #expect(rank(OutletRanks(["ÉCHO DE VILLE"]), "Écho de ville", "") == 0)
  }
}
