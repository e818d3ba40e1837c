import Articles
internal import Text
package import Alignment

/// The same value with another unit: dollars for pounds, miles for kilometres, per cent for percentage points.
///
/// Confidence: .6 + .35 lc for figures in one place, .6 elsewhere in the sentence. A unit left out is not reported.
package struct UnitRule: DriftRule {
  package static let category = DriftCategory.unit
  package static let languages = LanguageScope.all
  package static let explanation = RuleExplanation(
    definition: "A figure keeps its value but is given in another unit or currency. Converted values do not count.",
    example: ("The fine came to £40,000.", "The fine came to $40,000."),
    limits: "Only units and currencies of the built-in list; a unit that is merely left out is not reported.")

  private let units: UnitKnowledge

  package init(resources: DriftResources) { units = UnitKnowledge(resources) }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    let matching = FigureMatching(pair, units: units)
    for x in matching.a {
      guard x.isEqual, let partner = x.partner else { continue }
      let y = matching.b[partner]
      guard x.figure.unitIsMeasure, y.figure.unitIsMeasure, x.figure.unit != y.figure.unit, x.figure.value == y.figure.value
      else { continue }
      let confidence = x.isAligned ? 0.6 + 0.35 * pair.localContext(x.positions.lowerBound, y.positions.lowerBound) : 0.6
      let a = pair.a.positions(in: x.figure.extent)
      let b = pair.b.positions(in: y.figure.extent)
      report.report(
        .unitChanged, confidence: confidence, a: a, b: b,
        "The unit changed: “\(pair.a.string(a))” became “\(pair.b.string(b))”.")
    }
  }
}
