internal import Tables

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

/// Signed Chinese whispers (Biemann 2006, W06-3812, with negative links): each article takes the label that its neighbours
/// vote for with the largest sum of weights, and leaves for a cluster of its own when no sum is positive.
///
/// Single linkage chains one story into the next; here a link must be outvoted by none. Deterministic: articles are visited
/// in ascending order (the caller numbers them by content hash), ties go to the lower label.
package enum LabelPropagation {
  /// At a level labels settle after a few; what goes round and round ends here.
  private static let sweeps = 20

  /// The cluster of each node, as the smallest node of its cluster.
  ///
  /// Links are let in from the strongest down, at the absolute weights `levels`: tight groups form first, and a weaker link can
  /// only move an article that is bound less tightly where it is. Without that, two tight groups with many middling links
  /// between them can fall into one label in the first sweep and never part. Afterwards a cluster is cut into the parts that
  /// positive links connect. O(levels x sweeps x links).
  package static func cluster(_ graph: Graph, levels: [Float]) -> [UInt32] {
    var labels = (0..<UInt32(graph.count)).map { $0 }
    var votes = [Float](repeating: 0, count: graph.count * 2)
    let linked = (0..<graph.count).filter { !graph.row($0).isEmpty }
    for level in levels {
      for _ in 0..<sweeps {
        var changes = 0
        for node in linked {
          let label = vote(node, graph, level, labels, &votes)
          if label != labels[node] {
            labels[node] = label
            changes += 1
          }
        }
        if changes == 0 { break }
      }
    }
    return Cohesion.split(connected(graph, labels), graph)
  }

  private static func vote(
    _ node: Int, _ graph: Graph, _ level: Float, _ labels: [UInt32], _ votes: inout [Float]
  ) -> UInt32 {
    let row = graph.row(node)
    for index in row where abs(graph.weights[index]) >= level {
      votes[Int(labels[Int(graph.neighbours[index])])] += graph.weights[index]
    }
    var best = UInt32(node)
    var most: Float = 0
    for index in row {
      let label = labels[Int(graph.neighbours[index])]
      let sum = votes[Int(label)]
      if sum > most || (sum == most && sum > 0 && (label == labels[node] || label < best && best != labels[node])) {
        most = sum
        best = label
      }
    }
    var isTaken = false
    for index in row {
      let label = Int(labels[Int(graph.neighbours[index])])
      votes[label] = 0
      isTaken = isTaken || label == node
    }
    if most > 0 { return best }
    // Neighbours may bear the label that this node began with; then it has a second one to be alone with.
    return UInt32(isTaken ? graph.count + node : node)
  }

  /// Splits clusters into components over positive links inside them, and renames each by its smallest node.
  private static func connected(_ graph: Graph, _ labels: [UInt32]) -> [UInt32] {
    var components = DisjointSets(count: graph.count)
    for node in 0..<graph.count {
      for index in graph.row(node) where graph.weights[index] > 0 {
        let other = Int(graph.neighbours[index])
        if labels[other] == labels[node] { components.union(node, other) }
      }
    }
    return (0..<graph.count).map { UInt32(components.find($0)) }
  }
}

/// Takes chains apart: in a cluster that holds together, every article is linked to its centre, or to a good part of the others.
///
/// What is not leaves, and forms clusters of its own.
enum Cohesion {
  /// Share of the other members that an article without a link to the centre must be linked to.
  private static let leastShare = StoryTuning().cohesion
  private static let passes = 8

  /// Splits `clusters`, named by their smallest node, until all hold together.
  ///
  /// What takes too many passes, as a long chain does, is cut into stars. O(passes x links).
  static func split(_ clusters: [UInt32], _ graph: Graph) -> [UInt32] {
    var clusters = clusters
    for _ in 0..<passes {
      let centres = centres(clusters, graph)
      var sizes = [Int](repeating: 0, count: graph.count)
      for cluster in clusters { sizes[Int(cluster)] += 1 }
      let stays = (0..<graph.count).map { holds($0, clusters, centres, sizes, graph) }
      if !stays.contains(false) { return clusters }
      var components = DisjointSets(count: graph.count)
      for node in 0..<graph.count {
        for index in graph.row(node) where graph.weights[index] > 0 {
          let other = Int(graph.neighbours[index])
          if clusters[other] == clusters[node], stays[other] == stays[node] { components.union(node, other) }
        }
      }
      clusters = (0..<graph.count).map { UInt32(components.find($0)) }
    }
    return stars(clusters, graph)
  }

  /// Cuts the clusters that do not hold together into stars.
  ///
  /// The node with the strongest links takes the free ones it is linked to, then the strongest of those left. O(links), with a
  /// sort.
  private static func stars(_ clusters: [UInt32], _ graph: Graph) -> [UInt32] {
    let centres = centres(clusters, graph)
    var sizes = [Int](repeating: 0, count: graph.count)
    for cluster in clusters { sizes[Int(cluster)] += 1 }
    var falls = [Bool](repeating: false, count: graph.count)
    for node in 0..<graph.count where !holds(node, clusters, centres, sizes, graph) { falls[Int(clusters[node])] = true }
    func links(_ node: Int) -> [Int] {
      graph.row(node).filter { graph.weights[$0] > 0 && clusters[Int(graph.neighbours[$0])] == clusters[node] }
    }
    let members = (0..<graph.count).filter { falls[Int(clusters[$0])] }
    let strength = members.map { node in links(node).reduce(Float(0)) { $0 + graph.weights[$1] } }
    var components = DisjointSets(count: graph.count)
    var isFree = (0..<graph.count).map { falls[Int(clusters[$0])] }
    for place in members.indices.sorted(by: { (strength[$1], members[$0]) < (strength[$0], members[$1]) }) {
      let centre = members[place]
      guard isFree[centre] else { continue }
      isFree[centre] = false
      for index in links(centre) {
        let other = Int(graph.neighbours[index])
        guard isFree[other] else { continue }
        isFree[other] = false
        components.union(centre, other)
      }
    }
    return (0..<graph.count).map { falls[Int(clusters[$0])] ? UInt32(components.find($0)) : clusters[$0] }
  }

  /// The member with the largest sum of positive links inside its cluster, by cluster; the first of equals.
  private static func centres(_ clusters: [UInt32], _ graph: Graph) -> [UInt32] {
    var centres = clusters
    var sums = [Float](repeating: -1, count: graph.count)
    for node in 0..<graph.count {
      var sum: Float = 0
      for index in graph.row(node) where clusters[Int(graph.neighbours[index])] == clusters[node] {
        sum += max(0, graph.weights[index])
      }
      if sum > sums[Int(clusters[node])] {
        sums[Int(clusters[node])] = sum
        centres[Int(clusters[node])] = UInt32(node)
      }
    }
    return centres
  }

  private static func holds(
    _ node: Int, _ clusters: [UInt32], _ centres: [UInt32], _ sizes: [Int], _ graph: Graph
  ) -> Bool {
    let cluster = clusters[node]
    let centre = centres[Int(cluster)]
    guard sizes[Int(cluster)] > 2, Int(centre) != node else { return true }
    var linked = 0
    for index in graph.row(node) where graph.weights[index] > 0 && clusters[Int(graph.neighbours[index])] == cluster {
      if graph.neighbours[index] == centre { return true }
      linked += 1
    }
    return Float(linked) >= leastShare * Float(sizes[Int(cluster)] - 1)
  }
}
