internal import Tables
/// Takes chains apart: in a cluster that holds together, every article is linked to its centre, or to a good part of the others.
///
/// What is not leaves, and forms clusters of its own.
enum Cohesion {
  /// Share of the other members that an article without a link to the centre must be linked to.
  private static let leastShare: Float = 0.25
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
