package import Text

/// Turns words into shingle hashes: runs of `w` words (Broder 1997, 10.1109/SEQUEN.1997.666900, section 2).
///
/// The hash of a run of words with hashes h1...hn is `h1 b^(n-1) + ... + hn` modulo 2^64 with b = 0x9E3779B97F4A7C15, rolled from
/// one run to the next, then put through SplitMix64's finaliser. A text of fewer than `w` words has one shingle, all of it; a
/// text without words has none.
package struct Shingler: Sendable {
  package let width: Int
  /// `base` to the power of `width`: what a word leaving the run weighs.
  private let leaving: UInt64

  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  package init(width: Int) {
    self.width = width
    var power: UInt64 = 1
    for _ in 0..<width { power = power &* Self.base }
    leaving = power
  }

  /// Replaces `shingles` by the shingle hashes of `words`, in reading order, repetitions included.
  ///
  /// Linear.
  package func shingles(of words: borrowing WordStream, into shingles: inout [UInt64]) {
    shingles.removeAll(keepingCapacity: true)
    let hashes = words.hashes.span
    var value: UInt64 = 0
    for index in 0..<min(width, words.count) { value = value &* Self.base &+ hashes[index] }
    guard words.count > 0 else { return }
    shingles.append(Self.mixed(value))
    guard words.count > width else { return }
    for index in width..<words.count {
      value = value &* Self.base &+ hashes[index] &- hashes[index - width] &* leaving
      shingles.append(Self.mixed(value))
    }
  }

  /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every input bit reaches every output bit.
  static func mixed(_ value: UInt64) -> UInt64 {
    var x = value
    x = (x ^ x >> 30) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ x >> 27) &* 0x94D0_49BB_1331_11EB
    return x ^ x >> 31
  }
}
