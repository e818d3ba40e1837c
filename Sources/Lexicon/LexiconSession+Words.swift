extension LexiconSession {
  /// Base forms in all word classes; empty for a word that WordNet (or, without it, the own lists) does not know.
  package func lemmas(of id: WordID) -> [Lemma] { analysis(of: id).lemmas }

  /// The Snowball stem.
  package func stem(of id: WordID) -> WordID { analysis(of: id).stem }

  /// True when some base form has that word class.
  package func canBe(_ pos: PartOfSpeech, _ id: WordID) -> Bool { analysis(of: id).canBe(pos) }

  /// True when the word or one of its base forms is in WordNet.
  ///
  /// Always false without WordNet.
  package func isKnown(_ id: WordID) -> Bool { lexicon.hasWordNet && !analysis(of: id).lemmas.isEmpty }

  /// True for a word that WordNet knows as names only ("Paris", "Lincoln"): every sense is an instance of something.
  package func isInstanceOnly(_ id: WordID) -> Bool {
    guard let wordNet = lexicon.wordNet else { return false }
    var isInstance = false
    for lemma in analysis(of: id).lemmas {
      for id in wordNet.synsets(of: Lemmatizer.key(lemma.text), lemma.pos) {
        guard id.pos == .noun, synset(id)?.pointers(.instanceHypernym).contains(where: { _ in true }) == true else {
          return false
        }
        isInstance = true
      }
    }
    return isInstance
  }

  /// The first sense of a noun, or nil.
  package func firstNoun(_ lemma: String) -> SynsetID? {
    lexicon.wordNet?.synsets(of: Array(lemma.utf8), .noun).first
  }

  /// True when one of the first `senses` meanings of the word as a noun is a kind, or an instance, of `root`.
  ///
  /// Always false without WordNet.
  package func isKind(of root: SynsetID, _ id: WordID, senses: Int) -> Bool {
    guard let wordNet = lexicon.wordNet else { return false }
    var open = analysis(of: id).lemmas.filter { $0.pos == .noun }.flatMap {
      wordNet.synsets(of: Array($0.text.utf8), .noun).prefix(senses)
    }
    var seen = Set(open)
    while let next = open.popLast() {
      if next == root { return true }
      for pointer in synset(next)?.pointers ?? [] where pointer.kind == .hypernym || pointer.kind == .instanceHypernym {
        if seen.insert(pointer.target).inserted { open.append(pointer.target) }
      }
    }
    return false
  }

  /// The word that this one negates by its form ("unhurt": "hurt", "harmless": "harm"), or nil.
  package func negatedBase(of id: WordID) -> WordID? { features(of: id).negatedBases.first }

  /// The word's sign by the own list: 1 for approval or benefit, -1 for blame or harm, else 0.
  package func valence(of id: WordID) -> Int { Int(features(of: id).valence) }

  /// The first value a list holds for the word or one of its base forms.
  package func value(in table: PhraseTable, _ id: WordID) -> String? {
    let analysis = analysis(of: id)
    if let value = table.value(of: analysis.text) { return value }
    for lemma in analysis.lemmas { if let value = table.value(of: lemma.text) { return value } }
    return nil
  }

  /// True when `base` is a word that `lemma` negates: both have the word class, and for doubtful affixes WordNet calls them
  /// antonyms.
  func isNegation(of base: NegativeAffix.Base, _ lemma: Lemma, antonyms: [Ranked]) -> Bool {
    guard let wordNet = lexicon.wordNet else { return !base.needsProof && base.text.utf8.count >= 4 }
    let key = Array(base.text.utf8)
    if base.needsProof {
      let opposed = Set(antonyms.map { SenseKey.synset($0.key) })
      return PartOfSpeech.allCases.contains { pos in
        wordNet.synsets(of: key, pos).contains { opposed.contains(UInt64($0.rawValue)) }
      }
    }
    if lemma.text.hasSuffix("less") { return wordNet.contains(key, .noun) || wordNet.contains(key, .verb) }
    if wordNet.contains(key, lemma.pos) { return true }
    // "unharmed": the base is a participle.
    return lemma.pos == .adjective && canBe(.verb, id(for: base.text))
  }
}
