internal import Tables

/// A word as a session knows it: a small number that stands for its lower-case text.
///
/// Valid in the session that gave it.
package struct WordID: Hashable, Comparable, Sendable {
  package let rawValue: UInt32
  package static func < (left: WordID, right: WordID) -> Bool { left.rawValue < right.rawValue }
}

/// A base form of a word.
package struct Lemma: Hashable, Sendable {
  package var id: WordID
  package var text: String
  package var pos: PartOfSpeech
}

/// A word's base forms and folds.
///
/// A class, as ``WordFeatures`` is: handing one out costs one count of references.
final class WordAnalysis: Sendable {
  let id: WordID
  let text: String
  let lemmas: [Lemma]
  /// Sorted ids of the lemmas.
  let lemmaIDs: [WordID]
  let stem: WordID
  /// The spelling shared by British, American, hyphenated and joined forms.
  let fold: WordID
  /// Hashes of the text and the lemmas, as definitions have them.
  let hashes: [UInt64]
  let hashMask: KeyMask
  /// One bit for each word class that some lemma has.
  private let classes: UInt8

  init(id: WordID, text: String, lemmas: [Lemma], stem: WordID, fold: WordID) {
    self.id = id
    self.text = text
    self.lemmas = lemmas
    lemmaIDs = lemmas.map(\.id).sorted()
    self.stem = stem
    self.fold = fold
    hashes = Self.hashes(text, lemmas)
    hashMask = KeyMask(hashes)
    classes = lemmas.reduce(0) { $0 | 1 << $1.pos.rawValue }
  }

  func canBe(_ pos: PartOfSpeech) -> Bool { classes >> pos.rawValue & 1 == 1 }

  /// The hash of each different text; a word has one base form for the most, in several word classes.
  private static func hashes(_ text: String, _ lemmas: [Lemma]) -> [UInt64] {
    var hashes = [FNV1a.hash(text.utf8)]
    var last: WordID?
    for lemma in lemmas where lemma.id != last {
      last = lemma.id
      let hash = FNV1a.hash(lemma.text.utf8)
      if !hashes.contains(hash) { hashes.append(hash) }
    }
    return hashes
  }
}

