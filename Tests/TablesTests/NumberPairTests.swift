import Tables
import TestSupport
import Testing

/// Two numbers in one: they come out as they went in, and stand in order as the two would.
@Suite struct `Pairs of numbers` {
  @Test(arguments: 0..<20) func `sort by the first, then by the second`(seed: Int) {
    var random = SeededGenerator(seed)
    func number() -> UInt32 { random.pick([0, 1, 2, .max, .max - 1, UInt32(random.below(1 << 32))]) }
    let pairs = (0..<40).map { _ in (number(), number()) }
    let packed = pairs.map { UInt64(pair: $0.0, $0.1) }
    #expect(zip(pairs, packed).allSatisfy { Int($0.0) == $1.first && Int($0.1) == $1.second })
    #expect(packed.sorted() == pairs.sorted { $0 < $1 }.map { UInt64(pair: $0.0, $0.1) })
    for (a, b) in pairs {
      #expect(UInt64(unordered: a, b) == UInt64(unordered: b, a))
      #expect(UInt64(unordered: a, b).first == Int(min(a, b)) && UInt64(unordered: a, b).second == Int(max(a, b)))
    }
  }
}
