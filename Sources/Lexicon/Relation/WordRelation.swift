internal import Tables

/// How two words are related by spelling, by WordNet and by the own lists.
///
/// Symmetric but for ``hypernymDepth``, whose sign turns. Ranks are the higher (rarer) of the two sense numbers of the senses
/// that stand in the relation, 1 for the most frequent sense; 0 means that the relation does not hold.
package struct WordRelation: Hashable, Sendable {
  /// How the word forms themselves relate, closest first.
  package enum Form: UInt8, Comparable, Sendable {
    /// The same word, whatever its case.
    case same
    /// British and American spelling, or with and without hyphen.
    case spelling
    /// A base form in common: "fell", "falling".
    case lemma
    /// The same Snowball stem.
    case stem
    case none

    package static func < (left: Form, right: Form) -> Bool { left.rawValue < right.rawValue }
  }

  package var form = Form.none
  /// A synset in common.
  package var synonymRank: UInt8 = 0
  /// Direct antonyms ("rise", "fall").
  package var antonymRank: UInt8 = 0
  /// Opposed adjective clusters, or members of synsets that hold direct antonyms.
  package var indirectAntonymRank: UInt8 = 0
  /// Antonyms through a derived form ("growth", "shrinkage" through "grow", "shrink").
  package var derivedAntonymRank: UInt8 = 0
  /// Verbs or nouns whose hypernyms are antonyms ("soar", "plummet"; "victory", "failure").
  package var hypernymAntonymRank: UInt8 = 0
  /// Above 0 when the second word is more general, below 0 when the first is: levels between them, at most 3.
  package var hypernymDepth: Int8 = 0

  private var flags: UInt16 = 0

  private func has(_ bit: UInt16) -> Bool { flags & bit != 0 }
  private mutating func set(_ bit: UInt16, _ value: Bool) { flags = value ? flags | bit : flags & ~bit }

  /// One is derived from the other, or both from a third ("destroy", "destruction").
  package var isDerived: Bool {
    get { has(1) }
    set { set(1, newValue) }
  }
  /// Adjectives of one cluster.
  package var isSimilar: Bool {
    get { has(2) }
    set { set(2, newValue) }
  }
  /// A negative prefix or -less on the same base ("legal", "illegal").
  package var isPrefixAntonym: Bool {
    get { has(4) }
    set { set(4, newValue) }
  }
  /// A synonym of the one is a direct antonym, or a listed opposite, of the other.
  package var isExtendedAntonym: Bool {
    get { has(8) }
    set { set(8, newValue) }
  }
  /// On opposite sides of an entry of the own list of opposites.
  package var isCuratedOpposite: Bool {
    get { has(16) }
    set { set(16, newValue) }
  }
  /// In one group of the own near-synonyms, or on one side of an entry of opposites.
  package var isCuratedSame: Bool {
    get { has(32) }
    set { set(32, newValue) }
  }
  /// A direct hypernym in common ("town", "city").
  package var isCoHyponym: Bool {
    get { has(64) }
    set { set(64, newValue) }
  }
  /// One word stands in the definition of the other.
  package var sharesGloss: Bool {
    get { has(128) }
    set { set(128, newValue) }
  }

  /// Different things of one kind by the own list ("missile", "rocket"): neither opposites nor exchangeable.
  package var isContrast: Bool {
    get { has(256) }
    set { set(256, newValue) }
  }
  /// One is good for somebody and the other bad, by the own list ("protect", "abuse").
  package var isOpposedInValence: Bool {
    get { has(512) }
    set { set(512, newValue) }
  }

  package init(form: Form = .none) { self.form = form }

  /// The same word in another shape: inflected, spelt or derived otherwise.
  package var isSameWord: Bool { form != .none }

  /// Some relation of opposition, whatever its strength.
  package var isOpposite: Bool {
    antonymRank > 0 || isCuratedOpposite || isPrefixAntonym || derivedAntonymRank > 0 || indirectAntonymRank > 0
      || hypernymAntonymRank > 0
      || isExtendedAntonym
  }

  /// Means the same in a common sense of both: shared synset up to `rank`, own near-synonym, or the same word.
  package func isSynonym(upTo rank: UInt8) -> Bool {
    isSameWord || isCuratedSame || (synonymRank > 0 && synonymRank <= rank)
  }

  /// No relation of any kind is known: neither lexicon can say whether the two mean the same.
  package var isUnrelated: Bool {
    form == .none && synonymRank == 0 && !isOpposite && hypernymDepth == 0 && flags == 0
  }

  /// The relation of the two words the other way round.
  package var reversed: WordRelation {
    var copy = self
    copy.hypernymDepth = -hypernymDepth
    return copy
  }

  /// Similarity for alignment in 0...1, the base similarity of the aligner: how likely the one stands where the other stood.
  ///
  /// Opposites are similar in that sense, since an antonym takes its partner's place. Symmetric; 1 for the same word.
  package var similarity: Double {
    switch form {
    case .same: return 1
    case .spelling, .lemma: return WordSimilarityTuning.form
    case .stem: return WordSimilarityTuning.stem
    case .none: break
    }
    if isDerived || (synonymRank > 0 && synonymRank <= 3) { return WordSimilarityTuning.derived }
    if synonymRank > 0 && synonymRank <= 8 { return WordSimilarityTuning.synonym }
    if isCuratedSame { return WordSimilarityTuning.listed }
    if isSimilar { return WordSimilarityTuning.similar }
    if isOpposite { return WordSimilarityTuning.opposite }
    if hypernymDepth != 0 { return WordSimilarityTuning.kind - WordSimilarityTuning.perStep * Double(abs(hypernymDepth)) }
    if isCoHyponym { return WordSimilarityTuning.sibling }
    return sharesGloss ? WordSimilarityTuning.gloss : 0
  }
}

