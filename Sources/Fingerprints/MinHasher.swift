internal import CKernels
internal import CXXHash

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
