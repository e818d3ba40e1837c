internal import Boilerplate
package import Drift
internal import Relations

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
  private let least: DriftSeverity
  private var judge = RelationJudge()
  private var reader = BodyReader(detector: BoilerplateDetector())

  package init(options: DriftOptions) {
    analyzer = DriftAnalyzer(options: options)
    least = options.minimumSeverity
  }

  package func compare(_ a: String, _ b: String) -> PairComparison { compare(Array(a.utf8), Array(b.utf8)) }

  /// Compares two texts in UTF-8: how B relates to A, and what it changed.
  package func compare(_ a: [UInt8], _ b: [UInt8], titles: ArticleTitles = ArticleTitles()) -> PairComparison {
    let a = reader.body(a, title: titles.a), b = reader.body(b, title: titles.b)
    let relation = judge.judge(a, b, titles: titles)
    var drift = analyzer.compare(a, b, titles: titles)
    // Two fillings of one form have other figures and names, and of texts that have nothing to do with each other nothing "became"
    // anything; quotations are the speaker's whoever prints them.
    switch relation.relation {
    case .template: drift.takeBack([.number, .time, .unit, .name], least: least)
    case .unrelated: drift.takeBack(Set(DriftCategory.allCases).subtracting([.quotation]), least: least)
    default: break
    }
    return PairComparison(relation: relation, drift: drift)
  }
}
