internal import Tables

/// Collects the features of one word from WordNet and the own lists.
struct FeatureBuilder {
  let session: LexiconSession
  var features = FeatureDraft()

  static func build(_ analysis: WordAnalysis, session: LexiconSession) -> WordFeatures {
    var builder = FeatureBuilder(session: session)
    builder.addLists(analysis)
    for lemma in analysis.lemmas { builder.addWordNet(lemma) }
    builder.addNegatedBases(analysis)
    return WordFeatures(builder.features, session.senses(of: analysis.id))
  }

  private mutating func addLists(_ analysis: WordAnalysis) {
    let lists = session.lexicon.lists
    var seen: Set<String> = []
    for text in [analysis.text] + analysis.lemmas.map(\.text) where seen.insert(text).inserted {
      features.opposites += lists.opposites.memberships(of: text)
      features.groups += lists.synonyms.groups(of: text)
      features.contrasts += lists.contrasts.memberships(of: text)
      if features.valence == 0 { features.valence = lists.valence.sign(of: text) }
    }
  }

  private mutating func addWordNet(_ lemma: Lemma) {
    guard let wordNet = session.lexicon.wordNet else { return }
    let key = Lemmatizer.key(lemma.text)
    let word = String(decoding: key, as: UTF8.self)
    for (index, id) in wordNet.synsets(of: key, lemma.pos).enumerated() {
      let rank = UInt8(clamping: index + 1)
      features.synsets.append(Ranked(id, rank))
      guard let synset = session.synset(id) else { continue }
      let number = synset.number(of: word)
      addAntonyms(id, synset, number, rank)
      if index < WordFeatures.derivationSense { addDerivedAntonyms(synset, number, rank) }
      guard index < WordFeatures.deepestSense else { continue }
      addAncestors(synset, rank)
      if lemma.pos == .verb || lemma.pos == .noun { addKindPoles(id, synset, rank) }
      if index < WordFeatures.glossSense {
        addExtended(synset, lemma.text, lemma.pos)
        if index < WordFeatures.listedSense { addListedOpposites(synset, lemma.text) }
        wordNet.forEachGlossWord(of: synset, lemma.pos) { features.glossWords.append(FNV1a.hash($0)) }
      }
    }
  }

  private mutating func addAntonyms(_ id: SynsetID, _ synset: Synset, _ number: UInt8, _ rank: UInt8) {
    for pointer in synset.pointers(.antonym) where number > 0 && pointer.sourceWord == number {
      features.antonyms.append(Ranked(SenseKey.pack(pointer.target, word: pointer.targetWord), rank))
    }
    var poles = [(id, synset)]
    if synset.isSatellite {
      for pointer in synset.pointers(.similar) {
        if let head = session.synset(pointer.target) { poles.append((pointer.target, head)) }
      }
    }
    addAdjectivePoles(synset, number, &poles)
    for (pole, synset) in poles {
      features.poles.append(Ranked(pole, rank))
      for pointer in synset.pointers(.antonym) { features.opposedPoles.append(Ranked(pointer.target, rank)) }
    }
  }

  /// An adverb is opposed as its adjective is: "hastily" through "hasty" to "slowly" through "slow".
  private func addAdjectivePoles(_ synset: Synset, _ number: UInt8, _ poles: inout [(SynsetID, Synset)]) {
    for pointer in synset.pointers(.pertainym) where pointer.target.pos == .adjective && pointer.sourceWord == number {
      guard let adjective = session.synset(pointer.target) else { continue }
      poles.append((pointer.target, adjective))
      guard adjective.isSatellite else { continue }
      for similar in adjective.pointers(.similar) {
        if let head = session.synset(similar.target) { poles.append((similar.target, head)) }
      }
    }
  }

  private mutating func addDerivedAntonyms(_ synset: Synset, _ number: UInt8, _ rank: UInt8) {
    for pointer in synset.pointers where pointer.isDerivation(from: number) {
      guard let derived = session.synset(pointer.target) else { continue }
      for antonym in derived.pointers(.antonym) where antonym.sourceWord == pointer.targetWord {
        features.derivedAntonyms.append(Ranked(SenseKey.pack(antonym.target, word: antonym.targetWord), rank))
      }
    }
  }

