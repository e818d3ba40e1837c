package import Alignment
import Articles
import Text

/// A day of the week that has another date in a copy, or a date another day of the week, so that one of the two is a slip.
///
/// "Sunday (24)" and "Sunday (25)" contradict each other wherever they stand: no month has both. Sentences need not be held
/// against each other, and what each tells of its day does not matter. Another day with its own date is no slip. Confidence .72.
package struct ContradictoryDatesRule: DriftRule {
  package static let category = DriftCategory.time
  package static let languages = LanguageScope.all
  package static let explanation = RuleExplanation(
    definition: "A day of the week has another date, or a date another day of the week, as no month can have them both.",
    example: ("The painter was buried on Sunday (24).", "The painter was buried on Sunday (25)."),
    limits: """
      Only days with a date in brackets or with a month are read, and only what is one day off: dates of two months may differ by two or \
      three.
      """)

  private let reader: DatedWeekdayReader
  private let tuning = DriftTuning.standard.passages.dates

  package init(resources: DriftResources) { reader = DatedWeekdayReader(resources.vocabulary.calendar) }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {}

  package func examineDocument(_ context: DriftContext, report: inout FindingCollector) {
    guard !context.isSentenceLevel, context.closeness >= tuning.copied else { return }
    let days = (a: reader.days(context.a), b: reader.days(context.b))
    for day in days.a {
      // What stands in both texts was not changed by copying.
      guard
        let other = days.b.first(where: { other in
          day.contradicts(other) && !(days.b.contains(where: day.isSame) && days.a.contains(where: other.isSame))
        })
      else { continue }
      report.reportTokens(
        .timeContradiction, confidence: tuning.confidence, a: day.tokens, b: other.tokens,
        "“\(context.a.string(day.tokens))” became “\(context.b.string(other.tokens))”: no month has both.")
    }
  }
}
