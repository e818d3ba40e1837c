internal import Drift
internal import Output
internal import Pipeline
internal import Relations

/// Versions and their descent as GraphML: Gephi, R (igraph), networkx and yEd open it.
///
/// Nodes are the articles of stories with several versions, edges go from a version to the one that was made from it.
struct GraphMLReport {
  private let model: ReportModel

  private static let nodeKeys = [
    ("label", "string"), ("article", "string"), ("story", "string"), ("event", "string"), ("outlet", "string"),
    ("published", "string"),
    ("role", "string"), ("wire", "string"), ("wire_lost", "boolean"), ("score", "double"),
  ]
  private static let edgeKeys = [
    ("similarity", "double"), ("relation", "string"), ("critical", "int"), ("major", "int"), ("minor", "int"),
  ]

  /// Values that are not written at each node and edge.
  private static let defaults = [
    "wire": "", "outlet": "", "published": "", "wire_lost": "false", "score": "0.0", "critical": "0",
  ]

  /// Short, since it stands at every value; readers show the name.
  private static func id(_ kind: String, _ name: String) -> String {
    let keys = kind == "node" ? nodeKeys : edgeKeys
    return "\(kind == "node" ? "n" : "e")\(keys.firstIndex { $0.0 == name } ?? 0)"
  }

  init(_ model: ReportModel) { self.model = model }

  func text() -> String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">

      """
    for (kind, keys) in [("node", Self.nodeKeys), ("edge", Self.edgeKeys)] {
      for (name, type) in keys {
        text += "<key id=\"\(Self.id(kind, name))\" for=\"\(kind)\" attr.name=\"\(name)\" attr.type=\"\(type)\">"
        text += (Self.defaults[name].map { "<default>\($0)</default>" } ?? "") + "</key>\n"
      }
    }
    text += "<graph id=\"newsprint\" edgedefault=\"directed\">\n"
    for place in model.articles.indices where model.stories[model.articles[place].story].members.count > 1 { text += node(place) }
    for comparison in model.stories.flatMap(\.comparisons) { text += edge(comparison) }
    return text + "</graph>\n</graphml>\n"
  }

  private func node(_ place: Int) -> String {
    let article = model.articles[place]
    let story = model.stories[article.story]
    let values = [
      article.headline.shortened(to: 80), article.id, story.id, model.events[story.event].id, article.outlet ?? "",
      article.published ?? "",
      article.role.rawValue, article.wires.joined(separator: "; "), article.isCreditLost ? "true" : "false",
      Decimals.shortest(article.score, digits: 4),
    ]
    return "<node id=\"n\(place)\">" + data("node", Self.nodeKeys, values) + "</node>\n"
  }

  private func edge(_ comparison: ReportComparison) -> String {
    let counts = [.critical, .major, .minor].map { severity in comparison.findings.count { $0.severity == severity } }
    let similarity = model.articles[comparison.b].similarity
    let values = [Decimals.shortest(similarity, digits: 4), comparison.relation.rawValue] + counts.map { String($0) }
    return "<edge source=\"n\(comparison.a)\" target=\"n\(comparison.b)\">" + data("edge", Self.edgeKeys, values) + "</edge>\n"
  }

  private func data(_ kind: String, _ keys: [(String, String)], _ values: [String]) -> String {
    zip(keys, values).filter { Self.defaults[$0.0] != $1 }.map { key, value in
      "<data key=\"\(Self.id(kind, key.0))\">\(HTMLText.escape(Self.characters(value.printable.onOneLine)))</data>"
    }.joined()
  }

  /// The text without the two characters beyond the controls that XML 1.0 has not.
  private static func characters(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value & ~1 == 0xFFFE ? "\u{FFFD}" : $0 }))
  }
}
