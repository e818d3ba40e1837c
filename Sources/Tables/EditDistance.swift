/// How many letters tell two words apart: letters put in, left out or replaced, and neighbours exchanged, one each.
///
/// Each letter is exchanged once at most (optimal string alignment): Damerau, A technique for computer detection and correction
/// of spelling errors, CACM 1964.
package enum EditDistance {
  /// The distance of two words when it is at most `limit`, nil when it is more.
  ///
  /// - Complexity: the product of the lengths, less where the words soon differ.
  @inlinable
  package static func within<Unit: FixedWidthInteger>(_ limit: Int, _ a: [Unit], _ b: [Unit]) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var cost = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      if row.min() ?? 0 > limit { return nil }
      before = previous
      previous = row
    }
    return previous[b.count] <= limit ? previous[b.count] : nil
  }

  /// Whether the distance of two words is at most `limit`; words of more than 64 letters are none unless they are equal.
  package static func isAtMost(_ limit: Int, _ a: [UInt8], _ b: [UInt8]) -> Bool {
    max(a.count, b.count) > longest ? a == b : within(limit, a, b) != nil
  }

  private static let longest = 64
}
