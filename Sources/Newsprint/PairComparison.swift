package import Drift

/// How an article differs from another: relation, similarity, drift.
package struct PairComparison {
  package let relation: PairRelation
  package let drift: DriftReport

  package init(relation: PairRelation, drift: DriftReport) {
    self.relation = relation
    self.drift = drift
  }
}

/// Compares pairs of articles, one after the other. One for each thread.
package final class PairComparer {
  private let analyzer: DriftAnalyzer
  private var judge = RelationJudge()

  package init(options: DriftOptions) {
    analyzer = DriftAnalyzer(options: options)
  }

  package func compare(_ a: String, _ b: String) -> PairComparison {
    let first = Array(a.utf8)
    let second = Array(b.utf8)
    return PairComparison(relation: judge.judge(first, second), drift: analyzer.compare(first, second))
  }
}
