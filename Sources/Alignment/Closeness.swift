package import Text
internal import Tables

/// How verbatim a copy is.
package enum Closeness {
  /// Products of lengths above this are estimated from the alignment.
  private static let exactLimit = 4_000_000

  /// L = 2 LCS / (n + m) over the words; 1 for two empty sides.
  ///
  /// Properties: 0 to 1, symmetric, 1 for equal sequences. Complexity: O(n m) on what differs between a common head and a
  /// common tail; beyond four million cells the longest increasing run of equal aligned words stands in, O(n log n).
  package static func measure(_ a: [WordNumber], _ b: [WordNumber], alignment: WordAlignment) -> Double {
    share(a, b) { estimate(a, b, alignment, within: $0) }
  }

  /// The same without an alignment; nil for sides so long that one is needed.
  package static func exact(_ a: [WordNumber], _ b: [WordNumber]) -> Double? {
    a.count * b.count <= exactLimit ? share(a, b) { _ in 0 } : nil
  }

  private static func share(_ a: [WordNumber], _ b: [WordNumber], estimate: (Range<Int>) -> Int) -> Double {
    guard a.count + b.count > 0 else { return 1 }
    var head = 0
    while head < a.count, head < b.count, a[head] == b[head] { head += 1 }
    var tail = 0
    while tail < a.count - head, tail < b.count - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
    let middleA = a[head..<a.count - tail]
    let middleB = b[head..<b.count - tail]
    let common: Int
    if middleA.isEmpty || middleB.isEmpty {
      common = 0
    } else if middleA.count * middleB.count <= exactLimit {
      common = longestCommonSubsequence(middleA, middleB)
    } else {
      common = estimate(head..<a.count - tail)
    }
    return 2 * Double(head + tail + common) / Double(a.count + b.count)
  }

  private static func longestCommonSubsequence(_ a: ArraySlice<WordNumber>, _ b: ArraySlice<WordNumber>) -> Int {
    var row = [Int32](repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal: Int32 = 0
      var column = 1
      for y in b {
        let above = row[column]
        row[column] = x == y ? diagonal + 1 : max(above, row[column - 1])
        diagonal = above
        column += 1
      }
    }
    return Int(row[b.count])
  }

  private static func estimate(_ a: [WordNumber], _ b: [WordNumber], _ alignment: WordAlignment, within range: Range<Int>) -> Int
  {
    let targets = range.compactMap { i -> Int? in
      let j = Int(alignment.aToB[i])
      return j >= 0 && a[i] == b[j] ? j : nil
    }
    return LongestIncreasing.indices(targets).count
  }
}

/// Longest strictly increasing subsequence by patience sorting, O(n log n).
enum LongestIncreasing {
  /// The indices of one longest strictly increasing subsequence.
  static func indices(_ values: [Int]) -> [Int] {
    var piles: [Int] = []
    var previous = [Int](repeating: -1, count: values.count)
    for index in values.indices {
      let low = piles.partitioningIndex { values[$0] >= values[index] }
      if low > 0 { previous[index] = piles[low - 1] }
      if low == piles.count { piles.append(index) } else { piles[low] = index }
    }
    var result: [Int] = []
    var current = piles.last ?? -1
    while current >= 0 {
      result.append(current)
      current = previous[current]
    }
    return result.reversed()
  }
}
