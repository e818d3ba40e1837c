internal import Articles
internal import Drift
package import Files
package import Input
package import Output
package import Pipeline
internal import Quality

/// The lines of `cluster`: where each article belongs and what it is there.
package struct ClusterReport: Sendable {
  private let result: ClusterJob.Result

  package init(_ result: ClusterJob.Result) { self.result = result }

  /// One line for each article, in input order.
  package func write(to file: AtomicFile) throws(ReadingError) {
    var writer = JSONWriter()
    for article in result.batch.corpus.active {
      append(article, to: &writer)
      try file.write(writer.bytes.span)
      writer.removeAll()
    }
  }

  /// The line of one article without its line break.
  package func line(_ article: UInt32) -> [UInt8] {
    var writer = JSONWriter()
    append(article, to: &writer)
    return Array(writer.bytes.dropLast())
  }

  /// One line, with the article's flags where they were asked for.
  private func append(_ article: UInt32, to writer: inout JSONWriter) {
    let quality = result.quality.isEmpty ? nil : result.quality[Int(article)]
    let table = result.batch.corpus.table
    let names = result.batch.store.names
    let member = result.members[Int(article)]
    let story = result.stories[Int(member.story)]
    writer.object { writer in
      writer.member("cluster", story.id)
      writer.member("event", result.events[Int(member.event)])
      writer.key("evidence")
      writer.array(member.evidence) { $0.string($1) }
      if let quality { FlagReport.appendFlags(quality, to: &writer) }
      writer.key("id")
      writer.identifier(article, of: table, names)
      writer.key("original")
      writer.identifier(member.original, of: table, names)
      writer.member("original_confidence", Double(story.originalConfidence))
      writer.key("parent")
      writer.identifier(member.parent, of: table, names)
      writer.member("role", member.role.rawValue)
      writer.member("role_confidence", Double(member.roleConfidence))
      if let quality {
        writer.member("score", quality.score)
      }
      writer.member("similarity", Double(member.similarity))
      writer.member("size", story.size)
      if !result.eventSources.isEmpty {
        let sources = result.eventSources[Int(member.event)]
        writer.key("source_names")
        writer.array(sources.names) { $0.string($1) }
        writer.member("sources", sources.count)
      }
      writer.member("weakest_pair", Double(story.weakestPair))
      if !result.credits.isEmpty { appendCredits(article, member, to: &writer) }
    }
    writer.newline()
  }

  /// What is only known when the texts were read again.
  private func appendCredits(_ article: UInt32, _ member: ClusterJob.Member, to writer: inout JSONWriter) {
    writer.key("wire")
    writer.array(result.credits[Int(article)].wires) { $0.string($1) }
    writer.member("wire_lost", member.isCreditLost)
  }
}

/// The candidate pairs of a clustering, `{"a": ID, "b": ID}` a line: what was compared exactly, to measure what was missed.
package struct CandidateReport {
  private let result: ClusterJob.Result

  package init(_ result: ClusterJob.Result) { self.result = result }

  /// One line for each pair of articles that are nobody's copies.
  package func write(to file: AtomicFile) throws(ReadingError) {
    let table = result.batch.corpus.table
    let names = result.batch.store.names
    var writer = JSONWriter()
    for (a, b) in result.candidatePairs {
      writer.object { writer in
        writer.key("a")
        writer.identifier(a, of: table, names)
        writer.key("b")
        writer.identifier(b, of: table, names)
      }
      writer.newline()
      try file.write(writer.bytes.span)
      writer.removeAll()
    }
  }
}

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
      !story.isOriginKnown ? " (nothing tells which came first)" : story.isOriginDoubtful ? " (little speaks for it)" : ""
    text += layout.paragraph(
      "original  \(first.shown)\(sure)" + (wires.isEmpty ? "" : "; wire: \(wires.joined(separator: ", ").shown)"), indent: 2)
    for (role, versions) in roles(members) {
      let names = versions.map(\.name).distinct
      let shown = names.prefix(6).joined(separator: ", ") + (names.count > 6 ? " and \(names.count - 6) more" : "")
      text += layout.paragraph("\(role)  \(shown.shown)", indent: 2)
    }
    if let (comparison, finding) = story.claims.first, finding.severity > .minor {
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
          // The characters that ``Visible`` spells out, one for one.
          switch scalar.value {
          case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
          default: scalar
          }
        }))
  }
}

extension JSONWriter {
  /// Writes an article's id as it came in: a string, a number as it was spelt, or FILE:LINE when the record has none.
  package mutating func identifier(_ article: UInt32, of table: ArticleTable, _ names: InputNames) {
    let id = table.id(Int(article))
    if id.isEmpty {
      string(names.place(of: table.locations[Int(article)]))
    } else if table.idIsString(Int(article)) {
      string(id.span)
    } else {
      verbatim(id.span)
    }
  }
}
