/// A direct-mapped cache of word relations: fixed size, a newer pair takes the place of an older one in its slot.
struct PairCache {
  private var keys = [UInt64](repeating: .max, count: size)
  private var values = [WordRelation](repeating: WordRelation(), count: size)

  private static let bits = 15
  private static let size = 1 << bits

  /// The cached relation of the key, or what `compute` answers, which is then cached. No key is `UInt64.max`: a word is never paired
  /// with itself.
  mutating func value(for key: UInt64, _ compute: () -> WordRelation) -> WordRelation {
    // Fibonacci hashing: the high bits of the product are well mixed.
    let slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - Self.bits))
    if keys[slot] == key { return values[slot] }
    let value = compute()
    keys[slot] = key
    values[slot] = value
    return value
  }
}
