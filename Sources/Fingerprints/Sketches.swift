internal import CKernels
internal import CXXHash
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
    shingles.append(addingCapacity: max(1, words.count - width + 1)) { shingles in
      shingles.append(Self.mixed(value))
      guard words.count > width else { return }
      for index in width..<words.count {
        value = value &* Self.base &+ hashes[index] &- hashes[index - width] &* leaving
        shingles.append(Self.mixed(value))
      }
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

/// MinHash signatures of 32-bit values (Broder 1997) and their band keys.
///
/// Permutation `i` maps the upper half `x` of a shingle hash to `(x ^ xor[i]) * multiplier[i]` modulo 2^32, a bijection as the
/// multiplier is odd. Draw i (from 1) of SplitMix64, its finaliser applied to `seed + i * 0x9E3779B97F4A7C15`, gives both: the
/// upper half is the xor, the lower half with its last bit set the multiplier. Value i is the least over all shingles.
/// The share of equal values estimates the resemblance with a standard deviation of sqrt(J(1-J)/k).
package struct MinHasher: Sendable {
  package let configuration: FingerprintConfiguration
  private let xors: [UInt32]
  private let multipliers: [UInt32]

  package init(_ configuration: FingerprintConfiguration) {
    self.configuration = configuration
    var state = configuration.seed
    func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      return Shingler.mixed(state)
    }
    let draws = (0..<configuration.permutations).map { _ in next() }
    xors = draws.map { UInt32(truncatingIfNeeded: $0 >> 32) }
    multipliers = draws.map { UInt32(truncatingIfNeeded: $0) | 1 }
  }

  /// Replaces `signature` by the signature of a set of shingles; empty when there are none.
  package func sign(_ shingles: [UInt64], into signature: inout [UInt32]) {
    signature.removeAll(keepingCapacity: true)
    guard !shingles.isEmpty else { return }
    signature.append(contentsOf: repeatElement(.max, count: configuration.permutations))
    // SAFETY: three arrays of `permutations` values, a multiple of 16, and one of as many shingles as is said.
    unsafe newsprint_minhash(
      &signature, xors, multipliers, configuration.permutations, shingles, shingles.count)
  }

  /// The key of band `band`: XXH3 of its values as little-endian bytes, seeded with the band's number.
  package func bandKey(_ band: Int, of signature: [UInt32]) -> UInt64 {
    // SAFETY: the configuration is valid, so the band's rows lie inside the signature.
    unsafe signature.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      let size = configuration.rows * 4
      return unsafe xxh3_64_seeded(start + band * size, size, UInt64(band))
    }
  }
}

/// SimHash (Charikar 2002, 10.1145/509907.509965; 64 bits as in Manku, Jain, Das Sarma 2007, 10.1145/1242572.1242592): each
/// word votes for its hash's bits with its weight times the square root of how often it occurs.
package enum SimHash {
  /// Nil for a text without a word.
  ///
  /// Ties give 0. O(words x 64).
  package static func hash(_ words: borrowing WordStream, weight: (UInt64) -> Float) -> UInt64? {
    guard words.count > 0 else { return nil }
    // Sorted, so that the floating-point sums do not depend on the order of the words.
    let hashes = words.hashes[..<words.count].sorted()
    var votes = SIMD64<Float>(repeating: 0)
    var index = 0
    while index < hashes.count {
      let hash = hashes[index]
      var occurrences = 0
      while index < hashes.count, hashes[index] == hash {
        occurrences += 1
        index += 1
      }
      let vote = weight(hash) * Float(occurrences).squareRoot()
      for bit in 0..<64 { votes[bit] += hash >> UInt64(bit) & 1 == 1 ? vote : -vote }
    }
    return (0..<64).reduce(0) { $0 | (votes[$1] > 0 ? 1 << UInt64($1) : 0) }
  }
}
