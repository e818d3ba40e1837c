/// Says of most numbers that are not in a set that they are not, from one cache line (Bloom 1970, 10.1145/362686.362692, with one
/// bit a number).
///
/// Numbers must be hashes: bits 6 and up choose the word, the lowest six the bit.
@frozen
@usableFromInline
package struct BloomFilter: Sendable {
  @usableFromInline var words: [UInt64]
  @usableFromInline let mask: UInt64

  /// - Parameter words: size in words of 64 bits, a power of two; with n numbers a share of about n / (64 words) passes wrongly.
  package init(words: Int) {
    precondition(words > 0 && words.nonzeroBitCount == 1, "the size of a filter is a power of two")
    self.words = [UInt64](repeating: 0, count: words)
    mask = UInt64(words - 1)
  }

  /// Adds a number.
  @inlinable
  package mutating func insert(_ hash: UInt64) { words[Int(truncatingIfNeeded: hash >> 6 & mask)] |= 1 << (hash & 63) }

  /// False for a number that was never added; true for every one that was, and for some others.
  @inlinable
  package func mayContain(_ hash: UInt64) -> Bool {
    words[Int(truncatingIfNeeded: hash >> 6 & mask)] >> (hash & 63) & 1 == 1
  }

  /// The words themselves, for kernels.
  @inlinable
  package var contents: [UInt64] { words }

  /// Takes out everything, in O(words).
  @inlinable
  package mutating func removeAll() {
    for index in words.indices { words[index] = 0 }
  }
}
