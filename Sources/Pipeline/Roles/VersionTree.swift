/// Which version each version of a story comes from: the nearest that can have come before it.
///
/// The original is the root. The others follow by date, those of unknown date last; of one date, the one nearest to the tree
/// comes next. Each hangs on the version that has most of its words, and on the original where no other has clearly more. Small
/// stories are compared pair by pair; in large ones a version is held against those that share the most of its smallest shingle
/// hashes, so that the work grows with the versions and not with their square.
struct VersionTree {
  /// Parent of each place; the root's own place for the root.
  private(set) var parents: [Int]
  /// Places in the order in which they joined the tree: parents before children.
  private(set) var order: [Int]

  /// - Parameters:
  ///   - times: Publication of each version, `Int64.max` when unknown.
  ///   - root: Place of the original.
  ///   - neighbours: Places that a version may hang on beside the root.
  ///   - nearness: How near the second version is to the first as its source, 0...1.5.
  init(times: [Int64], root: Int, neighbours: [[Int]], nearness: (Int, Int) -> Float) {
    parents = [Int](repeating: root, count: times.count)
    order = [root]
    var isPlaced = [Bool](repeating: false, count: times.count)
    isPlaced[root] = true
    var best = [Float](repeating: 0, count: times.count)
    let groups = Dictionary(grouping: times.indices.filter { $0 != root }) { times[$0] }
    for (_, group) in groups.sorted(by: { $0.key < $1.key }) {
      for version in group {
        best[version] = nearness(root, version) + TreeTuning.rootLead
        for other in neighbours[version] where isPlaced[other] && other != root {
          Self.offer(other, to: version, nearness(other, version), &best, &parents)
        }
      }
      var waiting = group
      while !waiting.isEmpty {
        // The first of equals: places are in the order of content.
        let next = waiting.indices.max { (best[waiting[$0]], -waiting[$0]) < (best[waiting[$1]], -waiting[$1]) } ?? 0
        let placed = waiting.remove(at: next)
        isPlaced[placed] = true
        order.append(placed)
        for version in neighbours[placed] where !isPlaced[version] && times[version] == times[placed] {
          Self.offer(placed, to: version, nearness(placed, version), &best, &parents)
        }
      }
    }
  }

  private static func offer(_ source: Int, to version: Int, _ nearness: Float, _ best: inout [Float], _ parents: inout [Int]) {
    guard nearness >= TreeTuning.leastNearness else { return }
    if nearness > best[version] || (nearness == best[version] && source < parents[version]) {
      best[version] = nearness
      parents[version] = source
    }
  }

  /// The places that each version may hang on, symmetric: all others in a small story, else those with most sketch hashes in
  /// common.
  static func neighbours(_ sketches: [[UInt64]]) -> [[Int]] {
    guard sketches.count > TreeTuning.mostCompared else {
      return sketches.indices.map { place in sketches.indices.filter { $0 != place } }
    }
    var holders: [UInt64: [Int]] = [:]
    for (place, sketch) in sketches.enumerated() {
      for hash in sketch where (holders[hash]?.count ?? 0) < TreeTuning.mostHolders { holders[hash, default: []].append(place) }
    }
    var found = [Set<Int>](repeating: [], count: sketches.count)
    for (place, sketch) in sketches.enumerated() {
      var shared: [Int: Int] = [:]
      for hash in sketch {
        for other in holders[hash] ?? [] where other != place { shared[other, default: 0] += 1 }
      }
      for (other, _) in shared.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(TreeTuning.mostNeighbours) {
        found[place].insert(other)
        found[other].insert(place)
      }
    }
    return found.map { $0.sorted() }
  }
}
