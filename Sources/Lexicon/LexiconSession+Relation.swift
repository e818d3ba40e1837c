internal import Tables

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
    relation.synonymRank = Ranked.bestShared(x.synsets, y.synsets)
    relation.isCuratedSame = Self.shareGroup(x, y)
    relation.isCuratedOpposite = Self.areOpposed(x.opposites, y.opposites)
    relation.isContrast = Self.areOpposed(x.contrasts, y.contrasts)
    relation.isOpposedInValence = x.valence * y.valence < 0
    setAntonyms(&relation, x, y)
    relation.isPrefixAntonym = Self.isNegated(x, b, y) || Self.isNegated(y, a, x)
    relation.isExtendedAntonym =
      x.extendedAntonyms.contains { b.lemmaIDs.contains($0) } || y.extendedAntonyms.contains { a.lemmaIDs.contains($0) }
      || Self.areOpposed(x.extendedOpposites, y.opposites) || Self.areOpposed(y.extendedOpposites, x.opposites)
    relation.isDerived = senses(of: first).areDerived(senses(of: second))
    relation.isSimilar = relation.synonymRank == 0 && Ranked.bestShared(x.poles, y.poles) > 0
    setKinds(&relation, x, y)
    relation.sharesGloss = Self.defines(x, b) || Self.defines(y, a)
    return relation
  }

  private func setAntonyms(_ relation: inout WordRelation, _ x: WordFeatures, _ y: WordFeatures) {
    relation.antonymRank = Ranked.lowest(Ranked.bestShared(x.antonyms, y.senses), Ranked.bestShared(y.antonyms, x.senses))
    relation.indirectAntonymRank = Ranked.lowest(
      Ranked.bestShared(x.opposedPoles, y.poles), Ranked.bestShared(y.opposedPoles, x.poles))
    relation.hypernymAntonymRank = Ranked.lowest(
      Ranked.bestShared(x.opposedKindPoles, y.kindPoles), Ranked.bestShared(y.opposedKindPoles, x.kindPoles))
    relation.derivedAntonymRank = Ranked.lowest(derivedAntonymRank(x, y), derivedAntonymRank(y, x))
  }

  private func derivedAntonymRank(_ x: WordFeatures, _ y: WordFeatures) -> UInt8 {
    Ranked.lowest(
      Ranked.bestShared(x.derivedAntonyms, y.senses),
      Ranked.lowest(Ranked.bestShared(x.derivedAntonyms, y.derivations), Ranked.bestShared(x.antonyms, y.derivations)))
  }

  private func setKinds(_ relation: inout WordRelation, _ x: WordFeatures, _ y: WordFeatures) {
    for level in 0..<WordFeatures.levels where relation.hypernymDepth == 0 {
      if level < x.ancestors.count, Self.isCommon(Ranked.bestShared(x.ancestors[level], y.synsets)) {
        relation.hypernymDepth = Int8(level + 1)
      } else if level < y.ancestors.count, Self.isCommon(Ranked.bestShared(y.ancestors[level], x.synsets)) {
        relation.hypernymDepth = -Int8(level + 1)
      }
    }
    if let first = x.ancestors.first, let second = y.ancestors.first {
      relation.isCoHyponym = Self.isCommon(Ranked.bestShared(first, second))
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
    guard !x.glossWords.isEmpty else { return false }
    return contains(x.glossWords, textHash(word.text)) || word.lemmas.contains { contains(x.glossWords, textHash($0.text)) }
  }

  private static func contains(_ sorted: [UInt64], _ value: UInt64) -> Bool {
    let place = sorted.partitioningIndex { $0 >= value }
    return place < sorted.count && sorted[place] == value
  }
}

/// FNV-1a, 64 bits.
///
/// Never stored; only equality within one run counts.
func textHash(_ text: String) -> UInt64 {
  text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}
