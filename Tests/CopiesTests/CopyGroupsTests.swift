import TestSupport
import Testing

@testable import Copies

@Suite struct CopyGroupsTests {
  /// A batch of articles of which some are copies of each other, not transitively.
  private struct World {
    let count: Int
    /// Relation and containments of the first and second of each pair that is a copy.
    var copies: [UInt64: (CopyRelation, Float, Float)] = [:]
    var pairs: [UInt64]

    init(_ seed: Int) {
      var generator = SeededGenerator(seed)
      count = 5 + generator.below(40)
      let density = 2 + generator.below(8)
      var pairs: [UInt64] = []
      for first in 0..<count {
        for second in first + 1..<count {
          let pair = UInt64(first) << 32 | UInt64(second)
          if generator.below(density) == 0 {
            let relation: CopyRelation = generator.pick([.reprint, .edited, .edited, .excerpt])
            copies[pair] = (relation, Float(generator.below(10)) / 10, Float(generator.below(10)) / 10)
          }
          // Some copies are no candidates, and some candidates no copies.
          if generator.below(3) > 0 ? copies[pair] != nil : generator.below(4) == 0 { pairs.append(pair) }
        }
      }
      self.pairs = pairs
    }

    func verify(_ pair: UInt64) -> CopyGroups.Verified {
      let copy = copies[pair]
      let measure = CopyMeasure(
        resemblance: copy == nil ? 0.1 : 0.7, containmentOfA: copy?.1 ?? 0, containmentOfB: copy?.2 ?? 0, keptNames: 1,
        keptWords: 1,
        names: 0, isIdentical: false)
      return CopyGroups.Verified(pair: pair, relation: copy?.0, measure: measure)
    }
  }

  private struct Run {
    var groups: CopyGroups
    var verified: Set<UInt64> = []
    var rounds = 0
  }

  private func run(_ world: World, _ preference: [UInt32], block: Int = 8, reversed: Bool = false) -> Run {
    var run = Run(groups: CopyGroups(pairs: world.pairs, preference: preference))
    while !run.groups.unverified.isEmpty, run.rounds < 1000 {
      run.rounds += 1
      let wanted = run.groups.unverified
      var blocks = run.groups.blocks(articles: block)
      #expect(blocks.joined().sorted() == wanted)
      if reversed { blocks = blocks.map { $0.reversed() }.reversed() }
      for pair in wanted { #expect(run.verified.insert(pair).inserted, "a pair is verified once") }
      run.groups.add(blocks.map { $0.map(world.verify) })
    }
    return run
  }

  private func ranks(_ count: Int, _ seed: Int) -> [UInt32] {
    var generator = SeededGenerator(seed)
    return (0..<UInt32(count)).map { $0 }.shuffled(using: &generator)
  }

  private func pair(_ a: Int, _ b: Int) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }

  @Test(arguments: 0..<80) func `every dropped article was verified against the kept article that it is dropped for`(seed: Int) {
    let world = World(seed)
    let preference = ranks(world.count, seed)
    let run = run(world, preference)
    #expect(run.rounds < 1000)
    for (article, copy) in run.groups.copies.enumerated() {
      guard let copy else { continue }
      let keeper = Int(copy.of)
      #expect(run.groups.copies[keeper] == nil, "no chain")
      #expect(run.verified.contains(pair(article, keeper)))
      #expect(preference[keeper] < preference[article])
      guard let (relation, first, second) = world.copies[pair(article, keeper)] else {
        Issue.record("\(article) is no copy of \(keeper)")
        continue
      }
      let (mine, theirs) = article < keeper ? (first, second) : (second, first)
      #expect(copy.relation == relation && copy.containment == mine)
      if relation == .excerpt { #expect(mine >= theirs, "the part is dropped, not the whole") }
    }
  }

  @Test(arguments: 0..<80) func `no kept article is a copy of a kept one that it was paired with`(seed: Int) {
    let world = World(seed)
    let preference = ranks(world.count, seed)
    let copies = run(world, preference).groups.copies
    for candidate in world.pairs {
      let (a, b) = (Int(candidate >> 32), Int(candidate & 0xFFFF_FFFF))
      guard copies[a] == nil, copies[b] == nil, let (relation, first, second) = world.copies[candidate] else { continue }
      // Only an excerpt whose whole is the less preferred leaves both.
      let partIsPreferred = preference[a] < preference[b] ? first > second : second > first
      #expect(relation == .excerpt && partIsPreferred)
    }
  }

  @Test(arguments: 0..<60) func `the result does not depend on blocks or the order of verification`(seed: Int) {
    let world = World(seed)
    let preference = ranks(world.count, seed)
    let first = run(world, preference, block: 2).groups.copies
    let second = run(world, preference, block: 100, reversed: true).groups.copies
    #expect(first.map { $0?.of } == second.map { $0?.of })
    #expect(first.map { $0?.relation } == second.map { $0?.relation })
  }

  @Test func `a chain drops only what is a copy of what stays`() {
    var world = World(0)
    world.copies = [pair(0, 1): (.edited, 0.6, 0.6), pair(1, 2): (.edited, 0.6, 0.6)]
    world.pairs = [pair(0, 1), pair(1, 2)]
    let preference = (0..<UInt32(world.count)).map { $0 }
    let chained = run(world, preference)
    #expect(chained.groups.copies.map { $0?.of }.prefix(3) == [nil, 0, nil])
    #expect(chained.verified.contains(pair(0, 2)), "asked for, though no candidate")
    world.copies[pair(0, 2)] = (.reprint, 0.9, 0.9)
    #expect(run(world, preference).groups.copies.map { $0?.of }.prefix(3) == [nil, 0, 0])
  }

  @Test func `one story printed often takes about one verification a copy`() {
    var world = World(0)
    let count = min(world.count, 13)
    let all = (0..<count).flatMap { a in (a + 1..<count).map { pair(a, $0) } }
    world.copies = Dictionary(uniqueKeysWithValues: all.map { ($0, (CopyRelation.reprint, Float(1), Float(1))) })
    world.pairs = all.sorted()
    let run = run(world, (0..<UInt32(world.count)).map { $0 })
    #expect(run.groups.copies.prefix(count).dropFirst().allSatisfy { $0?.of == 0 })
    #expect(run.verified.count == count - 1)
  }

  @Test func `without candidates everything is kept`() {
    let groups = CopyGroups(pairs: [], preference: [1, 0])
    #expect(groups.unverified.isEmpty && groups.copies.allSatisfy { $0 == nil })
  }
}
