import Stories
import TestSupport
import Testing

@Suite struct ClusterScoresTests {
  @Test func `the same partition scores one under other names`() {
    let scores = ClusterScores([(5, 1), (5, 1), (9, 2), (7, 3), (7, 3), (7, 3)])
    #expect(scores.adjustedRandIndex == 1)
    #expect(scores.pairs.f1 == 1)
    #expect(scores.bCubed.f1 == 1)
    #expect((scores.articles, scores.trueClusters, scores.predictedClusters) == (6, 3, 3))
  }

  @Test func `one cluster for everything has full recall and no agreement beyond chance`() {
    let scores = ClusterScores([(0, 1), (0, 1), (0, 2), (0, 2)])
    #expect(scores.pairs.recall == 1)
    #expect(scores.pairs.precision == 2.0 / 6)
    #expect(abs(scores.adjustedRandIndex) < 1e-12)
    #expect(scores.bCubed.precision == 0.5)
  }

  @Test func `nothing but singles is precise and finds nothing`() {
    let scores = ClusterScores([(1, 1), (2, 1), (3, 1)])
    #expect(scores.pairs.precision == 1)
    #expect(scores.pairs.recall == 0)
    #expect(scores.pairs.f1 == 0)
    #expect(scores.bCubed.precision == 1)
    #expect(abs(scores.bCubed.recall - 1.0 / 3) < 1e-12)
  }

  @Test func `no article at all does not divide by zero`() {
    let scores = ClusterScores([])
    #expect(scores.articles == 0)
    #expect(scores.adjustedRandIndex == 0)
  }

  @Test(arguments: 0..<40) func `agrees with a count over all pairs and all articles`(seed: Int) {
    var random = SeededGenerator(seed)
    let labels = (0..<random.below(60) + 2).map { _ in (predicted: random.below(9), truth: random.below(7)) }
    let scores = ClusterScores(labels)
    let naive = NaiveScores(labels)
    #expect(abs(scores.adjustedRandIndex - naive.adjustedRandIndex) < 1e-9)
    #expect(abs(scores.pairs.precision - naive.pairPrecision) < 1e-12)
    #expect(abs(scores.pairs.recall - naive.pairRecall) < 1e-12)
    #expect(abs(scores.bCubed.precision - naive.bCubedPrecision) < 1e-9)
    #expect(abs(scores.bCubed.recall - naive.bCubedRecall) < 1e-9)
  }

  @Test(arguments: 0..<10) func `swapping truth and prediction swaps precision and recall`(seed: Int) {
    var random = SeededGenerator(1000 + seed)
    let labels = (0..<50).map { _ in (predicted: random.below(12), truth: random.below(5)) }
    let scores = ClusterScores(labels)
    let swapped = ClusterScores(labels.map { (predicted: $0.truth, truth: $0.predicted) })
    #expect(scores.pairs.precision == swapped.pairs.recall)
    #expect(abs(scores.bCubed.precision - swapped.bCubed.recall) < 1e-12)
    #expect(abs(scores.adjustedRandIndex - swapped.adjustedRandIndex) < 1e-12)
  }
}

/// The definitions, taken literally: every pair of articles is looked at.
private struct NaiveScores {
  var adjustedRandIndex = 0.0
  var pairPrecision = 1.0
  var pairRecall = 1.0
  var bCubedPrecision = 0.0
  var bCubedRecall = 0.0

  init(_ labels: [(predicted: Int, truth: Int)]) {
    var (both, mine, known, all) = (0.0, 0.0, 0.0, 0.0)
    for (index, first) in labels.enumerated() {
      for second in labels[(index + 1)...] {
        all += 1
        mine += first.predicted == second.predicted ? 1 : 0
        known += first.truth == second.truth ? 1 : 0
        both += first.predicted == second.predicted && first.truth == second.truth ? 1 : 0
      }
    }
    let expected = mine * known / all
    adjustedRandIndex = (both - expected) / max(1e-9, (mine + known) / 2 - expected)
    if mine > 0 { pairPrecision = both / mine }
    if known > 0 { pairRecall = both / known }
    for article in labels {
      let together = Double(labels.count { $0 == article })
      bCubedPrecision += together / Double(labels.count { $0.predicted == article.predicted }) / Double(labels.count)
      bCubedRecall += together / Double(labels.count { $0.truth == article.truth }) / Double(labels.count)
    }
  }
}
