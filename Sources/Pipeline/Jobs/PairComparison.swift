internal import Boilerplate
package import Drift

/// How an article differs from another: relation, similarity, drift.
package struct PairComparison: Sendable {
  package let relation: PairRelation
  package let drift: DriftReport

  package init(relation: PairRelation, drift: DriftReport) {
    self.relation = relation
    self.drift = drift
  }
}

/// Compares pairs of articles, one after the other; one for each thread.
package final class PairComparer {
  private let analyzer: DriftAnalyzer
  private var judge = RelationJudge()
  private var reader = BodyReader(detector: BoilerplateDetector())

  package init(options: DriftOptions) {
    analyzer = DriftAnalyzer(options: options)
  }

  package func compare(_ a: String, _ b: String) -> PairComparison { compare(Array(a.utf8), Array(b.utf8)) }

  /// Compares two texts in UTF-8: how B relates to A, and what it changed.
  package func compare(_ a: [UInt8], _ b: [UInt8], titles: ArticleTitles = ArticleTitles()) -> PairComparison {
    let a = reader.body(a, title: titles.a), b = reader.body(b, title: titles.b)
    return PairComparison(relation: judge.judge(a, b, titles: titles), drift: analyzer.compare(a, b, titles: titles))
  }
}
