import Articles
package import Alignment
import Lexicon
import Text

/// What lies ahead in one article and has happened in the other, in sentences too different to be held against each other.
///
/// The commonest update in news is told by the verb alone: "will be buried on Monday", "was buried". ``StageRule`` sees it where
/// the two verbs are aligned. Here a verb that is only planned in one article and only done in the other counts, where both
/// sentences share a word beside it and further words, and the deed that was done names no day of its own. Verbs that say no more
/// than that something happens are one verb, and what happens must stand beside them. Confidence .72.
package struct RetoldDeedsRule: DriftRule {
  package static let category = DriftCategory.modality
  package static let languages = LanguageScope.listed
  package static let explanation = RuleExplanation(
    definition: "A deed lies ahead in one article and was done in the other, in two sentences that tell of one event.",
    example: (
      "The painter Idris Tavelan is due to be buried in Velmora on Monday.",
      "Idris Tavelan, the painter, was buried in Velmora on Monday."
    ),
    limits: """
      Both articles must have the verb. What was planned once and done another time is told apart only by the words and the days in the \
      two sentences.
      """)

  private let reader: DeedReader
  private let tuning = DriftTuning.standard.passages.deeds

  package init(resources: DriftResources) { reader = DeedReader(resources) }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {}

  package func examineDocument(_ context: DriftContext, report: inout FindingCollector) {
    guard !context.isSentenceLevel, context.closeness >= tuning.copied else { return }
    let sentences = Sides { side in Self.changedSentences(side, context) }
    let plans = sentences.map { $0.filter(reader.looksAhead).flatMap { reader.deeds($0, .planned) } }
    for ahead in Side.allCases where !plans[ahead].isEmpty {
      let verbs = Set(plans[ahead].map(\.verb))
      let done = sentences.map { $0.flatMap { reader.deeds($0, .done, of: verbs) } }
      let known = ahead == .a ? context.occurrences.wordsOfA : context.occurrences.wordsOfB
      var told: Set<WordNumber> = []
      for plan in plans[ahead] where !told.contains(plan.verb) {
        guard let deed = done[ahead.other].first(where: { $0.areOfOneEvent(plan) && $0.days.allSatisfy(known.contains) }),
          !done[ahead].contains(where: { $0.isToldBeside(plan) }),
          !plans[ahead.other].contains(where: { $0.isToldBeside(deed) })
        else { continue }
        told.insert(plan.verb)
        let (a, b) = ahead == .a ? (plan, deed) : (deed, plan)
        report.reportTokens(
          .modalityRetold, confidence: tuning.confidence, a: a.tokens, b: b.tokens,
          StageRule.message((a.stage, context.a.string(a.tokens)), (b.stage, context.b.string(b.tokens))))
      }
    }
  }

  /// The sentences of an article that do not stand in both word for word.
  private static func changedSentences(_ side: Side, _ context: DriftContext) -> [SentenceSide] {
    let changed = context.alignment.pairs.filter { UnchangedPassages.words($0, context.a, context.b) == nil }
    return side == .a
      ? (changed.map(\.a) + context.alignment.onlyInA).map { SentenceSide(text: context.a, tokens: $0) }
      : (changed.map(\.b) + context.alignment.onlyInB).map { SentenceSide(text: context.b, tokens: $0) }
  }
}

/// A verb, how far what it tells has come, and the words that say of what it tells.
private struct Deed {
  /// Its base form; one for all verbs of happening.
  var verb: WordNumber
  var stage: Stage
  /// It says no more than that something happens.
  var isHappening: Bool
  /// From its mark to the verb.
  var tokens: Range<Int>
  /// Base forms and figures beside the verb.
  var near: Set<WordNumber>
  /// And in its sentence.
  var words: Set<WordNumber>
  /// Days, months and years in its sentence.
  var days: [WordNumber]

  private static let tuning = DriftTuning.standard.passages.deeds

  func areOfOneEvent(_ other: Deed) -> Bool {
    guard verb == other.verb else { return false }
    let beside = near.intersection(other.near).count
    return beside >= 1 && words.intersection(other.words).count >= Self.tuning.shared
      || isHappening && beside >= Self.tuning.sharedBeside
  }

  /// The same verb, and of what happens the same thing.
  func isToldBeside(_ other: Deed) -> Bool { isHappening ? areOfOneEvent(other) : verb == other.verb }
}

/// Reads the deeds of sentences.
private struct DeedReader {
  private let stages: StageReader
  private let telling: WordsOfTelling
  private let knowledge: WordKnowledge
  private let calendar: CalendarVocabulary
  private let language: Language?
  /// Verbs of happening, and what stands for them all.
  private let happening: WordSet
  private let happens: WordNumber
  /// Verbs of saying, and those that mean nothing alone.
  private let others: WordSet
  /// Small words behind which a verb may be past by its form alone.
  private let beforeVerbs: WordSet
  private let tuning = DriftTuning.standard.passages.deeds

