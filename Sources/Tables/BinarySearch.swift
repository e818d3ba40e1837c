extension RandomAccessCollection {
  /// The first place whose element, like all behind it, has the property; the end when none has it.
  ///
  /// The elements without the property must all stand before those with it.
  ///
  /// - Complexity: O(log n) calls of `belongsBehind`.
  @inlinable
  package func partitioningIndex(where belongsBehind: (Element) throws -> Bool) rethrows -> Index {
    var low = startIndex
    var length = count
    while length > 0 {
      let half = length / 2
      let middle = index(low, offsetBy: half)
      if try belongsBehind(self[middle]) {
        length = half
      } else {
        low = index(after: middle)
        length -= half + 1
      }
    }
    return low
  }
}
