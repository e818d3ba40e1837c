/// Every parameter that a fingerprint depends on: two fingerprints compare only when their configurations are equal.
package struct FingerprintConfiguration: Sendable, Hashable, Codable {
  /// Words in a shingle, at least 1.
  package var shingleWords: Int
  /// Values in a MinHash signature: a multiple of 16.
  package var permutations: Int
  /// Bands that candidates share at least one of; `bands * rows` values of the signature are used.
  package var bands: Int
  /// Signature values in a band.
  package var rows: Int
  /// One shingle in this many is kept as a sample, by its hash value; a power of two.
  package var sampling: Int
  /// Decides the permutations.
  package var seed: UInt64

  /// 5-word shingles, 128 values, 32 bands of 4 (half of the pairs of resemblance .42 meet), one shingle in 16 sampled.
  package init(
    shingleWords: Int = 5, permutations: Int = 128, bands: Int = 32, rows: Int = 4, sampling: Int = 16,
    seed: UInt64 = 0x6E65_7773_7072_696E
  ) {
    self.shingleWords = shingleWords
    self.permutations = permutations
    self.bands = bands
    self.rows = rows
    self.sampling = sampling
    self.seed = seed
  }

  /// - Throws: ``FingerprintError/invalid(_:)`` that says which parameter is out of range.
  package func validate() throws {
    func check(_ condition: Bool, _ message: String) throws {
      if !condition { throw FingerprintError.invalid(message) }
    }
    try check((1...64).contains(shingleWords), "a shingle has 1 to 64 words, not \(shingleWords)")
    try check(
      permutations > 0 && permutations % 16 == 0 && permutations <= 4096,
      "a signature has a multiple of 16 values, at most 4,096, not \(permutations)")
    try check(bands > 0 && rows > 0, "there is at least one band of one row, not \(bands) of \(rows)")
    try check(
      bands <= permutations / rows, "\(bands) bands of \(rows) rows need more values than the \(permutations) that there are")
    try check(sampling > 0 && sampling.nonzeroBitCount == 1, "one shingle in a power of two is sampled, not in \(sampling)")
  }
}

/// Why fingerprints cannot be made or compared.
package enum FingerprintError: Error, Hashable, CustomStringConvertible {
  case invalid(String)
  /// Two fingerprints were made with different parameters.
  case mismatch(FingerprintConfiguration, FingerprintConfiguration)

  /// A sentence for people.
  package var description: String {
    switch self {
    case .invalid(let message): "\(message)."
    case .mismatch(let a, let b):
      "fingerprints of different configurations cannot be compared: \(a) and \(b). Make both with the same options."
    }
  }
}

extension FingerprintConfiguration: CustomStringConvertible {
  /// The parameters in words.
  package var description: String {
    "\(shingleWords)-word shingles, \(permutations) values, \(bands) bands of \(rows), 1 in \(sampling) sampled, seed \(seed)"
  }
}
