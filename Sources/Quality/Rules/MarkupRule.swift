internal import Articles
internal import Boilerplate
internal import Text

struct MarkupRule: QualityRule {
  let id = "markup"
  let definition = "The text is HTML: tags or entities stand in it where an article has words."
  let example = "\"<p>The ferry was late.</p>\", \"caf&eacute;\"."
  let limits = "Knows the elements and entities of HTML; other markup, as of wikis and style sheets, is not found."
  let weight = 0.2
  /// So many entities make a text HTML; fewer are slips that `mojibake` names.
  private let leastEntities = 5

  func flags(in article: QualityArticle, cluster: ClusterContext?, after flags: [QualityFlag]) -> [QualityFlag] {
    guard let view = article.source.view, !view.forms.isDisjoint(with: [.markup, .entities]) else { return [] }
    let first = view.firstChange
    guard view.forms.contains(.markup) || view.changes >= leastEntities else { return [] }
    return [article.sourceFlag(id, first, .minor, "The text is HTML.")]
  }
}
