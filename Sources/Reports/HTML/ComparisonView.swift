internal import Drift
internal import Output
internal import Relations

/// Two versions side by side: rows of passages, the changed words marked, every change explained.
struct ComparisonView {
  private let model: ReportModel
  private let story: ReportStory
  private let comparison: ReportComparison
  private let key: String
  private let a: PassageSource
  private let b: PassageSource
  /// The numbers that serious findings bear in the text, by place.
  private var numbers: [Int: Int] = [:]

  init(_ model: ReportModel, _ story: ReportStory, _ index: Int, key: String) {
    self.model = model
    self.story = story
    self.key = key
    comparison = story.comparisons[index]
    a = PassageSource(model.articles[comparison.a])
    b = PassageSource(model.articles[comparison.b])
    var next = 1
    for row in comparison.rows {
      for place in findings(of: row) where comparison.findings[place].severity > .minor && numbers[place] == nil {
        numbers[place] = next
        next += 1
      }
    }
    for place in comparison.findings.indices where comparison.findings[place].severity > .minor && numbers[place] == nil {
      numbers[place] = next
      next += 1
    }
  }

  func view(_ storyKey: String, _ templates: Templates) -> View {
    let (first, second) = (model.articles[comparison.a], model.articles[comparison.b])
    var used: Set<Int> = []
    var rows: [(view: View, row: ReportRow)] = []
    for (number, row) in comparison.rows.enumerated() {
      // A finding is explained in the first row that it touches.
      let own = findings(of: row)
      rows.append((self.row(row, number, own, new: own.filter { used.insert($0).inserted }), row))
    }
    let rest = comparison.findings.indices.filter { !used.contains($0) }
    let titles = first.title != second.title && !(first.title.isEmpty && second.title.isEmpty)
    var view: View = [
      "key": key, "story": storyKey, "title": story.headline.shortened(to: 120), "nameA": first.name, "nameB": second.name,
      "detailA": detail(first), "detailB": detail(second), "facts": facts, "blocks": blocks(rows), "general": !rest.isEmpty,
      "notes": rest.map(note), "stripA": strip(true, templates), "stripB": strip(false, templates), "titles": false,
    ]
    if titles { view["titles"] = ["a": first.title.onOneLine.shortened(to: 300), "b": second.title.onOneLine.shortened(to: 300)] as View }
    return view
  }

  // MARK: Words about the pair

  private func detail(_ article: ReportArticle) -> String {
    ([article.role.words] + [DateText.readable(article.published)].compactMap { $0 }).joined(separator: ", ")
  }

