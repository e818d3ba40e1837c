import TestSupport
import Testing

@testable import Copies

/// Groups of copies, lazily verified, against a reading of all pairs at once.
@Suite struct `Groups of copies, the slow way` {
  /// Articles every pair of which was verified, and those pairs that are candidates.
  private struct World {
    let count: Int
    var verified: [UInt64: CopyGroups.Verified] = [:]
    var pairs: [UInt64] = []
    /// Articles that look like round-ups when somebody looks.
    var roundUps: [UInt32] = []

    init(_ random: inout SeededGenerator) {
      count = 3 + random.below(16)
      let density = 2 + random.below(3)
      for first in 0..<count {
        if random.below(4) == 0 { roundUps.append(UInt32(first)) }
        for second in first + 1..<count {
          let pair = UInt64(first) << 32 | UInt64(second)
          let relation: CopyRelation? = random.below(density) == 0 ? nil : random.pick([.reprint, .edited, .excerpt])
          verified[pair] = CopyGroups.Verified(
            pair: pair, relation: relation, resemblance: 0.7, containmentOfFirst: Float(random.below(11)) / 10,
            containmentOfSecond: Float(random.below(11)) / 10)
          if random.below(3) > 0 { pairs.append(pair) }
        }
      }
    }

    /// Whether `article` may be dropped for `keeper`, which is preferred to it.
    func isDropped(_ article: Int, for keeper: Int, _ roundUps: Set<UInt32>) -> Bool {
      guard let pair = verified[UInt64(min(article, keeper)) << 32 | UInt64(max(article, keeper))] else { return false }
      let isFirst = article < keeper
      let mine = isFirst ? pair.containmentOfFirst : pair.containmentOfSecond
      let ofKeeper = isFirst ? pair.containmentOfSecond : pair.containmentOfFirst
      if pair.relation == nil || pair.relation == .excerpt && mine < ofKeeper { return false }
      return !(roundUps.contains(UInt32(keeper)) && ofKeeper < CopyTuning.standard.roundUpWhole)
    }

    /// What each article is dropped for: one after another in order of preference.
    func drops(_ preference: [UInt32], _ roundUps: Set<UInt32>) -> [Int?] {
      var drops = [Int?](repeating: nil, count: count)
      for article in (0..<count).sorted(by: { preference[$0] < preference[$1] }) {
        let candidates = pairs.filter { $0 >> 32 == article || $0 & 0xFFFF_FFFF == article }
          .map { Int($0 >> 32) == article ? Int($0 & 0xFFFF_FFFF) : Int($0 >> 32) }
          .filter { preference[$0] < preference[article] }
          .sorted { preference[$0] < preference[$1] }
        drops[article] = candidates.lazy.map { drops[$0] ?? $0 }.first { isDropped(article, for: $0, roundUps) }
      }
      return drops
    }
  }

  /// Verifies what is asked for until nothing is, at most `rounds` times; no pair is asked for twice.
  private func verify(_ groups: inout CopyGroups, _ world: World, rounds: Int = .max, asked: inout Set<UInt64>) {
    var round = 0
    while !groups.unverified.isEmpty, round < rounds {
      round += 1
      for pair in groups.unverified { #expect(asked.insert(pair).inserted, "asked for twice") }
      groups.add([groups.unverified.compactMap { world.verified[$0] }])
    }
  }

  private func drops(_ groups: CopyGroups) -> [Int?] { groups.copies.map { $0.map { Int($0.of) } } }

  @Test(arguments: 0..<80) func `round-ups may be set aside at any time, and all at once or one by one`(seed: Int) {
    var random = SeededGenerator(seed)
    let world = World(&random)
    let preference = (0..<UInt32(world.count)).shuffled(using: &random)
    let expected = world.drops(preference, Set(world.roundUps))
    for rounds in [0, 1, 2, Int.max] {
      var asked: Set<UInt64> = []
      var groups = CopyGroups(pairs: world.pairs, preference: preference)
      verify(&groups, world, rounds: rounds, asked: &asked)
      if seed % 2 == 0 {
        groups.setAside(world.roundUps)
      } else {
        for roundUp in world.roundUps {
          groups.setAside([roundUp])
          verify(&groups, world, rounds: rounds, asked: &asked)
        }
      }
      verify(&groups, world, asked: &asked)
      #expect(drops(groups) == expected, "after \(rounds) rounds")
    }
  }

  @Test(arguments: 0..<80) func `another preference gives what it would have given from the beginning`(seed: Int) {
    var random = SeededGenerator(seed)
    let world = World(&random)
    var groups: CopyGroups?
    var asked: Set<UInt64> = []
    for step in 0..<4 {
      let preference = (0..<UInt32(world.count)).shuffled(using: &random)
      var next = CopyGroups(pairs: world.pairs, preference: preference, after: groups)
      verify(&next, world, asked: &asked)
      if step == 1 {
        next.setAside(world.roundUps)
        verify(&next, world, asked: &asked)
      }
      #expect(drops(next) == world.drops(preference, step == 0 ? [] : Set(world.roundUps)), "step \(step)")
      groups = next
    }
  }

  @Test(arguments: 0..<60) func `nobody is dropped for a part of a round-up, nor for one that is dropped itself`(seed: Int) {
    var random = SeededGenerator(seed)
    let world = World(&random)
    let preference = (0..<UInt32(world.count)).shuffled(using: &random)
    var asked: Set<UInt64> = []
    var groups = CopyGroups(pairs: world.pairs, preference: preference)
    groups.setAside(world.roundUps)
    verify(&groups, world, asked: &asked)
    for (article, copy) in groups.copies.enumerated() {
      guard let copy else { continue }
      let keeper = Int(copy.of)
      #expect(groups.copies[keeper] == nil && preference[keeper] < preference[article])
      #expect(world.isDropped(article, for: keeper, Set(world.roundUps)))
    }
  }
}
