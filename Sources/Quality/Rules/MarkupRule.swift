internal import Articles
internal import Boilerplate
internal import Drift
internal import Text

struct MarkupRule: QualityRule {
  let id = FlagID.markup
  let definition = "The text is HTML: tags or entities stand in it where an article has words."
  let example = "\"<p>The ferry was late.</p>\", \"caf&eacute;\"."
  let limits = "Knows the elements and entities of HTML; other markup, as of wikis and style sheets, is not found."
  let weight = QualityTuning.standard.creditWeight
  /// So many entities make a text HTML; fewer are slips that `mojibake` names.
  private static let leastEntities = 5

  /// Whether the text is HTML.
  static func isHTML(_ article: QualityArticle) -> Bool {
    guard let view = article.source.view, !view.forms.isDisjoint(with: [.markup, .entities]) else { return false }
    // A view changes other things too, such as digits: each entity has its ampersand.
    return view.forms.contains(.markup)
      || view.changes >= leastEntities && article.source.text.count { $0 == UInt8(ascii: "&") } >= leastEntities
  }

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    guard Self.isHTML(article), let first = article.source.view?.firstMarkup else { return [] }
    return [article.sourceFlag(id, first, .minor, "The text is HTML.")]
  }
}
