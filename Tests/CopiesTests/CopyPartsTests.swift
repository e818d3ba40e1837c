import TestSupport
import Testing

@testable import Copies

/// Grouping part by part against grouping the batch as a whole.
@Suite struct CopyPartsTests {
  /// Articles in components of a few to some dozens, some copies, some round-ups.
  private struct World {
    let count: Int
    var pairs: [UInt64] = []
    let seed: UInt64

    init(_ seed: Int) {
      var generator = SeededGenerator(seed)
      count = 40 + generator.below(120)
      self.seed = UInt64(seed)
      // Each component's articles are strewn over the batch.
      let articles = (0..<UInt64(count)).shuffled(using: &generator)
      var found: Set<UInt64> = []
      var start = 0
      while start < count {
        let end = min(count, start + 1 + generator.below(generator.below(6) == 0 ? 40 : 8))
        for _ in 0..<(end - start) * 2 where end - start > 1 {
          let (a, b) = (articles[start + generator.below(end - start)], articles[start + generator.below(end - start)])
          if a != b { found.insert(min(a, b) << 32 | max(a, b)) }
        }
        start = end
      }
      pairs = found.sorted()
    }

    /// What verification says of a pair, candidate or not.
    func verify(_ pair: UInt64) -> CopyGroups.Verified {
      var generator = SeededGenerator(Int((pair &* 0x9E37_79B9_7F4A_7C15 ^ seed) >> 33))
      let relation: CopyRelation? = generator.below(3) == 0 ? nil : generator.pick([.reprint, .edited, .excerpt])
      let shares: [Float] = [0.1, 0.3, 0.5, 0.7, 0.9, 1]
      return CopyGroups.Verified(
        pair: pair, relation: relation, resemblance: 0.5, containmentOfFirst: generator.pick(shares),
        containmentOfSecond: generator.pick(shares))
    }

    func isRoundUp(_ suspect: RoundUp) -> Bool { (UInt64(suspect.article) &* 0x9E37_79B9 ^ seed) >> 3 & 1 == 0 }
  }

  /// What a driver did: verified pairs with how often, the articles that were looked at as round-ups.
  private struct Log: Equatable {
    var verified: [UInt64: Int] = [:]
    var suspects: Set<UInt32> = []
  }

  private func verifyAll(_ groups: inout CopyGroups, _ world: World, _ log: inout Log) {
    while !groups.unverified.isEmpty {
      for pair in groups.unverified { log.verified[pair, default: 0] += 1 }
      groups.add([groups.unverified.map(world.verify)])
    }
  }

  private func finish(_ groups: inout CopyGroups, _ world: World, seen: Set<UInt32>, _ log: inout Log) {
    var seen = seen
    verifyAll(&groups, world, &log)
    while true {
      let suspects = groups.suspects(but: seen)
      log.suspects.formUnion(suspects.map(\.article))
      let found = suspects.filter(world.isRoundUp).map(\.article)
      guard !found.isEmpty else { return }
      seen.formUnion(suspects.map(\.article))
      groups.setAside(found)
      verifyAll(&groups, world, &log)
    }
  }

  private func settle(_ part: CopyPart, _ world: World, _ log: inout Log) -> (verified: [CopyGroups.Verified], roundUps: [UInt32])
  {
    var part = part
    var result: (verified: [CopyGroups.Verified], roundUps: [UInt32]) = ([], [])
    var seen: Set<UInt32> = []
    while true {
      while !part.groups.unverified.isEmpty {
        let verified = part.groups.unverified.map { world.verify(part.whole($0)) }
        for pair in verified { log.verified[pair.pair, default: 0] += 1 }
        part.add(verified)
        result.verified += verified
      }
      let suspects = part.groups.suspects(but: seen)
      log.suspects.formUnion(suspects.map { part.whole($0).article })
      let found = suspects.filter { world.isRoundUp(part.whole($0)) }
      guard !found.isEmpty else { return result }
      seen.formUnion(suspects.map(\.article))
      part.groups.setAside(found.map(\.article))
      result.roundUps += found.map { part.whole($0).article }
    }
  }

  @Test(arguments: 0..<60, [4, 12, 1000]) func `parts ask for the same pairs and come to the same copies as the batch`(
    seed: Int, most: Int
  ) {
    let world = World(seed)
    var generator = SeededGenerator(seed + 1)
    let preference = (0..<UInt32(world.count)).shuffled(using: &generator)
    // Some pairs were verified before, candidates and others of the same components.
    var known: [UInt64: CopyGroups.Verified] = [:]
    for pair in world.pairs where seed % 2 == 1 && generator.below(4) == 0 { known[pair] = world.verify(pair) }

    var plainLog = Log()
    var plain = CopyGroups(pairs: world.pairs, preference: preference, known: known)
    finish(&plain, world, seen: [], &plainLog)

    var log = Log()
    var roundUps: [UInt32] = []
    let parts = CopyParts.parts(
      world.pairs, known: known, count: world.count, limit: .init(articles: most, bytes: .max / 2), bytes: { $0 })
    for pairs in parts {
      let part = CopyPart(pairs: pairs.pairs, known: pairs.known, preference: preference)
      #expect(part.members.count <= most)
      let result = settle(part, world, &log)
      for pair in result.verified { known[pair.pair] = pair }
      roundUps += result.roundUps
    }
    var groups = CopyGroups(pairs: world.pairs, preference: preference, known: known)
    groups.setAside(roundUps)
    let asked = groups.unverified.count
    #expect(most < 1000 || asked == 0, "nothing is left to ask")
    finish(&groups, world, seen: log.suspects, &log)

    #expect(log == plainLog)
    #expect(Set(groups.known.keys) == Set(plain.known.keys))
    for (mine, other) in zip(groups.copies, plain.copies) {
      #expect(mine?.of == other?.of && mine?.relation == other?.relation && mine?.containment == other?.containment)
    }
  }

  @Test(arguments: 0..<30) func `parts are whole components, each once, none larger or longer than allowed`(seed: Int) {
    let world = World(seed)
    let parts = CopyParts.parts(
      world.pairs, known: [:], count: world.count, limit: .init(articles: 20, bytes: 600), bytes: { $0 % 50 })
    var owner: [UInt64: Int] = [:]
    for (number, part) in parts.enumerated() {
      let members = Set(part.pairs.flatMap { [$0 >> 32, $0 & 0xFFFF_FFFF] })
      #expect(part.pairs == part.pairs.sorted() && members.count <= 20)
      #expect(members.reduce(0) { $0 + Int($1) % 50 } <= 600)
      for member in members { #expect(owner.updateValue(number, forKey: member) == nil) }
    }
    // A pair is in a part with both its articles, or in none.
    for pair in world.pairs { #expect(owner[pair >> 32] == owner[pair & 0xFFFF_FFFF]) }
    #expect(parts.flatMap(\.pairs).count == world.pairs.count { owner[$0 >> 32] != nil })
  }
}
