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
