import Articles
package import Alignment
import Lexicon
import Text

/// A "not", "never", "without" ...
///
/// or a "failed to", "refused to" that stands on one side only.
///
/// Confidence by what became of the negated word (its head) on the other side, times .92 when the sentences are freely rewritten
/// (L < .6):
/// - `negation/head`: the same word .95; a related one .78; another word in its place .50;
/// - `negation/clause`: the head is gone, but the words before and after it stand close together: .78;
/// - `negation/loose`: nothing links the two: .35.
///
/// Times .45 when the other side has a negation of another kind near ("failed", "without", "un-"), which says the same; times .75
/// when that is a mere restriction ("until", "only") and the head is the same word. When it has none at all, a plain "not", "no"
/// or "never" counts at least .55 + .25 c, where c is the share of its sentence that has a counterpart, unless a word of blame
/// took the head's place ("not steady", "wretched") or, in articles, the sentence is no copy or it stands in a clause that was
/// added or left out as a whole. In articles a negation whose head has no counterpart, or which says again what another one of
/// its side says, counts at most .50. `negation/implicit`: "failed to", "refused to" before a word that the other side has
/// without it: .45 + .3 g, at least .72 where the words before the two correspond. One unmatched negation on each side cancel
/// each other, as do a negation and an opposite ("not approved", "rejected").
package struct NegationRule: DriftRule {
  package static let category = DriftCategory.negation
  package static let languages = LanguageScope.listed
  package static let explanation = RuleExplanation(
    definition: "A statement was negated, or its negation was lost: not, never, no, without, or a verb such as fail and refuse.",
    example: ("The bridge was not closed on Monday.", "The bridge was closed on Monday."),
    limits: """
      What is negated is taken to be the next word of open class. A negation put into other words ("took no part" and \
      "stayed away") is recognised by listed words and by un-, non-, -less only.
      """)

  /// Content words without counterpart that make a clause of their own.
  private static let clause = 4

  private let negations: NegationReader
  private let tuning = DriftTuning.standard.negations
  private let fulfilled: WordSet
  private let still, to: WordNumber

  package init(resources: DriftResources) {
    negations = NegationReader(resources: resources)
    still = resources.words.id(of: "still")
    to = resources.words.id(of: "to")
    fulfilled = resources.set(.betweenNegatorAndVerb)
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    let reader = PairReader(pair, context)
    let found = negations.read(reader)
    for negation in found where !negation.isMatched { examine(negation, reader, context, &report) }
    let hasExplicit = Side.allCases.map { side in found.contains { $0.side == side && !$0.isMatched } }
    for side in Side.allCases where !hasExplicit[0] && !hasExplicit[1] { examineImplicit(side, reader, &report) }
  }

  private func examine(
    _ negation: NegationReader.Negation, _ reader: PairReader, _ context: DriftContext, _ report: inout FindingCollector
  ) {
    let side = negation.side
    var (confidence, rule, image) = judge(negation, reader)
    guard confidence > 0, context.resources.isEnglish || !hasNegativeForm(of: negation, near: image, reader) else { return }
    if reader.pair.closeness < tuning.free { confidence *= context.isSentenceLevel ? tuning.freeSentence : tuning.freeArticle }
    let near = image ?? expectedPosition(negation.position, side, reader)
    let reach = context.isSentenceLevel ? NegationReader.reach : tuning.reachInArticles
    let isDenied = negations.hasImplicitNegation(near: near, side.other, reader, reach: reach, strictly: true)
    if rule == .negationHead, confidence > tuning.sameHeadLeast, goesOn(image, side.other, reader) {
      // "No hope" and "still has hope" are opposites, whatever stands round them.
    } else if isDenied || negations.hasImplicitNegation(near: near, side.other, reader) {
      let isWeak = rule == .negationHead && confidence > tuning.sameHeadLeast && !isDenied
      confidence *= isWeak ? (context.isSentenceLevel ? tuning.restrictedInSentence : tuning.restricted) : tuning.answered
    } else if negation.isRepeated, !context.isSentenceLevel {
      confidence = min(confidence, tuning.ownClause)
    } else if confidence < tuning.sufficient, negations.isPlain(negation, reader), !isBadWord(image, side.other, reader),
      context.isSentenceLevel && (context.resources.isEnglish || reader.pair.closeness >= tuning.free)
        || reader.pair.closeness >= tuning.copied && !isInOwnClause(negation, reader),
      !negations.hasImplicitNegation(near: 0, side.other, reader, reach: reader.words(side.other).count)
    {
      confidence = max(confidence, tuning.byCoverage(coverage(side, reader)))
    }
    // In articles clauses come and go: without a counterpart of what is negated no statement was turned round.
    let isSwapped = negation.head.map { reader.isSubstituted(side, $0) } ?? false
    if !context.isSentenceLevel, image == nil || isSwapped && reader.pair.closeness < tuning.swapped {
      confidence = min(confidence, tuning.ownClause)
    }
    report.report(
      rule, confidence: confidence, side, range(negation), other: image.map { $0..<$0 + 1 },
      message(side, reader.text(side, range(negation))))
  }

  /// "Non legittima" and "illegittima": the other text negates the same word by its form.
  private func hasNegativeForm(of negation: NegationReader.Negation, near image: Int?, _ reader: PairReader) -> Bool {
    guard let head = negation.head else { return false }
    let (side, other) = (negation.side, negation.side.other)
    let word = reader.knowledge.words.bytes(reader.id(side, head))
    let place = image ?? expectedPosition(negation.position, side, reader)
    return around(place, other, reach: 2, reader).contains { position in
      guard reader.match(other, position) == nil || reader.isSubstituted(other, position) else { return false }
      let form = reader.knowledge.words.bytes(reader.id(other, position))
      return Self.negativePrefixes.contains { prefix in
        guard form.count > prefix.utf8.count, form.starts(with: prefix.utf8) else { return false }
        let common = zip(form.dropFirst(prefix.utf8.count), word).prefix { $0 == $1 }.count
        return common >= tuning.sharedLetters
      }
    }
  }

  /// Latin ones and "un-": what they mean is the same in German and the Romance languages; those of Dutch, Polish and Russian.
  private static let negativePrefixes = ["in", "im", "il", "ir", "des", "dis", "un", "dés", "on", "nie", "не"]

  /// "Still" before the same word, a verb between at most: what is denied on the one side goes on on the other.
  private func goesOn(_ image: Int?, _ side: Side, _ reader: PairReader) -> Bool {
    guard let image, let place = (max(0, image - 3)..<image).first(where: { reader.id(side, $0) == still }) else { return false }
    return reader.match(side, place) == nil && !(place..<image).contains { reader.id(side, $0) == to }
  }

  private func range(_ negation: NegationReader.Negation) -> Range<Int> {
    let head = negation.head ?? negation.position
    return min(negation.position, head)..<max(negation.position, head) + 1
  }

  private func judge(_ negation: NegationReader.Negation, _ reader: PairReader) -> (Double, DriftRuleID, Int?) {
    let side = negation.side
    guard let head = negation.head else { return (tuning.loose, .negationLoose, nil) }
    guard let image = reader.match(side, head) else {
      if hasOpposite(of: head, side, near: expectedPosition(negation.position, side, reader), reader) {
        return (0, .negationHead, nil)
      }
      return isBracketed(negation.position, head, side, reader)
        ? (tuning.clause, .negationClause, nil) : (tuning.loose, .negationLoose, nil)
    }
    let relation = reader.knowledge.relation(reader.id(side, head), reader.id(side.other, image))
    if relation.form <= .stem || relation.isDerived || negation.isEnding { return (tuning.sameHead, .negationHead, image) }
    if relation.isOpposite && !relation.isSynonym(upTo: 2) { return (0, .negationHead, nil) }
    if !reader.isSubstituted(side, head), relation.isSynonym(upTo: 8) || relation.isSimilar {
      return (tuning.relatedHead, .negationHead, image)
    }
    return isBracketed(negation.position, head, side, reader)
      ? (tuning.clause, .negationClause, image) : (tuning.otherHead, .negationHead, image)
  }

  /// The positions of a side within reach of a place, which may lie behind its end.
  private func around(_ place: Int, _ side: Side, reach: Int, _ reader: PairReader) -> Range<Int> {
    let count = reader.words(side).count
    return min(count, max(0, place - reach))..<min(count, place + reach + 1)
  }

  /// "Not over" and "continuing": the opposite of what is negated stands in its place.
  private func hasOpposite(of head: Int, _ side: Side, near place: Int, _ reader: PairReader) -> Bool {
    let other = side.other
    return around(place, other, reach: 1, reader).contains { position in
      guard reader.match(other, position) == nil || reader.isSubstituted(other, position) else { return false }
      let relation = reader.knowledge.relation(reader.id(side, head), reader.id(other, position))
      return relation.isCuratedOpposite || relation.antonymRank > 0
    }
  }

  /// True when the nearest aligned words before the negation and after its head stand, in the same order, at most six words apart
  /// on the other side: the clause is there, its verb was put into another word.
  private func isBracketed(_ position: Int, _ head: Int, _ side: Side, _ reader: PairReader) -> Bool {
    let count = reader.words(side).count
    let (position, head) = (min(position, head), max(position, head))
    guard let left = (max(0, position - 3)..<position).reversed().first(where: { reader.isSame(side, $0) }),
      let right = (head + 1..<min(count, head + 5)).first(where: { reader.isSame(side, $0) && reader.isContent(side, $0) }),
      let leftImage = reader.match(side, left), let rightImage = reader.match(side, right)
    else { return false }
    return leftImage < rightImage && rightImage - leftImage <= 6
  }

  /// True when the negation stands among words that have no counterpart: a clause more or less, not a statement turned round.
  private func isInOwnClause(_ negation: NegationReader.Negation, _ reader: PairReader) -> Bool {
    let side = negation.side
    func isOwn(_ position: Int) -> Bool {
      reader.match(side, position) == nil || !reader.isContent(side, position) || reader.isSubstituted(side, position)
    }
    let count = reader.words(side).count
    let start = (0..<negation.position).reversed().prefix(while: isOwn).last ?? negation.position
    let end = (negation.position..<count).prefix(while: isOwn).last ?? negation.position
    return (start...end).count { reader.isContent(side, $0) } >= Self.clause
  }

  /// "Not steady" and "wretched": a word of blame in the head's place says the same.
  private func isBadWord(_ position: Int?, _ side: Side, _ reader: PairReader) -> Bool {
    position.map { reader.knowledge.session.valence(of: reader.knowledge.lexiconID(reader.id(side, $0))) < 0 } ?? false
  }

  /// The share of the content words of the side that have a counterpart by the lexicon.
  private func coverage(_ side: Side, _ reader: PairReader) -> Double {
    let content = (0..<reader.words(side).count).filter { reader.isContent(side, $0) }
    guard !content.isEmpty else { return 0 }
    return Double(content.filter { reader.match(side, $0) != nil && !reader.isSubstituted(side, $0) }.count)
      / Double(content.count)
  }

  /// Where the other side would have the word: behind the image of the nearest aligned word before it.
  private func expectedPosition(_ position: Int, _ side: Side, _ reader: PairReader) -> Int {
    for index in (0..<position).reversed() { if let image = reader.match(side, index) { return image + 1 } }
    return position
  }

  /// "failed to stop" against "stopped".
  private func examineImplicit(_ side: Side, _ reader: PairReader, _ report: inout FindingCollector) {
    let words = reader.words(side)
    for position in 0..<words.count where reader.match(side, position) == nil {
      guard let length = negations.implicitLength(at: position, side, reader), reader.isContent(side, position) else { continue }
      let last = position + length
      guard let head = (last..<max(last, min(words.count, last + 4))).first(where: { reader.isContent(side, $0) }),
        isGoverned(last, head, words),
        let image = reader.match(side, head), reader.isSame(side, head),
        !negations.hasImplicitNegation(near: image, side.other, reader)
      else { continue }
      let followsOn = position > 0 && image > 0 && reader.match(side, position - 1) == image - 1
      report.report(
        .negationImplicit,
        confidence: max(followsOn ? tuning.implicitInPlace : 0, tuning.implicitByTrust(reader.pair.trust)), side,
        position..<head + 1, other: image..<image + 1, message(side, reader.text(side, position..<head + 1)))
    }
  }

  /// Only "to", "from", a pronoun or forms of "be" stand between the negator and the verb, or the verb is a gerund ("stopped
  /// paying").
  private func isGoverned(_ start: Int, _ head: Int, _ words: SentenceSide) -> Bool {
    if start == head { return fulfilled.contains(words.ids[max(0, start - 1)]) || words.string(head).hasSuffix("ing") }
    return (start..<head).allSatisfy { fulfilled.contains(words.ids[$0]) && !words.shape($0).contains(.capitalised) }
  }

  private func message(_ side: Side, _ text: String) -> String {
    side == .a ? "The negation in “\(text)” is gone." : "“\(text)” negates what the other text states."
  }
}
