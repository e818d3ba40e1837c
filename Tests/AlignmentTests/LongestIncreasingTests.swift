import TestSupport
import Testing

@testable import Alignment

/// The longest ascending row of numbers against trying them all.
@Suite struct LongestIncreasingTests {
  /// How many of the numbers can ascend, by the plain programme.
  private func longest(_ values: [Int]) -> Int {
    var lengths: [Int] = []
    for (place, value) in values.enumerated() {
      lengths.append(1 + (values[..<place].indices.filter { values[$0] < value }.map { lengths[$0] }.max() ?? 0))
    }
    return lengths.max() ?? 0
  }

  @Test(arguments: 0..<300) func `what is chosen ascends, and no longer row does`(seed: Int) {
    var random = SeededGenerator(seed)
    let bound = [3, 12, 60, 1_000][seed % 4]
    let values = (0..<random.below(50)).map { _ in random.below(bound) - bound / 2 }
    let chosen = LongestIncreasing.indices(values)
    #expect(zip(chosen, chosen.dropFirst()).allSatisfy { $0 < $1 && values[$0] < values[$1] }, "\(values)")
    #expect(chosen.count == longest(values), "\(values)")
  }

  @Test func `rows that ascend stay whole, rows that fall or stand have one`() {
    for count in 1...20 {
      #expect(LongestIncreasing.indices(Array(0..<count)) == Array(0..<count))
      #expect(LongestIncreasing.indices(Array((0..<count).reversed())).count == 1)
      #expect(LongestIncreasing.indices([Int](repeating: 7, count: count)).count == 1)
    }
    #expect(LongestIncreasing.indices([]).isEmpty)
    #expect(LongestIncreasing.indices([.max, .min, .max]) == [1, 2])
  }
}
