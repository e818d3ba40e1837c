import Articles
package import Alignment
import Text

/// A figure that says something else, is bounded otherwise, or is gone.
///
/// Confidence, with lc the local context and g the trust in the closeness of the sentences:
/// - unequal figures in one place: .95 (.75 when either value stands elsewhere on the other side) less .25 below 2 % difference,
///   times .7 + .3 lc; unequal figures of one unit elsewhere in the sentence .70, .40 below 2 %;
/// - one rounds the other, or its bound allows the other: .30; bounds that contradict each other .75 + .15 g, a bound added or
///   dropped .45 + .22 g, `about` added or dropped .30;
/// - two figures that changed places in a sentence that is the same otherwise: .78;
/// - a rank that stands on one side only, before a superlative that both have ("second-largest", "largest"): .85 (.8 + .2 g);
/// - on one side only: .40, .15 for small numbers and ordinals, times .4 when the article has the value elsewhere.
///
/// Years and clock times are reported as `time`.
package struct NumberRule: DriftRule {
  package static let category = DriftCategory.number
  package static let languages = LanguageScope.all
  package static let explanation = RuleExplanation(
    definition: """
      A figure has another value, another multiplier (million, billion) or another bound (at least, nearly), or is missing. \
      Spelling, grouping and rounding of the same value do not count, or are minor.
      """,
    example: ("The council spent $4.6 million on 12 bridges.", "The council spent $4.6 billion on 12 bridges."),
    limits: """
      Two figures exchanged within one sentence are seen only where their neighbours stayed. Sums and percentages are not \
      recomputed. A later version of a story with a new toll is reported like an error.
      """)

  private let units: UnitKnowledge
  private let stamps: UpdateStamps
  private let days: DatedDay
  private let comparison: ComparisonReader
  /// Words for "more than" and for "throughout".
  private let over: WordSet
  /// Words between two figures of which either may come first.
  private let joining: WordSet
  /// Words between the two figures of a score.
  private let to: WordSet
  private let tuning = DriftTuning.standard.figures

  package init(resources: DriftResources) {
    units = UnitKnowledge(resources)
    stamps = UpdateStamps(resources)
    days = DatedDay(resources.vocabulary.calendar)
    comparison = ComparisonReader(resources: resources)
    over = resources.set("over", "über")
    to = resources.set("to", "a", "à")
    joining = resources.set(
      RuleWords.joiningNames.words + ["o", "ou", "oder", "a", "à", "bis", "tot", "do", "до", "и", "ve", "i"])
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    let matching = FigureMatching(pair, units: units)
    let reader = PairReader(pair, context)
    examineExchange(reader, &report)
    examineScore(reader, &report)
    for side in Side.allCases { examineRanks(side == .a ? matching.a : matching.b, side, reader, &report) }
    let (stampsA, stampsB) = (stamps.positions(pair.a), stamps.positions(pair.b))
    for item in matching.a {
      if stampsA.contains(item.positions.lowerBound) || report.explains(a: item.positions.lowerBound) { continue }
      if let partner = item.partner {
        let other = matching.b[partner].positions.lowerBound
        if stampsB.contains(other) || report.explains(b: other) { continue }
        compare(item, matching.b[partner], pair, matching, context, &report)
      } else {
        reportSingle(item, inA: true, context, &report)
      }
    }
    for item in matching.b
    where item.partner == nil && !report.explains(b: item.positions.lowerBound) && !stampsB.contains(item.positions.lowerBound) {
      reportSingle(item, inA: false, context, &report)
    }
  }

  /// "Won 3-1" and "won 1-3" behind the same words of a sentence that was copied.
  private func examineScore(_ reader: PairReader, _ report: inout FindingCollector) {
    let (a, b) = (reader.pair.a, reader.pair.b)
    guard reader.isShort, reader.pair.closeness >= tuning.copied else { return }
    for first in a.ids.indices where a.token(first).kind == .number {
      guard let second = endOfScore(first, a), a.ids[first] != a.ids[second], let start = samePlace(first, reader),
        endOfScore(start, b) == start + second - first, a.ids[first] == b.ids[start + second - first],
        a.ids[second] == b.ids[start]
      else { continue }
      let ranges = (first..<second + 1, start..<start + second - first + 1)
      report.report(
        .numberValue, confidence: tuning.numbers.exchanged, a: ranges.0, b: ranges.1,
        "“\(a.string(ranges.0))” became “\(b.string(ranges.1))”.")
    }
  }

  /// The second figure of a score that begins at a position.
  private func endOfScore(_ first: Int, _ side: SentenceSide) -> Int? {
    [first + 1, first + 2].first { second in
      second < side.count && side.token(first).kind == .number && side.token(second).kind == .number
        && isScore(first, second, side)
    }
  }

  /// Where the other side goes on behind the words that stand before a position: behind the same ones.
  private func samePlace(_ position: Int, _ reader: PairReader) -> Int? {
    guard position > 0, let before = reader.match(.a, position - 1), before + 1 < reader.pair.b.count,
      position >= tuning.beforeScore, before + 1 >= tuning.beforeScore
    else { return nil }
    let isSame = (1...tuning.beforeScore).allSatisfy {
      reader.pair.a.ids[position - $0] == reader.pair.b.ids[before + 1 - $0]
    }
    return isSame ? before + 1 : nil
  }

  /// One mark, or a word that joins two figures, stands between them.
  private func isScore(_ first: Int, _ second: Int, _ side: SentenceSide) -> Bool {
    let between = side.words[first] + 1..<side.words[second]
    guard between.count == 1, let token = between.first.map({ side.text.tokens[$0] }) else { return false }
    if token.kind == .word { return to.contains(token.word) }
    return ["-", ":", "–"].contains { side.text.bytes[token.bytes].elementsEqual($0.utf8) }
  }

  /// Two figures changed places in a sentence that is the same otherwise.
  private func examineExchange(_ reader: PairReader, _ report: inout FindingCollector) {
    guard reader.isShort, reader.pair.a.ids != reader.pair.b.ids,
      let places = ExchangedWords(
        reader, showsCase: false, isTime: { _ in false }, isFunctionWord: { _ in false }, joins: joining.contains, figures: true)
    else { return }
    let range = places.first..<places.second + 1
    report.report(
      .numberValue, confidence: tuning.numbers.exchanged, a: range, b: range,
      "“\(reader.pair.a.string(places.first))” and “\(reader.pair.a.string(places.second))” changed places.")
  }

  /// "The second-largest" and "the largest": the rank went, what it ranks stayed.
  private func examineRanks(_ items: [FigureMatching.Item], _ side: Side, _ reader: PairReader, _ report: inout FindingCollector)
  {
    for item in items where item.partner == nil && item.figure.kind == .ordinal {
      let next = item.positions.upperBound
      guard next < reader.words(side).count, comparison.grade(side, next, reader) == .superlative,
        let image = reader.match(side, next), reader.id(side, next) == reader.id(side.other, image),
        reader.deletionContext(side, item.positions) >= 1
      else { continue }
      report.report(
        .numberValue, confidence: tuning.numbers.rank * tuning.numbers.byTrust(reader.pair.trust), side,
        item.positions.lowerBound..<next + 1, other: image..<image + 1,
        side == .a
          ? "“\(reader.text(.a, item.positions.lowerBound..<next + 1))” became “\(reader.text(.b, image..<image + 1))”."
          : "“\(reader.text(.a, image..<image + 1))” became “\(reader.text(.b, item.positions.lowerBound..<next + 1))”.")
    }
  }

  private func compare(
    _ x: FigureMatching.Item, _ y: FigureMatching.Item, _ pair: SentencePair, _ matching: FigureMatching,
    _ context: DriftContext, _ report: inout FindingCollector
  ) {
    if x.isEqual { return compareBounds(x, y, pair, &report) }
    // The day of a month and a number of things do not stand for each other.
    let areDays = (days.isDayOfMonth(x.figure, pair.a.text), days.isDayOfMonth(y.figure, pair.b.text))
    if areDays.0 != areDays.1, !context.isSentenceLevel, areDays.0 ? y.figure.unit != 0 : x.figure.unit != 0 {
      reportSingle(x, inA: true, context, &report)
      return reportSingle(y, inA: false, context, &report)
    }
    let isDate = days.isDay(x, pair.a) || days.isDay(y, pair.b)
    let isTime = isDate || Self.isTime(x.figure) && Self.isTime(y.figure)
    if FigureComparison.isRounding(x.figure, y.figure) || FigureComparison.boundAllows(x.figure, y.figure) {
      return report.report(
        .numberRounded, confidence: tuning.numbers.rounded, a: x.positions, b: y.positions,
        Self.roundedMessage(pair, x, y))
    }
    let isNear = FigureComparison.relativeDifference(x.figure, y.figure) < tuning.numbers.near && !isTime
    var confidence: Double
    if x.isAligned {
      let elsewhere =
        matching.b.contains { FigureComparison.areEqual($0.figure, x.figure) }
        || matching.a.contains { FigureComparison.areEqual($0.figure, y.figure) }
      let local = pair.localContext(x.positions.lowerBound, y.positions.lowerBound)
      let base = (elsewhere ? tuning.numbers.inPlaceElsewhere : tuning.numbers.inPlace) - (isNear ? tuning.numbers.nearLoss : 0)
      confidence = base * tuning.numbers.byContext(local)
    } else {
      confidence = isNear ? tuning.numbers.movedNear : tuning.numbers.moved
      if !context.isSentenceLevel, pair.closeness < tuning.copied { confidence *= tuning.elsewhereInRewrite }
    }
    if isDate, !context.isSentenceLevel, !days.areOfOneWeekday(x, y, pair) { confidence *= Self.dateTrust(pair) }
    // Two hours in two free sentences belong to two days or two events; hours are seldom told otherwise in one sentence alone.
    let areHours = x.figure.kind == .clock && y.figure.kind == .clock
    if areHours || !isTime && !context.isSentenceLevel && !isSamePhrase(x, y, pair, context), pair.closeness < tuning.free {
      confidence *= tuning.inRewrite
    }
    if units.areCurrencies(x.figure, y.figure) { confidence = min(confidence, Self.converted) }
    if !context.isSentenceLevel, !isTime, countOtherThings(x.figure, y.figure, pair, context) { confidence *= Self.otherThing }
    if !context.isSentenceLevel, context.occurrences.b(hasFigure: x.figure.value),
      context.occurrences.a(hasFigure: y.figure.value),
      pair.closeness < DriftTuning.standard.names.copied,
      min(x.figure.value, y.figure.value) > DriftTuning.standard.figures.small, !isSamePhrase(x, y, pair, context)
    {
      confidence *= DriftTuning.standard.figures.rearranged
    }
    if !context.isSentenceLevel, ListedFigures(context).isOtherList(x.figure, y.figure) { confidence *= tuning.lists.damping }
    let isEnclosed = !isTime && !context.isSentenceLevel && isEnclosed(x, y, pair, context)
    if isEnclosed {
      let frame = StatementFrame(pair, knowledge: context.resources.knowledge)
      confidence *= max(tuning.enclosed, frame.sameness(a: x.positions, b: y.positions))
    }
    report.report(
      isTime ? .timeFigure : .numberValue, confidence: confidence, a: x.positions, b: y.positions, isFramed: isEnclosed,
      Self.valueMessage(pair, x, y))
  }

  /// "A report of 102 pages", "a report of nearly 200 pages": the noun before the figure and what it counts are the same, however
  /// the sentences go on.
  private func isEnclosed(_ x: FigureMatching.Item, _ y: FigureMatching.Item, _ pair: SentencePair, _ context: DriftContext)
    -> Bool
  {
    guard x.isAligned, x.figure.unit != 0, x.figure.unit == y.figure.unit, pair.closeness >= tuning.free,
      min(x.figure.value, y.figure.value) > tuning.small
    else { return false }
    let knowledge = context.resources.knowledge
    func noun(before figure: Figure, _ side: SentenceSide) -> Int? {
      let start = side.positions(in: figure.extent).lowerBound
      return (max(0, start - tuning.beforeEnclosed)..<start).last { knowledge.isContent($0, side) }
    }
    guard let i = noun(before: x.figure, pair.a), let j = noun(before: y.figure, pair.b) else { return false }
    return pair.a.ids[i] == pair.b.ids[j] && pair.match(a: i) == j
  }

  /// "A report of 102 pages" and "a report of nearly 200 pages": the same thing counted between the same words, whatever else the
  /// sentences say.
  private func isSamePhrase(_ x: FigureMatching.Item, _ y: FigureMatching.Item, _ pair: SentencePair, _ context: DriftContext)
    -> Bool
  {
    guard x.isAligned, x.figure.unit != 0, x.figure.unit == y.figure.unit else { return false }
    let share = StatementFrame(pair, knowledge: context.resources.knowledge).share(x.positions, y.positions)
    return (share ?? 0) >= DriftTuning.standard.frame.sureShare
  }

  /// A sum in another currency may be the same sum.
  private static let converted = DriftTuning.standard.figures.otherCurrency
  private static let otherThing = DriftTuning.standard.figures.otherThing

  /// What remains of a changed day: follow-ups tell of another day in like words, so that only a copied sentence tells a change.
  static func dateTrust(_ pair: SentencePair) -> Double {
    let tuning = DriftTuning.standard.figures
    let slope = (pair.closeness - tuning.dateLeast) / (tuning.dateSure - tuning.dateLeast)
    return tuning.dateFloor + (1 - tuning.dateFloor) * min(1, max(0, slope))
  }

  /// "3,500 soldiers" and "45,000 people": the nouns behind the figures are two, and nothing links them.
  private func countOtherThings(_ x: Figure, _ y: Figure, _ pair: SentencePair, _ context: DriftContext) -> Bool {
    let knowledge = context.resources.knowledge
    guard x.unit != 0, y.unit != 0, x.unit != y.unit, !units.areSums(x, y), !isName(x, pair.a), !isName(y, pair.b),
      !knowledge.isStop(x.unit),
      !knowledge.isStop(y.unit)
    else { return false }
    if x.unitIsMeasure != y.unitIsMeasure { return true }
    return knowledge.similarity(x.unit, y.unit) < tuning.numbers.otherThing
  }

  /// "23 Ana Lind has": a name behind the figure is nothing it counts.
  private func isName(_ figure: Figure, _ side: SentenceSide) -> Bool {
    figure.tokens.upperBound < side.tokens.upperBound && side.text.tokens[figure.tokens.upperBound].shape.contains(.name)
  }

  private func compareBounds(
    _ x: FigureMatching.Item, _ y: FigureMatching.Item, _ pair: SentencePair, _ report: inout FindingCollector
  ) {
    report.explain(a: x.positions, b: y.positions)
    guard x.figure.bound != y.figure.bound, x.figure.kind == .cardinal, y.figure.kind == .cardinal else { return }
    let extentA = pair.a.positions(in: x.figure.extent)
    let extentB = pair.b.positions(in: y.figure.extent)
    report.explain(a: extentA, b: extentB)
    if isEndOfRange(x, pair.a) || isEndOfRange(y, pair.b) || isSpan(x, extentA, pair.a) || isSpan(y, extentB, pair.b) { return }
    report.report(
      .numberBound, confidence: Self.boundConfidence(x.figure.bound, y.figure.bound, trust: pair.trust),
      a: extentA, b: extentB, Self.boundMessage(pair, extentA, extentB))
  }

  /// "Over six years": how long it took, as often as that it took more.
  private func isSpan(_ item: FigureMatching.Item, _ extent: Range<Int>, _ side: SentenceSide) -> Bool {
    item.figure.bound == .moreThan && units.isTime(item.figure) && !extent.isEmpty && over.contains(side.ids[extent.lowerBound])
  }

  /// "Six to 48 hours": the range bounds it.
  private func isEndOfRange(_ item: FigureMatching.Item, _ side: SentenceSide) -> Bool {
    let position = item.positions.lowerBound
    return position >= 2 && side.shape(position - 2).contains(.figure) && side.words[position] == side.words[position - 2] + 2
  }

  private static func boundConfidence(_ x: Figure.Bound, _ y: Figure.Bound, trust: Double) -> Double {
    let tuning = DriftTuning.standard.figures.bounds
    return switch (x.side, y.side) {
    case (1, -1), (-1, 1): tuning.opposed(trust)
    case (nil, 0), (0, nil): tuning.aboutGained
    case (nil, _), (_, nil): tuning.gained(trust)
    case (0, _), (_, 0): tuning.aboutForOther
    default: tuning.other
    }
  }

  private func reportSingle(_ item: FigureMatching.Item, inA: Bool, _ context: DriftContext, _ report: inout FindingCollector) {
    let figure = item.figure
    guard inA ? !report.explains(a: item.positions.lowerBound) : !report.explains(b: item.positions.lowerBound) else { return }
    let isSlight = figure.kind == .ordinal || (figure.inWords && figure.value <= 2) || figure.value == 1
    let isElsewhere = inA ? context.occurrences.b(hasFigure: figure.value) : context.occurrences.a(hasFigure: figure.value)
    let confidence =
      (isSlight ? tuning.numbers.lostSlight : tuning.numbers.lost) * (isElsewhere ? tuning.numbers.lostElsewhere : 1)
    let rule: DriftRuleID = Self.isTime(figure) ? (inA ? .timeLost : .timeAdded) : inA ? .numberLost : .numberAdded
    let text = inA ? context.a.string(figure.tokens) : context.b.string(figure.tokens)
    report.report(
      rule, confidence: confidence, a: inA ? item.positions : nil,
      b: inA ? nil : item.positions, Self.singleMessage(text, lost: inA))
  }

  static func isTime(_ figure: Figure) -> Bool {
    figure.kind == .year || figure.kind == .date || figure.kind == .clock || figure.kind == .season || figure.kind == .decade
  }
}

// MARK: Messages

extension NumberRule {
  private static func valueMessage(_ pair: SentencePair, _ x: FigureMatching.Item, _ y: FigureMatching.Item) -> String {
    "“\(pair.a.string(x.positions))” became “\(pair.b.string(y.positions))”."
  }

  private static func roundedMessage(_ pair: SentencePair, _ x: FigureMatching.Item, _ y: FigureMatching.Item) -> String {
    "“\(pair.a.string(x.positions))” was rounded or made exact: “\(pair.b.string(y.positions))”."
  }

  private static func boundMessage(_ pair: SentencePair, _ x: Range<Int>, _ y: Range<Int>) -> String {
    "The bound on the figure changed: “\(pair.a.string(x))” became “\(pair.b.string(y))”."
  }

  private static func singleMessage(_ text: String, lost: Bool) -> String {
    lost ? "The figure “\(text)” is missing." : "The figure “\(text)” was added."
  }
}
