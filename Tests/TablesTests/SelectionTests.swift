import Tables
import TestSupport
import Testing

@Suite struct SelectionTests {
  @Test(arguments: 0..<40) func `the least stand first`(seed: Int) {
    var generator = SeededGenerator(seed)
    let size = generator.below(300)
    // Few different values now and then, so that many are equal.
    let range = seed % 3 == 0 ? 7 : 1_000_000
    let values = (0..<size).map { _ in UInt64(generator.below(range)) }
    for count in [0, 1, size / 2, max(0, size - 1), size, size + 5] {
      var parted = values
      Selection.partition(&parted, least: count)
      #expect(parted.prefix(count).sorted() == Array(values.sorted().prefix(count)), "\(count) of \(size)")
      #expect(parted.sorted() == values.sorted())
    }
  }

  @Test(arguments: [[UInt64](0..<1000), Array((0..<1000).reversed()), [UInt64](repeating: 4, count: 1000)])
  func `sorted and equal values are parted too`(values: [UInt64]) {
    var parted = values
    Selection.partition(&parted, least: 40)
    #expect(parted.prefix(40).sorted() == Array(values.sorted().prefix(40)))
  }
}
