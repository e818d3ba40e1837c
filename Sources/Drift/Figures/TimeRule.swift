import Articles
package import Alignment
import Text

/// Another month, day of the week or relative day.
///
/// Years and clock times come from ``NumberRule``. A month counts in a compound ("mid-June") and one letter off its spelling too.
///
/// Like is compared with like. Confidence: .95 (.7 + .3 lc) for two in one place, .75 instead of .95 when the other side has the day
/// too; .70 when both sides have one that the other lacks (.55 in articles); .40 for yesterday and today; .30 when only one side names a day.
package struct TimeRule: DriftRule {
  package static let category = DriftCategory.time
  package static let languages = LanguageScope.all
  package static let explanation = RuleExplanation(
    definition: "A date, day, month, year or time of day differs, or another year, month or week is meant: last, this, next.",
    example: ("The vote is on Tuesday, 4 May.", "The vote is on Thursday, 4 May."),
    limits: """
      "Yesterday" and a named day are not reconciled, since the day of publication may be unknown. Time zones are not converted. \
      "The night before Sunday" is understood as Saturday.
      """)

  private let calendar: CalendarVocabulary
  private let months: MonthSpelling
  private let stamps: UpdateStamps
  private let eve: WordSet
  private let before: WordNumber

  package init(resources: DriftResources) {
    calendar = resources.vocabulary.calendar
    months = MonthSpelling(resources)
    stamps = UpdateStamps(resources)
    eve = resources.set("night", "evening", "day", "eve")
    before = resources.words.id(of: "before")
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    let a = mentions(pair.a)
    let b = mentions(pair.b)
    guard !(a.isEmpty && b.isEmpty) else { return }
    for kind in [CalendarMentions.Kind.month, .weekday, .relative] {
      compare(a.filter { $0.kind == kind }, b.filter { $0.kind == kind }, kind, pair, context, &report)
    }
  }

  /// The days and months of a passage, but for those of stamps.
  private func mentions(_ side: SentenceSide) -> [CalendarMentions.Mention] {
    let found = CalendarMentions(side, calendar: calendar, months: months, eve: eve, before: before).mentions
    guard !found.isEmpty else { return [] }
    let stamped = stamps.positions(side)
    return stamped.isEmpty ? found : found.filter { !stamped.contains($0.position) }
  }

  private func compare(
    _ a: [CalendarMentions.Mention], _ b: [CalendarMentions.Mention], _ kind: CalendarMentions.Kind, _ pair: SentencePair,
    _ context: DriftContext, _ report: inout FindingCollector
  ) {
    guard a.count <= 40, b.count <= 40 else { return }
    var restB = b
    var restA: [CalendarMentions.Mention] = []
    for mention in a {
      if let same = restB.firstIndex(where: { $0.value == mention.value }) {
        restB.remove(at: same)
      } else {
        restA.append(mention)
      }
    }
    for mention in restA {
      let aligned = pair.match(a: mention.position).flatMap { j in restB.firstIndex { $0.position == j } }
      guard let index = aligned ?? restB.indices.first else {
        reportSingle(mention, lost: true, pair, context, &report)
        continue
      }
      let other = restB.remove(at: index)
      let isElsewhere = a.contains { $0.value == other.value } || b.contains { $0.value == mention.value }
      let local = pair.localContext(mention.position, other.position)
      let confidence =
        kind == .relative
        ? 0.40
        : aligned != nil
          ? (isElsewhere ? 0.75 : 0.95) * (0.7 + 0.3 * local)
          : context.isSentenceLevel ? 0.70 : DriftTuning.standard.figures.otherDayElsewhere
      let trust = context.isSentenceLevel ? 1 : NumberRule.dateTrust(pair)
      report.report(
        .timeDay, confidence: confidence * trust, a: mention.position..<mention.position + 1,
        b: other.position..<other.position + 1,
        "“\(pair.a.string(mention.position))” became “\(pair.b.string(other.position))”.")
    }
    for mention in restB { reportSingle(mention, lost: false, pair, context, &report) }
  }

  private func reportSingle(
    _ mention: CalendarMentions.Mention, lost: Bool, _ pair: SentencePair, _ context: DriftContext,
    _ report: inout FindingCollector
  ) {
    let word = (lost ? pair.a : pair.b).string(mention.position)
    let range = mention.position..<mention.position + 1
    report.report(
      lost ? .timeLost : .timeAdded, confidence: 0.30, a: lost ? range : nil, b: lost ? nil : range,
      lost ? "“\(word)” is missing." : "“\(word)” was added.")
  }
}
