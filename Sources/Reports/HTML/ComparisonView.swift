internal import Drift
internal import Output
internal import Relations

/// Two versions side by side: rows of passages, the changed words marked, every change explained.
struct ComparisonView {
  private let model: ReportModel
  private let names: VersionNames
  private let comparison: ReportComparison
  private let key: String
  /// What the ids of notes begin with: short, as they are many.
  private let noteKey: String
  private let a: PassageSource
  private let b: PassageSource
  /// The numbers that serious findings bear in the text, by place.
  private var numbers: [Int: Int] = [:]
  /// Which findings are explained, by place.
  private var isExplained: [Bool] = []
  /// Those that speak of each row, by their places: the worst first.
  private var rowFindings: [[Int]] = []

  init(_ model: ReportModel, _ place: Int, _ index: Int, key: String, names: VersionNames, mostMinor: Int) {
    self.model = model
    self.names = names
    let story = model.stories[place]
    self.key = key
    noteKey = "n\(place)-\(index)"
    comparison = story.comparisons[index]
    a = PassageSource(model.articles[comparison.a])
    b = PassageSource(model.articles[comparison.b])
    var minor = 0
    isExplained = comparison.findings.map { finding in
      if !finding.isClaim { return false }
      if finding.severity > .minor { return true }
      // A sentence that stands on one side only says so itself.
      if finding.category == .addition || finding.category == .omission, isAlone(finding) { return false }
      minor += 1
      return minor <= mostMinor
    }
    rowFindings = comparison.rows.map(findings)
    var next = 1
    for findings in rowFindings {
      for place in findings where comparison.findings[place].severity > .minor && numbers[place] == nil {
        numbers[place] = next
        next += 1
      }
    }
    for place in comparison.findings.indices
    where isExplained[place] && comparison.findings[place].severity > .minor && numbers[place] == nil {
      numbers[place] = next
      next += 1
    }
  }

  /// Whether the finding speaks of a passage without counterpart.
  private func isAlone(_ finding: ReportFinding) -> Bool {
    comparison.rows.contains { row in
      guard row.a == nil || row.b == nil, let own = row.a ?? row.b else { return false }
      guard let span = row.a == nil ? finding.b : finding.a else { return false }
      return span.start < own.end && span.end > own.start
    }
  }

  func view(_ storyKey: String, _ templates: Templates) -> View {
    let (first, second) = (model.articles[comparison.a], model.articles[comparison.b])
    let titles = first.title != second.title && !(first.title.isEmpty && second.title.isEmpty)
    var view: View = [
      "key": key, "story": storyKey, "nameA": names.name(first), "nameB": names.name(second),
      "detailA": detail(first), "detailB": detail(second), "facts": facts, "rows": rows(), "titles": false,
      "strip": ChangeStrip(comparison: comparison, lengths: (a.length, b.length)).render(templates),
      "caution": comparison.isNews ? "B is a later version: what it changes is news, not a fault of copying." : false,
    ]
    if titles {
      view["titles"] = ["a": first.title.onOneLine.shortened(to: 300), "b": second.title.onOneLine.shortened(to: 300)] as View
    }
    return view
  }

  // MARK: Words about the pair

  private func detail(_ article: ReportArticle) -> String {
    ([article.role.words] + [DateText.readable(article.published)].compactMap { $0 }).joined(separator: ", ")
  }

