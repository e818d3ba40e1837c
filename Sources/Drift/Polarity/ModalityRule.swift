import Articles
package import Alignment
import Lexicon
import Text

/// Certainty that was added or taken away: may and will, alleged and did, a source's hedge dropped.
///
/// - `modality/verb`: verbs that are aligned, but governed by modals of another class. Both sides with a modal before the same
///   verb: the class pair's weight (will/may .78, may/must .78, will/can .60 ...) times (.8 + .2 lc), times .92 when the verbs
///   are two words. One side only: weight (fact/possible .60, fact/necessary .50, fact/conditional .30) times (.75 + .35 g).
/// - `modality/hedge`: a strong hedge ("allegedly", "intelligence indicating") without counterpart: .6 (.7 + .3 g), or .75 d
///   where d says how verbatim the place is from which it was dropped; weak hedges .3. Times .5 when the other side has a hedge
///   of its own;
/// - `modality/hedge` also for a clause that leaves something open ("although it is not clear whether ...") and is gone as a
///   whole while its sentence was kept: .75;
/// - `modality/verb` also for "if" that became "now that", "since", "because", "after" before the same word, or the reverse: .80
///   (.8 + .2 g), and "may be" that became "is", or the reverse, in a copy: .75, as much.
package struct ModalityRule: DriftRule {
  package static let category = DriftCategory.modality
  package static let languages = LanguageScope.listed
  package static let explanation = RuleExplanation(
    definition: "What was possible, alleged or expected is stated as a fact, or a fact is put in doubt.",
    example: ("The ferry may return to service in May.", "The ferry will return to service in May."),
    limits: """
      Modals are compared where the verb itself is aligned. "Would" and "could" change so often in honest translations that \
      they count little. From fact to future is a matter of tense.
      """)

  private let modals: ModalReader
  private let hedges: PhraseMatcher
  private let stages: StageReader
  private let neutral: WordSet
  private let reporting: WordSet
  private let softening: WordSet
  private let questions: WordSet
  private let auxiliaries: WordSet
  private let be: WordNumber
  private let copulas: WordSet
  /// Words that open a condition, and words that open what is so.
  private let conditions: WordSet
  private let facts: WordSet
  private let tuning = DriftTuning.standard.modalities

  package init(resources: DriftResources) {
    modals = ModalReader(resources: resources)
    stages = StageReader(resources)
    hedges = PhraseMatcher(resources.knowledge.session.lexicon.lists.hedges, words: resources.words)
    reporting = resources.set(.hedgesOfSaying)
    auxiliaries = resources.set("be", "have")
    be = resources.words.id(of: "be")
    copulas = resources.set("is", "are", "was", "were")
    conditions = resources.set("if", "unless")
    facts = resources.set("now", "since", "because", "after", "as")
    softening = resources.set(.softening)
    questions = resources.set(.questions)
    neutral = resources.set("some", "about", "can", "could", "may", "might", "if", "rather", "up")
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    let reader = PairReader(pair, context)
    let hasModals = Side.allCases.contains { reader.words($0).ids.contains { modals.isModal($0) } }
    if context.resources.isEnglish {
      if hasModals { examineVerbs(reader, &report) }
      examineConditions(reader, &report)
      if hasModals { examineCopulas(reader, &report) }
    } else if hasModals {
      examineModals(reader, &report)
    }
    examineHedges(reader, context, &report)
  }

  /// Verbs that both sides have, of which one has another modal or none.
  private func examineVerbs(_ reader: PairReader, _ report: inout FindingCollector) {
    let pair = reader.pair
    var seen: Set<[Int]> = []
    for i in 0..<pair.a.count {
      guard let j = pair.match(a: i), !pair.isSubstitution(a: i) else { continue }
      let isAuxiliary = pair.a.ids[i] == pair.b.ids[j] && auxiliaries.contains(pair.a.ids[i])
      guard isAuxiliary || reader.isContent(.a, i) && reader.isContent(.b, j) else { continue }
      examineVerb(i, j, reader, &seen, &report)
    }
  }

  /// "May be in its last phase" and "is in its last phase".
  private func examineCopulas(_ reader: PairReader, _ report: inout FindingCollector) {
    guard reader.pair.closeness >= tuning.copiedCopula,
      Side.allCases.contains(where: { side in reader.words(side).ids.contains { modals.modality($0) == .possible } })
    else { return }
    for place in ReplacedPlaces(reader.pair).places {
      for side in Side.allCases {
        let (long, short) = (place.range(side), place.range(side.other))
        guard long.count == 2, short.count == 1, place.kept >= tuning.keptByCopula, reader.id(side, long.lowerBound + 1) == be,
          modals.modality(reader.id(side, long.lowerBound)) == .possible,
          copulas.contains(reader.id(side.other, short.lowerBound))
        else { continue }
        report.report(
          .modalityVerb, confidence: tuning.copula * tuning.conditionByTrust(reader.pair.trust), a: place.a, b: place.b,
          verbMessage(reader.text(.a, place.a), reader.text(.b, place.b)))
      }
    }
  }

  /// "If they agree" and "now that they have agreed": a condition that was met.
  private func examineConditions(_ reader: PairReader, _ report: inout FindingCollector) {
    for side in Side.allCases {
      for position in 0..<reader.words(side).count where conditions.contains(reader.id(side, position)) {
        guard !isCopied(position, side, reader),
          let head = (position + 1..<min(reader.words(side).count, position + Self.reach)).first(where: {
            reader.isContent(side, $0)
          }),
          reader.isSame(side, head), !reader.isSubstituted(side, head), let image = reader.match(side, head),
          let fact = (max(0, image - Self.reach)..<image).last(where: { facts.contains(reader.id(side.other, $0)) }),
          !isCopied(fact, side.other, reader),
          !(max(0, image - Self.reach)..<image).contains(where: { conditions.contains(reader.id(side.other, $0)) })
        else { continue }
        report.report(
          .modalityVerb, confidence: tuning.condition * tuning.conditionByTrust(reader.pair.trust), side, position..<head + 1,
          other: fact..<image + 1,
          verbMessage(
            reader.text(.a, side == .a ? position..<head + 1 : fact..<image + 1),
            reader.text(.b, side == .a ? fact..<image + 1 : position..<head + 1)))
      }
    }
  }

  /// Words between "if" and what it is a condition of, or what is not clear and its question.
  private static let reach = 4

  /// One modal in the place of another; where the verb stands far from its modal, nothing more can be told.
  private func examineModals(_ reader: PairReader, _ report: inout FindingCollector) {
    for (i, j) in reader.replacements() {
      guard let first = modals.modality(reader.id(.a, i)), let second = modals.modality(reader.id(.b, j)) else { continue }
      var confidence = ModalReader.weight(first, second) * tuning.byContext(reader.pair.localContext(i, j))
      guard confidence > 0 else { continue }
      // Two free sentences say two things of one subject.
      if reader.pair.closeness < tuning.freeModals { confidence *= tuning.inFree }
      report.report(
        .modalityVerb, confidence: confidence, a: i..<i + 1, b: j..<j + 1,
        verbMessage(reader.text(.a, i..<i + 1), reader.text(.b, j..<j + 1)))
    }
  }

  private func examineVerb(_ i: Int, _ j: Int, _ reader: PairReader, _ seen: inout Set<[Int]>, _ report: inout FindingCollector) {
    let first = modals.modal(.a, before: i, reader)
    let second = modals.modal(.b, before: j, reader)
    guard first != nil || second != nil, first?.modality != second?.modality else { return }
    guard reader.canBe(.verb, .a, i), reader.canBe(.verb, .b, j) else { return }
    let relation = reader.relation(i, j)
    let isSame = relation.form <= .lemma
    guard isSame || first != nil && second != nil || relation.isSynonym(upTo: 3) else { return }
    if auxiliaries.contains(reader.pair.a.ids[i]), first == nil || second == nil { return }
    let weight = ModalReader.weight(first?.modality ?? .fact, second?.modality ?? .fact)
    guard weight > 0, seen.insert([first?.position ?? -1, second?.position ?? -1]).inserted else { return }
    let confidence: Double
    if let first, let second {
      // A modal that has its own counterpart elsewhere belongs to another clause.
      guard isFree(first.position, .a, second.position, reader), isFree(second.position, .b, first.position, reader) else {
        return
      }
      confidence = weight * tuning.byContext(reader.pair.localContext(i, j)) * (isSame ? 1 : tuning.otherVerb)
    } else {
      let (side, position): (Side, Int) = first.map { (.a, $0.position) } ?? (.b, second?.position ?? 0)
      guard reader.match(side, position) == nil || reader.isSubstituted(side, position) else { return }
      confidence = weight * tuning.oneSidedByTrust(reader.pair.trust)
    }
    report.report(
      .modalityVerb, confidence: confidence, a: (first?.position ?? i)..<i + 1,
      b: (second?.position ?? j)..<j + 1,
      verbMessage(reader.text(.a, (first?.position ?? i)..<i + 1), reader.text(.b, (second?.position ?? j)..<j + 1)))
  }

  private func isFree(_ position: Int, _ side: Side, _ other: Int, _ reader: PairReader) -> Bool {
    guard let image = reader.match(side, position) else { return true }
    return image == other || reader.isSubstituted(side, position)
  }

  private func examineHedges(_ reader: PairReader, _ context: DriftContext, _ report: inout FindingCollector) {
    let found = Side.allCases.map { side in
      hedges.matches(in: reader.words(side).ids).prefix(PairReader.mostMarks).filter {
        !($0.range.count == 1 && neutral.contains(reader.id(side, $0.range.lowerBound)))
      }
    }
    for (index, side) in Side.allCases.enumerated() {
      for hedge in found[index] where hedge.range.allSatisfy({ !isCopied($0, side, reader) }) {
        if hedge.value == "open" {
          examineOpenQuestion(hedge.range, side, reader, &report)
          continue
        }
        let isStrong = hedge.value == "strong"
        let place = reader.deletionContext(side, hedge.range)
        var confidence =
          isStrong
          ? max(tuning.strongHedge * tuning.strongHedgeByTrust(reader.pair.trust), tuning.verbatimHedge * place)
          : tuning.weakHedge
        // Words of saying belong to attribution; "could" softens as "possibly" does.
        if hedge.range.contains(where: { reporting.contains(reader.id(side, $0)) }) && !isAdverb(hedge.range, side, reader) {
          confidence *= tuning.hedgeOfSaying
        }
        if isVerb(hedge.range, side, reader) { confidence *= tuning.hedgingVerb }
        let isAnswered = found[1 - index].contains { other in !other.range.contains { isCopied($0, side.other, reader) } }
        if isAnswered || isSoftened(side.other, reader) { confidence *= tuning.answeredHedge }
        // "It is expected that ..." opens a statement, whatever verb follows: in what was kept otherwise it vouched for nothing.
        let isOpening =
          isStrong && !isAnswered && hedge.range.count > 1 && opensCopy(side, reader, context)
          && (side == .a || !stages.looksAhead(reader.pair.a))
        report.report(
          .modalityHedge, confidence: isOpening ? max(confidence, tuning.opening) : confidence, a: side == .a ? hedge.range : nil,
          b: side == .a ? nil : hedge.range, isFramed: isOpening,
          hedgeMessage(side, reader.text(side, hedge.range)))
      }
    }
  }

  /// Nearly all words of the sentence stand in the other one.
  private func opensCopy(_ side: Side, _ reader: PairReader, _ context: DriftContext) -> Bool {
    guard !context.resources.isEnglish, !context.isSentenceLevel, reader.isShort else { return false }
    let words = reader.words(side)
    let content = (0..<words.count).filter { reader.isContent(side, $0) }
    let kept = content.count { position in
      reader.match(side, position).map { words.ids[position] == reader.id(side.other, $0) } ?? false
    }
    return content.count >= tuning.leastOpened && Double(kept) >= tuning.keptOpened * Double(content.count)
  }

  /// "Eight died, although it is not clear whether the fungus was the cause" and "Eight died": what was left open is no longer.
  private func examineOpenQuestion(
    _ range: Range<Int>, _ side: Side, _ reader: PairReader, _ report: inout FindingCollector
  ) {
    let behind = range.upperBound..<min(reader.words(side).count, range.upperBound + Self.reach)
    guard side == .a, behind.contains(where: { questions.contains(reader.id(side, $0)) }),
      let clause = reader.droppedClause(side, range), range.lowerBound - clause.lowerBound <= tuning.openQuestionLead
    else { return }
    report.report(.modalityHedge, confidence: tuning.openQuestion, side, clause, hedgeMessage(side, reader.text(side, clause)))
  }

  /// "They feared" tells what they felt, where "the feared attack" is one that may not come.
  private func isVerb(_ range: Range<Int>, _ side: Side, _ reader: PairReader) -> Bool {
    guard range.count == 1, range.lowerBound > 0, reader.knowledge.words.ends(reader.id(side, range.lowerBound), with: "ed")
    else {
      return false
    }
    return reader.knowledge.traits(reader.id(side, range.lowerBound - 1)).contains(.pronoun)
  }

  private func isAdverb(_ range: Range<Int>, _ side: Side, _ reader: PairReader) -> Bool {
    reader.text(side, range).hasSuffix("ly")
  }

  /// True when the side has a softening word of its own.
  private func isSoftened(_ side: Side, _ reader: PairReader) -> Bool {
    reader.words(side).ids.indices.contains { softening.contains(reader.id(side, $0)) && !isCopied($0, side, reader) }
  }

  private func isCopied(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
    reader.match(side, position) != nil && !reader.isSubstituted(side, position)
  }

  private func verbMessage(_ first: String, _ second: String) -> String {
    "The certainty changed: “\(first)” became “\(second)”."
  }

  private func hedgeMessage(_ side: Side, _ text: String) -> String {
    side == .a ? "The reservation “\(text)” is gone." : "The reservation “\(text)” was added."
  }
}
