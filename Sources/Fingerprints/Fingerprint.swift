internal import CKernels
package import Text

/// What Newsprint keeps of a text to find its copies: a MinHash signature, a SimHash and a sample of its shingles, with the
/// parameters that made them.
package struct Fingerprint: Sendable, Hashable, Codable {
  /// The parameters that made it.
  package let configuration: FingerprintConfiguration
  /// ``FingerprintConfiguration/permutations`` values; empty for a text without a word.
  package let signature: [UInt32]
  /// 64 bits of which similar texts differ in few (Charikar 2002, 10.1145/509907.509965); nil for a text without a word.
  package let simHash: UInt64?
  /// The distinct shingle hashes that are sampled, ascending: the multiples of ``FingerprintConfiguration/sampling``.
  package let sample: [UInt64]
  /// One key a band; texts that share one are candidates.
  package let bandKeys: [UInt64]
  /// Number of words.
  package let words: Int

  /// The estimated resemblance of two texts: the share of equal signature values.
  ///
  /// Range 0...1, symmetric, 1 for equal texts, 0 when either has no word. Standard deviation sqrt(J(1-J)/k).
  ///
  /// - Throws: ``FingerprintError/mismatch(_:_:)`` when the two were made with different parameters.
  package func resemblance(to other: Fingerprint) throws -> Double {
    try check(other)
    guard !signature.isEmpty, !other.signature.isEmpty else { return 0 }
    let equal = zip(signature, other.signature).count { $0 == $1 }
    return Double(equal) / Double(signature.count)
  }

  /// The estimated share of this text's shingles that `other` has too.
  ///
  /// FracMinHash (Irber and others 2022, 10.1101/2022.01.11.475838). Range 0...1, directed; 0 when nothing was sampled.
  ///
  /// - Throws: ``FingerprintError/mismatch(_:_:)`` when the two were made with different parameters.
  package func containment(in other: Fingerprint) throws -> Double {
    try check(other)
    guard !sample.isEmpty else { return 0 }
    let theirs = Set(other.sample)
    return Double(sample.count { theirs.contains($0) }) / Double(sample.count)
  }

  /// In how many bits the SimHashes differ, 0...64; nil when either text has no word.
  ///
  /// - Throws: ``FingerprintError/mismatch(_:_:)`` when the two were made with different parameters.
  package func hammingDistance(to other: Fingerprint) throws -> Int? {
    try check(other)
    guard let simHash, let theirs = other.simHash else { return nil }
    return (simHash ^ theirs).nonzeroBitCount
  }

  private func check(_ other: Fingerprint) throws {
    if configuration != other.configuration { throw FingerprintError.mismatch(configuration, other.configuration) }
  }
}

/// Makes fingerprints; one for each thread, as it reuses its buffers.
package struct Fingerprinter: Sendable {
  package let configuration: FingerprintConfiguration
  private let shingler: Shingler
  private let hasher: MinHasher
  private var shingles: [UInt64] = []
  private var signature: [UInt32] = []

  /// - Throws: ``FingerprintError/invalid(_:)`` for parameters out of range.
  package init(_ configuration: FingerprintConfiguration) throws {
    try configuration.validate()
    self.configuration = configuration
    shingler = Shingler(width: configuration.shingleWords)
    hasher = MinHasher(configuration)
  }

  /// The whole fingerprint of a text.
  ///
  /// `weight` gives a word's importance for the SimHash by its hash.
  package mutating func fingerprint(_ words: borrowing WordStream, weight: (UInt64) -> Float) -> Fingerprint {
    sign(words)
    let sample = Set(shingles.filter(isSampled)).sorted()
    let keys = signature.isEmpty ? [] : (0..<configuration.bands).map { hasher.bandKey($0, of: signature) }
    return Fingerprint(
      configuration: configuration, signature: signature, simHash: SimHash.hash(words, weight: weight), sample: sample,
      bandKeys: keys, words: words.count)
  }

  /// The cheap path of deduplication: 32-bit band keys and the sampled shingles are appended, the signature is not kept.
  package mutating func appendKeys(
    _ words: borrowing WordStream, bandKeys: inout [UInt32], sample: inout [UInt32]
  ) {
    sign(words)
    for band in 0..<configuration.bands {
      bandKeys.append(signature.isEmpty ? 0 : UInt32(truncatingIfNeeded: hasher.bandKey(band, of: signature)))
    }
    let mask = UInt64(configuration.sampling - 1)
    for shingle in shingles where shingle & mask == 0 { sample.append(UInt32(truncatingIfNeeded: shingle >> 24)) }
  }

  /// Shingles at the head and the tail of an article that ``appendEdges(to:)`` samples, and how many of them it takes.
  package static let head = (shingles: 48, values: 6)
  package static let tail = (shingles: 24, values: 4)

  /// Appends the least shingle hashes of the head and of the tail of the text that was read last, 0 for those that are missing.
  ///
  /// A bottom sketch (Cohen, Kaplan 2007, 10.1145/1281100.1281133): a teaser shares most of the head's values with its article
  /// even when a dateline stands before either; a form at the end of a page gives all articles of a site the same tail.
  package func appendEdges(to edges: inout [UInt32]) {
    Self.appendLeast(shingles.prefix(Self.head.shingles), Self.head.values, to: &edges)
    Self.appendLeast(shingles.suffix(Self.tail.shingles), Self.tail.values, to: &edges)
  }

  private static func appendLeast(_ shingles: ArraySlice<UInt64>, _ count: Int, to edges: inout [UInt32]) {
    let first = edges.count
    edges.append(contentsOf: repeatElement(0, count: count))
    // SAFETY: `count` values were added behind `first`.
    unsafe shingles.withUnsafeBufferPointer { hashes in
      unsafe edges.withUnsafeMutableBufferPointer { edges in
        guard let least = edges.baseAddress else { return }
        unsafe newsprint_least(hashes.baseAddress, hashes.count, count, least + first)
      }
    }
  }

  private mutating func sign(_ words: borrowing WordStream) {
    shingler.shingles(of: words, into: &shingles)
    hasher.sign(shingles, into: &signature)
  }

  private func isSampled(_ shingle: UInt64) -> Bool { shingle & UInt64(configuration.sampling - 1) == 0 }
}

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
