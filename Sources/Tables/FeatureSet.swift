/// A small set of 32-bit features that is emptied in constant time: the scratch of every pass over one article.
package struct FeatureSet: Sendable {
  private var keys: [UInt32] = [UInt32](repeating: 0, count: 1024)
  private var stamps: [UInt32] = [UInt32](repeating: 0, count: 1024)
  private var epoch: UInt32 = 1
  private var mask = 1023

  package init() {}

  /// Empties the set and makes room for `count` features.
  package mutating func reset(for count: Int) {
    let needed = max(1024, 1 << (Int.bitWidth - (count * 2).leadingZeroBitCount))
    if needed > keys.count {
      keys = [UInt32](repeating: 0, count: needed)
      stamps = [UInt32](repeating: 0, count: needed)
      mask = needed - 1
      epoch = 1
    } else if epoch == .max {
      stamps = [UInt32](repeating: 0, count: stamps.count)
      epoch = 1
    } else {
      epoch += 1
    }
  }

  /// Adds `feature` and says whether it is new.
  ///
  /// Amortised O(1).
  @inline(__always)
  package mutating func insert(_ feature: UInt32) -> Bool {
    var slot = Int((feature &* 0x9E37_79B1) >> 7) & mask
    while stamps[slot] == epoch {
      if keys[slot] == feature { return false }
      slot = (slot + 1) & mask
    }
    keys[slot] = feature
    stamps[slot] = epoch
    return true
  }

  /// Whether `feature` was added.
  @inline(__always)
  package func contains(_ feature: UInt32) -> Bool {
    var slot = Int((feature &* 0x9E37_79B1) >> 7) & mask
    while stamps[slot] == epoch {
      if keys[slot] == feature { return true }
      slot = (slot + 1) & mask
    }
    return false
  }
}
