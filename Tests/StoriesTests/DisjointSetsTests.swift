import Tables
import TestSupport
import Testing

@Suite struct DisjointSetsTests {
  @Test(arguments: 0..<60) func `representatives are the smallest members, as relabelling everything finds them`(seed: Int) {
    var generator = SeededGenerator(seed)
    let count = 1 + generator.below(80)
    var sets = DisjointSets(count: count)
    var labels = Array(0..<count)
    for _ in 0..<generator.below(120) {
      let (a, b) = (generator.below(count), generator.below(count))
      sets.union(a, b)
      let (low, high) = (min(labels[a], labels[b]), max(labels[a], labels[b]))
      for node in labels.indices where labels[node] == high { labels[node] = low }
    }
    #expect((0..<count).map { sets.find($0) } == labels)
  }

  @Test func `a chain of a hundred thousand is one set`() {
    var sets = DisjointSets(count: 100_000)
    for node in (1..<100_000).reversed() { sets.union(node, node - 1) }
    #expect(sets.find(99_999) == 0)
  }
}