  private mutating func addAncestors(_ synset: Synset, _ rank: UInt8) {
    var level = [synset]
    for depth in 0..<WordFeatures.levels {
      if features.ancestors.count <= depth { features.ancestors.append([]) }
      var next: [Synset] = []
      for synset in level {
        for pointer in synset.pointers where pointer.kind == .hypernym || pointer.kind == .instanceHypernym {
          features.ancestors[depth].append(Ranked(pointer.target, rank))
          if depth + 1 < WordFeatures.levels, let parent = session.synset(pointer.target) { next.append(parent) }
        }
      }
      level = next
    }
  }

  private mutating func addKindPoles(_ id: SynsetID, _ synset: Synset, _ rank: UInt8) {
    var level = [(id, synset)]
    for depth in 0...WordFeatures.kindLevels {
      var next: [(SynsetID, Synset)] = []
      for (id, synset) in level {
        features.kindPoles.append(Ranked(id, rank))
        for pointer in synset.pointers(.antonym) { features.opposedKindPoles.append(Ranked(pointer.target, rank)) }
        guard depth < WordFeatures.kindLevels else { continue }
        for pointer in synset.pointers(.hypernym) {
          if let parent = session.synset(pointer.target) { next.append((pointer.target, parent)) }
        }
      }
      level = next
    }
  }

  /// The antonyms of the word's synonyms in any of their common senses.
  private mutating func addExtended(_ synset: Synset, _ own: String, _ pos: PartOfSpeech) {
    guard let wordNet = session.lexicon.wordNet else { return }
    for word in synset.words where word != own && !word.contains("_") {
      for id in wordNet.synsets(of: Array(word.utf8), pos).prefix(WordFeatures.glossSense) {
        // Most synsets have no antonym; looking for the word among their words costs more than asking.
        guard let other = session.synset(id), other.pointers.contains(where: { $0.kind == .antonym }),
          let number = other.words.firstIndex(of: word)
        else { continue }
        for pointer in other.pointers(.antonym) where Int(pointer.sourceWord) == number + 1 {
          guard let words = session.synset(pointer.target)?.words, pointer.targetWord > 0, Int(pointer.targetWord) <= words.count
          else { continue }
          features.extendedAntonyms.append(session.id(for: words[Int(pointer.targetWord) - 1]))
        }
      }
    }
  }

  /// What the own list opposes to the word's synonyms.
  private mutating func addListedOpposites(_ synset: Synset, _ own: String) {
    for word in synset.words where word != own {
      features.extendedOpposites += session.lexicon.lists.opposites.memberships(
        of: word.contains("_") ? word.split(separator: "_").joined(separator: " ") : word)
    }
  }

  private mutating func addNegatedBases(_ analysis: WordAnalysis) {
    for lemma in analysis.lemmas.isEmpty ? [Lemma(id: analysis.id, text: analysis.text, pos: .adjective)] : analysis.lemmas {
      for base in NegativeAffix.bases(of: lemma.text) where session.isNegation(of: base, lemma, antonyms: features.antonyms) {
        let id = session.id(for: base.text)
        features.negatedBases += [id] + session.lemmas(of: id).map(\.id)
        features.negatedStems.append(session.stem(of: id))
      }
      if lemma.text.hasSuffix("ful") { features.positiveBases.append(session.id(for: lemma.text.dropLast(3))) }
    }
  }
}

/// Words that are the negation of another by their form: un-, non-, in- (im-, il-, ir-), dis-, mis-, -less.
///
/// "Anti-" says against what a thing is, not what it is not: an anti-submarine ship, an anti-epidemic measure.
enum NegativeAffix {
  /// A base that a word may negate.
  struct Base: Hashable, Sendable {
    var text: String
    /// True for affixes that often mean something else (display, instant, mistake): WordNet must know the two as antonyms.
    var needsProof: Bool
  }

  /// The bases of a lower-case lemma, whether or not they are words.
  static func bases(of lemma: String) -> [Base] {
    var bases: [Base] = []
    for affix in prefixes where lemma.hasPrefix(affix.text) && lemma.utf8.count >= affix.text.utf8.count + shortestBase {
      var base = lemma.dropFirst(affix.text.count)
      if base.first == "-" { base = base.dropFirst() }
      bases.append(Base(text: String(base), needsProof: affix.needsProof))
    }
    if lemma.hasSuffix("less"), lemma.utf8.count >= 4 + shortestBase {
      bases.append(Base(text: String(lemma.dropLast(4)), needsProof: false))
    }
    return bases
  }

  private static let shortestBase = 3
  private static let prefixes: [(text: String, needsProof: Bool)] = [
    ("un", false), ("non", false), ("in", true), ("im", true), ("il", true), ("ir", true), ("dis", true), ("mis", true),
  ]
}
