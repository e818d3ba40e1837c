/// A two-way associative cache of word relations: fixed size (about 1 MB), the older pair of a set gives way.
struct PairCache {
  private var keys = [UInt64](repeating: .max, count: size)
  private var values = [WordRelation](repeating: WordRelation(), count: size)

  private static let bits = 16
  private static let size = 1 << bits

  /// The first of the two places of a key.
  ///
  /// Fibonacci hashing: the high bits of the product are well mixed.
  private static func place(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits)) & ~1
  }

  /// The cached relation of a key, or nil.
  ///
  /// No key is `UInt64.max`: a word is never paired with itself.
  func value(for key: UInt64) -> WordRelation? {
    let place = Self.place(key)
    if keys[place] == key { return values[place] }
    return keys[place + 1] == key ? values[place + 1] : nil
  }

  /// Remembers a relation that is not cached yet.
  mutating func insert(_ value: WordRelation, for key: UInt64) {
    let place = Self.place(key)
    keys[place + 1] = keys[place]
    values[place + 1] = values[place]
    keys[place] = key
    values[place] = value
  }
}
