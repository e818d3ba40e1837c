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

/// Two numbers of 32 bits in one: a pair of places, a key with the place that has it.
///
/// In ascending order such pairs stand by their first number, then by their second; an array of them is sorted by ``RadixSort``
/// and takes 8 bytes a pair.
extension UInt64 {
  @inlinable @inline(__always)
  package init(pair first: some BinaryInteger, _ second: some BinaryInteger) {
    self = UInt64(first) << 32 | UInt64(second)
  }

  /// The pair of two numbers, the smaller one first.
  @inlinable @inline(__always)
  package init<Number: BinaryInteger>(unordered a: Number, _ b: Number) {
    self.init(pair: Swift.min(a, b), Swift.max(a, b))
  }

  /// The first number of the pair.
  @inlinable
  package var first: Int { Int(truncatingIfNeeded: self >> 32) }

  /// The second number of the pair.
  @inlinable
  package var second: Int { Int(truncatingIfNeeded: self & 0xFFFF_FFFF) }
}

/// Union-find whose representative is the smallest member, so that the result does not depend on the order of unions.
package struct DisjointSets: Sendable {
  private var parents: [UInt32]

  package init(count: Int) { parents = (0..<UInt32(count)).map { $0 } }

  /// The smallest member of the set of `member`.
  ///
  /// Amortised near O(1), by path halving.
  package mutating func find(_ member: Int) -> Int {
    var member = member
    while Int(parents[member]) != member {
      parents[member] = parents[Int(parents[member])]
      member = Int(parents[member])
    }
    return member
  }

  package mutating func union(_ first: Int, _ second: Int) {
    let a = find(first), b = find(second)
    if a < b { parents[b] = UInt32(a) } else { parents[a] = UInt32(b) }
  }
}
