internal import Drift
internal import Output
internal import Pipeline

/// One line an article (RFC 4180), for spreadsheets, pandas and R.
struct CSVReport {
  private let model: ReportModel

  private static let columns = [
    "id", "story", "event", "size", "role", "role_confidence", "original", "parent", "similarity", "outlet", "published", "title",
    "url",
    "language", "words", "wire", "wire_lost", "score", "flags", "critical", "major", "minor", "worst_change", "headline",
  ]

  init(_ model: ReportModel) { self.model = model }

  func text() -> String {
    var text = Self.columns.joined(separator: ",") + "\r\n"
    var comparisons: [Int: ReportComparison] = [:]
    for comparison in model.stories.flatMap(\.comparisons) { comparisons[comparison.b] = comparison }
    for (place, article) in model.articles.enumerated() {
      text += row(article, comparisons[place]).map(Self.field).joined(separator: ",") + "\r\n"
    }
    return text
  }

  private func row(_ article: ReportArticle, _ comparison: ReportComparison?) -> [String] {
    let story = model.stories[article.story]
    let findings = comparison?.findings ?? []
    let worst = findings.first(where: \.isClaim)
    return [
      article.id, story.id, model.events[story.event].id, String(story.members.count), article.role.rawValue,
      Decimals.shortest(article.roleConfidence, digits: 4), model.articles[story.original].id,
      article.parent.map { model.articles[$0].id } ?? "", Decimals.shortest(article.similarity, digits: 4), article.outlet ?? "",
      article.published ?? "", article.title.onOneLine, article.url ?? "", article.language ?? "", String(article.words),
      article.wires.joined(separator: "; "), article.isCreditLost ? "true" : "false", Decimals.shortest(article.score, digits: 4),
      article.flags.map(\.flag).distinct.joined(separator: "; "), String(findings.count { $0.severity == .critical }),
      String(findings.count { $0.severity == .major }), String(findings.count { $0.severity == .minor }),
      worst.map { "\($0.category.rawValue): \($0.message.onOneLine)" } ?? "",
      // Of an article that stands alone it would be the title again.
      story.members.count > 1 ? story.headline : "",
    ]
  }

  /// Quoted where it must be.
  ///
  /// What a spreadsheet would take for a formula gets an apostrophe before it.
  static func field(_ value: String) -> String {
    let value = value.printable
    let isFormula = value.utf8.first.map { "=+-@\t".utf8.contains($0) } == true && Double(value) == nil
    let text = (isFormula ? "'" : "") + value
    guard text.utf8.contains(where: { "\",\n\r".utf8.contains($0) }) else { return text }
    // By scalars: a quotation mark that a combining mark follows is another character, and a quotation mark for all that.
    return "\"" + String(String.UnicodeScalarView(text.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] })) + "\""
  }
}

/// One line a serious change, with the words on both sides.
struct ChangesReport {
  private let model: ReportModel

  init(_ model: ReportModel) { self.model = model }

  func text() -> String {
    var text = "story,from,id,category,severity,confidence,count,rule,before,after,message\r\n"
    for story in model.stories {
      for comparison in story.comparisons {
        let ids = [story.id, model.articles[comparison.a].id, model.articles[comparison.b].id]
        for finding in comparison.serious {
          let cells = [
            finding.category.rawValue, finding.severity.rawValue, Decimals.shortest(finding.confidence, digits: 4),
            String(finding.count), finding.rule, finding.a?.text?.onOneLine ?? "", finding.b?.text?.onOneLine ?? "",
            finding.message.onOneLine,
          ]
          text += (ids + cells).map(CSVReport.field).joined(separator: ",") + "\r\n"
        }
      }
    }
    return text
  }
}

extension String {
  /// Without control characters but tab and line feed.
  var printable: String {
    guard utf8.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F }) else { return self }
    return String(
      String.UnicodeScalarView(unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" || $0 == "\t" }))
  }
}
