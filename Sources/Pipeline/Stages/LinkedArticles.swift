internal import Stories

/// The verified pairs by article, forms left out.
struct LinkedArticles: Sendable {
  private var starts: [Int]
  /// Row after row, the most similar first, the smaller number first among equals.
  private var others: [UInt32]

  /// O(m log m) for m pairs.
  init(_ edges: [StoryEdge], count: Int) {
    var links: [(from: UInt32, similarity: Float, to: UInt32)] = []
    links.reserveCapacity(edges.count * 2)
    for edge in edges where edge.verdict != .template && edge.verdict != .unrelated {
      links.append((edge.first, edge.similarity, edge.second))
      links.append((edge.second, edge.similarity, edge.first))
    }
    links.sort { ($0.from, $1.similarity, $0.to) < ($1.from, $0.similarity, $1.to) }
    starts = [Int](repeating: 0, count: count + 1)
    for link in links { starts[Int(link.from) + 1] += 1 }
    for article in 0..<count { starts[article + 1] += starts[article] }
    others = links.map(\.to)
  }

  func neighbours(_ article: Int) -> [UInt32] { Array(others[starts[article]..<starts[article + 1]]) }

  /// Whether two of the `most` closest neighbours are no neighbours of each other.
  func hasStrangers(_ article: Int, within most: Int) -> Bool {
    let closest = others[starts[article]..<starts[article + 1]].prefix(most)
    return closest.enumerated().contains { index, first in
      let known = others[starts[Int(first)]..<starts[Int(first) + 1]]
      return closest.dropFirst(index + 1).contains { !known.contains($0) }
    }
  }
}
