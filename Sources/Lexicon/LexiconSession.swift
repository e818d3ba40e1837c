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
  /// One bit for each word class that some lemma has.
  private let classes: UInt8

  init(id: WordID, text: String, lemmas: [Lemma], stem: WordID, fold: WordID) {
    self.id = id
    self.text = text
    self.lemmas = lemmas
    lemmaIDs = lemmas.map(\.id).sorted()
    self.stem = stem
    self.fold = fold
    classes = lemmas.reduce(0) { $0 | 1 << $1.pos.rawValue }
  }

  func canBe(_ pos: PartOfSpeech) -> Bool { classes >> pos.rawValue & 1 == 1 }
}

/// Look-ups in a ``Lexicon`` with caches by word and by pair, in front of what all sessions share.
///
/// One for each worker: not safe to share between threads.
package final class LexiconSession {
  package let lexicon: Lexicon
  private let stemmer: Stemmer
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
    stemmer = Stemmer(language: lexicon.language)
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
    return lower.contains("\u{2019}") ? String(lower.map { $0 == "\u{2019}" ? "'" : $0 }) : lower
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
    return PartOfSpeech.allCases.map { lemma(stem, $0) }
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
      // Each of two words may be the wider one in some sense: the alphabet decides, not which of them was met first.
      relation = text(of: low) < text(of: high) ? computeRelation(low, high) : computeRelation(high, low).reversed
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
