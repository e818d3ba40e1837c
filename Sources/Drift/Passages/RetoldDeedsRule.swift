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
      let done = reader.deeds(of: plans[ahead], in: sentences[ahead.other])
      guard !done.isEmpty else { continue }
      let ownDone = reader.deeds(of: plans[ahead], in: sentences[ahead])
      let known = ahead == .a ? context.occurrences.wordsOfA : context.occurrences.wordsOfB
      var told: Set<WordNumber> = []
      for plan in plans[ahead] where !told.contains(plan.verb) {
        guard
          let deed = done.first(where: { reader.areOfOneEvent($0, plan) && reader.days($0).allSatisfy(known.contains) }),
          !ownDone.contains(where: { reader.isToldBeside($0, plan) }),
          !plans[ahead.other].contains(where: { reader.isToldBeside($0, deed) })
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

/// A verb of a sentence, and how far what it tells has come.
private struct Deed {
  var sentence: SentenceSide
  var position: Int
  /// Its base form; one for all verbs of happening.
  var verb: WordNumber
  var mark: StageReader.Mark

  var stage: Stage { mark.stage }
  /// From its mark to the verb.
  var words: Range<Int> { mark.range.lowerBound..<position + 1 }
  var tokens: Range<Int> { sentence.tokenRange(words) }
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
      return Deed(sentence: side, position: position, verb: verb(side.ids[position]), mark: mark)
    }
  }

  /// What was done of what was planned.
  func deeds(of plans: [Deed], in sentences: [SentenceSide]) -> [Deed] {
    let verbs = Set(plans.map(\.verb))
    return sentences.flatMap { deeds($0, .done, of: verbs) }
  }

  func areOfOneEvent(_ one: Deed, _ other: Deed) -> Bool {
    guard one.verb == other.verb else { return false }
    let beside = shared(one, other, within: tuning.beside)
    return beside >= 1 && shared(one, other, within: tuning.reach) >= tuning.shared
      || one.verb == happens && beside >= tuning.sharedBeside
  }

  /// The same verb, and of what happens the same thing.
  func isToldBeside(_ one: Deed, _ other: Deed) -> Bool {
    one.verb == happens ? areOfOneEvent(one, other) : one.verb == other.verb
  }

  /// Days, months and years near the verb.
  func days(_ deed: Deed) -> [WordNumber] {
    let near = deed.sentence.positions(deed.words, and: tuning.reach)
    return near.filter { isDay($0, deed.sentence) }.map { deed.sentence.ids[$0] }
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

  /// The number of base forms and figures within so many words of the verb that both deeds have.
  private func shared(_ one: Deed, _ other: Deed, within reach: Int) -> Int {
    words(one, within: reach).intersection(words(other, within: reach)).count
  }

  private func words(_ deed: Deed, within reach: Int) -> Set<WordNumber> {
    let side = deed.sentence
    let near = side.positions(deed.words, and: reach)
    return Set(
      near.filter { $0 != deed.position && (knowledge.isContent($0, side) || side.shape($0).contains(.figure)) }
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

extension SentenceSide {
  /// A range and so many positions round it.
  fileprivate func positions(_ range: Range<Int>, and reach: Int) -> Range<Int> {
    (range.lowerBound - reach..<range.upperBound + reach).clamped(to: 0..<count)
  }
}
