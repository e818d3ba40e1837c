import CKernels
import TestSupport
import Testing

@testable import Fingerprints

@Suite struct MinHashTests {
  @Test(arguments: Array(stride(from: 16, through: 256, by: 16))) func `the vector kernel gives what plain Swift gives`(
    width: Int
  ) {
    var generator = SeededGenerator(width)
    func numbers(_ count: Int) -> [UInt32] { (0..<count).map { _ in UInt32(truncatingIfNeeded: generator.next()) } }
    let xors = numbers(width)
    let multipliers = numbers(width).map { $0 | 1 }
    for length in 0...70 {
      let shingles = (0..<length).map { _ in generator.next() }
      // Not every value starts at the largest: a signature can be lowered further.
      let start = length % 2 == 0 ? [UInt32](repeating: .max, count: width) : numbers(width)
      var signature = start
      unsafe newsprint_minhash(&signature, xors, multipliers, width, shingles, length)
      let plain = (0..<width).map { row in
        shingles.reduce(start[row]) { min($0, (UInt32($1 >> 32) ^ xors[row]) &* multipliers[row]) }
      }
      #expect(signature == plain, "\(length) shingles")
    }
  }

  /// The least distinct values by insertion; a value that comes again costs the largest when there are enough.
  private func least(_ hashes: [UInt64], _ values: Int) -> [UInt32] {
    var result: [UInt32] = []
    for value in hashes.map({ UInt32($0 >> 32) }) {
      if result.count == values, value >= result[values - 1] { continue }
      if result.contains(value) {
        if result.count == values { result.removeLast() }
        continue
      }
      result.append(value)
      result = Array(result.sorted().prefix(values))
    }
    return result + [UInt32](repeating: 0, count: values - result.count)
  }

  @Test(arguments: 0..<60) func `the kernel of the least hashes gives what plain Swift gives`(length: Int) {
    var generator = SeededGenerator(length)
    for repeats in [1, 2, 5] {
      let distinct = (0..<max(1, length / repeats)).map { _ in generator.next() }
      let hashes = (0..<length).map { _ in repeats == 1 ? generator.next() : distinct[generator.below(distinct.count)] }
      for values in [1, 4, 6] {
        var found = [UInt32](repeating: 9, count: values)
        unsafe newsprint_least(hashes, hashes.count, values, &found)
        #expect(found == least(hashes, values))
        if repeats == 1 { #expect(found == least(hashes.sorted(), values)) }
      }
    }
  }

  /// Two sets of `common + own` members each, of which `common` are in both.
  private func estimate(common: Int, own: Int, seed: Int, permutations: Int) -> (estimate: Double, exact: Double) {
    var generator = SeededGenerator(seed)
    func members(_ count: Int) -> [UInt64] { (0..<count).map { _ in generator.next() } }
    let shared = members(common)
    let hasher = MinHasher(FingerprintConfiguration(permutations: permutations, bands: 1, rows: 1))
    var first: [UInt32] = [], second: [UInt32] = []
    hasher.sign(shared + members(own), into: &first)
    hasher.sign(members(own) + shared, into: &second)
    let equal = zip(first, second).count { $0 == $1 }
    return (Double(equal) / Double(permutations), Double(common) / Double(common + 2 * own))
  }

  /// A value is equal with probability J, so the share of k values has the standard deviation sqrt(J(1-J)/k).
  ///
  /// With fixed seeds
  /// a right implementation passes always; 1,500 draws leave 5 sd by chance once in 1,000 sets of seeds.
  @Test(arguments: [(50, 200), (100, 100), (200, 50), (300, 10), (10, 300)])
  func `the estimate lies within five standard deviations of the exact resemblance`(common: Int, own: Int) {
    for permutations in [64, 128, 256] {
      var sum = 0.0
      for seed in 0..<100 {
        let (estimate, exact) = estimate(common: common, own: own, seed: seed * 1000 + common, permutations: permutations)
        let band = 5 * (exact * (1 - exact) / Double(permutations)).squareRoot()
        #expect(abs(estimate - exact) <= band, "seed \(seed), \(permutations) values")
        sum += estimate - exact
      }
      // The mean of 100 estimates: no bias beyond 5 sd of a tenth.
      let exact = Double(common) / Double(common + 2 * own)
      #expect(abs(sum / 100) <= 0.5 * (exact * (1 - exact) / Double(permutations)).squareRoot())
    }
  }

  @Test func `disjoint sets have hardly a value in common, equal ones all`() {
    #expect(estimate(common: 0, own: 200, seed: 1, permutations: 256).estimate == 0)
    #expect(estimate(common: 200, own: 0, seed: 1, permutations: 256).estimate == 1)
  }

  @Test func `a signature depends on the set alone`() {
    var generator = SeededGenerator(5)
    let set = (0..<50).map { _ in generator.next() }
    let hasher = MinHasher(FingerprintConfiguration())
    var first: [UInt32] = [], second: [UInt32] = []
    hasher.sign(set, into: &first)
    hasher.sign(set.reversed() + set, into: &second)
    #expect(first == second)
  }

  @Test func `the signature of nothing is empty`() {
    let hasher = MinHasher(FingerprintConfiguration())
    var signature: [UInt32] = [1]
    hasher.sign([], into: &signature)
    #expect(signature.isEmpty)
  }

  @Test func `band keys depend on the band's rows and its number`() {
    let hasher = MinHasher(FingerprintConfiguration(permutations: 16, bands: 4, rows: 4))
    let signature = [UInt32](repeating: 7, count: 16)
    #expect(Set((0..<4).map { hasher.bandKey($0, of: signature) }).count == 4)
    for row in 0..<16 {
      var changed = signature
      changed[row] = 8
      for band in 0..<4 {
        #expect((hasher.bandKey(band, of: changed) == hasher.bandKey(band, of: signature)) == (row / 4 != band))
      }
    }
  }
}
