/// What the relations of a word are computed from: sorted arrays, made once for a word, so that a pair costs a few merges.
struct WordFeatures: Sendable {
  /// Synsets of the word's lemmas.
  var synsets: [Ranked] = []
  /// Words of synsets: the word itself.
  var senses: [Ranked] = []
  /// Direct antonyms.
  var antonyms: [Ranked] = []
  /// Own synsets and the heads of the adjective clusters they belong to.
  var poles: [Ranked] = []
  /// Synsets opposed to the poles.
  var opposedPoles: [Ranked] = []
  /// Verb and noun synsets and their hypernyms, two levels up; and the synsets opposed to them.
  var kindPoles: [Ranked] = []
  var opposedKindPoles: [Ranked] = []
  /// Words one derivation away, and their antonyms.
  var derivations: [Ranked] = []
  var derivedAntonyms: [Ranked] = []
  /// Hypernym synsets by level: element 0 one level up.
  var ancestors: [[Ranked]] = []
  /// Lemmas that are antonyms of a synonym.
  var extendedAntonyms: [WordID] = []
  /// Lemmas that the word negates by prefix or suffix, and the base of a word in -ful.
  var negatedBases: [WordID] = []
  /// Stems of those bases: "impossible" negates "possibility" too.
  var negatedStems: [WordID] = []
  var positiveBases: [WordID] = []
  /// Hashes of the words of its definitions, sorted.
  var glossWords: [UInt64] = []
  var opposites: [OppositeList.Membership] = []
  /// Places of the synonyms in the own list of opposites.
  var extendedOpposites: [OppositeList.Membership] = []
  var groups: [Int32] = []
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