  init(_ resources: DriftResources) {
    stages = StageReader(resources)
    telling = WordsOfTelling(resources)
    knowledge = resources.knowledge
    calendar = resources.vocabulary.calendar
    language = resources.data.language
    happening = resources.set(.happening)
    happens = resources.words.id(of: "happen")
    others = resources.set(RuleWords.reportingForms.words + RuleWords.lightVerbs.words)
    beforeVerbs = resources.set(.beforeFiniteVerbs)
  }

  func looksAhead(_ side: SentenceSide) -> Bool { stages.looksAhead(side) || stages.promises(side) }

  /// The deeds of a sentence that have come so far; of these verbs only, if any are given.
  func deeds(_ side: SentenceSide, _ stage: Stage, of verbs: Set<WordNumber>? = nil) -> [Deed] {
    let positions = side.ids.indices.filter { position in verbs?.contains(verb(side.ids[position])) ?? true }
    guard !positions.isEmpty else { return [] }
    let marks = stages.marks(side)
    return positions.compactMap { position in
      guard isOpen(position, side), let mark = mark(of: position, side, marks), mark.stage == stage,
        telling.mayBeVerb(position, side) || mark.range.lowerBound == position,
        stage == .planned || isFinite(mark, position, side) && !isNegated(mark, position, side)
      else { return nil }
      return deed(position, mark, side)
    }
  }

  /// The base form of a verb; one for all verbs of happening.
  private func verb(_ word: WordNumber) -> WordNumber {
    let verb = knowledge.lemma(word)
    return happening.contains(word) || happening.contains(verb) ? happens : verb
  }

  /// The mark that decides how far the deed has come; a verb of happening may be its last word.
  private func mark(of position: Int, _ side: SentenceSide, _ marks: [StageReader.Mark]) -> StageReader.Mark? {
    let isHappening = happening.contains(side.ids[position])
    return marks.first { isHappening && $0.range.contains(position) } ?? stages.stage(of: position, side, marks, knowledge)
  }

  /// A word of open class that may tell a deed.
  private func isOpen(_ position: Int, _ side: SentenceSide) -> Bool {
    let word = side.ids[position]
    return knowledge.isContent(position, side) && !stages.isTime(position, side) && !side.shape(position).contains(.name)
      && !others.contains(word) && !others.contains(knowledge.lemma(word))
      && side.token(position).bytes.count >= tuning.leastLetters
  }

  /// A form that tells by itself of what is past does so behind its subject, or where a sentence begins with its verb.
  private func isFinite(_ mark: StageReader.Mark, _ position: Int, _ side: SentenceSide) -> Bool {
    guard mark.range.lowerBound == position else { return true }
    if language == .arabic { return position == 0 }
    guard language == .english else { return true }
    return position > 0 && (knowledge.isContent(position - 1, side) || beforeVerbs.contains(side.ids[position - 1]))
  }

  /// "Was not sold", "não foi vendido".
  private func isNegated(_ mark: StageReader.Mark, _ position: Int, _ side: SentenceSide) -> Bool {
    (max(0, mark.range.lowerBound - tuning.negated)..<position).contains { knowledge.negation(side.ids[$0]) == "explicit" }
  }

  private func deed(_ position: Int, _ mark: StageReader.Mark, _ side: SentenceSide) -> Deed {
    let verb = verb(side.ids[position])
    let near = positions(mark.range.lowerBound - tuning.beside..<position + 1 + tuning.beside, side)
    let all = positions(position - tuning.reach..<position + 1 + tuning.reach, side)
    return Deed(
      verb: verb, stage: mark.stage, isHappening: verb == happens,
      tokens: side.tokenRange(mark.range.lowerBound..<position + 1), near: words(near, but: position, side),
      words: words(all, but: position, side), days: all.filter { isDay($0, side) }.map { side.ids[$0] })
  }

  private func positions(_ range: Range<Int>, _ side: SentenceSide) -> Range<Int> { range.clamped(to: 0..<side.count) }

  private func words(_ range: Range<Int>, but verb: Int, _ side: SentenceSide) -> Set<WordNumber> {
    Set(
      range.filter { $0 != verb && (knowledge.isContent($0, side) || side.shape($0).contains(.figure)) }
        .map { knowledge.lemma(side.ids[$0]) })
  }

  /// A month, a day of the week, the date behind it, a year.
  private func isDay(_ position: Int, _ side: SentenceSide) -> Bool {
    let word = side.ids[position]
    if side.token(position).kind == .number {
      return side.token(position).bytes.count == 4 || position > 0 && isWeekday(side.ids[position - 1])
    }
    return calendar.months[word] != nil || isWeekday(word)
  }

  private func isWeekday(_ word: WordNumber) -> Bool {
    calendar.weekdays[word] != nil || calendar.ordinalDays[word] != nil || word == calendar.feira
  }
}
