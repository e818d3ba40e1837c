package import Fingerprints
internal import Input
package import Pipeline

/// What is kept of a text to find its copies: a MinHash signature, a SimHash and a sample of its shingles, with the parameters
/// that made them.
///
/// ```swift
/// let detector = try Detector()
/// let wire = detector.fingerprint("The harbour of Velmora was closed on Monday after a crane fell.")
/// let copy = detector.fingerprint("The harbour of Velmora was closed on Monday, after a crane fell!")
/// print(try wire.resemblance(to: copy))  // 1.0
/// ```
public struct Fingerprint: Sendable, Hashable {
  let value: Fingerprints.Fingerprint

  init(_ value: Fingerprints.Fingerprint) { self.value = value }

  /// The parameters that made it.
  public var parameters: FingerprintParameters { FingerprintParameters(value.configuration) }
  /// ``FingerprintParameters/permutations`` values (Broder 1997, 10.1109/SEQUEN.1997.666900); empty for a text without a word.
  public var signature: [UInt32] { value.signature }
  /// 64 bits of which similar texts differ in few (Charikar 2002, 10.1145/509907.509965); nil for a text without a word.
  public var simHash: UInt64? { value.simHash }
  /// The distinct shingle hashes that are sampled, ascending: the multiples of ``FingerprintParameters/sampling``.
  public var sample: [UInt64] { value.sample }
  /// One key a band; texts that share one are candidates for a comparison.
  public var bandKeys: [UInt64] { value.bandKeys }
  /// Number of words.
  public var words: Int { value.words }

  /// The estimated resemblance of two texts: the share of equal signature values.
  ///
  /// Range 0...1, symmetric, 1 for equal texts, 0 when either has no word. Standard deviation sqrt(J(1-J)/k) for k permutations.
  /// O(permutations).
  ///
  /// - Throws: ``NewsprintError/Code/mismatch`` when the two were made with different parameters.
  public func resemblance(to other: Fingerprint) throws(NewsprintError) -> Double {
    try NewsprintError.wrapping { try value.resemblance(to: other.value) }
  }

  /// The estimated share of this text's shingles that `other` has too.
  ///
  /// FracMinHash (Irber and others 2022, 10.1101/2022.01.11.475838). Range 0...1, directed; 0 when nothing was sampled, as in
  /// texts of a few words. O(words / sampling).
  ///
  /// - Throws: ``NewsprintError/Code/mismatch`` when the two were made with different parameters.
  public func containment(in other: Fingerprint) throws(NewsprintError) -> Double {
    try NewsprintError.wrapping { try value.containment(in: other.value) }
  }

  /// In how many bits the SimHashes differ, 0...64; nil when either text has no word.
  ///
  /// O(1).
  ///
  /// - Throws: ``NewsprintError/Code/mismatch`` when the two were made with different parameters.
  public func hammingDistance(to other: Fingerprint) throws(NewsprintError) -> Int? {
    try NewsprintError.wrapping { try value.hammingDistance(to: other.value) }
  }
}

/// Every parameter that a fingerprint depends on: two fingerprints compare only when theirs are equal.
public struct FingerprintParameters: Sendable, Hashable {
  /// Words in a shingle, 1 to 64.
  public var shingleWords: Int
  /// Values in a MinHash signature: a multiple of 16, at most 4,096.
  public var permutations: Int
  /// Bands of which candidates share at least one; `bands * rows` values of the signature are used.
  public var bands: Int
  /// Signature values in a band.
  public var rows: Int
  /// One shingle in this many is kept as a sample, by its hash value; a power of two.
  public var sampling: Int
  /// Decides the permutations.
  public var seed: UInt64

  /// 5-word shingles, 128 values, 32 bands of 4 (half of the pairs of resemblance .42 meet), one shingle in 16 sampled.
  public init() { self.init(FingerprintConfiguration()) }

  init(_ value: FingerprintConfiguration) {
    shingleWords = value.shingleWords
    permutations = value.permutations
    bands = value.bands
    rows = value.rows
    sampling = value.sampling
    seed = value.seed
  }

  var configuration: FingerprintConfiguration {
    FingerprintConfiguration(
      shingleWords: shingleWords, permutations: permutations, bands: bands, rows: rows, sampling: sampling, seed: seed)
  }
}

extension Detector {
  /// What is kept of a text to find its copies; boilerplate is left out.
  ///
  /// O(words x permutations).
  ///
  /// ```swift
  /// let print = try Detector().fingerprint("The harbour of Velmora was closed on Monday after a crane fell.")
  /// assert(print.signature.count == print.parameters.permutations)
  /// ```
  public func fingerprint(_ text: String) -> Newsprint.Fingerprint {
    Newsprint.Fingerprint(TextFingerprinter.fingerprint(Array(text.utf8), with: fingerprinter))
  }

  /// Fingerprints every article of files and folders, as the report of the program needs them.
  package func fingerprints(
    in inputs: [String], _ progress: (@Sendable (Progress) -> Void)?, _ cancellation: Cancellation? = nil,
    deliver: @Sendable ([ArticleStream.Item<Fingerprints.Fingerprint>]) throws -> Void
  ) throws(NewsprintError) -> ArticleStream.Summary {
    let job = FingerprintJob(options: batch, context: context(progress, cancellation))
    return try NewsprintError.wrapping { try job.run(inputs: .paths(inputs), deliver: deliver) }
  }
}
