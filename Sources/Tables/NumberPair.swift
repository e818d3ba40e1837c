/// Two numbers of 32 bits in one: a pair of places, a key with the place that has it.
///
/// In ascending order such pairs stand by their first number, then by their second; an array of them is sorted by ``RadixSort``
/// and takes 8 bytes a pair.
extension UInt64 {
  @inlinable @inline(__always)
  package init(pair first: some BinaryInteger, _ second: some BinaryInteger) {
    self = UInt64(first) << 32 | UInt64(second)
  }

  /// The pair of two numbers, the smaller one first.
  @inlinable @inline(__always)
  package init<Number: BinaryInteger>(unordered a: Number, _ b: Number) {
    self.init(pair: Swift.min(a, b), Swift.max(a, b))
  }

  /// The first number of the pair.
  @inlinable
  package var first: Int { Int(truncatingIfNeeded: self >> 32) }

  /// The second number of the pair.
  @inlinable
  package var second: Int { Int(truncatingIfNeeded: self & 0xFFFF_FFFF) }
}
