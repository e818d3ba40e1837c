import TestSupport
import Testing

@testable import Pipeline

/// Versions that agree as machines do, and those that stand aside.
@Suite struct VersionConsensusTests {
  /// `machines` versions that are all as near to each other, and people, each as near to all others as `aside`.
  private func consensus(machines: Int, people: Int, near: Float = 0.4, aside: Float = 0.1) -> VersionConsensus {
    VersionConsensus(versions: machines + people) { $0 < machines && $1 < machines ? near : aside }
  }

  @Test(arguments: [(7, 1), (9, 2), (16, 3)])
  func `those that agree are named, and those that stand aside are not`(machines: Int, people: Int) {
    let consensus = consensus(machines: machines, people: people)
    for place in 0..<machines { #expect(consensus.witnesses(of: place) != nil) }
    for place in machines..<machines + people { #expect(consensus.witnesses(of: place) == nil) }
  }

  @Test func `of a few versions nothing is told`() {
    let few = consensus(machines: ConsensusTuning.fewestVersions - 1, people: 0)
    for place in 0..<ConsensusTuning.fewestVersions - 1 { #expect(few.witnesses(of: place) == nil) }
  }

  @Test func `people who each find words of their own are not named, however many they are`() {
    let people = consensus(machines: 0, people: 12)
    for place in 0..<12 { #expect(people.witnesses(of: place) == nil) }
  }

  @Test(arguments: 0..<20) func `the witnesses are other versions, neither the nearest nor the farthest`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let count = Int.random(in: 8...20, using: &generator)
    var near = (0..<count).map { _ in (0..<count).map { _ in Float.random(in: 0.3...0.5, using: &generator) } }
    for a in 0..<count { for b in 0..<a { near[a][b] = near[b][a] } }
    let consensus = VersionConsensus(versions: count) { [near] in near[$0][$1] }
    for place in 0..<count {
      guard let witnesses = consensus.witnesses(of: place) else { continue }
      let others = (0..<count).filter { $0 != place }.map { near[place][$0] }
      let (low, high) = (try #require(others.min()), try #require(others.max()))
      #expect(Set(witnesses).count == witnesses.count && !witnesses.contains(place))
      #expect(witnesses.allSatisfy { near[place][$0] > low && near[place][$0] < high })
    }
  }
}
