import Articles
import Alignment
import Text

/// Tells two fillings of one form (polls, forecasts, results, bulletins of two days) from two versions of one text.
///
/// A copy keeps most figures and changes few; of two fillings most figures differ, whatever the wording keeps, and two issues of a series
/// each name their day at the top ("Saturday 4 May"). Then no figure, day or name "became" another.
struct RecurringForm {
  private var equal = 0
  private var different = 0
  /// The texts name two days at their top: two issues of a series, or two reports of one affair.
  private let isSeries: Bool
  private let tuning = DriftTuning.standard.form

  init(_ a: LinguisticText, _ b: LinguisticText, calendar: CalendarVocabulary) {
    let days = DatedDay(calendar)
    let first = days.leadDay(a, sentences: tuning.lead)
    let second = days.leadDay(b, sentences: tuning.lead)
    isSeries = first != nil && second != nil && first != second
  }

  /// Figures of two passages that stand in both word for word.
  mutating func add(unchanged passages: AlignedPassages, _ a: LinguisticText) {
    equal += FigureLookup.count(in: passages.a, of: a)
  }

  /// Figures of two passages that were changed somewhere.
  mutating func add(_ pair: SentencePair, units: UnitKnowledge) {
    let matching = FigureMatching(pair, units: units)
    for item in matching.a {
      guard let partner = item.partner else { continue }
      if item.isEqual {
        equal += 1
      } else if !FigureComparison.isRounding(item.figure, matching.b[partner].figure) {
        different += 1
      }
    }
  }

  /// More figures differ than agree, or the day at the top and with it the article or several figures.
  func isForm(closeness: Double) -> Bool {
    isSeries && (closeness < tuning.copied || different >= tuning.several)
      || different >= tuning.leastDifferent && different > equal
  }

  /// The findings, with what a form fills in taken back.
  func weigh(_ findings: [DriftFinding], closeness: Double, options: DriftOptions) -> [DriftFinding] {
    guard isForm(closeness: closeness) else { return findings }
    return findings.map { finding in
      guard [.number, .time, .unit, .name].contains(finding.category) else { return finding }
      var weighed = finding
      weighed.confidence *= tuning.damping
      weighed.severity = options.severity(of: finding.rule, confidence: weighed.confidence)
      return weighed
    }
  }
}
