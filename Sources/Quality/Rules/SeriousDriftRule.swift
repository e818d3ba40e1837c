internal import Articles
internal import Drift

struct SeriousDriftRule: QualityRule {
  let id = "serious-drift"
  let definition = "The article says something else than the version it goes back to: a fact differs or a meaning is reversed."
  let example = "\"at least 12 hurt\" became \"12 killed\"."
  let limits = "Needs the original; as good as the drift findings it is given."
  let weight = 0.6
  /// Categories that have flags of their own.
  private let others: Set<DriftCategory> = [.quotation, .addition, .omission]

  func flags(in article: QualityArticle, cluster: ClusterContext?, after flags: [QualityFlag]) -> [QualityFlag] {
    (cluster?.drift ?? []).filter { $0.severity > .minor && !others.contains($0.category) }.map {
      article.sourceFlag(id, $0.range.indices, $0.severity, "\($0.category.rawValue): \($0.message)")
    }
  }
}