extension LexiconSession {
  /// Whether two words are one word or one in another shape, inflected, spelt or derived otherwise, as ``relation(_:_:)`` says.
  package func areForms(_ first: WordID, _ second: WordID) -> Bool {
    if first == second { return true }
    let a = analysis(of: first)
    let b = analysis(of: second)
    if a.fold == b.fold || a.stem == b.stem || Self.intersect(a.lemmaIDs, b.lemmaIDs) { return true }
    // What WordNet does not know is derived from nothing.
    return !a.lemmas.isEmpty && !b.lemmas.isEmpty && senses(of: first).areDerived(senses(of: second))
  }

  /// The relation of two different words, not cached.
  func computeRelation(_ first: WordID, _ second: WordID) -> WordRelation {
    let a = analysis(of: first)
    let b = analysis(of: second)
    if a.fold == b.fold { return WordRelation(form: .spelling) }
    if Self.intersect(a.lemmaIDs, b.lemmaIDs) { return WordRelation(form: .lemma) }
    var relation = WordRelation(form: a.stem == b.stem ? .stem : .none)
    let x = features(of: first)
    let y = features(of: second)
    relation.synonymRank = x.synsets.bestShared(y.synsets)
    relation.isCuratedSame = Self.shareGroup(x, y)
    relation.isCuratedOpposite = Self.areOpposed(x.opposites, y.opposites)
    relation.isContrast = Self.areOpposed(x.contrasts, y.contrasts)
    relation.isOpposedInValence = x.valence * y.valence < 0
    setAntonyms(&relation, x, y)
    relation.isPrefixAntonym = Self.isNegated(x, b, y) || Self.isNegated(y, a, x)
    relation.isExtendedAntonym =
      x.extendedAntonyms.contains { b.lemmaIDs.contains($0) } || y.extendedAntonyms.contains { a.lemmaIDs.contains($0) }
      || Self.areOpposed(x.extendedOpposites, y.opposites) || Self.areOpposed(y.extendedOpposites, x.opposites)
    relation.isDerived = x.word.areDerived(y.word)
    relation.isSimilar = relation.synonymRank == 0 && x.poles.bestShared(y.poles) > 0
    setKinds(&relation, x, y, a, b)
    relation.sharesGloss = Self.defines(x, b) || Self.defines(y, a)
    return relation
  }

