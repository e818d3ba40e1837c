internal import CKernels

/// Counts of many hashed features in a fixed number of 16-bit counters, which stop at 65,535.
///
/// Two features may share a counter, which makes both look more frequent, never rarer. With one distinct feature for eight
/// counters that touches an eighth of them. The counts do not depend on the order of the increments.
package struct CountTable: Sendable {
  private var counters: [UInt16]
  private let shift: UInt32

  /// - Parameter expected: how many distinct features are expected.
  package init(expected: Int) {
    let bits = min(28, max(10, Int.bitWidth - (expected * 4).leadingZeroBitCount))
    shift = UInt32(32 - bits)
    // SAFETY: the pointer is used for a hint about pages that nobody has written yet, and zeros are written to all of them.
    counters = unsafe [UInt16](unsafeUninitializedCapacity: 1 << bits) { buffer, count in
      if bits > 20 { unsafe newsprint_prefer_large_pages(buffer.baseAddress, buffer.count * 2) }
      unsafe buffer.initialize(repeating: 0)
      count = buffer.count
    }
  }

  /// A table of counters that were counted elsewhere, 2^10 to 2^28 of them.
  package init(counters: [UInt16]) {
    precondition(counters.count.nonzeroBitCount == 1 && counters.count >= 1 << 10, "the size of a table is a power of two")
    self.counters = counters
    shift = UInt32(32 - counters.count.trailingZeroBitCount)
  }

  /// The counters, to be kept or sent elsewhere.
  package var contents: [UInt16] { counters }

  /// Counts every feature once.
  ///
  /// One tight loop, so that the processor waits for many counters at a time.
  package mutating func increment(_ features: [UInt32]) {
    let shift = shift
    var counters = counters.mutableSpan
    for feature in features {
      let slot = Int((feature &* 0x9E37_79B1) >> shift)
      let (sum, overflow) = counters[slot].addingReportingOverflow(1)
      counters[slot] = overflow ? .max : sum
    }
  }

  /// Replaces `counts` by the counts of `features`.
  package func counts(of features: [UInt32], into counts: inout [UInt16]) {
    let counters = counters.span
    counts.removeAll(keepingCapacity: true)
    for feature in features { counts.append(counters[Int((feature &* 0x9E37_79B1) >> shift)]) }
  }

  /// Adds the counts of a table of the same size.
  package mutating func add(_ other: CountTable) {
    precondition(other.counters.count == counters.count, "tables of different sizes cannot be added")
    var mine = counters.mutableSpan
    let theirs = other.counters.span
    for slot in 0..<mine.count {
      let (sum, overflow) = mine[slot].addingReportingOverflow(theirs[slot])
      mine[slot] = overflow ? .max : sum
    }
  }
}
