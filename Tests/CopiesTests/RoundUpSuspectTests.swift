import Fingerprints
import TestSupport
import Testing
import Text

@testable import Copies

/// Which kept articles may be round-ups of others, over all pairs of a small batch.
@Suite struct RoundUpSuspectTests {
  private struct World {
    let count = 16
    var known: [UInt64: CopyGroups.Verified] = [:]

    init(_ seed: Int) {
      var generator = SeededGenerator(seed)
      for first in 0..<count {
        for second in first + 1..<count where generator.below(3) == 0 {
          let pair = UInt64(first) << 32 | UInt64(second)
          let relation: CopyRelation? = generator.pick([nil, .reprint, .edited, .excerpt, .excerpt])
          func share() -> Float { Float(generator.below(21)) / 20 }
          known[pair] = CopyGroups.Verified(
            pair: pair, relation: relation, resemblance: share(), containmentOfFirst: share(), containmentOfSecond: share())
        }
      }
    }

    /// The shares that `a` has in `b`, and `b` in `a`; nil where the two were never held against each other.
    func shares(_ a: Int, _ b: Int) -> (own: Float, other: Float)? {
      guard let verified = known[UInt64(min(a, b)) << 32 | UInt64(max(a, b))] else { return nil }
      return a < b
        ? (verified.containmentOfFirst, verified.containmentOfSecond)
        : (verified.containmentOfSecond, verified.containmentOfFirst)
    }

    func areCopies(_ a: Int, _ b: Int) -> Bool { known[UInt64(min(a, b)) << 32 | UInt64(max(a, b))]?.relation != nil }

    /// A fifth of `part` stands in `whole`, of which it is more than a trifle and less than most.
    func isPart(_ part: Int, of whole: Int) -> Bool {
      guard let shares = shares(whole, part) else { return false }
      return shares.other >= 0.2 && shares.own >= 0.06 && shares.own < 0.7
    }

    func groups() -> CopyGroups {
      var groups = CopyGroups(pairs: known.keys.sorted(), preference: (0..<UInt32(count)).map { $0 }, known: known)
      var rounds = 0
      while !groups.unverified.isEmpty, rounds < 100 {
        rounds += 1
        // Pairs that are asked for on the way have nothing in common.
        groups.add([
          groups.unverified.map {
            known[$0]
              ?? CopyGroups.Verified(
                pair: $0, relation: nil, resemblance: 0, containmentOfFirst: 0, containmentOfSecond: 0)
          }
        ])
      }
      return groups
    }
  }

  @Test(arguments: 0..<60) func `suspects are the kept ones that hold parts of several that are no copies of one another`(
    seed: Int
  ) {
    let world = World(seed)
    let groups = world.groups()
    let seen: Set<UInt32> = seed % 3 == 0 ? [0, 3] : []
    var expected: [Int: [Int]] = [:]
    for whole in 0..<world.count where !seen.contains(UInt32(whole)) {
      let dropped = (0..<world.count).filter { groups.copies[$0]?.of == UInt32(whole) }
      guard dropped.contains(where: { world.isPart($0, of: whole) }) else { continue }
      let parts = (0..<world.count).filter { $0 != whole && world.isPart($0, of: whole) }
      let looked = Array(parts.prefix(8))
      let areOne = looked.allSatisfy { first in looked.allSatisfy { $0 == first || world.areCopies(first, $0) } }
      if parts.count > 1, !areOne { expected[whole] = looked }
    }
    let suspects = groups.suspects(but: seen)
    #expect(suspects.map { Int($0.article) } == expected.keys.sorted())
    for suspect in suspects { #expect(suspect.parts.map { Int($0) } == expected[Int(suspect.article)]) }
  }

  @Test(arguments: 0..<60) func `nobody is a copy of a part of an article that was set aside`(seed: Int) {
    let world = World(seed)
    var groups = world.groups()
    let suspects = groups.suspects(but: []).map(\.article)
    groups.setAside(suspects)
    for _ in 0..<100 where !groups.unverified.isEmpty {
      groups.add([
        groups.unverified.map {
          CopyGroups.Verified(pair: $0, relation: nil, resemblance: 0, containmentOfFirst: 0, containmentOfSecond: 0)
        }
      ])
    }
    for (article, copy) in groups.copies.enumerated() {
      guard let copy, suspects.contains(copy.of), let shares = world.shares(Int(copy.of), article) else { continue }
      #expect(shares.own >= 0.7, "\(article) has most of \(copy.of)")
    }
  }

  @Test(arguments: 0..<60) func `articles have nothing to do with each other when they share hardly a word`(seed: Int) {
    var generator = SeededGenerator(seed)
    let shared = (0..<generator.below(12)).map { "common\(letters($0))" }
    func words(_ kind: Int) -> [String] {
      (shared.filter { _ in generator.below(3) > 0 } + (0..<generator.below(20)).map { "own\(letters(kind))x\(letters($0))" })
        .shuffled(using: &generator)
    }
    let (a, b) = (words(1), words(2))
    func contents(_ words: [String]) -> DistinctContents {
      let text = (words + words.prefix(3)).joined(separator: " ")
      let bytes = Array(text.utf8)[...]
      return DistinctContents(
        CopyDigest(text.words, shingler: Shingler(width: 5), text: bytes, reading: bytes, title: WordStream()))
    }
    let fewest = min(a.count, b.count)
    let expected = fewest >= 4 && Double(Set(a).intersection(b).count) < 0.2 * Double(fewest)
    #expect(contents(a).isUnrelated(to: contents(b)) == expected)
    #expect(contents(b).isUnrelated(to: contents(a)) == expected)
  }
}
