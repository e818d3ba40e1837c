import TestSupport
import Testing

@testable import Tables
@testable import Stories

@Suite struct LabelPropagationTests {
  private let levels: [Float] = [0.49, 0.25, 0.0625]

  private func cluster(_ count: Int, _ links: [(Int, Int, Float)]) -> [UInt32] {
    let graph = Graph(count: count, links: links.map { Graph.Link(UInt32($0.0), UInt32($0.1), weight: $0.2) })
    return LabelPropagation.cluster(graph, levels: levels)
  }

  private func clique(_ nodes: [Int], _ weight: Float) -> [(Int, Int, Float)] {
    nodes.flatMap { first in nodes.filter { $0 > first }.map { (first, $0, weight) } }
  }

  @Test func `without links every node is its own cluster`() {
    #expect(cluster(4, []) == [0, 1, 2, 3])
    #expect(cluster(0, []).isEmpty)
  }

  @Test func `groups without links between them stay apart, named by their smallest node`() {
    #expect(cluster(7, clique([0, 3, 5], 0.5) + clique([1, 2, 6], 0.5)) == [0, 1, 1, 0, 4, 0, 1])
  }

  @Test func `a negative link alone binds nothing`() {
    #expect(cluster(3, [(0, 1, -0.5), (1, 2, 0.5)]) == [0, 1, 1])
  }

  @Test func `a weak link does not outvote strong negative ones`() {
    let group = clique([0, 1, 2], 0.75)
    #expect(cluster(4, group + [(0, 3, 0.25), (1, 3, -0.5), (2, 3, -0.5)]) == [0, 0, 0, 3])
    #expect(cluster(4, group + [(0, 3, 0.25), (1, 3, 0.25), (2, 3, -0.125)]) == [0, 0, 0, 0])
  }

  @Test func `an article that its cluster votes out leaves, even when the cluster bears its label`() {
    // 0 and 1 take the label of 2 at the strongest level; then 3, 4 and 5 join them, and 2 is voted out.
    let strong: [(Int, Int, Float)] = [(0, 2, 0.5), (1, 2, 0.5)]
    let joining = [3, 4, 5].flatMap { [(0, $0, Float(0.375)), (1, $0, Float(0.375))] } + clique([3, 4, 5], 0.375)
    let against = [3, 4, 5].map { (2, $0, Float(-0.375)) }
    let clusters = cluster(6, strong + joining + against)
    #expect(clusters[2] == 2)
    #expect(clusters.filter { $0 == 2 }.count == 1)
    #expect(Set([0, 1, 3, 4, 5].map { clusters[$0] }) == [0])
  }

  @Test(arguments: [4, 6, 10]) func `two tight groups with middling links between them stay apart`(size: Int) {
    let first = Array(0..<size), second = Array(size..<2 * size)
    // Interleaved numbers, so that the first sweep visits both in turn.
    func place(_ node: Int) -> Int { node < size ? node * 2 : (node - size) * 2 + 1 }
    let tight = (clique(first, 0.5) + clique(second, 0.5))
    let middling = first.flatMap { a in second.filter { ($0 + a) % 2 == 0 }.map { (a, $0, Float(0.125)) } }
    let clusters = cluster(2 * size, (tight + middling).map { (place($0.0), place($0.1), $0.2) })
    #expect(clusters == (0..<2 * size).map { UInt32($0 % 2) })
  }

  @Test(arguments: [7, 9, 20, 60, 5000]) func `a chain is cut`(length: Int) {
    let clusters = cluster(length, (1..<length).map { ($0 - 1, $0, 0.5) })
    #expect(Set(clusters).count > 1)
    for (node, label) in clusters.enumerated() {
      let members = clusters.indices.filter { clusters[$0] == label }
      // Neighbours only, so a cluster with a centre spans three, or is small enough that a quarter of it is one link.
      #expect(members.count <= 5, "\(node) of \(members)")
    }
  }

  @Test func `a star holds together around its centre`() {
    #expect(Set(cluster(12, (1..<12).map { (0, $0, 0.5) })).count == 1)
  }

  /// Sums of these weights are exact, so the order of the links cannot show in a rounding.
  private func randomLinks(_ seed: Int, _ count: Int) -> [(Int, Int, Float)] {
    var generator = SeededGenerator(seed)
    var links: [(Int, Int, Float)] = []
    for first in 0..<count {
      for second in first + 1..<count where generator.below(4) == 0 {
        links.append((first, second, Float(generator.below(13) + 1) / 16 * (generator.below(4) == 0 ? -1 : 1)))
      }
    }
    return links
  }

  @Test(arguments: 0..<40) func `the order and direction of the links do not matter`(seed: Int) {
    var generator = SeededGenerator(seed + 500)
    let links = randomLinks(seed, 30)
    let shuffled = links.shuffled(using: &generator).map { generator.below(2) == 0 ? $0 : ($0.1, $0.0, $0.2) }
    #expect(cluster(30, links) == cluster(30, shuffled))
  }

  @Test(arguments: 0..<60)
  func `clusters hold together: connected by positive links, each member bound to the centre or to a quarter`(seed: Int) {
    let count = 40
    let links = randomLinks(seed, count)
    let clusters = cluster(count, links)
    var positive = DisjointSets(count: count)
    for (a, b, weight) in links where weight > 0 && clusters[a] == clusters[b] { positive.union(a, b) }
    for node in 0..<count { #expect(positive.find(node) == Int(clusters[node])) }
    for label in Set(clusters) {
      let members = (0..<count).filter { clusters[$0] == label }
      #expect(members.first == Int(label))
      guard members.count > 2 else { continue }
      func sum(_ node: Int) -> Float {
        links.reduce(0) {
          $0 + ($1.0 == node && clusters[$1.1] == label || $1.1 == node && clusters[$1.0] == label ? max(0, $1.2) : 0)
        }
      }
      let most = members.map(sum).max() ?? 0
      let centres = members.filter { sum($0) == most }
      for member in members where !centres.contains(member) {
        let neighbours = links.filter { $0.2 > 0 }.compactMap { $0.0 == member ? $0.1 : $0.1 == member ? $0.0 : nil }
          .filter { clusters[$0] == label }
        #expect(neighbours.contains { centres.contains($0) } || Double(neighbours.count) >= 0.25 * Double(members.count - 1))
      }
    }
  }
}
