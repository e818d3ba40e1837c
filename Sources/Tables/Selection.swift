/// The least of many numbers, without sorting them all.
package enum Selection {
  /// Puts the `count` least of `values`, in any order, before all others.
  ///
  /// Hoare's selection (1961, 10.1145/366622.366647) with the median of three as pivot: linear but for inputs made to defeat it.
  package static func partition(_ values: inout [UInt64], least count: Int) {
    var low = 0
    var high = values.count - 1
    guard count > 0, count <= high else { return }
    var places = values.mutableSpan
    // The border between the two parts lies in low...high.
    while low < high {
      let pivot = median(places[low], places[low + (high - low) / 2], places[high])
      var left = low
      var right = high
      while left <= right {
        while places[left] < pivot { left += 1 }
        while places[right] > pivot { right -= 1 }
        guard left <= right else { break }
        (places[left], places[right]) = (places[right], places[left])
        left += 1
        right -= 1
      }
      if count - 1 <= right { high = right } else if count - 1 >= left { low = left } else { return }
    }
  }

  private static func median(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 { max(min(a, b), min(max(a, b), c)) }
}
