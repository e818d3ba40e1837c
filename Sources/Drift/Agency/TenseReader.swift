import Articles
import Alignment
import Lexicon
import Text

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
