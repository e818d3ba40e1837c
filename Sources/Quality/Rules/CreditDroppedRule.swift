internal import Credits

struct CreditDroppedRule: QualityRule {
  let id = "credit-dropped"
  let definition = "The version that the article goes back to credits an agency, and the article does not."
  let example = "The original begins \"LIMA (Reuters) -\"; the copy names no agency."
  let limits = "Needs the original. A page may credit the agency outside the text that was scraped."
  let weight = 0.2

  func flags(in article: QualityArticle, cluster: ClusterContext?, after flags: [QualityFlag]) -> [QualityFlag] {
    guard let original = cluster?.original else { return [] }
    let comparison = AttributionComparison(original: original, copy: article.attribution)
    guard !comparison.lost.isEmpty else { return [] }
    let names = comparison.lost.joined(separator: ", ")
    let severity: FlagSeverity = comparison.isCreditDropped ? .major : .minor
    return [flag(article, 0..<0, severity, "The original credits \(names); this article does not.")]
  }
}
