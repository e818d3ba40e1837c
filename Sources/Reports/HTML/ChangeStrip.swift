internal import Drift

/// Where in two versions their changes lie: strokes along two lines, one path for each kind.
struct ChangeStrip {
  let comparison: ReportComparison
  /// Bytes of both texts.
  let lengths: (a: Int, b: Int)

  private static let width = 600

  /// The strip as HTML.
  func render(_ templates: Templates) -> String {
    let lines = [(true, 9), (false, 33)].map { isA, y in strokes(isA).mapValues { Self.path($0, y) } }
    let parts = Kind.allCases.compactMap { kind -> View? in
      let path = lines.compactMap { $0[kind] }.joined()
      return path.isEmpty ? nil : ["kind": kind.rawValue, "path": path, "words": kind.words ?? false]
    }
    let serious = counted(comparison.serious.count, "serious change", "serious changes")
    return templates.render(.strip, ["label": "Where they lie: \(serious)", "parts": parts])
  }

  private func strokes(_ isA: Bool) -> [Kind: [Range<Int>]] {
    let scale = Double(Self.width) / Double(max(1, isA ? lengths.a : lengths.b))
    var strokes: [Kind: [Range<Int>]] = [:]
    func add(_ span: ReportSpan, _ kind: Kind, least: Int = 1) {
      let start = min(max(0, Int(Double(span.start) * scale)), Self.width - least)
      strokes[kind, default: []].append(start..<min(Self.width, max(start + least, Int(Double(span.end) * scale))))
    }
    for row in comparison.rows {
      guard let span = isA ? row.a : row.b else { continue }
      let isAlone = (isA ? row.b : row.a) == nil
      let kind: Kind? = row.isBoilerplate ? .page : isAlone ? .only : row.isSame ? .same : nil
      if let kind { add(span, kind) }
    }
    for finding in comparison.findings where finding.isClaim {
      guard let span = isA ? finding.a : finding.b else { continue }
      switch finding.severity {
      case .critical: add(span, .critical, least: 4)
      case .major: add(span, .major, least: 3)
      case .minor: add(span, .minor, least: 2)
      }
    }
    return strokes
  }

  /// What a strip shows, from the ground up.
  private enum Kind: String, CaseIterable {
    case page, same, only, minor, major, critical

    /// What the key below it says; the ground needs none.
    var words: String? {
      switch self {
      case .page: nil
      case .same: "unchanged"
      case .only: "only in this one"
      case .minor, .major, .critical: rawValue
      }
    }
  }

  /// Strokes that touch are drawn as one.
  private static func path(_ strokes: [Range<Int>], _ y: Int) -> String {
    var joined: [Range<Int>] = []
    for stroke in strokes.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, stroke.lowerBound <= last.upperBound + 1 {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, stroke.upperBound)
      } else {
        joined.append(stroke)
      }
    }
    return joined.map { "M\($0.lowerBound) \(y)h\($0.count)" }.joined()
  }
}
