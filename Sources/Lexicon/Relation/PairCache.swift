/// A two-way associative cache of what is known about pairs of words: fixed size, the older pair of a set gives way.
package struct PairCache<Value> {
  @usableFromInline var keys: [UInt64]
  @usableFromInline var values: [Value?]
  @usableFromInline let shift: UInt64

  /// Room for 2^`bits` pairs.
  @inlinable
  package init(bits: Int) {
    keys = [UInt64](repeating: .max, count: 1 << bits)
    values = [Value?](repeating: nil, count: 1 << bits)
    shift = UInt64(64 - bits)
  }

  /// The first of the two places of a key.
  ///
  /// Fibonacci hashing: the high bits of the product are well mixed.
  @inlinable
  func place(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift) & ~1 }

  /// What is cached for a key, or nil.
  ///
  /// No key is `UInt64.max`: a word is never paired with itself.
  @inlinable
  package func value(for key: UInt64) -> Value? {
    let place = place(key)
    if keys[place] == key { return values[place] }
    return keys[place + 1] == key ? values[place + 1] : nil
  }

  /// Remembers a pair that is not cached yet.
  @inlinable
  package mutating func insert(_ value: Value, for key: UInt64) {
    let place = place(key)
    keys[place + 1] = keys[place]
    values[place + 1] = values[place]
    keys[place] = key
    values[place] = value
  }
}
