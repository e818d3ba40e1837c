internal import Tables

/// What the relations of a word are computed from: sorted sets, made once for a word, so that a pair costs a few merges.
///
/// A class, because handing out a structure of eighteen arrays costs eighteen counts of references a word of every pair.
final class WordFeatures: Sendable {
  /// Its senses and what is derived from it.
  let word: WordSenses
  /// Synsets of the word's lemmas.
  let synsets: RankedSet
  /// Direct antonyms.
  let antonyms: RankedSet
  /// Own synsets and the heads of the adjective clusters they belong to.
  let poles: RankedSet
  /// Synsets opposed to the poles.
  let opposedPoles: RankedSet
  /// Verb and noun synsets and their hypernyms, two levels up; and the synsets opposed to them.
  let kindPoles: RankedSet
  let opposedKindPoles: RankedSet
  /// Antonyms of words one derivation away.
  let derivedAntonyms: RankedSet
  /// Hypernym synsets by level: element 0 one level up.
  let ancestors: [RankedSet]
  /// Lemmas that are antonyms of a synonym.
  let extendedAntonyms: [WordID]
  /// Lemmas that the word negates by prefix or suffix, and the base of a word in -ful.
  let negatedBases: [WordID]
  /// Stems of those bases: "impossible" negates "possibility" too.
  let negatedStems: [WordID]
  let positiveBases: [WordID]
  /// Hashes of the words of its definitions.
  let glossWords: HashSet
  let opposites: [OppositeList.Membership]
  /// Places of the synonyms in the own list of opposites.
  let extendedOpposites: [OppositeList.Membership]
  let groups: [Int32]
  let contrasts: [OppositeList.Membership]
  /// 1 for a word of approval or benefit, -1 for one of blame or harm, 0 for all others.
  let valence: Int8

