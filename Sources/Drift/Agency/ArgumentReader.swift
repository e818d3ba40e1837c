import Articles
import Alignment
import Lexicon
import Text

/// Who does what to whom, read from word order: the verb, the nearest phrase on its left and on its right, the passive turned
/// round.
struct ArgumentReader {
  /// A verb with the heads of its two arguments.
  struct Clause {
    var verb: Int
    var agent: Int
    var patient: Int
  }

  private let beForms: WordSet
  private let skipped: WordSet
  private let prepositions: WordSet
  private let determiners: WordSet
  private let by: WordNumber
  /// "Anna met Ben" is "Ben met Anna".
  private let symmetric: WordSet

  init(resources: DriftResources) {
    beForms = resources.set(.formsOfBe)
    skipped = resources.set(.besideVerbs)
    prepositions = resources.set(.beforeObjects)
    determiners = resources.set(.determiners)
    by = resources.words.id(of: "by")
    symmetric = resources.set(.symmetricVerbs)
  }

  /// The clause round a verb, or nil when one of its arguments is missing.
  func clause(_ side: Side, verb: Int, _ reader: PairReader) -> Clause? {
    if isSymmetric(side, verb, reader) { return nil }
    var left = verb - 1
    var isPassive = false
    while left >= 0, skip(left, side, reader) {
      if beForms.contains(reader.id(side, left)), isParticiple(verb, side, reader) { isPassive = true }
      left -= 1
    }
    guard left >= 0, isHead(left, side, reader) || isPronoun(left, side, reader), !hasMark(between: left, and: verb, side, reader)
    else { return nil }
    guard let right = rightHead(after: verb, side, reader, passive: isPassive) else { return nil }
    return isPassive ? Clause(verb: verb, agent: right, patient: left) : Clause(verb: verb, agent: left, patient: right)
  }

  /// True for a verb whose parties may trade places: "meet", "marry".
  func isSymmetric(_ side: Side, _ verb: Int, _ reader: PairReader) -> Bool {
    reader.knowledge.verbLemmas(reader.id(side, verb)).contains { symmetric.contains($0) }
  }

  private func skip(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
    let id = reader.id(side, position)
    return skipped.contains(id) || beForms.contains(id)
      || (reader.knowledge.words.ends(id, with: "ly") && !reader.isName(side, position))
  }

  private func isParticiple(_ verb: Int, _ side: Side, _ reader: PairReader) -> Bool {
    let word = reader.id(side, verb)
    return !reader.knowledge.words.ends(word, with: "ing") && reader.knowledge.verbLemmas(word).contains { $0 != word }
  }

  /// The last word of the phrase behind the verb (behind its "by" for a passive).
  private func rightHead(after verb: Int, _ side: Side, _ reader: PairReader, passive: Bool) -> Int? {
    let words = reader.words(side)
    var position = verb + 1
    // "Beaten 2-0 by": a score stands between.
    var anchor = verb
    if passive {
      guard let agentMark = (position..<min(words.count, position + 5)).first(where: { words.ids[$0] == by }) else { return nil }
      position = agentMark + 1
      anchor = agentMark
    }
    var skippedWords = 0
    while position < words.count, prepositions.contains(words.ids[position]) || words.token(position).shape.contains(.clitic),
      skippedWords < 3
    {
      position += 1
      skippedWords += 1
    }
    if skippedWords > 0, !reader.isName(side, position < words.count ? position : verb), !passive,
      (verb + 1..<position).contains(where: { !determiners.contains(words.ids[$0]) })
    {
      return nil
    }
    guard position < words.count, isPhraseWord(position, side, reader), !hasMark(between: anchor, and: position, side, reader)
    else { return nil }
    while position + 1 < words.count, isPhraseWord(position + 1, side, reader),
      words.words[position + 1] == words.words[position] + 1,
      reader.isName(side, position) == reader.isName(side, position + 1) || !reader.isName(side, position)
    {
      position += 1
    }
    return isHead(position, side, reader) ? position : nil
  }

  private func isPhraseWord(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
    reader.isName(side, position)
      || (reader.isContent(side, position) && (reader.canBe(.noun, side, position) || reader.canBe(.adjective, side, position)))
  }

  /// "They" act and are acted upon as names are.
  private func isPronoun(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
    reader.knowledge.traits(reader.id(side, position)).contains(.pronoun)
  }

  private func isHead(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
    reader.isName(side, position) || (reader.isContent(side, position) && reader.canBe(.noun, side, position))
  }

  private func hasMark(between first: Int, and second: Int, _ side: Side, _ reader: PairReader) -> Bool {
    let words = reader.words(side).words
    return words[second] - words[first] != second - first
  }
}
