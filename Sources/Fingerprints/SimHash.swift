package import Text

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
