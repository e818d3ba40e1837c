package import Alignment
import Text

/// Takes findings from the rules, turns positions into bytes and confidence into severity.
package struct FindingCollector {
  package private(set) var findings: [DriftFinding] = []
  private let options: DriftOptions
  private let pair: SentencePair?
  private let context: DriftContext
  /// By position, as far as something was explained.
  private var explainedA: [Bool] = []
  private var explainedB: [Bool] = []

  package init(options: DriftOptions, context: DriftContext, pair: SentencePair?) {
    self.options = options
    self.context = context
    self.pair = pair
  }

  /// Reports a change in the sentence pair under examination.
  ///
  /// - Parameters:
  ///   - rule: Which part of the rule speaks; says what kind of change it is, and how bad.
  ///   - confidence: 0 to 1; decides the severity by the preset's thresholds.
  ///   - a: Word positions in the first sentence, or nil for an addition.
  ///   - b: Word positions in the second sentence, or nil for an omission.
  ///   - explains: Whether the general rules need not speak about these words any more.
  ///   - isFramed: Whether the rule has weighed the words round the change itself.
  ///   - message: What changed, for people.
  package mutating func report(
    _ rule: DriftRuleID, confidence: Double, a: Range<Int>?, b: Range<Int>?, explains: Bool = true, isFramed: Bool = false,
    _ message: @autoclosure () -> String
  ) {
    guard let pair else { return }
    // A faint suspicion does not make the plain account superfluous.
    let frame = StatementFrame(pair, knowledge: context.resources.knowledge)
    let confidence = context.isSentenceLevel || isFramed ? confidence : confidence * frame.sameness(a: a, b: b)
    if explains, confidence >= DriftTuning.standard.findings.explaining || (a != nil && b != nil) { explain(a: a, b: b) }
    reportTokens(
      rule, confidence: confidence, a: a.map(pair.a.tokenRange), b: b.map(pair.b.tokenRange), message())
  }

  /// True when an earlier rule reported this word of the first sentence; the general rules then keep quiet.
  package func explains(a position: Int) -> Bool { position < explainedA.count && explainedA[position] }
  package func explains(b position: Int) -> Bool { position < explainedB.count && explainedB[position] }

  /// Keeps the general rules (`term`, `addition`, `omission`) from reporting these words, although nothing is wrong with them.
  package mutating func explain(a: Range<Int>?, b: Range<Int>?) {
    if let a { Self.mark(a, in: &explainedA) }
    if let b { Self.mark(b, in: &explainedB) }
  }

  private static func mark(_ positions: Range<Int>, in explained: inout [Bool]) {
    if explained.count < positions.upperBound {
      explained.append(contentsOf: repeatElement(false, count: positions.upperBound - explained.count))
    }
    for position in positions { explained[position] = true }
  }

  /// Reports a change by token ranges of the articles.
  ///
  /// Whatever is wanted: a finding that a filter leaves out may decide how bad another is.
  package mutating func reportTokens(
    _ rule: DriftRuleID, confidence: Double, a: Range<Int>?, b: Range<Int>?, _ message: @autoclosure () -> String
  ) {
    let rounded = (min(1, max(0, confidence)) * 1000).rounded() / 1000
    findings.append(
      DriftFinding(
        rule: rule, severity: options.severity(of: rule, confidence: rounded), confidence: rounded,
        a: a.flatMap { $0.isEmpty ? nil : DriftFinding.Span(context.a.byteRange($0)) },
        b: b.flatMap { $0.isEmpty ? nil : DriftFinding.Span(context.b.byteRange($0)) }, message: message()))
  }
}