/// Look-ups in a ``Lexicon`` with caches by word and by pair, in front of what all sessions share.
///
/// One for each worker: not safe to share between threads.
package final class LexiconSession {
  package let lexicon: Lexicon
  private let stemmer: StringStemmer
  private let shared: SharedWords
  private let lemmatizer: Lemmatizer
  // One thread's own and never entered twice: asking at run time whether a table is in use would cost as much as reading it.
  @exclusivity(unchecked) private var ids: [String: WordID] = [:]
  @exclusivity(unchecked) private var analyses: [WordAnalysis?] = []
  @exclusivity(unchecked) private var features: [WordFeatures?] = []
  @exclusivity(unchecked) private var senses: [WordSenses?] = []
  @exclusivity(unchecked) private var synsets: [SynsetID: Synset] = [:]
  @exclusivity(unchecked) private var pairs = PairCache<WordRelation>(bits: 17)

  package init(_ lexicon: Lexicon = .standard) {
    self.lexicon = lexicon
    lemmatizer = Lemmatizer(lexicon: lexicon)
    stemmer = StringStemmer(language: lexicon.language)
    shared = lexicon.words()
  }

  /// The id of a word; case and the shape of its apostrophe make no difference.
  package func id(for word: some StringProtocol) -> WordID {
    let text = Self.normalized(String(word))
    if let id = ids[text] { return id }
    let id = shared.id(of: text)
    ids[text] = id
    return id
  }

  private static func normalized(_ word: String) -> String {
    if word.utf8.allSatisfy({ $0 < 0x80 && !($0 >= 0x41 && $0 <= 0x5A) }) { return word }
    let lower = word.lowercased()
    return hasCurlyApostrophe(lower.utf8) ? String(lower.map { $0 == "\u{2019}" ? "'" : $0 }) : lower
  }

  /// Whether the three bytes of U+2019 stand in the text.
  private static func hasCurlyApostrophe(_ text: String.UTF8View) -> Bool {
    var last: (UInt8, UInt8) = (0, 0)
    for byte in text {
      if byte == 0x99, last == (0xE2, 0x80) { return true }
      last = (last.1, byte)
    }
    return false
  }

  package func text(of id: WordID) -> String { analysis(of: id).text }

  func analysis(of id: WordID) -> WordAnalysis {
    if let known = Self.value(of: id, in: analyses) { return known }
    let analysis = shared.analysis(of: id) { analyse(id, shared.text(of: id)) }
    Self.keep(analysis, of: id, in: &analyses)
    return analysis
  }

  private func analyse(_ id: WordID, _ text: String) -> WordAnalysis {
    let lemmas = lexicon.isStemming ? stems(of: text) : lemmatizer.bases(of: text).map { lemma($0.text, $0.pos) }
    let joined = text.contains("-") ? String(text.filter { $0 != "-" }) : text
    return WordAnalysis(
      id: id, text: text, lemmas: lemmas, stem: self.id(for: stemmer.stem(text)),
      fold: self.id(for: lexicon.lists.spelling.fold(joined)))
  }

  private static func value<Value>(of id: WordID, in values: [Value?]) -> Value? {
    Int(id.rawValue) < values.count ? values[Int(id.rawValue)] : nil
  }

  private static func keep<Value>(_ value: Value, of id: WordID, in values: inout [Value?]) {
    let needed = Int(id.rawValue) + 1
    if values.count < needed {
      values.append(contentsOf: repeatElement(nil, count: max(needed, values.count * 2, 1024) - values.count))
    }
    values[Int(id.rawValue)] = value
  }

  /// The stem as a base form in every word class, since which class a word has is not known.
  private func stems(of text: String) -> [Lemma] {
    let stem = Lexicon.stemMark + stemmer.stem(text)
    let id = id(for: stem)
    return PartOfSpeech.allCases.map { Lemma(id: id, text: stem, pos: $0) }
  }

  private func lemma(_ text: String, _ pos: PartOfSpeech) -> Lemma { Lemma(id: id(for: text), text: text, pos: pos) }

  func features(of id: WordID) -> WordFeatures {
    if let known = Self.value(of: id, in: features) { return known }
    let built = shared.features(of: id) { FeatureBuilder.build(analysis(of: id), session: self) }
    Self.keep(built, of: id, in: &features)
    return built
  }

  func senses(of id: WordID) -> WordSenses {
    if let known = Self.value(of: id, in: senses) { return known }
    let built = shared.senses(of: id) { WordSenses(analysis(of: id), session: self) }
    Self.keep(built, of: id, in: &senses)
    return built
  }

  /// A parsed synset, cached.
  func synset(_ id: SynsetID) -> Synset? {
    if let known = synsets[id] { return known }
    guard let parsed = lexicon.wordNet?.synset(id) else { return nil }
    synsets[id] = parsed
    return parsed
  }

  /// The relation of two words.
  ///
  /// A cached pair costs one look-up in a table of fixed size.
  package func relation(_ first: WordID, _ second: WordID) -> WordRelation {
    if first == second { return WordRelation(form: .same) }
    let (low, high) = first < second ? (first, second) : (second, first)
    let key = UInt64(low.rawValue) << 32 | UInt64(high.rawValue)
    let relation: WordRelation
    if let known = pairs.value(for: key) {
      relation = known
    } else {
      relation = computeRelation(low, high)
      pairs.insert(relation, for: key)
    }
    return first == low ? relation : relation.reversed
  }

  package func relation(_ first: some StringProtocol, _ second: some StringProtocol) -> WordRelation {
    relation(id(for: first), id(for: second))
  }

  /// The word part of the aligner's base similarity, see ``WordRelation/similarity``.
  package func similarity(_ first: WordID, _ second: WordID) -> Double {
    first == second ? 1 : relation(first, second).similarity
  }
}

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
