import Articles
package import Alignment
import Lexicon
import Text

/// A word replaced by its opposite.
///
/// Looks at aligned words, at words without counterpart between the same neighbours, and at direct opposites without counterpart
/// anywhere in the two sentences. Confidence = base x (.70 + .30 lc) for proven opposites, base x (.45 + .55 lc) for the others,
/// all but WordNet antonyms and affixes times .85 where the sentences are freely rewritten (L < .6). Base:
/// - proven: direct WordNet antonyms .95 (.80 in senses beyond the third), negative affix on one base .93, own list .85;
/// - through a derivation .75 (.60 beyond the third sense); opposed adjective clusters .75 / .55 / .40 by sense rank up to 3 / 6
///   / beyond; opposed hypernyms .70 / .50 / .25 by rank up to 2 / 5 / beyond, times .8 + .2 g; antonym or listed opposite of a
///   synonym .60; a denying and a confirming verb of saying .70; words of opposite valence that nothing links .70 (.7 + .3 g);
/// - a negative affix or a word such as "lack" on one of two words that nothing links: .65 (.7 + .3 g), at least
///   ``ReplacementTuning/strayNegative`` where the word is a stray;
/// - `polarity/stray`, ``ReplacementTuning/strayNegative`` from L .3 on, in single sentences only (in articles such a word was
///   added, and turns nothing round): a word in un- or non-, not of blame and not before a noun, that has no counterpart, where
///   no word of the other sentence negates or blames anything.
///
/// At most .40 below L = .85, and .50 + .40 g from there on, for pairs that trade places with the point of
/// view, and for function words and light verbs ("get", "go", "hold") unless WordNet opposes them directly. Synonyms in a common
/// sense of both are no opposites, whatever else they are; nor is a pair one of whose words is negated. Proven opposites count at
/// least .72 where nothing but them, and one other place perhaps, differs in a sentence.
package struct PolarityRule: DriftRule {
  package static let category = DriftCategory.polarity
  package static let languages = LanguageScope.listed
  package static let explanation = RuleExplanation(
    definition: "A word was replaced by its opposite, which turns the statement round.",
    example: ("Shares of the brewer rose after the report.", "Shares of the brewer fell after the report."),
    limits: """
      WordNet and the own lists know most common opposites, but not all; in free paraphrase only those are seen that stand in one \
      place or are direct opposites. Pairs that trade places with the point of view (take and \
      give, come and go) are serious in nearly verbatim sentences only.
      """)

  private let negations: NegationReader
  private let tuning = DriftTuning.standard.polarities
  /// Verbs of which each says where a place is.
  private let resting: WordSet
  private let pointsOfView: [WordSet]
  private let evidence: PolarityEvidence
  private let strays: StrayNegatives
  private let lightVerbs: WordSet
  /// Verbs before whose clause a negation stands that belongs into it.
  private let raising: WordSet
  private let unnegated: WordSet
  private let negated: WordSet
  private let scant: WordSet
  private let particles: WordSet
  /// "11 am" and "11 pm" are told as times.
  private let meridiems: WordSet

  package init(resources: DriftResources) {
    negations = NegationReader(resources: resources)
    evidence = PolarityEvidence(resources: resources, negations: negations)
    strays = StrayNegatives(resources: resources, negations: negations)
    lightVerbs = resources.set(.lightVerbs)
    raising = resources.set("think", "believe", "feel", "expect", "suppose", "consider", "find", "see")
    unnegated = resources.set("any", "anything", "anyone", "anybody", "anywhere", "ever", "either")
    meridiems = resources.set("a.m.", "p.m.", "am", "pm")
    particles = resources.set("out", "off", "up", "down", "over", "away", "back", "through", "apart")
    scant = resources.set("little", "few", "scarce", "hardly", "insufficient")
    negated = resources.set("no", "none", "nothing", "nobody", "nowhere", "never", "neither")
    resting = resources.set(.resting)
    pointsOfView =
      [RuleWords.taking.words, RuleWords.moving.words].map { resources.set($0) }
      + [
        ["here", "there"], ["on", "off"], ["in", "out"], ["up", "down"], ["this", "that", "these", "those"],
        ["buy", "sell", "bought", "sold", "buying", "selling"],
        ["bring", "brought", "bringing", "take", "took", "taking"],
      ].map { resources.set($0) }
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    let reader = PairReader(pair, context)
    var loose: [NegationReader.Negation]?
    var places: [ReplacedPlaces.Place]?
    for (i, j) in reader.replacements() + leftovers(reader)
    where isWord(i, j, reader) && !(resting.contains(pair.a.ids[i]) && resting.contains(pair.b.ids[j])) {
      // "Last year" and "next year" are told as another time.
      if report.explains(a: i), report.explains(b: j) { continue }
      let phrase = phraseRelation(i, j, reader)
      let relation = phrase ?? reader.relation(i, j)
      guard let (base, rule) = evidence.base(relation, i, j, reader), !(reader.isShort && isReordered(i, j, pair)),
        !isNegationPair(i, j, reader), !isScant(i, .a, reader), !isScant(j, .b, reader),
        relation.antonymRank > 0 || phrase != nil || !isPhrasal(i, .a, reader) && !isPhrasal(j, .b, reader)
      else { continue }
      if loose == nil { loose = negations.read(reader).filter { !$0.isMatched } }
      if loose?.contains(where: { negates($0, i, j) || raises($0, i, j, reader) }) == true { continue }
      let isProven = relation.antonymRank > 0 || relation.isCuratedOpposite || relation.isPrefixAntonym
      let byContext = isProven ? tuning.provenByContext : tuning.inferredByContext
      var confidence = base * byContext(pair.localContext(i, j))
      if pair.closeness < tuning.free, relation.antonymRank == 0, !relation.isPrefixAntonym { confidence *= tuning.inFree }
      if !context.isSentenceLevel, pair.closeness < tuning.copied { confidence *= tuning.rewritten }
      if !context.isSentenceLevel, rule == .polaritySynonym, pair.trust == 1 { confidence *= tuning.synonymInCopy }
      if rule == .polarityNegative, context.isSentenceLevel, strays.isStray(i, .a, reader) || strays.isStray(j, .b, reader) {
        confidence = max(confidence, StrayNegatives.confidence)
      }
      if isPointOfView(relation, i, j, reader) {
        let isCopied = pair.closeness >= tuning.pointOfViewCopied
        confidence = min(confidence, isCopied ? tuning.pointOfViewByTrust(pair.trust) : tuning.pointOfView)
      }
      if isProven, confidence < tuning.onlyChange, !goesByPointOfView(i, j, reader) {
        if places == nil { places = ReplacedPlaces(pair).places }
        if isOnlyChange(i, j, places ?? []) { confidence = tuning.onlyChange }
      }
      report.report(
        rule, confidence: confidence, a: i..<i + 1, b: j..<j + 1,
        message(reader.text(.a, i..<i + 1), reader.text(.b, j..<j + 1)))
    }
    if context.resources.isEnglish, context.isSentenceLevel {
      for side in Side.allCases { strays.examine(side, reader, &report) }
    }
  }

  /// Nothing but the two words, and one other place perhaps, differs in sentences that are long enough to be a copy.
  private func isOnlyChange(_ i: Int, _ j: Int, _ places: [ReplacedPlaces.Place]) -> Bool {
    let copies = DriftTuning.standard.replacedWords
    guard places.count <= copies.places else { return false }
    return places.contains {
      $0.a.contains(i) && $0.b.contains(j) && $0.kept >= copies.kept && max($0.a.count, $0.b.count) <= copies.mostWords
    }
  }

  /// Words for coming and going, giving and taking, here and there.
  private func goesByPointOfView(_ i: Int, _ j: Int, _ reader: PairReader) -> Bool {
    let (first, second) = (reader.pair.a.ids[i], reader.pair.b.ids[j])
    return pointsOfView.contains { $0.contains(first) && $0.contains(second) } || isLight(first, reader)
      || isLight(second, reader)
  }

  /// Words without counterpart that are direct opposites of each other, wherever they stand.
  private func leftovers(_ reader: PairReader) -> [(Int, Int)] {
    guard reader.isShort else { return [] }
    let second = reader.pair.b.ids.indices.filter { reader.pair.match(b: $0) == nil && reader.isContent(.b, $0) }
    if second.isEmpty { return [] }
    return reader.pair.a.ids.indices.flatMap { i -> [(Int, Int)] in
      guard reader.pair.match(a: i) == nil, reader.isContent(.a, i) else { return [] }
      return second.filter { j in
        let relation = reader.relation(i, j)
        return (relation.antonymRank > 0 && relation.antonymRank <= 3) || relation.isPrefixAntonym || relation.isCuratedOpposite
      }.map { (i, $0) }
    }
  }

  /// "Vice president" and "vice-president": the one holds the other behind a hyphen.
  private func isHyphenated(_ x: WordNumber, _ y: WordNumber, _ reader: PairReader) -> Bool {
    let words = reader.knowledge.words
    func holds(_ long: WordNumber, _ short: WordNumber) -> Bool { words.ends(long, with: "-" + words.string(short)) }
    return holds(x, y) || holds(y, x)
  }

  /// Names and figures have rules of their own.
  private func isWord(_ i: Int, _ j: Int, _ reader: PairReader) -> Bool {
    let first = reader.pair.a.token(i)
    let second = reader.pair.b.token(j)
    guard first.kind == .word, second.kind == .word, !meridiems.contains(first.word),
      !isHyphenated(first.word, second.word, reader),
      !reader.knowledge.session.lexicon.hasWordNet || !Spelling.isSlip(first.word, second.word, reader.knowledge)
    else { return false }
    if first.shape.contains(.name) && second.shape.contains(.name) {
      let knowledge = reader.knowledge
      return knowledge.traits(first.word).contains(.common) && knowledge.traits(second.word).contains(.common)
    }
    // "First" is a figure, "last" is none.
    if first.shape.contains(.figure) && second.shape.contains(.figure) { return false }
    return first.shape.contains(.figure) == second.shape.contains(.figure) || reader.relation(i, j).antonymRank > 0
  }

  /// "More or less" against "less or more": both words stand on both sides.
  private func isReordered(_ i: Int, _ j: Int, _ pair: SentencePair) -> Bool {
    pair.b.ids.contains(pair.a.ids[i]) && pair.a.ids.contains(pair.b.ids[j])
  }

  private func negates(_ negation: NegationReader.Negation, _ i: Int, _ j: Int) -> Bool {
    guard let head = negation.head else { return false }
    return abs(head - (negation.side == .a ? i : j)) <= 1
  }

  /// "We don't think it is right" denies "right", though "think" stands next to the negation.
  private func raises(_ negation: NegationReader.Negation, _ i: Int, _ j: Int, _ reader: PairReader) -> Bool {
    guard let head = negation.head, raising.contains(reader.knowledge.lemma(reader.id(negation.side, head))) else { return false }
    let place = negation.side == .a ? i : j
    return place > head && place - head <= tuning.raisedReach
  }

  /// Words whose choice depends on the construction: function words, pairs that trade places with the point of view, and verbs
  /// that mean nothing without their particle ("lose snails", "get rid of").
  private func isPointOfView(_ relation: WordRelation, _ i: Int, _ j: Int, _ reader: PairReader) -> Bool {
    let (first, second) = (reader.pair.a.ids[i], reader.pair.b.ids[j])
    let isDirect = relation.antonymRank > 0 && relation.antonymRank <= 2
    if !isDirect, reader.knowledge.isStop(first) || reader.knowledge.isStop(second) { return true }
    if relation.antonymRank == 0, isLight(first, reader) || isLight(second, reader) { return true }
    return pointsOfView.contains { $0.contains(first) && $0.contains(second) }
  }

  private func isLight(_ word: WordNumber, _ reader: PairReader) -> Bool {
    lightVerbs.contains(word) || lightVerbs.contains(reader.knowledge.lemma(word))
  }

  /// "They have little time" lacks what "they lack time" lacks.
  private func isScant(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
    let next = position + 1
    guard next < reader.words(side).count, scant.contains(reader.id(side, next)) else { return false }
    return !reader.isSame(side, next)
  }

  /// "The fire broke out" and "the fire started": with a particle that only one side has a verb means something of its own.
  private func isPhrasal(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
    let next = position + 1
    guard next < reader.words(side).count, particles.contains(reader.id(side, next)) else { return false }
    return !reader.isSame(side, next)
  }

  /// How a verb with its particle ("turned down") is related to the other word, where they are opposites.
  private func phraseRelation(_ i: Int, _ j: Int, _ reader: PairReader) -> WordRelation? {
    let (first, second) = (isPhrasal(i, .a, reader), isPhrasal(j, .b, reader))
    guard first != second else { return nil }
    let (side, position, other): (Side, Int, Int) = first ? (.a, i, j) : (.b, j, i)
    let session = reader.knowledge.session
    let phrase = [position, position + 1].map { reader.knowledge.words.string(reader.id(side, $0)) }.joined(separator: " ")
    let relation = session.relation(session.id(for: phrase), reader.knowledge.lexiconID(reader.id(side.other, other)))
    return relation.isCuratedOpposite || relation.antonymRank > 0 ? relation : nil
  }

  /// "Say nothing" and "not say anything": the negation rule speaks about these.
  private func isNegationPair(_ i: Int, _ j: Int, _ reader: PairReader) -> Bool {
    let (first, second) = (reader.pair.a.ids[i], reader.pair.b.ids[j])
    return unnegated.contains(first) && negated.contains(second) || negated.contains(first) && unnegated.contains(second)
  }

  private func message(_ first: String, _ second: String) -> String { "“\(first)” became its opposite, “\(second)”." }
}
