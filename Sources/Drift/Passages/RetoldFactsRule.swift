package import Alignment
import Articles
import Lexicon
import Text

/// A fact that changed in a retelling, where the sentences have too few words in common to be held against each other.
///
/// Who tells a story again in other words takes the facts from it. Where all the facts of a retelling but one or two stand in the
/// original, a new figure, day or name was not reported anew: it stands for the one that is gone, if that counts the same thing,
/// is the only one that could be meant, and has words round it that the new one has round it too. Days are those of the week, and
/// months. Confidence .70.
package struct RetoldFactsRule: DriftRule {
  package static let category = DriftCategory.number
  package static let languages = LanguageScope.all
  package static let explanation = RuleExplanation(
    definition:
      "In an article told in other words one figure, day, month or name is another, while the other facts were taken over.",
    example: (
      "The ferry carried 240 passengers when it left Velmora on Tuesday.",
      "When it sailed from Velmora on Tuesday, 420 passengers were aboard."
    ),
    limits: """
      Only a fact that is the one candidate for another is seen, in a retelling that brings hardly any facts of its own; what was done, \
      and how it ended, is not.
      """)

  private let calendar: CalendarVocabulary
  private let units: UnitKnowledge
  private let variants: NameVariants
  private let saying: WordSet
  private let tuning = DriftTuning.standard.passages.retold

  /// The parts of this rule, of ``RetoldDeedsRule`` and of ``ContradictoryDatesRule``.
  static let ids: Set<DriftRuleID> = [.numberRetold, .timeRetold, .nameRetold, .modalityRetold, .timeContradiction]

  package init(resources: DriftResources) {
    calendar = resources.vocabulary.calendar
    units = UnitKnowledge(resources)
    variants = NameVariants(knowledge: resources.knowledge)
    saying = resources.set(.reportingForms)
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {}

  package func examineDocument(_ context: DriftContext, report: inout FindingCollector) {
    guard !context.isSentenceLevel, context.closeness < tuning.copied, isArticle(context.a), isArticle(context.b) else { return }
    let windows = Windows(context, reach: tuning.reach)
    let (figures, names) = (figures(context), RetoldNames(context, variants, windows))
    let (days, months) = (mentions(context, weekday), mentions(context, month))
    let new = figures.new.count + days.new.count + months.new.count + names.facts.new.count + names.parts.count
    let kept = figures.kept + days.kept + months.kept + names.facts.kept
    guard new > 0, new <= tuning.mostNew, kept >= tuning.leastKept else { return }
    func tell(_ rule: DriftRuleID, _ old: Range<Int>, _ new: Range<Int>) {
      report.reportTokens(
        rule, confidence: tuning.confidence, a: old, b: new, "“\(context.a.string(old))” became “\(context.b.string(new))”.")
    }
    for figure in figures.new {
      let old = figures.lost.filter { countTheSame($0, figure, context) }
      guard old.count == 1, figures.new.count(where: { countTheSame(old[0], $0, context) }) == 1,
        !isDerived(figure, context), windows.shared(old[0].tokens, figure.tokens) >= tuning.sharedByFigures
      else { continue }
      tell(NumberRule.isTime(figure) ? .timeRetold : .numberRetold, old[0].tokens, figure.tokens)
    }
    for days in [days, months] where days.lost.count == 1 {
      let new = days.new.filter { windows.shared(days.lost[0], $0) >= tuning.sharedByFigures }
      if new.count == 1 { tell(.timeRetold, days.lost[0], new[0]) }
    }
    for (old, new) in names.whole + names.parts { tell(.nameRetold, old, new) }
  }

  private func isArticle(_ text: LinguisticText) -> Bool { text.sentences.count >= DriftTuning.standard.articles.sentences }
}

// MARK: Facts

extension RetoldFactsRule {
  /// Facts of one kind: those of the first text that the second lacks, those that the second has of its own, and how many it took
  /// over.
  struct Facts<Fact> {
    var lost: [Fact]
    var new: [Fact]
    var kept: Int
  }

  private func figures(_ context: DriftContext) -> Facts<Figure> {
    let (a, b) = (telling(context.a), telling(context.b))
    guard a.count <= tuning.mostFigures, b.count <= tuning.mostFigures else { return Facts(lost: [], new: [], kept: 0) }
    let new = b.filter { figure in !context.a.figures.contains { mayBeOne($0, figure) } }
    let lost = a.filter { figure in !context.b.figures.contains { mayBeOne(figure, $0) } }
    let kept = Set(b.map(\.value)).subtracting(new.map(\.value)).count
    return Facts(lost: distinct(lost), new: distinct(new), kept: kept)
  }

  /// Figures that say something alone.
  private func telling(_ text: LinguisticText) -> [Figure] {
    text.figures.filter { figure in
      switch figure.kind {
      case .year, .date: true
      case .cardinal: figure.value > tuning.small || figure.unitIsMeasure
      // Times of day are told in many ways.
      case .clock, .ordinal, .decade, .season: false
      }
    }
  }

  private func distinct(_ figures: [Figure]) -> [Figure] {
    var seen: Set<Double> = []
    return figures.filter { seen.insert($0.value).inserted }
  }

  private func mayBeOne(_ x: Figure, _ y: Figure) -> Bool {
    FigureComparison.areEqual(x, y) || FigureComparison.isRounding(x, y) || FigureComparison.boundAllows(x, y)
      || units.areConverted(x, y) || units.areCurrencies(x, y)
      || FigureComparison.relativeDifference(x, y) < DriftTuning.standard.figures.numbers.near && x.kind != .year
  }

  /// Years, sums and measures of one unit, things of one name.
  private func countTheSame(_ x: Figure, _ y: Figure, _ context: DriftContext) -> Bool {
    guard x.kind == y.kind, x.unitIsMeasure == y.unitIsMeasure else { return false }
    if areOfOneMonth(x, y, context) { return true }
    if x.kind != .cardinal || x.unit == y.unit { return x.kind != .cardinal || x.unit != 0 }
    let knowledge = context.resources.knowledge
    return x.unit != 0 && y.unit != 0 && !x.unitIsMeasure
      && knowledge.similarity(x.unit, y.unit) >= DriftTuning.standard.figures.numbers.otherThing
  }

  /// "12 January" and "January 22".
  private func areOfOneMonth(_ x: Figure, _ y: Figure, _ context: DriftContext) -> Bool {
    guard let month = month(beside: x, context.a) else { return false }
    return month == self.month(beside: y, context.b)
  }

  private func month(beside figure: Figure, _ text: LinguisticText) -> Int? {
    guard figure.kind == .cardinal, figure.value <= 31 else { return nil }
    return [figure.tokens.lowerBound - 1, figure.tokens.upperBound, figure.tokens.upperBound + 1].lazy
      .compactMap { text.tokens.indices.contains($0) ? calendar.months[text.tokens[$0].word] : nil }.first
  }

  /// The sum or the difference of two figures of the first text.
  private func isDerived(_ figure: Figure, _ context: DriftContext) -> Bool {
    let values = context.a.figures.map(\.value)
    return values.indices.contains { i in
      values[..<i].contains { $0 + values[i] == figure.value || abs($0 - values[i]) == figure.value }
    }
  }

  /// Days of the week or months.
  private func mentions(_ context: DriftContext, _ value: (Int, LinguisticText) -> Int?) -> Facts<Range<Int>> {
    let (a, b) = (mentions(context.a, value), mentions(context.b, value))
    return Facts(
      lost: a.filter { b[$0.key] == nil }.map(\.value),
      new: b.filter { a[$0.key] == nil && !isOfSource($0.value, context.b) }.map(\.value).sorted {
        $0.lowerBound < $1.lowerBound
      },
      kept: b.count { a[$0.key] != nil })
  }

  /// What a text names, each with its first place.
  private func mentions(_ text: LinguisticText, _ value: (Int, LinguisticText) -> Int?) -> [Int: Range<Int>] {
    var places: [Int: Range<Int>] = [:]
    for (index, token) in text.tokens.enumerated() where token.kind == .word && calendar.mentions.contains(token.word) {
      guard !calendar.hasCapitals || token.shape.contains(.capitalised), let value = value(index, text) else { continue }
      if places[value] == nil { places[value] = index..<index + 1 }
    }
    return places
  }

  private func weekday(_ index: Int, _ text: LinguisticText) -> Int? { calendar.weekdays[text.tokens[index].word] }

  /// "May" and "March" open sentences; beside a figure they are months.
  private func month(_ index: Int, _ text: LinguisticText) -> Int? {
    guard let month = calendar.months[text.tokens[index].word] else { return nil }
    guard calendar.isAmbiguous(text.tokens[index].word) else { return month }
    let isInside = !text.sentences.contains { $0.lowerBound == index }
    let isDated = [index - 1, index + 1].contains { text.tokens.indices.contains($0) && text.tokens[$0].kind == .number }
    return isDated || isInside && calendar.hasCapitals ? month : nil
  }

  /// "Said on Thursday": the day of who tells it; a month stands so behind the verb alone ("in May, it said").
  private func isOfSource(_ place: Range<Int>, _ text: LinguisticText) -> Bool {
    let isMonth = calendar.months[text.tokens[place.lowerBound].word] != nil
    let end = isMonth ? place.lowerBound : min(text.tokens.count, place.upperBound + tuning.sourceReach)
    let near = max(0, place.lowerBound - tuning.sourceReach)..<end
    return text.tokens[near].contains { saying.contains($0.word) }
  }
}

/// The words of open class round places of two texts.
struct Windows {
  private let context: DriftContext
  private let reach: Int

  init(_ context: DriftContext, reach: Int) {
    self.context = context
    self.reach = reach
  }

  /// How many words round the place of the first text have one of like meaning round that of the second.
  func shared(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    let knowledge = context.resources.knowledge
    let others = words(round: b, context.b)
    return Set(words(round: a, context.a)).count { word in
      others.contains { word == $0 || knowledge.lemma(word) == knowledge.lemma($0) || knowledge.relation(word, $0).isSameWord }
    }
  }

  private func words(round place: Range<Int>, _ text: LinguisticText) -> [WordNumber] {
    let knowledge = context.resources.knowledge
    func isTelling(_ token: Token) -> Bool {
      token.kind == .word && !token.shape.contains(.figure) && !knowledge.isStop(token.word) && knowledge.unit(token.word) == nil
    }
    let before = text.tokens[..<place.lowerBound].lazy.reversed().prefix(2 * reach).filter(isTelling).prefix(reach)
    let behind = text.tokens[place.upperBound...].lazy.prefix(2 * reach).filter(isTelling).prefix(reach)
    return before.map(\.word) + behind.map(\.word)
  }
}
