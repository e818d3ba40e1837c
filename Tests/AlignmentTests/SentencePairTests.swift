import TestSupport
import Testing
import Text

@testable import Alignment

/// How far the neighbours of two words agree, whatever the alignment.
@Suite struct SentencePairTests {
  private static let aligner = Pool<Bool, Aligner> { _ in Aligner() }

  private func side(_ count: Int) -> SentenceSide {
    Self.aligner.lend(true) { aligner in
      let text = aligner.read((0..<count).map { "w" + letters($0) }.joined(separator: " "))
      return SentenceSide(text: text, tokens: text.tokens.indices)
    }
  }

  /// Some words of either side joined, one to one, and the same seen from the other side.
  private func pairs(_ random: inout SeededGenerator) -> (there: SentencePair, back: SentencePair) {
    let (a, b) = (side(1 + random.below(14)), side(1 + random.below(14)))
    var (there, back) = (WordAlignment(a: a.count, b: b.count), WordAlignment(a: b.count, b: a.count))
    let targets = Array(0..<b.count).shuffled(using: &random)
    for (i, j) in zip((0..<a.count).shuffled(using: &random), targets) where random.below(4) > 0 {
      // Mostly near the diagonal, where neighbours matter.
      let near = min(i, b.count - 1)
      let target = random.below(3) > 0 && there.bToA[near] < 0 ? near : j
      guard there.bToA[target] < 0 else { continue }
      there.link(i, target, substituted: random.below(2) == 0)
      back.link(target, i)
    }
    return (
      SentencePair(a: a, b: b, alignment: there, closeness: 0.5), SentencePair(a: b, b: a, alignment: back, closeness: 0.5)
    )
  }

  @Test(arguments: 0..<80) func `context is a share, and the same from either side`(seed: Int) {
    var random = SeededGenerator(seed)
    let (there, back) = pairs(&random)
    for i in 0..<there.a.count {
      for j in 0..<there.b.count {
        let context = there.localContext(i, j)
        #expect(context >= 0 && context <= 1 + 1e-12)
        #expect(abs(context - back.localContext(j, i)) < 1e-12, "seed \(seed): \(i) \(j)")
      }
    }
  }

  @Test(arguments: 0..<80) func `a word's match is matched with it`(seed: Int) {
    var random = SeededGenerator(seed)
    let (there, back) = pairs(&random)
    for i in 0..<there.a.count {
      if let j = there.match(a: i) { #expect(there.match(b: j) == i && back.match(a: j) == i && back.match(b: i) == j) }
      if there.isSubstitution(a: i) { #expect(there.match(a: i) != nil) }
    }
    #expect(there.alignment.aToB.count { $0 >= 0 } == there.alignment.bToA.count { $0 >= 0 })
  }

  @Test(arguments: 1...12) func `where all are joined in order every context is whole, where none are only the ends are`(
    count: Int
  ) {
    let side = side(count)
    var all = WordAlignment(a: count, b: count)
    for place in 0..<count { all.link(place, place) }
    let (joined, apart) = (
      SentencePair(a: side, b: side, alignment: all, closeness: 1),
      SentencePair(a: side, b: side, alignment: WordAlignment(a: count, b: count), closeness: 1)
    )
    for place in 0..<count {
      #expect(abs(joined.localContext(place, place) - 1) < 1e-12)
      let beyond = [1, 2].map { (place - $0 < 0 ? 1 : 0) + (place + $0 >= count ? 1 : 0) }
      #expect((apart.localContext(place, place) > 0) == (beyond.reduce(0, +) > 0))
      #expect(apart.localContext(place, place) <= joined.localContext(place, place))
    }
  }

  @Test func `trust grows with closeness from none to all`() {
    let side = side(2)
    let trust = (0...100).map { step in
      SentencePair(a: side, b: side, alignment: WordAlignment(a: 2, b: 2), closeness: Double(step) / 100).trust
    }
    #expect(trust.first == 0 && trust.last == 1 && trust == trust.sorted())
    // g = clamp((L - 0.70) / 0.20).
    for (closeness, expected) in [(70, 0.0), (75, 0.25), (80, 0.5), (85, 0.75), (90, 1)] {
      #expect(abs(trust[closeness] - expected) < 1e-9, "\(closeness)")
    }
  }
}
