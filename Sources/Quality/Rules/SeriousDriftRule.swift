internal import Drift

struct SeriousDriftRule: QualityRule {
  let id = FlagID.seriousDrift
  let definition = "The article says something else than the version it goes back to: a fact differs or a meaning is reversed."
  let example = "\"at least 12 hurt\" became \"12 killed\"."
  let limits = """
    Needs the original, and the same text but for edits: in another report of the event other facts are no change. As good as the \
    drift findings it is given.
    """
  let weight = QualityTuning.standard.driftWeight
  /// Categories that have flags of their own, or that are faults of language and no facts.
  private let others: Set<DriftCategory> = [.quotation, .addition, .omission, .language, .fluency, .tense]

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    guard let cluster, cluster.isSameText || cluster.isMachineRewrite else { return [] }
    return cluster.drift.filter { $0.severity > .minor && !others.contains($0.category) }.map {
      article.sourceFlag(id, $0.rangeInCopy, $0.severity, "\($0.category.rawValue): \($0.message)")
    }
  }
}
