/// Lists of numbers that lie one after another in a flat array: 4 bytes a list beside its numbers, where an array of arrays takes
/// 50.
package struct NumberLists: Sendable, RandomAccessCollection {
  private var numbers: [UInt32]
  /// Where each list begins; one more entry than lists.
  private var starts: [UInt32]

  /// Puts each of `items` into a list, where they stand in the order in which they come; `listOf` has the list of each number.
  ///
  /// O(n).
  package init(_ items: some Sequence<UInt32>, listOf: [UInt32], count: Int) {
    var starts = [UInt32](repeating: 0, count: count + 1)
    for item in items { starts[Int(listOf[Int(item)]) + 1] += 1 }
    for list in 0..<count { starts[list + 1] += starts[list] }
    numbers = [UInt32](repeating: 0, count: Int(starts[count]))
    var next = starts
    for item in items {
      let list = Int(listOf[Int(item)])
      numbers[Int(next[list])] = item
      next[list] += 1
    }
    self.starts = starts
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { starts.count - 1 }
  package subscript(list: Int) -> ArraySlice<UInt32> { numbers[Int(starts[list])..<Int(starts[list + 1])] }
}
