import Foundation
import TestSupport
import Testing
import Text

@testable import Alignment

/// How like two sentences are by their weighted terms, against bags counted one term at a time.
struct TermWeightsTests {
  /// The terms of an article's sentences, some of them in several and some repeated.
  private static func article(_ random: inout SeededGenerator) -> [[UInt64]] {
    (0..<1 + random.below(6)).map { _ in
      (0..<random.below(7)).map { _ in random.below(5) == 0 ? 1 << 63 | UInt64(random.below(4)) : UInt64(random.below(12)) }
    }
  }

  private static func terms(_ sentences: [[UInt64]]) -> SentenceTerms {
    SentenceTerms(Array(sentences.joined()), starts: sentences.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) })
  }

  /// 2 w(a ∩ b) / (w(a) + w(b)), each term log(1 + N / df).
  private static func dice(_ one: [UInt64], _ other: [UInt64], of sentences: [[UInt64]]) -> Double {
    func weight(_ term: UInt64) -> Double { log(1 + Double(sentences.count) / Double(sentences.count { $0.contains(term) })) }
    let sum = (one + other).reduce(0) { $0 + weight($1) }
    let shared = Set(one).reduce(0.0) { sum, term in
      sum + Double(min(one.count { $0 == term }, other.count { $0 == term })) * weight(term)
    }
    return sum > 0 ? 2 * shared / sum : 0
  }

  @Test(arguments: 0..<60) func `sentences are as like as their bags of terms, from either side`(seed: Int) {
    var random = SeededGenerator(seed)
    let (a, b) = (Self.article(&random), Self.article(&random))
    let (first, second) = (Self.terms(a), Self.terms(b))
    let (weights, mirror) = (TermWeights(first, second), TermWeights(second, first))
    for i in a.indices {
      for j in b.indices {
        // One sentence of each, and two that follow each other.
        for (x, y) in [(i..<i + 1, j..<j + 1), (i..<min(a.count, i + 2), j..<j + 1), (i..<i + 1, j..<min(b.count, j + 2))] {
          let dice = weights.dice(x, of: first, y, of: second)
          #expect(dice == mirror.dice(y, of: second, x, of: first))
          #expect(abs(dice - Self.dice(Array(a[x].joined()), Array(b[y].joined()), of: a + b)) < 1e-6, "\(a) | \(b)")
        }
      }
    }
  }

  @Test(arguments: 0..<30) func `a sentence is wholly like itself in any order of its terms, and fills its own gaps`(seed: Int) {
    var random = SeededGenerator(seed)
    let a = Self.article(&random).filter { !$0.isEmpty } + [[3, 5, 3]]
    let first = Self.terms(a), second = Self.terms(a.map { $0.shuffled(using: &random) })
    let weights = TermWeights(first, second)
    for i in a.indices {
      #expect(weights.dice(i..<i + 1, of: first, i..<i + 1, of: second) == 1)
      for j in a.indices {
        let gaps = [
          weights.gapOfB(second.slots(j), first.slots(i), filledBy: first.slots(j)),
          weights.gapOfA(first.slots(j), second.slots(i), filledBy: second.slots(j)),
        ]
        let lacking = Set(a[j]).subtracting(a[i])
        for gap in gaps {
          #expect(gap.weight == gap.filled && gap.terms == lacking.count && (gap.weight > 0) == !lacking.isEmpty)
        }
      }
    }
  }
}
