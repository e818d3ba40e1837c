package import Alignment
import Articles
import Lexicon
import Text

/// Another tense: what happened will happen, what happens has happened.
///
/// Confidence: past and future .60 (.50 where the verb is not the same), present and future .35, present and past .30 + .15 lc,
/// perfect .22, reporting verbs .20 (said, says: house style). Past and future of one verb in a sentence of an article that was
/// copied otherwise .72; elsewhere they can be serious in the sensitive preset only.
package struct TenseRule: DriftRule {
  package static let category = DriftCategory.tense
  package static let languages = LanguageScope.english
  package static let explanation = RuleExplanation(
    definition: "A verb stands in another tense, so that the event lies at another time.",
    example: ("The ferry was taken out of service.", "The ferry will be taken out of service."),
    limits: """
      There is no parser: the tense of a verb is read from its ending and from the auxiliaries up to three words before it. \
      Verbs with one form for present and past (put, cut, read) show no change.
      """)

  private let reader: TenseReader
  private let reporting: WordSet
  private let tuning = DriftTuning.standard.tenses

  package init(resources: DriftResources) {
    reader = TenseReader(resources)
    reporting = resources.set(.reportingForms)
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    guard pair.a.ids != pair.b.ids else { return }
    for i in 0..<pair.a.count {
      guard let j = pair.match(a: i), !(report.explains(a: i) && report.explains(b: j)) else { continue }
      let x = pair.a.ids[i]
      let y = pair.b.ids[j]
      guard let sameVerb = sameVerb(x, y, pair.isSubstitution(a: i)) else { continue }
      guard let first = reader.tense(pair.a, i), let second = reader.tense(pair.b, j), first != second else { continue }
      // The participle repeats what its auxiliary said already.
      if first.auxiliary != nil && second.auxiliary != nil, x == y, reportsAuxiliary(first, second, pair) { continue }
      let isReporting = reporting.contains(x) && reporting.contains(y)
      let confidence =
        isReporting ? tuning.reporting : Self.confidence(first.tense, second.tense, sameVerb: sameVerb, pair.localContext(i, j))
      guard confidence > 0 else { continue }
      let rule = Self.rule(first.tense, second.tense)
      let isUpdate =
        rule == .tensePastFuture && (sameVerb || governOneVerb(i, j, pair)) && !isReporting && !context.isSentenceLevel
        && pair.closeness >= tuning.copied
        && (reader.isPromised(first, pair.a) || reader.isPromised(second, pair.b))
      let a = (first.auxiliary ?? i)..<i + 1
      let b = (second.auxiliary ?? j)..<j + 1
      report.report(
        rule, confidence: isUpdate ? tuning.update : confidence, a: a, b: b,
        "The tense changed: “\(pair.a.string(a))” became “\(pair.b.string(b))”.")
    }
  }

  /// "Will be replaced" and "was replaced": two auxiliaries of one verb.
  private func governOneVerb(_ i: Int, _ j: Int, _ pair: SentencePair) -> Bool {
    let near = j + 1..<j + 1 + tuning.reach
    return (i + 1..<min(pair.a.count, i + 1 + tuning.reach)).contains { k in
      guard let image = pair.match(a: k), near.contains(image), reader.isVerb(pair.a.ids[k]) else { return false }
      return pair.a.ids[k] == pair.b.ids[image] || reader.shareLemma(pair.a.ids[k], pair.b.ids[image])
    }
  }

  /// True for forms of one verb, false for two verbs in one place, nil when either is no verb.
  private func sameVerb(_ x: WordNumber, _ y: WordNumber, _ substituted: Bool) -> Bool? {
    if x == y { return reader.isVerb(x) ? true : nil }
    guard reader.isVerb(x), reader.isVerb(y) else { return nil }
    return reader.shareLemma(x, y)
  }

  /// Both auxiliaries are aligned with each other, so that the change is reported at them.
  private func reportsAuxiliary(_ x: TenseReader.Reading, _ y: TenseReader.Reading, _ pair: SentencePair) -> Bool {
    guard let i = x.auxiliary, let j = y.auxiliary else { return false }
    return pair.match(a: i) == j
  }

  private static func rule(_ x: TenseReader.Tense, _ y: TenseReader.Tense) -> DriftRuleID {
    switch (x, y) {
    case (.past, .future), (.future, .past), (.perfect, .future), (.future, .perfect): .tensePastFuture
    case (.present, .future), (.future, .present): .tensePresentFuture
    case (.present, .past), (.past, .present): .tensePresentPast
    default: .tensePerfect
    }
  }

  private static func confidence(_ x: TenseReader.Tense, _ y: TenseReader.Tense, sameVerb: Bool, _ local: Double) -> Double {
    let tuning = DriftTuning.standard.tenses
    return switch (x, y) {
    case (.past, .future), (.future, .past), (.perfect, .future), (.future, .perfect):
      sameVerb ? tuning.pastFuture : tuning.pastFutureOfTwo
    case (.present, .future), (.future, .present): sameVerb ? tuning.presentFuture : tuning.presentFutureOfTwo
    case (.present, .past), (.past, .present): sameVerb ? tuning.presentPast(local) : tuning.presentPastOfTwo * local
    case (.perfect, _), (_, .perfect): sameVerb ? tuning.perfect : 0
    default: 0
    }
  }
}

