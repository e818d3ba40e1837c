internal import Boilerplate
internal import Articles

struct RepeatedTitleRule: QualityRule {
  let id = "title-repeated"
  let definition = "The title stands in the text again, or a line at the top is printed twice."
  let example = "\"River rises again\" as the title and as the first line of the text."
  let limits = "Only the first lines are compared, letter by letter; a title with other words is not found."
  let weight = 0.08

  func flags(in article: QualityArticle, cluster: ClusterContext?, after flags: [QualityFlag]) -> [QualityFlag] {
    article.boilerplate.filter { $0.kind == .title }.map {
      flag(article, $0.range.indices, .minor, "The title is printed again.")
    }
  }
}
