internal import CKernels
internal import Tables

/// An article's distinct features with their weights, emptied in constant time, that knows which were met in this pass.
struct WeightedTable: Sendable {
  private struct Feature {
    /// The last pass that met it.
    var pass: UInt32
    var weight: UInt8
    var isName: Bool
  }

  private var features = FlatTable<UInt32, Feature>(filler: Feature(pass: 0, weight: 0, isName: false), capacity: 512)
  /// Says of nearly every feature that is not in the table that it is not, from one cache line.
  ///
  /// Its size is the kernels' too.
  private var filter = BloomFilter(words: 64)
  private var pass: UInt32 = 0
  private(set) var mass: Float = 0
  /// What the filter let pass of another article.
  private var passed: [UInt32] = []

  var isEmpty: Bool { features.isEmpty }

  mutating func reset(for count: Int) {
    features.removeAll(reserving: count)
    filter.removeAll()
    pass = 0
    mass = 0
  }

  /// Adds a feature; a feature that is a name once is a name.
  mutating func insert(_ key: UInt32, _ weight: UInt8, isName: Bool) {
    if features.insert(key, Feature(pass: 0, weight: weight, isName: isName)) {
      filter.insert(Self.filterHash(key))
      mass += WeightScale.weights[Int(weight)]
    } else if isName, let place = features.find(key) {
      features[place].isName = true
    }
  }

  @inline(__always)
  private static func filterHash(_ key: UInt32) -> UInt64 { UInt64(key &* 0x85EB_CA6B) >> 20 }

  @inline(__always)
  private func find(_ key: UInt32) -> Int? { filter.mayContain(Self.filterHash(key)) ? features.find(key) : nil }

  mutating func beginPass() { pass += 1 }

  /// What another article's features in common with the table are looked up by.
  enum Kind { case stems, pairs }

  /// The sum of `squares` of the weights of those features of another article, of `codes`, that are in the table, each once.
  ///
  /// A kernel asks the filter first, many features at a time: of most articles nearly nothing passes.
  mutating func sharedMass(_ kind: Kind, of codes: Span<UInt32>, squares: [Float]) -> Float {
    beginPass()
    if passed.count < codes.count { passed = [UInt32](repeating: 0, count: codes.count * 2) }
    let filter = filter.contents
    // SAFETY: the filter has 64 words, and at most one feature a code is written.
    let count = unsafe codes.withUnsafeBufferPointer { codes in
      switch kind {
      case .stems: unsafe newsprint_probe_stems(codes.baseAddress, codes.count, filter, &passed)
      case .pairs: unsafe newsprint_probe_pairs(codes.baseAddress, codes.count, filter, &passed)
      }
    }
    var sum: Float = 0
    for index in 0..<count {
      guard let place = features.find(passed[index]), features[place].pass != pass else { continue }
      features[place].pass = pass
      sum += squares[Int(features[place].weight)]
    }
    return sum
  }

  /// The weight of `key` when it is in the table and met for the first time in this pass.
  @inline(__always)
  mutating func visit(_ key: UInt32) -> UInt8? {
    guard let place = find(key), features[place].pass != pass else { return nil }
    features[place].pass = pass
    return features[place].weight
  }

  @inline(__always)
  func contains(_ key: UInt32) -> Bool { find(key) != nil }

  /// Whether `key` is in the table as a name.
  func containsName(_ key: UInt32) -> Bool { find(key).map { features[$0].isName } ?? false }
}
