package import Lexicon
package import Text

/// What the lexicon knows about words, by their numbers in one ``WordTable``, remembered for the session.
///
/// One a thread.
package final class WordKnowledge {
  package let words: WordTable
  package let session: LexiconSession
  private let likeness = AlignmentTuning.standard.likeness
  private let stops: WordSet
  private let weighty: WordSet
  private let pronouns: WordSet
  private let auxiliaries: WordSet
  // One thread's own and never entered twice: asking at run time whether a table is in use would cost as much as reading it.
  @exclusivity(unchecked) private var lexical: [WordID?] = []
  @exclusivity(unchecked) private var traitsByWord: [WordTraits?] = []
  @exclusivity(unchecked) private var lemmas: [WordNumber?] = []
  @exclusivity(unchecked) private var classes: [UInt8?] = []
  @exclusivity(unchecked) private var verbs: [[WordNumber]?] = []
  @exclusivity(unchecked) private var stances: [String??] = []
  @exclusivity(unchecked) private var negations: [String??] = []
  @exclusivity(unchecked) private var units: [UnitList.Unit??] = []
  @exclusivity(unchecked) private var affiliations: [Affiliation?] = []
  @exclusivity(unchecked) private var similarities = PairCache<Float>(bits: 15)
  @exclusivity(unchecked) private var nameSimilarities = PairCache<Float>(bits: 14)
  @exclusivity(unchecked) private var aliases = PairCache<Bool>(bits: 14)
  @exclusivity(unchecked) private var sameNames = PairCache<Bool>(bits: 15)
  @exclusivity(unchecked) private var nameForms: [NameForm?] = []

  /// What a name stands for.
  private struct Affiliation {
    var countries: [Int32] = []
    var organisations: [Int32] = []

    func shares(with other: Affiliation) -> Bool {
      countries.contains(where: other.countries.contains) || organisations.contains(where: other.organisations.contains)
    }
  }

  package init(words: WordTable, lexicon: LexiconSession) {
    self.words = words
    session = lexicon
    let function = FunctionWords(language: lexicon.lexicon.language)
    stops = WordSet(function.all, in: words)
    weighty = WordSet(function.weighty, in: words)
    pronouns = WordSet(function.pronouns, in: words)
    auxiliaries = WordSet(function.auxiliaries, in: words)
  }

  // MARK: Words

  /// The word's number in the lexicon's own count.
  package func lexiconID(_ word: WordNumber) -> WordID {
    grow(to: word)
    if let known = lexical[Int(word)] { return known }
    let id = session.id(for: words.string(word))
    lexical[Int(word)] = id
    return id
  }

  package func traits(_ word: WordNumber) -> WordTraits {
    grow(to: word)
    if let known = traitsByWord[Int(word)] { return known }
    let traits = computeTraits(word)
    traitsByWord[Int(word)] = traits
    return traits
  }

  package func isStop(_ word: WordNumber) -> Bool { stops.contains(word) }

  /// True for articles, prepositions, pronouns and the like, which say nothing alone; false for "very", "only", "some".
  package func isLight(_ word: WordNumber) -> Bool { stops.contains(word) && !weighty.contains(word) }

  /// One base form that stands for all shapes of a word: the shortest, the first in the alphabet among equals.
  package func lemma(_ word: WordNumber) -> WordNumber {
    grow(to: word)
    if let known = lemmas[Int(word)] { return known }
    var lemma = word
    if !stops.contains(word), !isNonWord(word) {
      let forms = session.lemmas(of: lexiconID(word)).map(\.text)
      if let best = forms.min(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }) { lemma = words.id(of: best) }
    }
    grow(to: max(word, lemma))
    lemmas[Int(word)] = lemma
    return lemma
  }

  /// True when some base form has that word class.
  package func canBe(_ pos: PartOfSpeech, _ word: WordNumber) -> Bool {
    grow(to: word)
    if let known = classes[Int(word)] { return known >> pos.rawValue & 1 == 1 }
    let id = lexiconID(word)
    let bits = PartOfSpeech.allCases.reduce(UInt8(0)) { $0 | (session.canBe($1, id) ? 1 << $1.rawValue : 0) }
    classes[Int(word)] = bits
    return bits >> pos.rawValue & 1 == 1
  }

  /// The base forms of a word as a verb; empty for a word that is none.
  package func verbLemmas(_ word: WordNumber) -> [WordNumber] {
    grow(to: word)
    if let known = verbs[Int(word)] { return known }
    let lemmas = session.lemmas(of: lexiconID(word)).filter { $0.pos == .verb }.map { words.id(of: $0.text) }
    verbs[Int(word)] = lemmas
    return lemmas
  }

  /// The stance that a verb of saying takes ("neutral", "deny"), nil for any other word.
  package func reportingStance(_ word: WordNumber) -> String? {
    grow(to: word)
    if let known = stances[Int(word)] { return known }
    let stance = session.value(in: session.lexicon.lists.reportingVerbs, lexiconID(word))
    stances[Int(word)] = .some(stance)
    return stance
  }

  /// How a word negates ("explicit", "implicit"), nil for one that does not.
  package func negation(_ word: WordNumber) -> String? {
    grow(to: word)
    if let known = negations[Int(word)] { return known }
    let negation = session.value(in: session.lexicon.lists.negators, lexiconID(word))
    negations[Int(word)] = .some(negation)
    return negation
  }

  /// The unit of measure that a word stands for, or nil.
  package func unit(_ word: WordNumber) -> UnitList.Unit? {
    grow(to: word)
    if let known = units[Int(word)] { return known }
    let unit = session.lexicon.lists.units.unit(of: words.string(word))
    units[Int(word)] = .some(unit)
    return unit
  }

  private func isNonWord(_ word: WordNumber) -> Bool {
    guard let first = words.bytes(word).first else { return true }
    return first < 0x80 && !(first >= 0x61 && first <= 0x7A) && first != UInt8(ascii: "'")
  }

  private func computeTraits(_ word: WordNumber) -> WordTraits {
    if isNonWord(word) { return .nonWord }
    var traits: WordTraits = []
    if stops.contains(word) { traits.formUnion([.stop, .known, .common]) }
    if pronouns.contains(word) { traits.insert(.pronoun) }
    if auxiliaries.contains(word) { traits.formUnion([.auxiliary, .verb]) }
    let id = lexiconID(word)
    for lemma in session.lemmas(of: id) {
      switch lemma.pos {
      case .noun: traits.insert(.noun)
      case .verb: traits.insert(.verb)
      case .adverb: traits.insert(.adverb)
      default: traits.insert(.adjective)
      }
    }
    if session.isKnown(id) {
      traits.insert(.known)
      if !session.isInstanceOnly(id) { traits.insert(.common) }
    }
    return traits
  }

  private func grow(to word: WordNumber) {
    guard Int(word) >= lexical.count else { return }
    let count = max(Int(word) + 1, lexical.count * 2, 1024)
    lexical.append(contentsOf: repeatElement(nil, count: count - lexical.count))
    traitsByWord.append(contentsOf: repeatElement(nil, count: count - traitsByWord.count))
    lemmas.append(contentsOf: repeatElement(nil, count: count - lemmas.count))
    classes.append(contentsOf: repeatElement(nil, count: count - classes.count))
    verbs.append(contentsOf: repeatElement(nil, count: count - verbs.count))
    stances.append(contentsOf: repeatElement(nil, count: count - stances.count))
    negations.append(contentsOf: repeatElement(nil, count: count - negations.count))
    units.append(contentsOf: repeatElement(nil, count: count - units.count))
    affiliations.append(contentsOf: repeatElement(nil, count: count - affiliations.count))
    nameForms.append(contentsOf: repeatElement(nil, count: count - nameForms.count))
  }

  // MARK: Pairs of words

  /// How two words are related, the first seen from the second's place; see ``Lexicon/WordRelation``.
  package func relation(_ a: WordNumber, _ b: WordNumber) -> WordRelation {
    session.relation(lexiconID(a), lexiconID(b))
  }

  /// Base similarity of two content words, 0 to 1, symmetric, 1 for the same word; see ``Lexicon/WordRelation/similarity``.
  package func similarity(_ a: WordNumber, _ b: WordNumber) -> Float {
    if a == b { return 1 }
    let key = Self.key(a, b)
    if let known = similarities.value(for: key) { return known }
    var similarity = Float(relation(a, b).similarity)
    if similarity == 0, !traits(a).contains(.known) || !traits(b).contains(.known) { similarity = spellingSimilarity(a, b) }
    similarities.insert(similarity, for: key)
    return similarity
  }

  /// .75 for a word and its misspelling, else 0.
  private func spellingSimilarity(_ a: WordNumber, _ b: WordNumber) -> Float {
    let first = Array(words.bytes(a))
    let second = Array(words.bytes(b))
    return first.count > 3 && second.count > 3 && JaroWinkler.similarity(first, second) > likeness.spelling
      ? likeness.misspelt : 0
  }

  /// Similarity of two words of names: aliases .8, the same letters when transliterated or nearly the same spelling .75, else 0.
  package func nameSimilarity(_ a: WordNumber, _ b: WordNumber) -> Float {
    if a == b { return 1 }
    let key = Self.key(a, b)
    if let known = nameSimilarities.value(for: key) { return known }
    let value: Float
    if areAliases(a, b) || isPart(a, of: b) || isPart(b, of: a) {
      value = likeness.alias
    } else {
      let first = nameForm(a)
      let second = nameForm(b)
      value =
        first.folded == second.folded || JaroWinkler.similarity(first.letters, second.letters) > likeness.spelling
        ? likeness.sameName : 0
    }
    nameSimilarities.insert(value, for: key)
    return value
  }

  /// "Assad" and "al-Assad": the last part of a compound with a hyphen, of three letters at least.
  package func isPart(_ short: WordNumber, of long: WordNumber) -> Bool {
    guard let one = words.ends(short), let other = words.ends(long), one.last == other.last else { return false }
    let (part, whole) = (words.bytes(short), words.bytes(long))
    return part.count >= 3 && whole.count > part.count + 1 && whole.suffix(part.count).elementsEqual(part)
      && whole.dropLast(part.count).last == UInt8(ascii: "-")
  }

  /// One name in another form: alias, derivation, inflection, transliteration, or the last part of a compound.
  package func areOneName(_ a: WordNumber, _ b: WordNumber) -> Bool {
    if a == b { return true }
    let key = Self.key(a, b)
    if let known = sameNames.value(for: key) { return known }
    let value = areAliases(a, b) || isPart(a, of: b) || isPart(b, of: a) || nameForm(a).folded == nameForm(b).folded
    sameNames.insert(value, for: key)
    return value
  }

  private static func key(_ a: WordNumber, _ b: WordNumber) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }

  /// Two names of one country or organisation, or a country and its adjective.
  package func areAliases(_ a: WordNumber, _ b: WordNumber) -> Bool {
    if a == b { return true }
    let key = Self.key(a, b)
    if let known = aliases.value(for: key) { return known }
    let value = findAlias(a, b)
    aliases.insert(value, for: key)
    return value
  }

  private func findAlias(_ a: WordNumber, _ b: WordNumber) -> Bool {
    affiliation(a).shares(with: affiliation(b)) || session.areForms(lexiconID(a), lexiconID(b))
  }

  private func affiliation(_ word: WordNumber) -> Affiliation {
    grow(to: word)
    if let known = affiliations[Int(word)] { return known }
    let name = words.string(word)
    let affiliation = Affiliation(
      countries: session.lexicon.lists.places.places(of: name).map(\.country),
      organisations: session.lexicon.lists.organisations.organisations(of: name))
    affiliations[Int(word)] = affiliation
    return affiliation
  }

  /// A name's letters without accents and what transliteration leaves of them.
  package func nameForm(_ word: WordNumber) -> NameForm {
    grow(to: word)
    if let known = nameForms[Int(word)] { return known }
    let form = NameForm(Array(words.bytes(word)))
    nameForms[Int(word)] = form
    return form
  }
}
