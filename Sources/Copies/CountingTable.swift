internal import Tables
/// The distinct values of one article, emptied in constant time, against which another article's values are counted.
struct CountingTable: Sendable {
  private struct Entry {
    var key: UInt32
    var epoch: UInt32
    var pass: UInt32
  }

  private var entries = [Entry](repeating: Entry(key: 0, epoch: 0, pass: 0), count: 256)
  private var epoch: UInt32 = 0
  private var pass: UInt32 = 0
  private var strangers = FeatureSet()
  private(set) var distinct = 0

  mutating func load(_ values: some Sequence<UInt32>, count: Int) {
    let needed = max(256, 1 << (Int.bitWidth - (count * 2).leadingZeroBitCount))
    if needed > entries.count || epoch == .max || pass > .max - 2 {
      entries = [Entry](repeating: Entry(key: 0, epoch: 0, pass: 0), count: max(needed, entries.count))
      epoch = 0
      pass = 0
    }
    epoch += 1
    distinct = 0
    for value in values {
      let slot = slot(of: value)
      if entries[slot].epoch != epoch {
        entries[slot] = Entry(key: value, epoch: epoch, pass: pass)
        distinct += 1
      }
    }
  }

  /// How many distinct values there are, and how many of them are in the table.
  mutating func compare(_ values: some Sequence<UInt32>, count: Int) -> (distinct: Int, common: Int) {
    pass += 1
    strangers.reset(for: count)
    var common = 0
    var others = 0
    for value in values {
      let slot = slot(of: value)
      if entries[slot].epoch == epoch {
        if entries[slot].pass != pass {
          entries[slot].pass = pass
          common += 1
        }
      } else if strangers.insert(value) {
        others += 1
      }
    }
    return (common + others, common)
  }

  /// Whether the values that were compared last hold `value`, and those that were loaded too.
  func isCommon(_ value: UInt32) -> Bool {
    let slot = slot(of: value)
    return entries[slot].epoch == epoch && entries[slot].pass == pass
  }

  @inline(__always)
  private func slot(of key: UInt32) -> Int {
    let mask = entries.count - 1
    var slot = Int((key &* 0x9E37_79B1) >> 7) & mask
    while entries[slot].epoch == epoch, entries[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }
}