  init(_ draft: FeatureDraft, _ word: WordSenses) {
    self.word = word
    synsets = RankedSet(draft.synsets)
    antonyms = RankedSet(draft.antonyms)
    poles = RankedSet(draft.poles)
    opposedPoles = RankedSet(draft.opposedPoles)
    kindPoles = RankedSet(draft.kindPoles)
    opposedKindPoles = RankedSet(draft.opposedKindPoles)
    derivedAntonyms = RankedSet(draft.derivedAntonyms)
    ancestors = draft.ancestors.map(RankedSet.init)
    extendedAntonyms = draft.extendedAntonyms
    negatedBases = draft.negatedBases
    negatedStems = draft.negatedStems
    positiveBases = draft.positiveBases
    glossWords = HashSet(draft.glossWords)
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

/// The features of a word while they are collected; see ``WordFeatures`` for what each means.
struct FeatureDraft {
  var synsets: [Ranked] = []
  var antonyms: [Ranked] = []
  var poles: [Ranked] = []
  var opposedPoles: [Ranked] = []
  var kindPoles: [Ranked] = []
  var opposedKindPoles: [Ranked] = []
  var derivedAntonyms: [Ranked] = []
  var ancestors: [[Ranked]] = []
  var extendedAntonyms: [WordID] = []
  var negatedBases: [WordID] = []
  var negatedStems: [WordID] = []
  var positiveBases: [WordID] = []
  var glossWords: [UInt64] = []
  var opposites: [OppositeList.Membership] = []
  var extendedOpposites: [OppositeList.Membership] = []
  var groups: [Int32] = []
  var contrasts: [OppositeList.Membership] = []
  var valence: Int8 = 0
}

/// The senses of a word and what is derived from it: all that tells whether two words are one in another shape.
///
/// Names are held against every word of a sentence to see that; the rest of ``WordFeatures`` costs ten times as much and is made
/// only for words whose relation is asked for.
final class WordSenses: Sendable {
  /// Words of synsets: the word itself.
  let senses: RankedSet
  /// Words one derivation away.
  let derivations: RankedSet

  init(_ analysis: WordAnalysis, session: LexiconSession) {
    var senses: [Ranked] = []
    var derivations: [Ranked] = []
    if let wordNet = session.lexicon.wordNet {
      for lemma in analysis.lemmas {
        let key = Lemmatizer.key(lemma.text)
        let word = String(decoding: key, as: UTF8.self)
        for (index, id) in wordNet.synsets(of: key, lemma.pos).enumerated() {
          guard let synset = session.synset(id) else { continue }
          let rank = UInt8(clamping: index + 1)
          let number = synset.number(of: word)
          if number > 0 { senses.append(Ranked(SenseKey.pack(id, word: number), rank)) }
          guard index < WordFeatures.derivationSense else { continue }
          for pointer in synset.pointers where pointer.isDerivation(from: number) {
            derivations.append(Ranked(SenseKey.pack(pointer.target, word: pointer.targetWord), rank))
          }
        }
      }
    }
    self.senses = RankedSet(senses)
    self.derivations = RankedSet(derivations)
  }

  /// One is derived from the other, or both from a third.
  func areDerived(_ other: WordSenses) -> Bool {
    derivations.bestShared(other.senses) > 0 || other.derivations.bestShared(senses) > 0
      || derivations.bestShared(other.derivations) > 0
  }
}

/// A synset or a word of a synset with the sense rank through which it was reached.
struct Ranked: Sendable {
  var key: UInt64
  /// Sense number from 1.
  var rank: UInt8

  init(_ key: UInt64, _ rank: UInt8) {
    self.key = key
    self.rank = rank
  }

  init(_ synset: SynsetID, _ rank: UInt8) { self.init(UInt64(synset.rawValue), rank) }

  /// The lower of two ranks, 0 being none.
  static func lowest(_ first: UInt8, _ second: UInt8) -> UInt8 {
    first == 0 ? second : second == 0 ? first : min(first, second)
  }
}

/// Synsets or words of synsets that are held against those of other words: sorted by key, each key once with its lowest rank.
struct RankedSet: Sendable {
  let entries: [Ranked]
  private let keys: KeyMask

  init(_ found: [Ranked]) {
    var entries: [Ranked] = []
    entries.reserveCapacity(found.count)
    for entry in found.sorted(by: { ($0.key, $0.rank) < ($1.key, $1.rank) }) where entries.last?.key != entry.key {
      entries.append(entry)
    }
    self.entries = entries
    keys = KeyMask(entries.lazy.map(\.key))
  }

  /// The lowest over the shared keys of the higher of the two ranks; 0 when no key is shared.
  ///
  /// O(a + b), O(1) for most sets that share nothing.
  func bestShared(_ other: RankedSet) -> UInt8 {
    guard keys.mayMeet(other.keys) else { return 0 }
    let (first, second) = (entries, other.entries)
    var i = 0
    var j = 0
    var best: UInt8 = 0
    while i < first.count, j < second.count {
      if first[i].key < second[j].key {
        i += 1
      } else if first[i].key > second[j].key {
        j += 1
      } else {
        let rank = max(first[i].rank, second[j].rank)
        if best == 0 || rank < best { best = rank }
        i += 1
        j += 1
      }
    }
    return best
  }
}

/// A set of hashes, sorted, each perhaps several times.
struct HashSet: Sendable {
  private let hashes: [UInt64]
  private let keys: KeyMask

  init(_ found: [UInt64]) {
    hashes = found.sorted()
    keys = KeyMask(found)
  }

  /// Whether one of `others`, of which `mask` tells, is in the set.
  ///
  /// O(log n) for each of them, O(1) for most that are not.
  func contains(anyOf others: [UInt64], _ mask: KeyMask) -> Bool { keys.mayMeet(mask) && others.contains(where: contains) }

  private func contains(_ hash: UInt64) -> Bool {
    let place = hashes.partitioningIndex { $0 >= hash }
    return place < hashes.count && hashes[place] == hash
  }
}

/// One bit for each key of a small set: two sets without a bit in common have no key in common.
struct KeyMask: Sendable {
  private var bits = SIMD4<UInt64>()

  init(_ keys: some Sequence<UInt64>) {
    for key in keys {
      let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 56)
      bits[place >> 6] |= 1 << UInt64(place & 63)
    }
  }

  func mayMeet(_ other: KeyMask) -> Bool {
    let common = bits & other.bits
    return common[0] | common[1] | common[2] | common[3] != 0
  }
}

/// One word of one synset.
struct SenseKey {
  /// Word numbers count from 1; synsets have fewer than 256 words.
  static func pack(_ synset: SynsetID, word: UInt8) -> UInt64 { UInt64(synset.rawValue) << 8 | UInt64(word) }
  static func synset(_ key: UInt64) -> UInt64 { key >> 8 }
}
