internal import Drift
internal import Articles

struct AlteredQuotationRule: QualityRule {
  let id = "altered-quotation"
  let definition = "Words inside quotation marks differ from those of the version the article goes back to."
  let example = "“we will not yield” became “we won't give in”."
  let limits = "Needs the original; as good as the drift findings it is given. A new translation of a quotation looks the same."
  let weight = 0.6

  func flags(in article: QualityArticle, cluster: ClusterContext?, after flags: [QualityFlag]) -> [QualityFlag] {
    (cluster?.drift ?? []).filter { $0.category == .quotation && $0.severity > .minor }.map {
      article.sourceFlag(id, $0.range.indices, $0.severity, $0.message)
    }
  }
}
