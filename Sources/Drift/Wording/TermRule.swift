import Articles
internal import Text
package import Alignment
import Lexicon

/// A specific word replaced by one that does not mean the same.
///
/// Confidence = base x (.3 + .7 lc)(.5 + .6 g): unrelated .50, co-hyponyms .45, more specific .35, more general .30, one word in
/// the other's definition .30, synonyms in rare senses .15, a name for a word .55. g takes the closeness of the two sentences: a
/// lone unrelated word says nothing in a free rewrite. Two members of one contrast set of the own list ("missile", "rocket") are
/// proven to differ: .80 x (.6 + .4 lc), times .85 in freely rewritten sentences (L < .6). In an article that is verbatim
/// otherwise ("seal" that became "ladder" and nothing else) an unrelated word or a co-hyponym counts
/// ``ReplacementTuning/termInCopy``. Never above major.
package struct TermRule: DriftRule {
  package static let category = DriftCategory.term
  package static let languages = LanguageScope.english
  package static let explanation = RuleExplanation(
    definition: """
      A word was replaced by one that means something else, or something wider or narrower. Two different things of one kind \
      (revenue and profit, murder and manslaughter) are serious.
      """,
    example: ("The navy tested a missile off the cape.", "The navy tested a rocket off the cape."),
    limits: """
      Which things differ is told by a list. For two replaced words in five no lexicon knows a relation, and whether such a pair \
      means the same cannot be told: it is a hint, serious in an article that is verbatim otherwise and, in the sensitive \
      preset, in nearly verbatim sentences.
      """)

  private let tuning = DriftTuning.standard.terms

  package init(resources: DriftResources) {}

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    let reader = PairReader(pair, context)
    for i in 0..<pair.a.count {
      guard let j = pair.match(a: i), pair.a.ids[i] != pair.b.ids[j], isTerm(i, .a, reader), isTerm(j, .b, reader),
        !isExplained(i, j, reader, report)
      else { continue }
      let names = (reader.isName(.a, i), reader.isName(.b, j))
      if names.0 && names.1 { continue }
      let relation = reader.relation(i, j)
      if areUnits(pair.a.ids[i], pair.b.ids[j], reader) { continue }
      if relation.isContrast, isOfFigure(i, pair.a), isOfFigure(j, pair.b) { continue }
      if isCompound(pair.a.ids[i], of: pair.b.ids[j], reader) || isCompound(pair.b.ids[j], of: pair.a.ids[i], reader) { continue }
      guard let (base, rule) = base(relation, isNameForWord: names.0 != names.1) else { continue }
      var confidence =
        rule == Self.contrast
        ? contrastConfidence(i, j, pair) : base * tuning.byContext(pair.localContext(i, j)) * tuning.byTrust(pair.trust)
      if context.isVerbatimCopy, base >= tuning.sibling, confidence >= tuning.sure * base, names == (false, false),
        areKnown(i, j, reader), !areOfTelling(i, j, reader), !isVaried(i, j, reader, context)
      {
        confidence = max(confidence, Self.meant)
      }
      report.report(
        rule, confidence: confidence, a: i..<i + 1, b: j..<j + 1,
        message(rule, reader.text(.a, i..<i + 1), reader.text(.b, j..<j + 1)))
    }
  }

  /// Either article has both words: they vary what they call the thing ("the spill", "the disaster").
  private func isVaried(_ i: Int, _ j: Int, _ reader: PairReader, _ context: DriftContext) -> Bool {
    func stands(_ word: WordNumber, _ words: WordSet) -> Bool {
      words.contains(word) || words.contains(reader.knowledge.lemma(word))
    }
    return stands(reader.pair.a.ids[i], context.occurrences.wordsOfB)
      || stands(reader.pair.b.ids[j], context.occurrences.wordsOfA)
  }

  /// What is neither noun nor adjective tells how something is told ("swept", "raged"), not which thing it is; so do two past
  /// forms ("swept", "tore"), whatever else they may be.
  private func areOfTelling(_ i: Int, _ j: Int, _ reader: PairReader) -> Bool {
    isVerbOnly(i, .a, reader) || isVerbOnly(j, .b, reader) || isPast(i, .a, reader) && isPast(j, .b, reader)
  }

  private func isPast(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
    let word = reader.id(side, position)
    let words = reader.knowledge.words
    return !words.ends(word, with: "s") && !words.ends(word, with: "ing")
      && reader.knowledge.verbLemmas(word).contains { $0 != word }
  }

  private func isVerbOnly(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
    ![PartOfSpeech.noun, .adjective].contains { reader.canBe($0, side, position) }
  }

  /// Both are words of the language: a misspelling is no other term.
  private func areKnown(_ i: Int, _ j: Int, _ reader: PairReader) -> Bool {
    [reader.pair.a.ids[i], reader.pair.b.ids[j]].allSatisfy { id in
      reader.knowledge.traits(id).contains(.known)
    }
  }

  private static let contrast = DriftRuleID.termContrast
  private static let meant = DriftTuning.standard.replacements.termInCopy

  /// "Two weeks" and "14 days", "9.5 m litres": the unit rule speaks about these.
  private func isOfFigure(_ position: Int, _ side: SentenceSide) -> Bool {
    (max(0, position - 2)..<position).contains { side.shape($0).contains(.figure) }
  }

  /// "Hundreds of miles", "hundreds of kilometres".
  private func areUnits(_ x: WordNumber, _ y: WordNumber, _ reader: PairReader) -> Bool {
    guard let first = reader.knowledge.unit(x), let second = reader.knowledge.unit(y) else { return false }
    return first.group == second.group
  }

  /// "Warplanes" are planes.
  private func isCompound(_ long: WordNumber, of short: WordNumber, _ reader: PairReader) -> Bool {
    let (whole, part) = (reader.knowledge.words.bytes(long), reader.knowledge.words.bytes(short))
    return part.count >= Self.shortestPart && whole.count > part.count && whole.suffix(part.count).elementsEqual(part)
  }

  private static let shortestPart = 4

  /// Proven as an opposite is, so it counts at a distance too.
  private func contrastConfidence(_ i: Int, _ j: Int, _ pair: SentencePair) -> Double {
    tuning.contrast * tuning.contrastByContext(pair.localContext(i, j))
      * (pair.closeness < tuning.free ? tuning.contrastInFree : 1)
  }

  /// An earlier rule spoke about one of the words.
  ///
  /// That a word is unknown says nothing about what took its place.
  private func isExplained(_ i: Int, _ j: Int, _ reader: PairReader, _ report: FindingCollector) -> Bool {
    guard report.explains(a: i) || report.explains(b: j) else { return false }
    let (first, second) = (reader.pair.a.token(i).bytes, reader.pair.b.token(j).bytes)
    return !report.findings.contains { $0.category == .language && ($0.a?.range == first || $0.b?.range == second) }
  }

  private func isTerm(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool { reader.isContent(side, position) }

  private func base(_ relation: WordRelation, isNameForWord: Bool) -> (Double, DriftRuleID)? {
    if relation.isSameWord || relation.isDerived || relation.isOpposite && !relation.isSynonym(upTo: 4) { return nil }
    if relation.isContrast { return (0, Self.contrast) }
    if relation.isSynonym(upTo: 4) || relation.isSimilar {
      return relation.hypernymDepth != 0 && (relation.synonymRank == 0 || relation.synonymRank > 2)
        ? (tuning.rareSense, relation.hypernymDepth > 0 ? .termKind : .termInstance) : nil
    }
    if relation.synonymRank > 0 { return (tuning.rareSense, .termSense) }
    if relation.hypernymDepth > 0 { return (tuning.wider, .termWider) }
    if relation.hypernymDepth < 0 { return (tuning.narrower, .termNarrower) }
    if relation.isCoHyponym { return (tuning.sibling, .termSibling) }
    if relation.sharesGloss { return (tuning.definition, .termDefinition) }
    return isNameForWord ? (tuning.name, .termName) : (tuning.unrelated, .termUnrelated)
  }

  private func message(_ rule: DriftRuleID, _ first: String, _ second: String) -> String {
    switch rule {
    case .termWider, .termKind: "“\(first)” became the wider “\(second)”."
    case .termNarrower, .termInstance: "“\(first)” became the narrower “\(second)”."
    default: "“\(first)” became “\(second)”, which means something else."
    }
  }
}
