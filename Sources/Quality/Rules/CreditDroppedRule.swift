internal import Credits
internal import Drift
internal import Text

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
