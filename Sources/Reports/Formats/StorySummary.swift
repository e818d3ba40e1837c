internal import Drift
package import Output
internal import Pipeline

/// The stories of a batch for people on a terminal: headline, outlets, roles, worst change.
package struct StorySummary {
  private let model: ReportModel

  package init(_ model: ReportModel) { self.model = model }

  /// Every story with several versions, those with most first.
  package func text(style: TerminalStyle) -> String {
    let layout = TextLayout(style: style)
    var text = ""
    for story in model.stories where story.members.count > 1 { text += self.story(story, layout) + "\n" }
    let totals = model.totals
    text += layout.paragraph(
      "\(counted(totals.stories, "story", "stories")) with more than one version; "
        + "\(counted(totals.alone, "article stands", "articles stand")) alone.")
    return text
  }

  private func story(_ story: ReportStory, _ layout: TextLayout) -> String {
    let members = story.members.map { model.articles[$0] }
    let original = model.articles[story.original]
    let wires = members.flatMap(\.wires).distinct
    var text = layout.style.paint(story.headline.shown.shortened(to: layout.style.width), .bold) + "\n"
    let first = [original.name, DateText.readable(original.published)].compactMap { $0 }.joined(separator: ", ")
    let sure =
      !story.isOriginKnown ? " (nothing tells which came first)" : story.originalConfidence < 0.5 ? " (little speaks for it)" : ""
    text += layout.paragraph(
      "original  \(first.shown)\(sure)" + (wires.isEmpty ? "" : "; wire: \(wires.joined(separator: ", ").shown)"), indent: 2)
    for (role, versions) in roles(members) {
      let names = versions.map(\.name).distinct
      let shown = names.prefix(6).joined(separator: ", ") + (names.count > 6 ? " and \(names.count - 6) more" : "")
      text += layout.paragraph("\(role)  \(shown.shown)", indent: 2)
    }
    if let (comparison, finding) = story.findings.first, finding.severity > .minor {
      let name = model.articles[story.comparisons[comparison].b].name
      let paint: TerminalStyle.Paint = finding.severity == .critical ? .red : .yellow
      text += "  " + layout.style.paint(finding.severity.rawValue, paint) + " "
      text += layout.paragraph("\(finding.category.rawValue), \(name.shown): \(finding.message.onOneLine.shown)")
    }
    return text
  }

  private func roles(_ members: [ReportArticle]) -> [(String, [ReportArticle])] {
    Role.allCases.compactMap { role in
      let versions = members.filter { $0.role == role }
      return role == .original || versions.isEmpty ? nil : (role.words, versions)
    }
  }
}

extension String {
  /// With control characters and bidirectional overrides made visible: what comes from data must not steer a terminal.
  var shown: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
          let isBidi = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
          return isControl || isBidi ? "\u{FFFD}" : scalar
        }))
  }
}
