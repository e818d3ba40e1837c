import Testing
@testable import Stories
import Text

/// Invented texts of numbered words; a word is common when both have it beside the same neighbour.
@Suite struct FrameGapsTests {
  private func gaps(_ a: [Int], _ b: [Int]) -> FrameGaps {
    var sequences = StemSequences()
    sequences.append(codes: a.map { UInt32($0) << 5 })
    sequences.append(codes: b.map { UInt32($0) << 5 })
    func pairs(_ words: [Int]) -> Set<UInt32> {
      Set(zip(words, words.dropFirst()).map { Features.pair(UInt32($0), UInt32($1)) })
    }
    let common = pairs(a).intersection(pairs(b))
    return FrameGaps(sequences.range(0), sequences.range(1), of: sequences) { common.contains($0) }
  }

  @Test func `a form filled anew has something else in every gap`() {
    let found = gaps([1, 2, 3, 90, 91, 4, 5, 92, 6, 7, 93], [1, 2, 3, 80, 4, 5, 81, 82, 6, 7, 83])
    #expect(found.replaced == 3 && found.reworded == 0)
  }

  @Test func `other words with one in common are reworded`() {
    let found = gaps([1, 2, 3, 90, 91, 92, 4, 5, 6], [1, 2, 3, 80, 91, 82, 4, 5, 6])
    #expect(found.replaced == 0 && found.reworded == 1)
  }

  @Test(arguments: [
    ([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6]), ([1, 2, 3, 90, 91, 4, 5], [1, 2, 3, 4, 5]), ([], [1, 2]), ([], []),
    ([1, 2, 90, 1, 2, 91, 1, 2], [1, 2, 80, 1, 2, 81, 1, 2]),
  ])
  func `what was left out or put in, and places that come twice, are none`(a: [Int], b: [Int]) {
    #expect(gaps(a, b).replaced == 0 && gaps(a, b).reworded == 0)
  }

  @Test func `the two sides are equal`() {
    let a = [1, 2, 3, 90, 91, 4, 5, 92, 6, 7, 93], b = [1, 2, 3, 80, 4, 5, 92, 82, 6, 7, 83]
    #expect(gaps(a, b) == gaps(b, a))
  }
}
