/// What the relations of a word are computed from: sorted arrays, made once for a word, so that a pair costs a few merges.
///
/// A class, because handing out a structure of eighteen arrays costs eighteen counts of references a word of every pair.
final class WordFeatures: Sendable {
  /// Synsets of the word's lemmas.
  let synsets: [Ranked]
  /// Words of synsets: the word itself.
  let senses: [Ranked]
  /// Direct antonyms.
  let antonyms: [Ranked]
  /// Own synsets and the heads of the adjective clusters they belong to.
  let poles: [Ranked]
  /// Synsets opposed to the poles.
  let opposedPoles: [Ranked]
  /// Verb and noun synsets and their hypernyms, two levels up; and the synsets opposed to them.
  let kindPoles: [Ranked]
  let opposedKindPoles: [Ranked]
  /// Words one derivation away, and their antonyms.
  let derivations: [Ranked]
  let derivedAntonyms: [Ranked]
  /// Hypernym synsets by level: element 0 one level up.
  let ancestors: [[Ranked]]
  /// Lemmas that are antonyms of a synonym.
  let extendedAntonyms: [WordID]
  /// Lemmas that the word negates by prefix or suffix, and the base of a word in -ful.
  let negatedBases: [WordID]
  /// Stems of those bases: "impossible" negates "possibility" too.
  let negatedStems: [WordID]
  let positiveBases: [WordID]
  /// Hashes of the words of its definitions, sorted.
  let glossWords: [UInt64]
  let opposites: [OppositeList.Membership]
  /// Places of the synonyms in the own list of opposites.
  let extendedOpposites: [OppositeList.Membership]
  let groups: [Int32]
  let contrasts: [OppositeList.Membership]
  /// 1 for a word of approval or benefit, -1 for one of blame or harm, 0 for all others.
  let valence: Int8

  init(_ draft: FeatureDraft, _ word: WordSenses) {
    synsets = draft.synsets
    senses = word.senses
    antonyms = draft.antonyms
    poles = draft.poles
    opposedPoles = draft.opposedPoles
    kindPoles = draft.kindPoles
    opposedKindPoles = draft.opposedKindPoles
    derivations = word.derivations
    derivedAntonyms = draft.derivedAntonyms
    ancestors = draft.ancestors
    extendedAntonyms = draft.extendedAntonyms
    negatedBases = draft.negatedBases
    negatedStems = draft.negatedStems
    positiveBases = draft.positiveBases
    glossWords = draft.glossWords
    opposites = draft.opposites
    extendedOpposites = draft.extendedOpposites
    groups = draft.groups
    contrasts = draft.contrasts
    valence = draft.valence
  }
}

extension WordFeatures {
  /// Limits that keep words with dozens of senses cheap; rarer senses say little.
  static let deepestSense = 6
  static let derivationSense = 10
  static let glossSense = 3
  static let levels = 3
  static let kindLevels = 2
  static let listedSense = 2
}