/// Reads the tense of a verb from its form and from the auxiliaries before it.
struct TenseReader {
  enum Tense { case past, present, perfect, future }

  struct Reading: Equatable {
    var tense: Tense
    /// Position of the auxiliary that decided, or nil.
    var auxiliary: Int?

    static func == (left: Reading, right: Reading) -> Bool { left.tense == right.tense }
  }

  private let knowledge: WordKnowledge
  private let forms = WordMemo<Tense?>()
  private let to, be: WordNumber
  private let modals: WordSet
  private let future, past, present, have, had, skipped: WordSet

  init(_ resources: DriftResources) {
    knowledge = resources.knowledge
    to = resources.words.id(of: "to")
    be = resources.words.id(of: "be")
    future = resources.set("will", "shall")
    past = resources.set("was", "were", "did")
    present = resources.set("is", "are", "am", "do", "does")
    modals = resources.set("would", "could", "should", "might", "may", "can", "must")
    have = resources.set("have", "has")
    had = resources.set("had")
    skipped = resources.set(.insideVerbGroups)
  }

  /// Whether "will" or "shall" stands in the sentence.
  func hasFuture(_ side: SentenceSide) -> Bool { side.ids.contains { future.contains($0) } }

  /// "Will", where "to be" may tell of no time at all.
  func isPromised(_ reading: Reading, _ side: SentenceSide) -> Bool {
    reading.auxiliary.map { future.contains(side.ids[$0]) } ?? false
  }

  func isVerb(_ word: WordNumber) -> Bool { knowledge.traits(word).contains(.verb) }

  func shareLemma(_ x: WordNumber, _ y: WordNumber) -> Bool { knowledge.relation(x, y).form <= .lemma }

  /// The tense of the verb at a position, or nil when its form says nothing.
  func tense(_ side: SentenceSide, _ position: Int) -> Reading? {
    let word = side.ids[position]
    if let own = auxiliaryTense(word) {
      return Reading(tense: own == .present && isToBe(side, position + 1) ? .future : own, auxiliary: position)
    }
    if let found = auxiliary(side, before: position) { return found }
    if isConditional(side, position) { return nil }
    guard !knowledge.traits(word).contains(.stop) else { return nil }
    return form(word).map { Reading(tense: $0, auxiliary: nil) }
  }

  private func auxiliaryTense(_ word: WordNumber) -> Tense? {
    if future.contains(word) { return .future }
    if past.contains(word) || had.contains(word) { return .past }
    if present.contains(word) { return .present }
    return have.contains(word) ? .perfect : nil
  }

  /// "Would be opened" has no time of its own; the modality rule speaks about it.
  private func isConditional(_ side: SentenceSide, _ position: Int) -> Bool {
    (max(0, position - 4)..<position).reversed().first { !skipped.contains(side.ids[$0]) }.map { modals.contains(side.ids[$0]) }
      ?? false
  }

  /// "Is to be opened", "Tunnel to be opened" in a heading: what lies ahead; "had to be" and "happened to be" do not.
  private func isToBe(_ side: SentenceSide, _ position: Int) -> Bool {
    guard position > 0, position + 1 < side.count, side.ids[position] == to, side.ids[position + 1] == be else { return false }
    let before = side.ids[position - 1]
    return present.contains(before) || past.contains(before)
      || !side.ids[..<position].contains { auxiliaryTense($0) != nil || form($0) == .past }
  }

  /// The first auxiliary of the group before a verb: only adverbs and "be" may stand between.
  private func auxiliary(_ side: SentenceSide, before position: Int) -> Reading? {
    var index = position - 1
    var found: Reading?
    while index >= 0, position - index <= 4 {
      let word = side.ids[index]
      if isToBe(side, index) {
        found = Reading(tense: .future, auxiliary: nil)
        index -= 1
        continue
      }
      if let tense = auxiliaryTense(word) {
        // "was to be opened" looks ahead as "is to be opened" does.
        if found?.tense == .future { return found }
        found = Reading(tense: tense, auxiliary: index)
      } else if !skipped.contains(word), !knowledge.traits(word).isAdverbOnly {
        break
      }
      index -= 1
    }
    return found
  }

  /// -ed and irregular forms are past, -s and the base form present; -ing says nothing.
  private func form(_ word: WordNumber) -> Tense? { forms.value(of: word) { findForm(word) } }

  private func findForm(_ word: WordNumber) -> Tense? {
    let words = knowledge.words
    guard !words.ends(word, with: "ing") else { return nil }
    let lemmas = knowledge.verbLemmas(word)
    guard let lemma = lemmas.first else { return nil }
    if lemmas.contains(word) { return .present }
    return words.ends(word, with: "s") && words.bytes(word).starts(with: words.bytes(lemma).dropLast()) ? .present : .past
  }
}

extension WordTraits {
  fileprivate var isAdverbOnly: Bool { contains(.adverb) && isDisjoint(with: [.noun, .verb]) }
}
