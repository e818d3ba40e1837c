internal import Tables
/// Signed Chinese whispers (Biemann 2006, W06-3812, with negative links): each article takes the label that its neighbours
/// vote for with the largest sum of weights, and leaves for a cluster of its own when no sum is positive.
///
/// Single linkage chains one story into the next; here a link must be outvoted by none. Deterministic: articles are visited
/// in ascending order (the caller numbers them by content hash), ties go to the lower label.
package enum LabelPropagation {
  /// The cluster of each node, as the smallest node of its cluster.
  ///
  /// Links are let in from the strongest down, at the absolute weights `levels`: tight groups form first, and a weaker link can
  /// only move an article that is bound less tightly where it is. Without that, two tight groups with many middling links
  /// between them can fall into one label in the first sweep and never part. Afterwards a cluster is cut into the parts that
  /// positive links connect. O(levels x sweeps x links).
  package static func cluster(_ graph: Graph, levels: [Float], sweeps: Int = 20) -> [UInt32] {
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
