internal import Drift

struct AlteredQuotationRule: QualityRule {
  let id = FlagID.alteredQuotation
  let definition = "Words inside quotation marks differ from those of the version the article goes back to."
  let example = "“we will not yield” became “we won't give in”."
  let limits = """
    Needs the original; as good as the drift findings it is given. A new translation of a quotation looks the same; another spelling \
    of a word is none.
    """
  let weight = QualityTuning.standard.driftWeight

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    guard let cluster else { return [] }
    return cluster.drift.filter { $0.category == .quotation && $0.severity > .minor }.map {
      article.sourceFlag(id, $0.rangeInCopy, $0.severity, $0.message)
    }
  }
}
