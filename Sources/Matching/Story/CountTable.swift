/// Counts of many hashed features in a fixed number of 16-bit counters, which stop at 65,535.
///
/// Two features may share a counter, which makes both look more frequent, never rarer. With one distinct feature for eight
/// counters that touches an eighth of them. The counts do not depend on the order of the increments.
package struct CountTable: Sendable {
  private var counters: [UInt16]
  private let shift: UInt32

  /// - Parameter expected: how many distinct features are expected.
  package init(expected: Int) {
    let bits = min(28, max(16, Int.bitWidth - (expected * 4).leadingZeroBitCount))
    counters = [UInt16](repeating: 0, count: 1 << bits)
    shift = UInt32(32 - bits)
  }

  package mutating func increment(_ feature: UInt32) {
    let slot = Int((feature &* 0x9E37_79B1) >> shift)
    counters[slot] = counters[slot] == .max ? .max : counters[slot] + 1
  }

  package func count(of feature: UInt32) -> Int {
    Int(counters[Int((feature &* 0x9E37_79B1) >> shift)])
  }

  /// Adds the counts of a table of the same size.
  package mutating func add(_ other: CountTable) {
    precondition(other.counters.count == counters.count, "tables of different sizes cannot be added")
    for slot in counters.indices {
      let (sum, overflow) = counters[slot].addingReportingOverflow(other.counters[slot])
      counters[slot] = overflow ? .max : sum
    }
  }
}
