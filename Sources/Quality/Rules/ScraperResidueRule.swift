internal import Articles
internal import Boilerplate
internal import Drift

struct ScraperResidueRule: QualityRule {
  let id = FlagID.scraperResidue
  let definition =
    "Text of the page around the article that the scraper took with it: buttons, comment forms, captions, pagers, pleas."
  let example = "\"Leave a Reply\", \"12 Shares\", \"Read more: Harbour bridge closed\" between the paragraphs."
  let limits = "As good as the marking of page furniture; furniture that reads like the article is not found."
  let weight = QualityTuning.standard.residueWeight
  let growsWithLength = true

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    article.boilerplate.filter { $0.kind != .title }.map {
      flag(article, $0.range.indices, .minor, "Text of the page, not of the article (\($0.kind.rawValue)).")
    }
  }
}