  private var facts: String {
    let measures = Dictionary(comparison.measures.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    var sentences = [
      comparison.relation.isSameStory
        ? "Relation: \(comparison.relation.rawValue)."
        : "Taken alone, the pair would be called \(comparison.relation.rawValue), not one story."
    ]
    if let share = measures["sentences_b_in_a"], let other = measures["sentences_a_in_b"] {
      sentences.append("\(percent(share)) of B is found in A and \(percent(other)) of A in B, sentence by sentence.")
    }
    if comparison.closeness > 0 {
      sentences.append("Where they say the same, \(percent(comparison.closeness)) of the wording is kept.")
    }
    let moved = comparison.rows.count { $0.moved != nil }
    if moved > 0 { sentences.append("\(counted(moved, "passage stands", "passages stand")) in another place.") }
    let claims = comparison.findings.filter(\.isClaim)
    let critical = claims.count { $0.severity == .critical }
    let major = claims.count { $0.severity == .major }
    let minor = claims.count - critical - major
    let parts = [(critical, "critical"), (major, "major"), (minor, "minor")].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    sentences.append(
      parts.isEmpty
        ? "No change of meaning was found." : parts.joined(separator: ", ") + (claims.count == 1 ? " change." : " changes."))
    let open = comparison.findings.count - claims.count
    if open > 0 {
      sentences.append(
        "In \(counted(open, "more place", "more places")) the words differ, and what that means is too unsure to say.")
    }
    return sentences.joined(separator: " ")
  }

  // MARK: Rows

  /// Findings that speak of a passage, worst first.
  private func findings(_ row: ReportRow) -> [Int] {
    comparison.findings.indices.filter { place in
      let finding = comparison.findings[place]
      func touches(_ span: ReportSpan?, _ other: ReportSpan?) -> Bool {
        guard let span, let other, span.end > span.start else { return false }
        return span.start < other.end && span.end > other.start
      }
      return isExplained[place] && (touches(finding.a, row.a) || touches(finding.b, row.b))
    }
  }

  /// Every passage, as HTML; runs of unchanged ones, and of the page's, fold up.
  private func rows() -> String {
    var writer = RowWriter()
    var used: Set<Int> = []
    var run: [ReportRow] = []
    var runKind = RowKind.changed
    func flush() {
      guard !run.isEmpty else { return }
      let isLong = run.count > 1 || (run[0].b.map { $0.end - $0.start } ?? 0) > 160
      let what =
        runKind == .same
        ? counted(run.count, "passage unchanged", "passages unchanged")
        : counted(run.count, "passage of the page, not the article", "passages of the page, not the article")
      if isLong { writer.markup("<details class=fold><summary>\(what)</summary>") }
      for row in run { plain(row, runKind, &writer) }
      if isLong { writer.markup("</details>\n") }
      run = []
    }
    // A finding that touches no passage is told first.
    let touched = Set(rowFindings.joined())
    let loose = comparison.findings.indices.filter { isExplained[$0] && !touched.contains($0) }
    writer.notes(loose.map(note))
    for (row, own) in zip(comparison.rows, rowFindings) {
      if own.isEmpty, isStray(row) { continue }
      let kind = self.kind(row, own)
      let folds = (kind == .same || kind == .page) && row.moved == nil && own.isEmpty
      if !folds || kind != runKind { flush() }
      runKind = kind
      if folds {
        run.append(row)
      } else {
        // A finding is explained in the first row that it touches.
        full(row, kind, own, new: own.filter { used.insert($0).inserted }, &writer)
      }
    }
    flush()
    return writer.text
  }

  /// Whether a passage without counterpart is a mark or two that the cutting into sentences left over.
  private func isStray(_ row: ReportRow) -> Bool {
    guard row.a == nil || row.b == nil, let own = row.a.map(a.bytes) ?? row.b.map(b.bytes), let bytes = own,
      bytes.count <= Self.longestStray
    else { return false }
    return !String(decoding: bytes, as: UTF8.self).unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }

  private static let longestStray = 8

  private enum RowKind: String { case same, page, changed, light, one }

  private func kind(_ row: ReportRow, _ findings: [Int]) -> RowKind {
    if row.isBoilerplate { return .page }
    if row.isSame, findings.isEmpty { return .same }
    if findings.contains(where: { comparison.findings[$0].severity > .minor }) { return .changed }
    return row.a == nil || row.b == nil ? .one : .light
  }

  /// A passage without anything to explain, once over both columns where it is the same.
  private func plain(_ row: ReportRow, _ kind: RowKind, _ writer: inout RowWriter) {
    if kind == .page { return full(row, kind, [], new: [], &writer) }
    writer.markup("<div class=\"row same\"><p class=text>")
    writer.text(b.text(row.b) ?? "(left out)")
    writer.markup("</p></div>\n")
  }

  private func full(_ row: ReportRow, _ kind: RowKind, _ findings: [Int], new: [Int], _ writer: inout RowWriter) {
    let mix = self.mix(row, findings)
    writer.markup("<div class=\"row \(kind.rawValue)\(mix == nil && row.a != nil && row.b != nil ? " apart" : "")\">")
    if let label = label(row) {
      writer.markup("<p class=label>")
      writer.text(label)
      writer.markup("</p>")
    }
    if let mix {
      mixed(mix.mix, mix.a, mix.b, &writer)
    } else {
      side(row.a, a, findings, isA: true, row, &writer)
      side(row.b, b, findings, isA: false, row, &writer)
    }
    writer.notes(new.map(note))
    writer.markup("</div>\n")
  }

  private func label(_ row: ReportRow) -> String? {
    if row.isBoilerplate {
      let whose = row.a == nil ? " of B" : row.b == nil ? " of A" : ""
      return "From the page\(whose), not the article"
    }
    return row.moved.map { "Moved: sentence \($0.from) of A is sentence \($0.to) of B" }
  }

  /// Both sides in one, when they have enough in common for that to be read.
  private func mix(_ row: ReportRow, _ findings: [Int]) -> (mix: WordMix, a: ArraySlice<UInt8>, b: ArraySlice<UInt8>)? {
    guard let first = row.a, let second = row.b, let one = a.bytes(first), let two = b.bytes(second),
      max(one.count, two.count) <= PassageSource.longest
    else { return nil }
    let mix = WordMix(one, two, marks: (marks(findings, isA: true), marks(findings, isA: false)))
    return mix.kept >= ReportTuning.standard.leastKeptWords ? (mix, one, two) : nil
  }

  private func marks(_ findings: [Int], isA: Bool) -> [WordMix.Mark] {
    findings.compactMap { place in
      let finding = comparison.findings[place]
      return (isA ? finding.a : finding.b).map { (place: place, range: $0.range) }
    }
  }

  private func mixed(_ mix: WordMix, _ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>, _ writer: inout RowWriter) {
    writer.markup("<div class=m>")
    for piece in mix.pieces {
      let isGone = piece.side == .a
      if let finding = piece.finding {
        // The mark is under the words alone.
        if piece.isSpaced { writer.markup(isGone ? "<del> </del>" : "<ins> </ins>") }
        open(finding, isGone: isGone, &writer)
      } else {
        if piece.side != .both { writer.markup(isGone ? "<del>" : "<ins>") }
        if piece.isSpaced { writer.markup(" ") }
      }
      if !piece.range.isEmpty { writer.text((isGone ? a : b)[piece.range]) }
      if let finding = piece.finding {
        close(finding, &writer)
      } else if piece.side != .both {
        writer.markup(isGone ? "</del>" : "</ins>")
      }
    }
    writer.markup("</div>")
  }

  /// Words of which a finding speaks are a link to what it says.
  private func open(_ place: Int, isGone: Bool, _ writer: inout RowWriter) {
    let severity = comparison.findings[place].severity.rawValue
    writer.markup("<a class=\(isGone ? "\"\(severity) gone\"" : severity) href=#\(noteKey)-\(place + 1)>")
  }

  private func close(_ place: Int, _ writer: inout RowWriter) {
    if let number = numbers[place] { writer.markup("<sup>\(number)</sup>") }
    writer.markup("</a>")
  }

  private func side(
    _ span: ReportSpan?, _ source: PassageSource, _ findings: [Int], isA: Bool, _ row: ReportRow, _ writer: inout RowWriter
  ) {
    let name = isA ? "a" : "b"
    guard let span, let own = source.bytes(span) else {
      let what = span != nil ? "A passage that is left out here." : row.isBoilerplate ? "" : "Not in \(isA ? "A" : "B")."
      writer.markup("<div class=\"\(name) void\">\(what)</div>")
      return
    }
    writer.markup("<div class=\(name)>")
    let shown = own.startIndex..<min(own.endIndex, own.startIndex + PassageSource.longest)
    for segment in WordMarks.segments(shown, findings: marks(findings, isA: isA)) {
      if let place = segment.finding {
        open(place, isGone: false, &writer)
        writer.text(own[segment.range])
        close(place, &writer)
      } else {
        writer.text(own[segment.range])
      }
    }
    if shown.upperBound < own.endIndex { writer.markup(" … (\(Decimals.bytes(own.endIndex - shown.upperBound)) more)") }
    writer.markup("</div>")
  }

  private func note(_ place: Int) -> RowWriter.Note {
    let finding = comparison.findings[place]
    return RowWriter.Note(
      id: "\(noteKey)-\(place + 1)", severity: finding.severity, number: numbers[place], category: finding.category,
      message: finding.message.onOneLine.shortened(to: 400), confidence: finding.confidence, count: finding.count)
  }
}
