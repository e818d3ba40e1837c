import Alignment
import Articles
import Lexicon
import Text

/// What speaks for two words being opposites: WordNet, affixes, the own lists, and what follows from their relatives.
///
/// The weights stand at ``PolarityRule``.
struct PolarityEvidence {
  private let negations: NegationReader
  private let ambiguous: WordSet
  private let tuning = DriftTuning.standard.polarities.evidence

  init(resources: DriftResources, negations: NegationReader) {
    self.negations = negations
    ambiguous = resources.set(.ambiguousNegatives)
  }

  /// The strongest reason to call two words opposites, with the part of the rule that gives it.
  func base(_ relation: WordRelation, _ i: Int, _ j: Int, _ reader: PairReader) -> (Double, DriftRuleID)? {
    if relation.form <= .lemma { return nil }
    if let proven = proven(relation) { return proven }
    if relation.isDerived || relation.form != .none || relation.isSynonym(upTo: 4) { return nil }
    var reasons = inferred(relation, trust: reader.pair.trust)
    if areOpposedStances(i, j, reader) { reasons.append((tuning.stances, .polarityStance)) }
    if areOpposedInValence(relation, i, j, reader) {
      reasons.append((tuning.valences * tuning.unlinkedByTrust(reader.pair.trust), .polarityValence))
    }
    if isOneSidedNegative(relation, i, j, reader),
      !Spelling.isSlip(reader.pair.a.ids[i], reader.pair.b.ids[j], reader.knowledge)
    {
      reasons.append((tuning.negative * tuning.unlinkedByTrust(reader.pair.trust), .polarityNegative))
    }
    return reasons.max { $0.0 < $1.0 }
  }

  /// WordNet, a negative affix or the own list say it of these two words.
  private func proven(_ relation: WordRelation) -> (Double, DriftRuleID)? {
    // That two words stand on one side of the own list says less than that WordNet opposes them in their first senses.
    let isSame = relation.synonymRank > 0 && relation.synonymRank <= 2 || relation.isCuratedSame && relation.antonymRank > 2
    if relation.antonymRank > 0, !isSame || relation.form == .stem {
      return (relation.antonymRank <= 3 ? tuning.antonym : tuning.rareAntonym, .polarityAntonym)
    }
    if relation.isPrefixAntonym { return (tuning.affix, .polarityAffix) }
    let isListed = relation.isCuratedOpposite && !(relation.synonymRank > 0 && relation.synonymRank <= 2)
    return isListed ? (tuning.listed, .polarityListed) : nil
  }

  /// It follows from what is said of their relatives.
  private func inferred(_ relation: WordRelation, trust: Double) -> [(Double, DriftRuleID)] {
    var reasons: [(Double, DriftRuleID)] = []
    if relation.derivedAntonymRank > 0 {
      reasons.append((relation.derivedAntonymRank <= 3 ? tuning.derived : tuning.rareDerived, .polarityDerived))
    }
    if relation.indirectAntonymRank > 0 {
      let rank = relation.indirectAntonymRank
      let base = rank <= 3 ? tuning.cluster : rank <= 6 ? tuning.rareCluster : tuning.rarestCluster
      reasons.append((base, .polarityCluster))
    }
    if relation.hypernymAntonymRank > 0 {
      let rank = relation.hypernymAntonymRank
      let base = rank <= 2 ? tuning.kind : rank <= 5 ? tuning.rareKind : tuning.rarestKind
      reasons.append((base * tuning.kindByTrust(trust), .polarityKind))
    }
    if relation.isExtendedAntonym { reasons.append((tuning.synonym, .polaritySynonym)) }
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
    guard let first = reader.knowledge.reportingStance(reader.pair.a.ids[i]),
      let second = reader.knowledge.reportingStance(reader.pair.b.ids[j]), (first == "deny") != (second == "deny"),
      isInflected(i, .a, reader) || isInflected(j, .b, reader)
    else { return false }
    let other = first == "deny" ? second : first
    return other == "confirm" || other == "claim" || other == "announce" || other == "predict"
  }

  /// A form that only a verb has: "questioned", where "question" may be a noun.
  private func isInflected(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
    let text = reader.knowledge.words.string(reader.id(side, position))
    return text.hasSuffix("ed") || text.hasSuffix("ing")
  }
}

/// Words that negate by their form ("unpainted", "non-stop") where the other side says nothing of the kind in any words.
struct StrayNegatives {
  static let confidence = DriftTuning.standard.replacements.strayNegative
  private static let leastCloseness = DriftTuning.standard.polarities.evidence.strayCloseness

  private let negations: NegationReader
  private let ambiguous: WordSet

  init(resources: DriftResources, negations: NegationReader) {
    self.negations = negations
    ambiguous = resources.set(.ambiguousNegatives)
  }

  /// A word that negates by its form ("unpainted") where the other side says nothing of the kind in any words.
  func examine(_ side: Side, _ reader: PairReader, _ report: inout FindingCollector) {
    for position in 0..<reader.words(side).count where isStray(position, side, reader) {
      guard !(side == .a ? report.explains(a: position) : report.explains(b: position)) else { continue }
      let range = position..<position + 1
      report.report(
        .polarityStray, confidence: Self.confidence, a: side == .a ? range : nil, b: side == .a ? nil : range,
        explains: false, "“\(reader.text(side, range))” negates what the other text does not.")
    }
  }

  func isStray(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
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
}