  private var facts: String {
    let measures = Dictionary(comparison.measures.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    var sentences = ["Relation: \(comparison.relation.rawValue)."]
    if let share = measures["sentences_b_in_a"], let other = measures["sentences_a_in_b"] {
      sentences.append("\(percent(share)) of B is found in A and \(percent(other)) of A in B, sentence by sentence.")
    }
    if comparison.closeness > 0 { sentences.append("Where they say the same, \(percent(comparison.closeness)) of the wording is kept.") }
    let moved = comparison.rows.count { $0.moved != nil }
    if moved > 0 { sentences.append("\(counted(moved, "passage stands", "passages stand")) in another place.") }
    let critical = comparison.findings.count { $0.severity == .critical }
    let major = comparison.findings.count { $0.severity == .major }
    let minor = comparison.findings.count - critical - major
    let parts = [(critical, "critical"), (major, "major"), (minor, "minor")].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let total = comparison.findings.count
    sentences.append(parts.isEmpty ? "No change of meaning was found." : parts.joined(separator: ", ") + (total == 1 ? " change." : " changes."))
    return sentences.joined(separator: " ")
  }

  // MARK: Rows

  /// Findings that speak of a passage, worst first.
  private func findings(of row: ReportRow) -> [Int] {
    comparison.findings.indices.filter { place in
      let finding = comparison.findings[place]
      func touches(_ span: ReportSpan?, _ other: ReportSpan?) -> Bool {
        guard let span, let other, span.end > span.start else { return false }
        return span.start < other.end && span.end > other.start
      }
      return touches(finding.a, row.a) || touches(finding.b, row.b)
    }
  }

  private func row(_ row: ReportRow, _ number: Int, _ findings: [Int], new: [Int]) -> View {
    let serious = new.filter { comparison.findings[$0].severity > .minor }
    let minor = new.filter { comparison.findings[$0].severity == .minor }
    let isSerious = findings.contains { comparison.findings[$0].severity > .minor }
    var view: View = [
      "id": "\(key)-r\(number + 1)", "label": label(row) ?? false, "noted": !new.isEmpty, "serious": serious.map(note),
      "minor": minor.map(note), "minorCount": minor.isEmpty ? false : counted(minor.count, "minor change", "minor changes"),
      "a": false, "b": false, "both": false, "voidA": false, "voidB": false,
    ]
    var kind = row.isBoilerplate ? "page" : row.isSame ? "same" : isSerious ? "changed" : row.a == nil || row.b == nil ? "one" : "light"
    if row.isSame, findings.isEmpty {
      view["both"] = b.text(row.b) ?? "(left out)"
    } else {
      if row.isSame { kind = isSerious ? "changed" : "light" }
      let changes = changes(row)
      if let span = row.a {
        if let own = a.text(span) {
          view["a"] = ["segments": segments(span, own, changes.a, findings, { $0.a }, isGone: true)] as View
        } else {
          view["voidA"] = "A passage that is left out here."
        }
      } else {
        view["voidA"] = row.isBoilerplate ? "" : "Not in A."
      }
      if let span = row.b {
        if let own = b.text(span) {
          view["b"] = ["segments": segments(span, own, changes.b, findings, { $0.b }, isGone: false)] as View
        } else {
          view["voidB"] = "A passage that is left out here."
        }
      } else {
        view["voidB"] = row.isBoilerplate ? "" : "Not in B."
      }
    }
    view["kind"] = kind
    return view
  }

  private func label(_ row: ReportRow) -> String? {
    if row.isBoilerplate { return row.a == nil ? "From the page of B, not the article" : row.b == nil ? "From the page of A, not the article" : "From the page, not the article" }
    return row.moved.map { "Moved: sentence \($0.from) of A is sentence \($0.to) of B" }
  }

  private func changes(_ row: ReportRow) -> (a: [Range<Int>], b: [Range<Int>]) {
    guard let first = row.a, let second = row.b, let one = a.bytes(first), let two = b.bytes(second) else { return ([], []) }
    return WordMarks.changes(one, two)
  }

  private func segments(
    _ span: ReportSpan, _ text: String, _ changed: [Range<Int>], _ findings: [Int], _ side: (ReportFinding) -> ReportSpan?,
    isGone: Bool
  ) -> [View] {
    let source = isGone ? a : b
    let marks = findings.compactMap { place in side(comparison.findings[place]).map { (place: place, range: $0.range) } }
    let end = min(span.end, span.start + PassageSource.longest)
    var views = WordMarks.segments(span.start..<end, changed: changed, findings: marks).compactMap { segment -> View? in
      guard let text = source.text(ReportSpan(segment.range, text: source.slice(segment.range, of: span))) else { return nil }
      if let place = segment.finding {
        let finding = comparison.findings[place]
        return [
          "mark": [
            "severity": finding.severity.rawValue, "note": "\(key)-n\(place + 1)", "text": text,
            "number": numbers[place].map { String($0) as Any } ?? false,
          ] as View, "gone": false, "came": false, "plain": false,
        ]
      }
      return ["mark": false, "gone": segment.isChanged && isGone ? text : false, "came": segment.isChanged && !isGone ? text : false,
              "plain": segment.isChanged ? false : text]
    }
    if end < span.end { views.append(["mark": false, "gone": false, "came": false, "plain": " … (\(Decimals.bytes(span.end - end)) more)"]) }
    return views
  }

  private func note(_ place: Int) -> View {
    let finding = comparison.findings[place]
    let times = finding.count > 1 ? ", \(finding.count) times" : ""
    return [
      "id": "\(key)-n\(place + 1)", "severity": finding.severity.rawValue, "category": finding.category.rawValue,
      "message": finding.message.onOneLine.shortened(to: 400), "certainty": "confidence \(percent(finding.confidence))\(times)",
      "number": numbers[place].map { String($0) as Any } ?? false,
    ]
  }

  /// Runs of unchanged passages, and of the page's, fold up.
  private func blocks(_ rows: [(view: View, row: ReportRow)]) -> [View] {
    var blocks: [View] = []
    var run: [View] = []
    var kind = ""
    func flush() {
      guard !run.isEmpty else { return }
      let fold: Any =
        kind == "same"
        ? counted(run.count, "passage unchanged", "passages unchanged")
        : kind == "page" ? counted(run.count, "passage of the page, not the article", "passages of the page, not the article") : false
      blocks.append(["fold": fold, "rows": run])
      run = []
    }
    for (view, row) in rows {
      let own = view["kind"] as? String ?? ""
      let group = (own == "same" || own == "page") && row.moved == nil ? own : ""
      if group != kind { flush() }
      kind = group
      run.append(view)
    }
    flush()
    return blocks
  }

  // MARK: The strip

  /// Where in one article the changes lie.
  private func strip(_ isA: Bool, _ templates: Templates) -> String {
    let source = isA ? a : b
    let length = Double(max(1, source.length))
    func part(_ span: ReportSpan, _ kind: String, _ height: Double, least: Double) -> View {
      let x = Double(span.start) / length * 1000
      return [
        "kind": kind, "x": number(min(x, 1000 - least)), "y": number((18 - height) / 2),
        "width": number(max(least, Double(span.end - span.start) / length * 1000)), "height": number(height),
      ]
    }
    var parts: [View] = []
    for row in comparison.rows {
      guard let span = isA ? row.a : row.b else { continue }
      let isAlone = (isA ? row.b : row.a) == nil
      if row.isBoilerplate { parts.append(part(span, "page", 18, least: 1)) } else if isAlone { parts.append(part(span, "only", 16, least: 1)) } else if row.isSame { parts.append(part(span, "same", 18, least: 1)) }
    }
    for finding in comparison.findings.reversed() {
      guard let span = isA ? finding.a : finding.b else { continue }
      switch finding.severity {
      case .critical: parts.append(part(span, "critical", 18, least: 6))
      case .major: parts.append(part(span, "major", 13, least: 5))
      case .minor: parts.append(part(span, "minor", 6, least: 3))
      }
    }
    let serious = comparison.serious.count
    return templates.render(
      .strip,
      ["label": "Where the changes lie in \(isA ? "A" : "B"): \(counted(serious, "serious change", "serious changes"))", "parts": parts])
  }
}

/// Passages of one article: from its text, or what is kept beside the places when the text is left out.
struct PassageSource {
  private let whole: [UInt8]?
  /// In bytes; of a text that is left out, where its last passage ends.
  let length: Int
  /// Bytes of a passage that are shown at most: no article has a sentence of this length.
  static let longest = 20_000

