import Alignment
import Text

/// Tells two fillings of one form (polls, forecasts, results, bulletins of two days) from two versions of one text.
///
/// A copy keeps most figures and changes few, or keeps most sentences, which have none; of two fillings most figures differ,
/// whatever the wording keeps, and two issues of a series each name their day at the top ("Saturday 4 May"). Then no figure, day
/// or name "became" another. Where the articles are worded differently, as they are in two reports of two rounds or two polls,
/// whoever changed one figure must have kept many: one in ``FormTuning/keptInRewrite`` that differs is more than a rewrite loses,
/// and so with names.
struct RecurringForm {
  private var equal = 0
  private var different = 0
  /// Words of names that stand in both in one place.
  private var equalNames = 0
  /// Words of quotations in passages that were not changed: whoever says the same twice was there once.
  private var equalQuoted = 0
  /// Passages that were not changed and name somebody: of a form there are few, of an article that was brought up to date many.
  private var namedPassages = 0
  /// Passages of a sentence's length that tell the same and fill in nothing, and passages in which a figure is another.
  private var keptPassages = 0
  private var filledPassages = 0
  /// The texts name two days at their top: two issues of a series, or two reports of one affair.
  private let isSeries: Bool
  /// They name two days, and each in two ways, so that it is no slip: the next day's bulletin, session or match.
  let areOfTwoDays: Bool
  /// All they say of it is "today" and the day of the week.
  private let isBare: Bool
  private let tuning = DriftTuning.standard.form

  init(_ a: LinguisticText, _ b: LinguisticText, calendar: CalendarVocabulary) {
    let days = DatedDay(calendar)
    let first = days.leadDay(a, sentences: tuning.lead)
    let second = days.leadDay(b, sentences: tuning.lead)
    isSeries = first != nil && second != nil && first != second
    let own = OwnDay(a, calendar: calendar, sentences: tuning.lead)
    let other = OwnDay(b, calendar: calendar, sentences: tuning.lead)
    areOfTwoDays = own.flatMap { own in other.map { own.differs(from: $0) } } ?? false
    isBare = own.flatMap { own in other.map { own.isBare(beside: $0) } } ?? false
  }

  /// Figures of two passages that stand in both word for word.
  mutating func add(unchanged passages: AlignedPassages, _ a: LinguisticText) {
    equal += FigureLookup.count(in: passages.a, of: a)
    if passages.a.count >= tuning.passageWords { keptPassages += 1 }
    let names = a.tokens[passages.a].dropFirst().count { $0.shape.contains(.name) }
    if names > 0, passages.a.count >= tuning.passageWords { namedPassages += 1 }
    for token in a.tokens[passages.a] {
      if token.shape.contains(.name) { equalNames += 1 }
      if token.kind == .word, token.shape.contains(.quoted) { equalQuoted += 1 }
    }
  }

  /// Figures of two passages that were changed somewhere.
  mutating func add(_ pair: SentencePair, units: UnitKnowledge) {
    let matching = FigureMatching(pair, units: units)
    if matching.a.contains(where: { $0.partner != nil && !$0.isEqual }) {
      filledPassages += 1
    } else if pair.closeness >= tuning.rewritten, pair.a.count >= tuning.passageWords {
      keptPassages += 1
    }
    for item in matching.a {
      guard let partner = item.partner else { continue }
      if item.isEqual {
        equal += 1
      } else if !FigureComparison.isRounding(item.figure, matching.b[partner].figure) {
        different += 1
      }
    }
    for position in 0..<pair.a.count where pair.a.shape(position).contains(.name) && !pair.isSubstitution(a: position) {
      if pair.match(a: position) != nil { equalNames += 1 }
    }
  }

  /// The same people say the same words, and no other day is named: an update, or a falsification, whatever its figures are.
  private var isOneOccasion: Bool {
    !isSeries && !areOfTwoDays && equalQuoted >= tuning.quotedOnce && equalNames >= tuning.namedOnce
  }

  /// Most of the article was copied and fills in nothing: what differs in the rest was changed, however few its figures are.
  ///
  /// A notice of two sentences that are always the same and one that is filled in anew is none, so not many figures may differ.
  private func isCopy(closeness: Double) -> Bool {
    guard !isSeries, !areOfTwoDays, different < tuning.many || different <= equal else { return false }
    return closeness >= tuning.copied && keptPassages > filledPassages
      || closeness >= tuning.rewritten && keptPassages >= max(tuning.keptPassages, tuning.keptToFilled * filledPassages)
  }

  /// More figures differ than agree, or the day at the top and with it the article or several figures, or a list's prices and
  /// hours.
  func isForm(closeness: Double) -> Bool {
    isSeries
      && (closeness < tuning.rewritten || closeness < tuning.copied && different >= tuning.leastDifferent
        || different >= tuning.several)
      || areOfTwoDays
        && (closeness < (isBare ? tuning.rewritten : tuning.copied) || !isBare && different >= tuning.leastDifferent)
      || !isOneOccasion && !isCopy(closeness: closeness)
        && (different >= tuning.leastDifferent && different > equal || different >= tuning.many && closeness < tuning.copied)
  }

  /// Categories of what a form fills in otherwise, where the articles are worded differently and too much of it was changed.
  private func unproven(_ findings: [DriftFinding], closeness: Double, options: DriftOptions) -> Set<DriftCategory> {
    guard closeness < tuning.rewritten, namedPassages < tuning.keptPassages else { return [] }
    let serious = findings.filter { $0.confidence >= options.preset.threshold }
    let days = serious.count { $0.rule == .timeDay }
    let names = serious.count { $0.rule == .nameReplaced }
    var categories: Set<DriftCategory> = []
    if tuning.keptInRewrite * (different + days) >= equal { categories.formUnion([.number, .time, .unit]) }
    if names > 0, tuning.keptInRewrite * names >= equalNames { categories.insert(.name) }
    return categories
  }

  /// The findings, with what a form fills in taken back.
  func weigh(_ findings: [DriftFinding], closeness: Double, options: DriftOptions) -> [DriftFinding] {
    let isForm = isForm(closeness: closeness)
    let filled: Set<DriftCategory> =
      isForm
      ? [.number, .time, .unit, .name] : unproven(findings, closeness: closeness, options: options)
    guard !filled.isEmpty else { return findings }
    return findings.map { finding in
      guard filled.contains(finding.category), isForm || !RetoldFactsRule.ids.contains(finding.rule) else { return finding }
      var weighed = finding
      weighed.confidence *= tuning.damping
      weighed.severity = options.severity(of: finding.rule, confidence: weighed.confidence)
      return weighed
    }
  }
}
