package import Drift

/// Two versions of a sentence with the changed words marked: `the «weakest» of several`.
package struct MarkedPair: CustomStringConvertible, Sendable {
  package var a: String
  package var b: String
  /// Byte ranges of the marked words; nil where a side has none.
  package var markA: Range<Int>?
  package var markB: Range<Int>?

  package var description: String { "\(a) | \(b)" }

  package init(_ a: String, _ b: String) {
    (self.a, markA) = Self.unmark(a)
    (self.b, markB) = Self.unmark(b)
  }

  private static func unmark(_ text: String) -> (String, Range<Int>?) {
    let parts = text.split(separator: "«", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return (text, nil) }
    let rest = parts[1].split(separator: "»", maxSplits: 1, omittingEmptySubsequences: false)
    let start = parts[0].utf8.count
    return (String(parts[0]) + String(rest[0]) + (rest.count > 1 ? String(rest[1]) : ""), start..<start + rest[0].utf8.count)
  }

  package var mirrored: MarkedPair {
    var copy = self
    (copy.a, copy.b) = (b, a)
    (copy.markA, copy.markB) = (markB, markA)
    return copy
  }

  /// The findings of a category; all categories when none is given.
  package func findings(
    _ category: DriftCategory? = nil, preset: DriftOptions.Preset = .precise, with analyzer: DriftAnalyzer? = nil
  ) -> [DriftFinding] {
    var options = DriftOptions()
    options.preset = preset
    let report = analyzer.map { $0.compare(a, b) } ?? Analyzers.compare(a, b, options: options)
    return category.map { wanted in report.findings.filter { $0.category == wanted } } ?? report.findings
  }

  /// A finding of the category whose spans are exactly the marked words.
  package func marked(_ category: DriftCategory) -> DriftFinding? {
    findings(category).first { $0.a?.range == markA && $0.b?.range == markB }
  }
}
