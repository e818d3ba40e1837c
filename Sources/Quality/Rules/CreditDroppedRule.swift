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
    let lost = comparison.lost.filter { !isHouseNamed(of: $0, in: article) }
    guard !lost.isEmpty else { return [] }
    let names = lost.joined(separator: ", ")
    let severity: DriftSeverity = comparison.isCreditDropped ? .major : .minor
    return [flag(article, 0..<0, severity, "The original credits \(names); this article does not.")]
  }

  /// "(CNN)" on a page that prints what CNN's own wire service sends out: the house is named.
  private func isHouseNamed(of agency: String, in article: QualityArticle) -> Bool {
    let words = agency.split(separator: " ")
    guard words.count > 1, let house = words.first, house.allSatisfy(\.isUppercase) else { return false }
    let hash = TokenText.hash(house.lowercased())
    return article.tokens.contains { $0.isUpper && $0.hash == hash }
  }
}
