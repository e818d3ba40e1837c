import Drift
internal import Files
package import Output
package import Pipeline
internal import Relations

/// A comparison for people on a terminal: relation, what stayed, serious changes first.
package enum ComparisonText {
  /// Minor changes listed before the rest is only counted.
  private static let minorLimit = 20

  package static func render(
    _ comparison: PairComparison, a: [UInt8], b: [UInt8], names: (String, String), allMeasures: Bool = false,
    style: TerminalStyle
  ) -> String {
    let layout = TextLayout(style: style)
    let findings = comparison.drift.findings
    let serious = findings.filter { $0.severity > .minor }
    let minor = findings.filter { $0.severity == .minor }
    var text = head(comparison, names, allMeasures, layout)
    text += "\n" + style.paint(seriousTitle(serious), .bold) + "\n"
    for finding in serious { text += "\n" + block(finding, comparison.drift, a, b, layout) }
    if !minor.isEmpty { text += "\n" + minorList(minor, a, b, layout) }
    return text
  }

  // MARK: Head

  /// What a reader is told of the likeness; the other measures are for those who ask why a pair has its relation.
  private static let mainMeasures: Set<String> = ["resemblance", "containment_b_in_a", "story"]

  private static func head(
    _ comparison: PairComparison, _ names: (String, String), _ allMeasures: Bool, _ layout: TextLayout
  ) -> String {
    var text = "A  \(Visible.text(names.0))\nB  \(Visible.text(names.1))\n\n"
    let relation = comparison.relation
    text += layout.style.paint("Relation of B to A: \(relation.relation.rawValue)", .bold) + "\n"
    let measures = relation.similarity.filter { allMeasures || mainMeasures.contains($0.name) }
    text += layout.paragraph(
      measures.map { "\($0.name.replacingUnderscores) \(percent($0.value))" }.joined(separator: ", "))
    let report = comparison.drift
    let aligned = report.alignedSentences
    text += layout.paragraph(
      "\(aligned.a) of \(report.sentencesOfA.count) sentences of A and \(aligned.b) of \(report.sentencesOfB.count) of B stand for each other; "
        + "their wording is the same to \(percent(report.closeness)).")
    let moved = report.movedPassages
    if moved > 0 { text += layout.paragraph("\(moved) \(moved == 1 ? "passage stands" : "passages stand") in another place.") }
    return text
  }

  private static func seriousTitle(_ findings: [DriftFinding]) -> String {
    guard !findings.isEmpty else { return "No serious changes." }
    let critical = findings.count { $0.severity == .critical }
    let parts = [(critical, "critical"), (findings.count - critical, "major")].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return "Serious changes: " + parts.joined(separator: ", ")
  }

  private static func percent(_ value: Double) -> String { "\(Int((value * 100).rounded())) %" }

  // MARK: Findings

  private static func block(_ finding: DriftFinding, _ report: DriftReport, _ a: [UInt8], _ b: [UInt8], _ layout: TextLayout)
    -> String
  {
    let paint: TerminalStyle.Paint = finding.severity == .critical ? .red : .yellow
    let times = finding.count > 1 ? ", \(finding.count) times" : ""
    var text = layout.style.paint(finding.severity.rawValue, paint) + " " + layout.style.paint(finding.category.rawValue, .bold)
    text += layout.style.paint("  \(finding.rule.rawValue), confidence \(percent(finding.confidence))\(times)", .dim) + "\n"
    if let span = finding.a, let range = sentence(around: span, report.sentencesOfA) {
      text += layout.passage(a, range, mark: span.range, label: "A", paint: paint)
    }
    if let span = finding.b, let range = sentence(around: span, report.sentencesOfB) {
      text += layout.passage(b, range, mark: span.range, label: "B", paint: paint)
    }
    if finding.a == nil || finding.b == nil { text += layout.paragraph(finding.message.onOneLine, indent: 2) }
    return text
  }

  /// The sentences that a span touches.
  private static func sentence(around span: DriftFinding.Span, _ sentences: [Range<Int>]) -> Range<Int>? {
    guard let first = sentences.first(where: { $0.upperBound > span.start }),
      let last = sentences.last(where: { $0.lowerBound < span.end })
    else { return nil }
    return min(first.lowerBound, span.start)..<max(last.upperBound, span.end)
  }

  private static func minorList(_ findings: [DriftFinding], _ a: [UInt8], _ b: [UInt8], _ layout: TextLayout) -> String {
    var text = layout.style.paint("Minor changes: \(findings.reduce(0) { $0 + $1.count })", .bold) + "\n"
    let lines = minorLines(findings)
    for (line, count) in lines.prefix(minorLimit) {
      text += layout.paragraph(line.shortened + (count > 1 ? " (\(count) times)" : ""), indent: 2)
    }
    let more = lines.dropFirst(minorLimit).reduce(0) { $0 + $1.count }
    if more > 0 { text += layout.paragraph("… and \(more) more; --format json lists all, --min-severity major none.", indent: 2) }
    return text
  }

  /// What is said of several places once, with how often; the surest first.
  private static func minorLines(_ findings: [DriftFinding]) -> [(line: String, count: Int)] {
    let byConfidence = findings.enumerated().sorted { ($0.element.confidence, -$0.offset) > ($1.element.confidence, -$1.offset) }
    var lines: [(line: String, count: Int)] = []
    var places: [String: Int] = [:]
    for (_, finding) in byConfidence {
      let line = "\(finding.category.rawValue): \(finding.message.onOneLine)"
      let place = places[line.lowercased()] ?? lines.count
      if place == lines.count {
        places[line.lowercased()] = place
        lines.append((line, 0))
      }
      lines[place].count += finding.count
    }
    return lines
  }
}

extension String {
  fileprivate var replacingUnderscores: String { String(map { $0 == "_" ? " " : $0 }) }

  fileprivate var shortened: String { count > 160 ? String(prefix(157)) + "…" : self }
}

/// A comparison as one line of JSON, see the contract of `newsprint compare`.
package enum ComparisonJSON {
  /// The line with its line feed; `a` and `b` are the texts as they came in.
  package static func line(_ comparison: PairComparison, a: [UInt8], b: [UInt8]) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("drift")
      writer.array(comparison.drift.findings) { append($1, a, b, to: &$0) }
      writer.lexicon()
      writer.member("relation", comparison.relation.relation.rawValue)
      writer.key("similarity")
      writer.object { writer in
        for (name, value) in similarity(comparison) {
          writer.key(name)
          writer.number(value)
        }
      }
    }
    writer.newline()
    return writer.bytes
  }

  private static func similarity(_ comparison: PairComparison) -> [(name: String, value: Double)] {
    let own = [("aligned_closeness", comparison.drift.closeness)]
    return (own + comparison.relation.similarity).sorted { $0.0 < $1.0 }
  }

  private static func append(_ finding: DriftFinding, _ a: [UInt8], _ b: [UInt8], to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("a")
      append(finding.a, of: a, to: &writer)
      writer.key("b")
      append(finding.b, of: b, to: &writer)
      writer.member("category", finding.category.rawValue)
      writer.member("confidence", finding.confidence)
      writer.member("count", finding.count)
      writer.member("message", finding.message)
      writer.member("rule", finding.rule.rawValue)
      writer.member("severity", finding.severity.rawValue)
    }
  }

  private static func append(_ span: DriftFinding.Span?, of text: [UInt8], to writer: inout JSONWriter) {
    guard let span else { return writer.null() }
    writer.object { writer in
      writer.member("end", span.end)
      writer.member("start", span.start)
      writer.member("text", text.span.extracting(span.range))
    }
  }
}