  init(_ article: ReportArticle) {
    whole = article.text.map { Array($0.utf8) }
    length = whole?.count ?? article.textLength
  }

  func bytes(_ span: ReportSpan) -> ArraySlice<UInt8>? {
    if let whole { return whole[span.range.clamped(to: whole.indices)] }
    guard let text = span.text else { return nil }
    // Places of the text as it was: padded in front, so that the same numbers hold.
    return ArraySlice([UInt8](repeating: 32, count: span.start) + Array(text.utf8)).dropFirst(span.start)
  }

  func text(_ span: ReportSpan?) -> String? {
    guard let span else { return nil }
    if let whole {
      let range = span.range.clamped(to: whole.indices)
      return String(decoding: whole[range.prefix(Self.longest)], as: UTF8.self)
    }
    return span.text.map { String(decoding: $0.utf8.prefix(Self.longest), as: UTF8.self) }
  }

  /// The words at a range of a passage whose words are kept; nil where the whole text is.
  func slice(_ range: Range<Int>, of span: ReportSpan) -> String? {
    guard whole == nil, let text = span.text else { return nil }
    let bytes = Array(text.utf8)
    let own = (range.lowerBound - span.start)..<(range.upperBound - span.start)
    return String(decoding: bytes[own.clamped(to: bytes.indices)], as: UTF8.self)
  }
}
