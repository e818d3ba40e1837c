package import Alignment
import Articles
import Lexicon
import Text

/// Who did what to whom: the parties of an action changed places.
///
/// - `agency/clause`: an aligned verb whose two arguments (nearest phrase left and right; turned round after be ... by) have
///   changed places: .85 for names, .75 for common nouns, each (.85 + .15 lc of the verb); .80 for two phrases, .75 for any two
///   words, that changed places in a sentence that is the same otherwise;
/// - `agency/names`: two names that stand once in each sentence, see ``NameUnits``, and fit each other's places better than their
///   own: m, the difference of the two fits (see ``Surroundings``), from .55 gives
///   ``ReplacementTuning/exchangedNames`` + .15 (m - .55), at most .85; less gives .50, minor.
///   Two names turned round with no verb or direction between them in either sentence need 1.1: "Ana Lind, the head of Acme" and
///   "Acme head Ana Lind" say the same. In articles at most .50 unless the order changed in a sentence that is a copy (L .85).
package struct AgencyRule: DriftRule {
  package static let category = DriftCategory.agency
  package static let languages = LanguageScope.english
  package static let explanation = RuleExplanation(
    definition: "Two parties changed places: the one who acted is now the one acted upon.",
    example: ("Freedonia attacked Sylvania.", "Sylvania attacked Freedonia."),
    limits: """
      Argument structure is read from word order, without a parser; relative clauses and long insertions hide it. Verbs that \
      work both ways (meet, marry, draw) are left out, and so are names joined by "and". A name that the other text has not, or has \
      twice, cannot be followed.
      """)

  private let arguments: ArgumentReader
  private let names: ExchangedNames
  private let isTime, joining, symmetric: WordSet
  private let tuning = DriftTuning.standard.agency

  package init(resources: DriftResources) {
    arguments = ArgumentReader(resources: resources)
    names = ExchangedNames(resources: resources)
    isTime = resources.vocabulary.calendar.mentions
    joining = resources.set(RuleWords.joiningNames.words + ["the", "a", "an"])
    symmetric = resources.set(.symmetricVerbs)
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    let reader = PairReader(pair, context)
    if examinePhrases(reader, &report) { return }
    if !examineClauses(reader, &report), !examineWords(reader, &report) { examineNames(reader, context, &report) }
  }

  /// True when two phrases changed places in a sentence that is the same otherwise, and that was reported.
  private func examinePhrases(_ reader: PairReader, _ report: inout FindingCollector) -> Bool {
    guard reader.isShort, reader.pair.a.ids != reader.pair.b.ids,
      let phrases = ExchangedPhrases(
        reader, isTime: isTime.contains, isFunctionWord: reader.knowledge.isStop, joins: joining.contains),
      !isSymmetric(phrases.a, reader)
    else { return false }
    report.report(.agencyClause, confidence: tuning.phrases, a: phrases.a, b: phrases.b, phrases.message(reader))
    return true
  }

  /// A verb that works both ways stands between.
  private func isSymmetric(_ range: Range<Int>, _ reader: PairReader) -> Bool {
    range.contains { symmetric.contains(reader.knowledge.lemma(reader.id(.a, $0))) }
  }

  /// "In women but not in men": two words changed places in a sentence that is the same otherwise; true when that was reported.
  private func examineWords(_ reader: PairReader, _ report: inout FindingCollector) -> Bool {
    let knowledge = reader.knowledge
    guard reader.isShort, reader.pair.a.ids != reader.pair.b.ids,
      let words = ExchangedWords(
        reader, showsCase: false, isTime: isTime.contains, isFunctionWord: knowledge.isStop, joins: joining.contains),
      !isSymmetric(words.first..<words.second, reader)
    else { return false }
    let range = words.first..<words.second + 1
    report.report(
      .agencyClause, confidence: tuning.nouns, a: range, b: range, clauseMessage(reader.text(.a, range), reader.text(.b, range)))
    return true
  }

  /// True when some clause was reported.
  private func examineClauses(_ reader: PairReader, _ report: inout FindingCollector) -> Bool {
    for i in 0..<reader.pair.a.count {
      guard let j = reader.pair.match(a: i), reader.isContent(.a, i), !reader.isName(.a, i), reader.canBe(.verb, .a, i),
        reader.canBe(.verb, .b, j), reader.isSame(.a, i), let first = arguments.clause(.a, verb: i, reader),
        let second = arguments.clause(.b, verb: j, reader),
        corresponds(first.agent, second.patient, reader), corresponds(first.patient, second.agent, reader)
      else { continue }
      let areNames = reader.isName(.a, first.agent) && reader.isName(.a, first.patient)
      let confidence = (areNames ? tuning.names : tuning.nouns) * tuning.byContext(reader.pair.localContext(i, j))
      let one = span(first)
      let two = span(second)
      report.report(
        .agencyClause, confidence: confidence, a: one, b: two,
        clauseMessage(reader.text(.a, one), reader.text(.b, two)))
      return true
    }
    return false
  }

  private func span(_ clause: ArgumentReader.Clause) -> Range<Int> {
    min(clause.agent, clause.patient)..<max(clause.agent, clause.patient) + 1
  }

  private func corresponds(_ i: Int, _ j: Int, _ reader: PairReader) -> Bool {
    reader.pair.match(a: i) == j && !reader.pair.isSubstitution(a: i)
  }

  private func examineNames(_ reader: PairReader, _ context: DriftContext, _ report: inout FindingCollector) {
    for exchange in names.exchanges(reader) {
      // Writers of articles put phrases in another order; only in a copied sentence did the names change places.
      let isSure = context.isSentenceLevel || exchange.isTurned && reader.pair.closeness >= DriftTuning.standard.names.copied
      report.report(
        .agencyNames, confidence: isSure ? exchange.confidence : min(exchange.confidence, DriftTuning.standard.names.rephrased),
        a: exchange.a, b: exchange.b,
        namesMessage(reader.text(.a, exchange.first.a), reader.text(.a, exchange.second.a)))
    }
  }

  private func clauseMessage(_ first: String, _ second: String) -> String {
    "The parties changed places: “\(first)” became “\(second)”."
  }
  private func namesMessage(_ first: String, _ second: String) -> String { "“\(first)” and “\(second)” changed places." }
}

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
  private let areSymmetric = WordMemo<Bool>()

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
    let word = reader.id(side, verb)
    return areSymmetric.value(of: word) { reader.knowledge.verbLemmas(word).contains { symmetric.contains($0) } }
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
