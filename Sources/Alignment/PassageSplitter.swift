import Text

/// Cuts a pair of very long sentences into pieces, so that the quadratic aligner and the rules meet short passages only.
///
/// The cuts are at words that occur once on both sides and stand in the same order (patience sorting); where there are none, both
/// sides are cut in proportion. Complexity: O(n log n).
enum PassageSplitter {
  /// Tokens of a piece on its longer side; ordinary sentences have fewer than a hundred.
  static let longest = 500

  /// The pieces in order; they cover both ranges without gaps.
  static func pieces(_ a: Range<Int>, of first: LinguisticText, _ b: Range<Int>, of second: LinguisticText) -> [(
    a: Range<Int>, b: Range<Int>
  )] {
    guard max(a.count, b.count) > longest else { return [(a, b)] }
    var pieces: [(a: Range<Int>, b: Range<Int>)] = []
    var startA = a.lowerBound
    var startB = b.lowerBound
    for (i, j) in anchors(a, first, b, second) where max(i - startA, j - startB) >= longest / 2 {
      pieces += proportional(startA..<i, startB..<j)
      startA = i
      startB = j
    }
    return pieces + proportional(startA..<a.upperBound, startB..<b.upperBound)
  }

  private static func anchors(_ a: Range<Int>, _ first: LinguisticText, _ b: Range<Int>, _ second: LinguisticText) -> [(Int, Int)]
  {
    var placeA: [WordNumber: Int] = [:]
    var placeB: [WordNumber: Int] = [:]
    for i in a { placeA[first.tokens[i].word] = placeA[first.tokens[i].word] == nil ? i : -1 }
    for j in b { placeB[second.tokens[j].word] = placeB[second.tokens[j].word] == nil ? j : -1 }
    let shared = a.compactMap { i -> (Int, Int)? in
      let word = first.tokens[i].word
      guard placeA[word] == i, let j = placeB[word], j >= 0 else { return nil }
      return (i, j)
    }
    return LongestIncreasing.indices(shared.map { $0.1 }).map { shared[$0] }
  }

  private static func proportional(_ a: Range<Int>, _ b: Range<Int>) -> [(a: Range<Int>, b: Range<Int>)] {
    let count = max(1, (max(a.count, b.count) + longest - 1) / longest)
    return (0..<count).map { index in
      (
        a.lowerBound + a.count * index / count..<a.lowerBound + a.count * (index + 1) / count,
        b.lowerBound + b.count * index / count..<b.lowerBound + b.count * (index + 1) / count
      )
    }
  }
}
