internal import Credits
internal import Drift
internal import Text

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

struct AlteredQuotationRule: QualityRule {
  let id = FlagID.alteredQuotation
  let definition = """
    Words inside quotation marks differ from those of the version the article goes back to, or, minor, from those of another report of \
    the event.
    """
  let example = "“we will not yield” became “we won't give in”."
  let limits = """
    Needs the original, or other reports of the event; as good as the drift findings it is given. A new translation of a quotation \
    looks the same; another spelling of a word is none. Two reporters who heard one speech may both be right.
    """
  let weight = QualityTuning.standard.driftWeight

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    guard let cluster else { return [] }
    let altered = cluster.drift.filter { $0.category == .quotation && $0.severity > .minor }.map {
      article.sourceFlag(id, $0.rangeInCopy, $0.severity, $0.message)
    }
    return altered
      + cluster.otherWordings.map {
        article.sourceFlag(id, $0.range, .minor, "Another report of the event quotes “\($0.words)” here.")
      }
  }
}

struct CreditDroppedRule: QualityRule {
  let id = FlagID.creditDropped
  let definition = "The version that the article copies credits an agency beyond doubt, and the article names it nowhere."
  let example = "The original begins \"LIMA (Reuters) -\"; the copy names no agency."
  let limits =
    """
    Needs the original, and the same text but for edits, or half of it word for word. A page may credit the agency outside the text \
    that was scraped.
    """
  let weight = QualityTuning.standard.creditWeight

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    guard let cluster, cluster.isSameText || cluster.isMachineRewrite || cluster.isPrintedFromOriginal,
      let original = cluster.original,
      article.words.count >= QualityTuning.standard.creditedWords
    else { return [] }
    let comparison = AttributionComparison(original: original, copy: article.attribution)
    let lost = comparison.lost.filter { !isHouse(of: $0, in: article, cluster) }
    guard !lost.isEmpty else { return [] }
    let names = lost.joined(separator: ", ")
    let severity: DriftSeverity = comparison.isCreditDropped ? .major : .minor
    return [flag(article, 0..<0, severity, "The original credits \(names); this article does not.")]
  }

  /// A broadcaster's own desk sends out what its pages print too ("By the CNN Wire Staff"): nothing was dropped where the article
  /// names the house ("(CNN)"), or may stand on the house's own page.
  private func isHouse(of agency: String, in article: QualityArticle, _ cluster: ClusterContext) -> Bool {
    let words = agency.split(separator: " ")
    guard words.count > 1, let house = words.first, house.allSatisfy(\.isUppercase) else { return false }
    guard let publisher = cluster.publisher, publisher.key != house.lowercased() else { return true }
    let hash = TokenText.hash(house.lowercased())
    return article.tokens.contains { $0.isUpper && $0.hash == hash }
  }
}

struct MachineRewriteRule: QualityRule {
  let id = FlagID.machineRewrite
  let definition = "The article is the work of a machine that rephrased or translated another one of its cluster."
  let example = "Every sentence of the original in its place, each in other words, names and quotations with them."
  let limits = "Repeats the article's role; of an article alone nothing is said, as people leave the same faults."
  let weight = QualityTuning.standard.roleWeight

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    guard cluster?.isMachineRewrite == true else { return [] }
    return [flag(article, 0..<0, .major, "A machine's rewrite of another article of its cluster.")]
  }
}
