internal import Drift
internal import Output

/// The report as Markdown: for issues, wikis and mail.
struct MarkdownReport {
  private let model: ReportModel

  private static let mostChanges = 10

  init(_ model: ReportModel) { self.model = model }

  func text() -> String {
    let totals = model.totals
    var text = "# \(plain(model.run.title ?? "Newsprint report"))\n\n"
    text += "\(counted(totals.articles, "article", "articles")) from \(plain(model.run.inputs.joined(separator: ", "))); "
    text += "Newsprint \(model.run.version)"
    if let date = DateText.readable(model.run.date) { text += ", \(date) UTC" }
    text += ".\n\n| what | number |\n|---|---:|\n"
    for (one, many, value) in totals.mainFigures.dropFirst() + totals.moreFigures {
      text += "| \(value == 1 ? one : many) | \(Decimals.grouped(value)) |\n"
    }
    for story in model.stories where story.members.count > 1 { text += self.story(story) }
    text += "\n## Outlets\n\n| outlet | articles | originals | copies | credits dropped | machine rewrites | serious changes |\n"
    text += "|---|---:|---:|---:|---:|---:|---:|\n"
    for outlet in model.outlets {
      let cells = [
        outlet.articles, outlet.originals, outlet.copies, outlet.creditsLost, outlet.machineRewrites, outlet.seriousChanges,
      ]
      text += "| \(plain(outlet.name)) | " + cells.map { String($0) }.joined(separator: " | ") + " |\n"
    }
    return text
  }

  private func story(_ story: ReportStory) -> String {
    var text = "\n## \(plain(story.headline))\n\n"
    let wires = story.members.flatMap { model.articles[$0].wires }.distinct
    text += "\(story.members.count) versions"
    if !wires.isEmpty { text += "; wire: \(plain(wires.joined(separator: ", ")))" }
    text += ".\n\n| outlet | id | published | role | comes from | likeness |\n|---|---|---|---|---|---:|\n"
    for member in story.members {
      let article = model.articles[member]
      let parent = article.parent.map { model.articles[$0].id } ?? ""
      let cells = [
        article.name, article.id, DateText.readable(article.published) ?? "", article.role.words, parent,
        article.isCopy ? percent(article.similarity) : "",
      ]
      text += "| " + cells.map(plain).joined(separator: " | ") + " |\n"
    }
    let serious = story.claims.filter { $0.finding.severity > .minor }
    if !serious.isEmpty { text += "\n" }
    for (comparison, finding) in serious.prefix(Self.mostChanges) {
      let name = model.articles[story.comparisons[comparison].b].name
      text += "- **\(finding.severity.rawValue)** \(finding.category.rawValue), \(plain(name)): \(plain(finding.message))\n"
    }
    if serious.count > Self.mostChanges { text += "- and \(serious.count - Self.mostChanges) more\n" }
    return text
  }

  /// On one line, with what Markdown or HTML would take for its own made harmless.
  private func plain(_ text: String) -> String {
    var output = ""
    for scalar in text.printable.onOneLine.shortened(to: 400).unicodeScalars {
      if "\\`*_[]<>|#~&".unicodeScalars.contains(scalar) { output.unicodeScalars.append("\\") }
      output.unicodeScalars.append(scalar)
    }
    return output
  }
}
