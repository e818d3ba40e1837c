import Articles
package import Alignment
import Lexicon
import Text

/// Another tense: what happened will happen, what happens has happened.
///
/// Confidence: past and future .60 (.50 where the verb is not the same), present and future .35, present and past .30 + .15 lc, perfect
/// .22, reporting verbs .20 (said, says: house style). Only past against future can be serious, and only in the sensitive preset.
package struct TenseRule: DriftRule {
  package static let category = DriftCategory.tense
  package static let languages = LanguageScope.english
  package static let explanation = RuleExplanation(
    definition: "A verb stands in another tense, so that the event lies at another time.",
    example: ("The ferry was taken out of service.", "The ferry will be taken out of service."),
    limits: """
      There is no parser: the tense of a verb is read from its ending and from the auxiliaries up to three words before it. \
      Verbs with one form for present and past (put, cut, read) show no change.
      """)

  private let reader: TenseReader
  private let reporting: WordSet

  package init(resources: DriftResources) {
    reader = TenseReader(resources)
    reporting = resources.set(.reportingForms)
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    guard pair.a.ids != pair.b.ids else { return }
    for i in 0..<pair.a.count {
      guard let j = pair.match(a: i), !(report.explains(a: i) && report.explains(b: j)) else { continue }
      let x = pair.a.ids[i]
      let y = pair.b.ids[j]
      guard let sameVerb = sameVerb(x, y, pair.isSubstitution(a: i)) else { continue }
      guard let first = reader.tense(pair.a, i), let second = reader.tense(pair.b, j), first != second else { continue }
      // The participle repeats what its auxiliary said already.
      if first.auxiliary != nil && second.auxiliary != nil, x == y, reportsAuxiliary(first, second, pair) { continue }
      let isReporting = reporting.contains(x) && reporting.contains(y)
      let confidence =
        isReporting ? 0.20 : Self.confidence(first.tense, second.tense, sameVerb: sameVerb, pair.localContext(i, j))
      guard confidence > 0 else { continue }
      let a = (first.auxiliary ?? i)..<i + 1
      let b = (second.auxiliary ?? j)..<j + 1
      report.report(
        Self.rule(first.tense, second.tense), confidence: confidence, a: a, b: b,
        "The tense changed: “\(pair.a.string(a))” became “\(pair.b.string(b))”.")
    }
  }

  /// True for forms of one verb, false for two verbs in one place, nil when either is no verb.
  private func sameVerb(_ x: WordNumber, _ y: WordNumber, _ substituted: Bool) -> Bool? {
    if x == y { return reader.isVerb(x) ? true : nil }
    guard reader.isVerb(x), reader.isVerb(y) else { return nil }
    return reader.shareLemma(x, y)
  }

  /// Both auxiliaries are aligned with each other, so that the change is reported at them.
  private func reportsAuxiliary(_ x: TenseReader.Reading, _ y: TenseReader.Reading, _ pair: SentencePair) -> Bool {
    guard let i = x.auxiliary, let j = y.auxiliary else { return false }
    return pair.match(a: i) == j
  }

  private static func rule(_ x: TenseReader.Tense, _ y: TenseReader.Tense) -> DriftRuleID {
    switch (x, y) {
    case (.past, .future), (.future, .past), (.perfect, .future), (.future, .perfect): .tensePastFuture
    case (.present, .future), (.future, .present): .tensePresentFuture
    case (.present, .past), (.past, .present): .tensePresentPast
    default: .tensePerfect
    }
  }

  private static func confidence(_ x: TenseReader.Tense, _ y: TenseReader.Tense, sameVerb: Bool, _ local: Double) -> Double {
    switch (x, y) {
    case (.past, .future), (.future, .past), (.perfect, .future), (.future, .perfect): sameVerb ? 0.60 : 0.50
    case (.present, .future), (.future, .present): sameVerb ? 0.35 : 0.25
    case (.present, .past), (.past, .present): sameVerb ? 0.30 + 0.15 * local : 0.20 * local
    case (.perfect, _), (_, .perfect): sameVerb ? 0.22 : 0
    default: 0
    }
  }
}
