/// Finds the articles that contain several stories: digests, newsletters, live pages.
///
/// A round-up is similar to articles that have nothing to do with each other, each of which has passages of it that the other
/// has not, and none of which has most of it. An article that quotes its own background is similar to articles that are similar
/// to each other, and what two excerpts of one article have of it speaks of the same names.
package struct RoundUpFinder: Sendable {
  private let tuning: StoryTuning
  private var probe = SimilarityProbe()
  private var parts = SimilarityProbe()

  package init(tuning: StoryTuning) { self.tuning = tuning }

  /// What a round-up is made of.
  package struct Parts: Sendable, Equatable {
    /// The articles that it draws on; none when it is no round-up.
    package var articles: [UInt32] = []
    /// Whether most of it is theirs; else it tells something of its own and brings them in.
    package var isDigest = false

    package init() {}
  }

  /// The articles of `neighbours` (the most similar first) that `article` is a round-up of.
  ///
  /// At most ``StoryTuning/roundUpNeighbours`` are looked at, each against each other.
  package mutating func parts(of article: Int, among neighbours: [UInt32], _ weighted: WeightedSequences) -> Parts {
    var result = Parts()
    guard neighbours.count >= 2 else { return result }
    probe.load(article, of: weighted)
    var mass = 0
    var found: [(neighbour: UInt32, passages: [Int])] = []
    for neighbour in neighbours.prefix(tuning.roundUpNeighbours) {
      let passages = probe.passages(Int(neighbour), of: weighted, tuning: tuning)
      mass = passages.mass
      let own = passages.found
      let share = Float(own.reduce(0, +))
      // What is only background to a story does not begin it. Whoever has most of the article is another version of it, and says
      // nothing about its other parts.
      if passages.hasLead, share >= tuning.roundUpPart * Float(mass), share < tuning.roundUpWhole * Float(mass) {
        found.append((neighbour, own))
      }
    }
    guard found.count >= 2 else { return result }
    let least = tuning.roundUpPart * Float(mass)
    var isPart = [Bool](repeating: false, count: found.count)
    for (index, first) in found.enumerated() {
      parts.load(Int(first.neighbour), of: weighted)
      for (later, second) in found.enumerated().dropFirst(index + 1) {
        guard Self.exclusive(first.passages, second.passages) >= least, Self.exclusive(second.passages, first.passages) >= least,
          parts.similarity(Int(second.neighbour), of: weighted, least: 0) < tuning.roundUpUnrelated
        else { continue }
        isPart[index] = true
        isPart[later] = true
      }
    }
    let drawn = found.indices.filter { isPart[$0] }
    let together = (found.first?.passages.indices ?? 0..<0).reduce(0) { sum, sentence in
      sum + (drawn.map { found[$0].passages[sentence] }.max() ?? 0)
    }
    guard Float(together) >= tuning.roundUpTotal * Float(mass) else { return result }
    result.articles = drawn.map { found[$0].neighbour }
    result.isDigest = Float(together) >= tuning.roundUpDigest * Float(mass)
    return result
  }

  /// Weight of the passages that `first` has and `second` has not.
  private static func exclusive(_ first: [Int], _ second: [Int]) -> Float {
    Float(zip(first, second).reduce(0) { $0 + ($1.1 == 0 ? $1.0 : 0) })
  }
}
