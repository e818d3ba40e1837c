/// An article's distinct features with their weights, emptied in constant time, that knows which were met in this pass.
struct WeightedTable: Sendable {
  private struct Entry {
    var key: UInt32
    var epoch: UInt32
    var pass: UInt32
    var weight: UInt8
    var isName: Bool
  }

  private var entries = [Entry](repeating: Entry(key: 0, epoch: 0, pass: 0, weight: 0, isName: false), count: 1024)
  private var mask = 1023
  /// One bit for each key's hash: says of nearly every feature that is not in the table that it is not, from one cache line.
  private var filter = InlineArray<64, UInt64>(repeating: 0)
  private var epoch: UInt32 = 0
  private var pass: UInt32 = 0
  private(set) var mass: Float = 0
  private(set) var isEmpty = true

  mutating func reset(for count: Int) {
    let needed = max(1024, 1 << (Int.bitWidth - (count * 2).leadingZeroBitCount))
    if needed > entries.count || epoch == .max || pass > .max - 2 {
      entries = [Entry](
        repeating: Entry(key: 0, epoch: 0, pass: 0, weight: 0, isName: false), count: max(needed, entries.count))
      mask = entries.count - 1
      epoch = 0
      pass = 0
    }
    epoch += 1
    filter = InlineArray(repeating: 0)
    mass = 0
    isEmpty = true
  }

  @inline(__always)
  private func slot(of key: UInt32) -> Int {
    var slot = Int((key &* 0x9E37_79B1) >> 7) & mask
    while entries[slot].epoch == epoch, entries[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  /// Adds a feature; a feature that is a name once is a name.
  mutating func insert(_ key: UInt32, _ weight: UInt8, isName: Bool) {
    let slot = slot(of: key)
    if entries[slot].epoch == epoch {
      entries[slot].isName = entries[slot].isName || isName
    } else {
      entries[slot] = Entry(key: key, epoch: epoch, pass: 0, weight: weight, isName: isName)
      let bit = Self.filterBit(key)
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
      mass += WeightScale.weights[Int(weight)]
      isEmpty = false
    }
  }

  @inline(__always)
  private static func filterBit(_ key: UInt32) -> Int { Int((key &* 0x85EB_CA6B) >> 20) }

  @inline(__always)
  private func mayContain(_ key: UInt32) -> Bool {
    let bit = Self.filterBit(key)
    return filter[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  mutating func beginPass() { pass += 1 }

  /// The weight of `key` when it is in the table and met for the first time in this pass.
  @inline(__always)
  mutating func visit(_ key: UInt32) -> UInt8? {
    guard mayContain(key) else { return nil }
    let slot = slot(of: key)
    guard entries[slot].epoch == epoch, entries[slot].pass != pass else { return nil }
    entries[slot].pass = pass
    return entries[slot].weight
  }

  @inline(__always)
  func contains(_ key: UInt32) -> Bool { mayContain(key) && entries[slot(of: key)].epoch == epoch }

  /// Whether `key` is in the table as a name.
  func containsName(_ key: UInt32) -> Bool {
    guard mayContain(key) else { return false }
    let slot = slot(of: key)
    return entries[slot].epoch == epoch && entries[slot].isName
  }
}
