internal import Articles
internal import Resources

struct TorturedPhraseRule: QualityRule {
  let id = "tortured-phrase"
  let definition = """
    What machine paraphrase makes of a set phrase (Cabanac, Labbé, Magazinov 2021, arXiv 2107.06751), or, with the \
    original at hand, three terms of it or more replaced by words that do not fit.
    """
  let example = "\"counterfeit consciousness\" for \"artificial intelligence\"."
  let limits = """
    A list of phrases; without the original anything off the list is not found. One phrase is weak evidence, two \
    different ones are strong.
    """
  let weight = 0.4
  private let list = PhraseList(Resource.rows("tortured.tsv").filter { $0.count >= 2 }.map { ($0[0], $0[1]) })

  func flags(in article: QualityArticle, cluster: ClusterContext?, after flags: [QualityFlag]) -> [QualityFlag] {
    let hits = list.hits(in: article)
    let severity: FlagSeverity = Set(hits.map(\.phrase)).count >= 2 ? .major : .minor
    var result = hits.map { flag(article, $0.range, severity, "Likely stands for \"\(list.phrases[$0.phrase].note)\".") }
    // A single replaced term is ordinary editing; three are a pattern.
    let terms = cluster?.drift.filter { $0.isMisfit && $0.severity == .minor } ?? []
    if terms.count >= 3 { result += terms.map { article.sourceFlag(id, $0.range.indices, $0.severity, $0.message) } }
    return result
  }
}
