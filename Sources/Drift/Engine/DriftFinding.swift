/// One change that the copying made, with the words on both sides.
package struct DriftFinding: Sendable, Hashable {
  /// UTF-8 bytes of a text as it came in.
  package struct Span: Sendable, Hashable {
    package var start: Int
    package var end: Int

    package init(_ range: Range<Int>) {
      start = range.lowerBound
      end = range.upperBound
    }

    package var range: Range<Int> { start..<end }
  }

  /// Which part of a rule spoke.
  package var rule: DriftRuleID
  package var severity: DriftSeverity
  /// 0 to 1; what the preset's thresholds cut.
  package var confidence: Double
  /// The words of the first text, or nil when the change is an addition.
  package var a: Span?
  /// The words of the second text, or nil when the change is an omission.
  package var b: Span?
  /// One sentence for people.
  package var message: String
  /// How often the same change occurs in the pair of articles; the spans are its first occurrence.
  package var count = 1

  package var category: DriftCategory { rule.category }

  package init(
    rule: DriftRuleID, severity: DriftSeverity, confidence: Double, a: Span?, b: Span?, message: String, count: Int = 1
  ) {
    self.rule = rule
    self.severity = severity
    self.confidence = confidence
    self.a = a
    self.b = b
    self.message = message
    self.count = count
  }
}
