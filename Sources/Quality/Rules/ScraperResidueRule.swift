internal import Boilerplate
internal import Articles

struct ScraperResidueRule: QualityRule {
  let id = "scraper-residue"
  let definition =
    "Text of the page around the article that the scraper took with it: buttons, comment forms, captions, pagers, pleas."
  let example = "\"Leave a Reply\", \"12 Shares\", \"Read more: Harbour bridge closed\" between the paragraphs."
  let limits = "Goes by lines; boilerplate glued into a paragraph is not found."
  let weight = 0.25

  func flags(in article: QualityArticle, cluster: ClusterContext?, after flags: [QualityFlag]) -> [QualityFlag] {
    article.boilerplate.filter { $0.kind != .title }.map {
      flag(article, $0.range.indices, .minor, "Text of the page, not of the article (\($0.kind.rawValue)).")
    }
  }
}
