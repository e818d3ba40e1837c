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
/// - a negative affix or a word such as "lack" on one of two words that nothing links: .65 (.7 + .3 g), at least .66 where the word
///   is a stray;
/// - `polarity/stray`, .66 from L .3 on, in single sentences only (in articles such a word was added, and turns nothing round): a word in un- or non-, not of blame and not before a noun, that has no counterpart, where
///   no word of the other sentence negates or blames anything.
///
/// At most .40 below L = .85, and .50 + .40 g from there on, for pairs that trade places with the point of
/// view, and for function words and light verbs ("get", "go", "hold") unless WordNet opposes them directly. Synonyms in a common sense of both are no opposites, whatever else they are; nor is a pair one of whose words is
/// negated.
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

  /// Sentences that share less are too free for a word alone to say anything.
  private static let leastCloseness = 0.3
  private static let stray = DriftTuning.standard.replacements.strayNegative

  private let negations: NegationReader
  private let tuning = DriftTuning.standard.polarities
  private let pointsOfView: [WordSet]
  private let ambiguous: WordSet
  private let lightVerbs: WordSet
  private let unnegated: WordSet
  private let negated: WordSet
  /// "11 am" and "11 pm" are told as times.
  private let meridiems: WordSet

  package init(resources: DriftResources) {
    negations = NegationReader(resources: resources)
    ambiguous = resources.set(.ambiguousNegatives)
    lightVerbs = resources.set(.lightVerbs)
    unnegated = resources.set("any", "anything", "anyone", "anybody", "anywhere", "ever", "either")
    meridiems = resources.set("a.m.", "p.m.", "am", "pm")
    negated = resources.set("no", "none", "nothing", "nobody", "nowhere", "never", "neither")
    pointsOfView = [
      [
        "take", "takes", "took", "taken", "taking", "give", "gives", "gave", "given", "giving", "get", "gets", "got", "getting",
        "receive", "receives", "received",
        "receiving",
      ],
      [
        "go", "goes", "went", "gone", "going", "come", "comes", "came", "coming", "leave", "leaves", "left", "leaving", "stay",
        "stays", "stayed", "remain",
        "remains", "remained", "arrive", "arrives", "arrived",
      ],
      ["here", "there"], ["on", "off"], ["in", "out"], ["up", "down"], ["this", "that", "these", "those"],
      ["buy", "sell", "bought", "sold", "buying", "selling"],
      ["bring", "brought", "bringing", "take", "took", "taking"],
    ].map { resources.set($0) }
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    let reader = PairReader(pair, context)
    var loose: [NegationReader.Negation]?
    for (i, j) in reader.replacements() + leftovers(reader) where isWord(i, j, reader) {
      // "Last year" and "next year" are told as another time.
      if report.explains(a: i), report.explains(b: j) { continue }
      let relation = reader.relation(i, j)
      guard let (base, rule) = base(relation, i, j, reader), !(reader.isShort && isReordered(i, j, pair)),
        !isNegationPair(i, j, reader)
      else { continue }
      if loose == nil { loose = negations.read(reader).filter { !$0.isMatched } }
      if loose?.contains(where: { negates($0, i, j) }) == true { continue }
      let isProven = relation.antonymRank > 0 || relation.isCuratedOpposite || relation.isPrefixAntonym
      var confidence = base * (isProven ? 0.70 + 0.30 * pair.localContext(i, j) : 0.45 + 0.55 * pair.localContext(i, j))
      if pair.closeness < 0.6, relation.antonymRank == 0, !relation.isPrefixAntonym { confidence *= 0.85 }
      if !context.isSentenceLevel, pair.closeness < tuning.copied { confidence *= tuning.rewritten }
      if rule == .polarityNegative, context.isSentenceLevel, isStray(i, .a, reader) || isStray(j, .b, reader) {
        confidence = max(confidence, Self.stray)
      }
      if isPointOfView(relation, i, j, reader) {
        confidence = min(confidence, pair.closeness < 0.85 ? 0.40 : 0.50 + 0.40 * pair.trust)
      }
      report.report(
        rule, confidence: confidence, a: i..<i + 1, b: j..<j + 1,
        message(reader.text(.a, i..<i + 1), reader.text(.b, j..<j + 1)))
    }
    if context.resources.isEnglish, context.isSentenceLevel {
      for side in Side.allCases { examineStrays(side, reader, &report) }
    }
  }

  /// A word that negates by its form ("unpainted") where the other side says nothing of the kind in any words.
  private func examineStrays(_ side: Side, _ reader: PairReader, _ report: inout FindingCollector) {
    for position in 0..<reader.words(side).count where isStray(position, side, reader) {
      guard !(side == .a ? report.explains(a: position) : report.explains(b: position)) else { continue }
      let range = position..<position + 1
      report.report(
        .polarityStray, confidence: Self.stray, a: side == .a ? range : nil, b: side == .a ? nil : range,
        explains: false, "“\(reader.text(side, range))” negates what the other text does not.")
    }
  }

  private func isStray(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
    reader.isShort && reader.pair.closeness >= Self.leastCloseness && isStrayNegative(position, side, reader)
      && !isBlamed(side.other, reader)
      && !negations.hasImplicitNegation(near: 0, side.other, reader, reach: reader.words(side.other).count)
  }

  private func isStrayNegative(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
    guard reader.isContent(side, position), !reader.isName(side, position),
      reader.match(side, position) == nil || reader.isSubstituted(side, position)
    else { return false }
    let word = reader.id(side, position)
    let id = reader.knowledge.lexiconID(word)
    guard reader.knowledge.session.negatedBase(of: id) != nil, reader.knowledge.session.valence(of: id) >= 0,
      !ambiguous.contains(word), !ambiguous.contains(reader.knowledge.lemma(word)), !isAttribute(position, side, reader)
    else { return false }
    let text = reader.knowledge.words.string(word)
    return text.hasPrefix("un") || text.hasPrefix("non")
  }

  /// "An unnamed official", "unmanned aircraft": the adjective tells which one is meant, and states nothing.
  private func isAttribute(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
    let next = position + 1
    guard next < reader.words(side).count, reader.words(side).words[next] == reader.words(side).words[position] + 1 else {
      return false
    }
    return reader.isContent(side, next) && reader.canBe(.noun, side, next)
  }

  /// A word of blame without counterpart may be the negation in other words.
  private func isBlamed(_ side: Side, _ reader: PairReader) -> Bool {
    (0..<reader.words(side).count).contains { position in
      (reader.match(side, position) == nil || reader.isSubstituted(side, position))
        && reader.knowledge.session.valence(of: reader.knowledge.lexiconID(reader.id(side, position))) < 0
    }
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

  /// The strongest reason to call two words opposites, with the part of the rule that gives it.
  private func base(_ relation: WordRelation, _ i: Int, _ j: Int, _ reader: PairReader) -> (Double, DriftRuleID)? {
    if relation.form <= .lemma { return nil }
    if let proven = proven(relation) { return proven }
    if relation.isDerived || relation.form != .none || relation.isSynonym(upTo: 4) { return nil }
    var reasons = inferred(relation, trust: reader.pair.trust)
    if areOpposedStances(i, j, reader) { reasons.append((0.70, .polarityStance)) }
    if areOpposedInValence(relation, i, j, reader) {
      reasons.append((0.70 * (0.7 + 0.3 * reader.pair.trust), .polarityValence))
    }
    if isOneSidedNegative(relation, i, j, reader),
      !Spelling.isSlip(reader.pair.a.ids[i], reader.pair.b.ids[j], reader.knowledge)
    {
      reasons.append((0.65 * (0.7 + 0.3 * reader.pair.trust), .polarityNegative))
    }
    return reasons.max { $0.0 < $1.0 }
  }

  /// WordNet, a negative affix or the own list say it of these two words.
  private func proven(_ relation: WordRelation) -> (Double, DriftRuleID)? {
    // That two words stand on one side of the own list says less than that WordNet opposes them in their first senses.
    let isSame = relation.synonymRank > 0 && relation.synonymRank <= 2 || relation.isCuratedSame && relation.antonymRank > 2
    if relation.antonymRank > 0, !isSame || relation.form == .stem {
      return (relation.antonymRank <= 3 ? 0.95 : 0.80, .polarityAntonym)
    }
    if relation.isPrefixAntonym { return (0.93, .polarityAffix) }
    let isListed = relation.isCuratedOpposite && !(relation.synonymRank > 0 && relation.synonymRank <= 2)
    return isListed ? (0.85, .polarityListed) : nil
  }

  /// It follows from what is said of their relatives.
  private func inferred(_ relation: WordRelation, trust: Double) -> [(Double, DriftRuleID)] {
    var reasons: [(Double, DriftRuleID)] = []
    if relation.derivedAntonymRank > 0 { reasons.append((relation.derivedAntonymRank <= 3 ? 0.75 : 0.60, .polarityDerived)) }
    if relation.indirectAntonymRank > 0 {
      let base = relation.indirectAntonymRank <= 3 ? 0.75 : relation.indirectAntonymRank <= 6 ? 0.55 : 0.40
      reasons.append((base, .polarityCluster))
    }
    if relation.hypernymAntonymRank > 0 {
      let base = relation.hypernymAntonymRank <= 2 ? 0.70 : relation.hypernymAntonymRank <= 5 ? 0.50 : 0.25
      reasons.append((base * (0.8 + 0.2 * trust), .polarityKind))
    }
    if relation.isExtendedAntonym { reasons.append((0.60, .polaritySynonym)) }
    return reasons
  }

  /// "careless", "lacks" where the other side has a word that negates nothing, and no lexicon calls the two alike.
  private func isOneSidedNegative(_ relation: WordRelation, _ i: Int, _ j: Int, _ reader: PairReader) -> Bool {
    guard relation.synonymRank == 0, relation.hypernymDepth == 0, !relation.isSimilar, reader.isContent(.a, i),
      reader.isContent(.b, j),
      reader.pair.trust > 0
    else { return false }
    let first = negations.carriesNegation(i, .a, reader)
    guard first != negations.carriesNegation(j, .b, reader), !shareScale(i, j, reader) else { return false }
    // "Decline", "drop", "stop" negate in one of their senses only; "unveil" and "collapse" stand beside what they resemble.
    let side: Side = first ? .a : .b
    let id = reader.id(side, first ? i : j)
    if ambiguous.contains(id) || ambiguous.contains(reader.knowledge.lemma(id)) { return false }
    return !relation.isCoHyponym || reader.knowledge.session.negatedBase(of: reader.knowledge.lexiconID(id)) != nil
  }

  /// Good for somebody and bad ("protect", "abuse"), of one part of speech and with no meaning in common.
  private func areOpposedInValence(_ relation: WordRelation, _ i: Int, _ j: Int, _ reader: PairReader) -> Bool {
    guard relation.isOpposedInValence, relation.synonymRank == 0, relation.hypernymDepth == 0, !relation.isSimilar,
      reader.pair.trust > 0, reader.isContent(.a, i), reader.isContent(.b, j)
    else { return false }
    return PartOfSpeech.allCases.contains { reader.canBe($0, .a, i) && reader.canBe($0, .b, j) }
  }

  private func shareScale(_ i: Int, _ j: Int, _ reader: PairReader) -> Bool {
    let scales = reader.knowledge.session.lexicon.lists.scales
    func forms(_ id: WordNumber) -> [String] {
      [reader.knowledge.words.string(id), reader.knowledge.words.string(reader.knowledge.lemma(id))]
    }
    return forms(reader.pair.a.ids[i]).contains { first in
      forms(reader.pair.b.ids[j]).contains { scales.distance(first, $0) != nil }
    }
  }

  /// One verb of saying denies, the other confirms, claims or announces.
  private func areOpposedStances(_ i: Int, _ j: Int, _ reader: PairReader) -> Bool {
    let table = reader.knowledge.session.lexicon.lists.reportingVerbs
    let first = reader.knowledge.session.value(in: table, reader.knowledge.lexiconID(reader.pair.a.ids[i]))
    let second = reader.knowledge.session.value(in: table, reader.knowledge.lexiconID(reader.pair.b.ids[j]))
    guard let first, let second, (first == "deny") != (second == "deny"), isInflected(i, .a, reader) || isInflected(j, .b, reader)
    else { return false }
    let other = first == "deny" ? second : first
    return other == "confirm" || other == "claim" || other == "announce" || other == "predict"
  }

  /// A form that only a verb has: "questioned", where "question" may be a noun.
  private func isInflected(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
    let text = reader.knowledge.words.string(reader.id(side, position))
    return text.hasSuffix("ed") || text.hasSuffix("ing")
  }

  private func negates(_ negation: NegationReader.Negation, _ i: Int, _ j: Int) -> Bool {
    guard let head = negation.head else { return false }
    return abs(head - (negation.side == .a ? i : j)) <= 1
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

  /// "Say nothing" and "not say anything": the negation rule speaks about these.
  private func isNegationPair(_ i: Int, _ j: Int, _ reader: PairReader) -> Bool {
    let (first, second) = (reader.pair.a.ids[i], reader.pair.b.ids[j])
    return unnegated.contains(first) && negated.contains(second) || negated.contains(first) && unnegated.contains(second)
  }

  private func message(_ first: String, _ second: String) -> String { "“\(first)” became its opposite, “\(second)”." }
}
