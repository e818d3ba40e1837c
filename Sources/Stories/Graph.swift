/// Weighted links between articles, in compressed rows.
package struct Graph: Sendable {
  package struct Link: Sendable {
    package var first: UInt32
    package var second: UInt32
    /// Positive for "the same", negative for "not the same".
    package var weight: Float

    package init(_ first: UInt32, _ second: UInt32, weight: Float) {
      self.first = first
      self.second = second
      self.weight = weight
    }
  }

  let count: Int
  private(set) var starts: [Int]
  private(set) var neighbours: [UInt32]
  private(set) var weights: [Float]

  /// Builds the rows; each row is in ascending order of neighbour when `links` is sorted.
  ///
  /// O(n + m).
  package init(count: Int, links: [Link]) {
    self.count = count
    starts = [Int](repeating: 0, count: count + 1)
    for link in links {
      starts[Int(link.first) + 1] += 1
      starts[Int(link.second) + 1] += 1
    }
    for node in 0..<count { starts[node + 1] += starts[node] }
    neighbours = [UInt32](repeating: 0, count: links.count * 2)
    weights = [Float](repeating: 0, count: links.count * 2)
    var next = starts
    for link in links {
      for (from, to) in [(link.first, link.second), (link.second, link.first)] {
        neighbours[next[Int(from)]] = to
        weights[next[Int(from)]] = link.weight
        next[Int(from)] += 1
      }
    }
  }

  func row(_ node: Int) -> Range<Int> { starts[node]..<starts[node + 1] }
}