  private func setAntonyms(_ relation: inout WordRelation, _ x: WordFeatures, _ y: WordFeatures) {
    relation.antonymRank = Ranked.lowest(x.antonyms.bestShared(y.word.senses), y.antonyms.bestShared(x.word.senses))
    relation.indirectAntonymRank = Ranked.lowest(
      x.opposedPoles.bestShared(y.poles), y.opposedPoles.bestShared(x.poles))
    relation.hypernymAntonymRank = Ranked.lowest(
      x.opposedKindPoles.bestShared(y.kindPoles), y.opposedKindPoles.bestShared(x.kindPoles))
    relation.derivedAntonymRank = Ranked.lowest(derivedAntonymRank(x, y), derivedAntonymRank(y, x))
  }

  private func derivedAntonymRank(_ x: WordFeatures, _ y: WordFeatures) -> UInt8 {
    Ranked.lowest(
      x.derivedAntonyms.bestShared(y.word.senses),
      Ranked.lowest(x.derivedAntonyms.bestShared(y.word.derivations), x.antonyms.bestShared(y.word.derivations)))
  }

  private func setKinds(
    _ relation: inout WordRelation, _ x: WordFeatures, _ y: WordFeatures, _ a: WordAnalysis, _ b: WordAnalysis
  ) {
    for level in 0..<max(x.ancestors.count, y.ancestors.count) where relation.hypernymDepth == 0 {
      let isUp = level < x.ancestors.count && Self.isCommon(x.ancestors[level].bestShared(y.synsets))
      let isDown = level < y.ancestors.count && Self.isCommon(y.ancestors[level].bestShared(x.synsets))
      guard isUp || isDown else { continue }
      // Each of the two may be the wider one in some sense: the alphabet decides, not which of them was met first.
      let isWider = isUp && isDown ? a.text < b.text : isUp
      relation.hypernymDepth = Int8(isWider ? level + 1 : -level - 1)
    }
    if let first = x.ancestors.first, let second = y.ancestors.first {
      relation.isCoHyponym = Self.isCommon(first.bestShared(second))
    }
  }

  /// True for a relation that holds between senses up to the sixth.
  private static func isCommon(_ rank: UInt8) -> Bool { rank > 0 && Int(rank) <= WordFeatures.deepestSense }

  private static func intersect(_ first: [WordID], _ second: [WordID]) -> Bool { first.contains { second.contains($0) } }

  private static func shareGroup(_ x: WordFeatures, _ y: WordFeatures) -> Bool {
    x.groups.contains { y.groups.contains($0) }
      || x.opposites.contains { place in y.opposites.contains { $0.entry == place.entry && $0.side == place.side } }
  }

  private static func areOpposed(_ x: [OppositeList.Membership], _ y: [OppositeList.Membership]) -> Bool {
    x.contains { place in y.contains { $0.entry == place.entry && $0.side != place.side } }
  }

  private static func isNegated(_ x: WordFeatures, _ word: WordAnalysis, _ y: WordFeatures) -> Bool {
    guard !x.negatedBases.isEmpty else { return false }
    if x.negatedStems.contains(word.stem), y.negatedBases.isEmpty { return true }
    return x.negatedBases.contains { word.lemmaIDs.contains($0) || y.positiveBases.contains($0) }
  }

  private static func defines(_ x: WordFeatures, _ word: WordAnalysis) -> Bool {
    x.glossWords.contains(anyOf: word.hashes, word.hashMask)
  }
}
