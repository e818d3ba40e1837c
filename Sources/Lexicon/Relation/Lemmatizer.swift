/// Base forms of English words by WordNet's "morphy" scheme: exceptions first, then detachment rules, each result looked up.
///
/// All word classes are kept: "left" is both "left" and "leave". No tagger is needed where two words are compared.
struct Lemmatizer: Sendable {
  let lexicon: Lexicon

  /// A base form and its word class.
  struct Base: Hashable, Sendable {
    var text: String
    var pos: PartOfSpeech
  }

  /// Base forms of a lower-case word, or of a phrase whose first word is inflected ("went up").
  ///
  /// Without WordNet only those that the own lists know.
  func bases(of word: String) -> [Base] {
    if let blank = word.firstIndex(of: " ") { return phraseBases(word[..<blank], rest: word[blank...]) }
    var bases: [Base] = []
    for pos in PartOfSpeech.allCases { collect(word, pos, into: &bases) }
    let folded = lexicon.lists.spelling.fold(word)
    if folded != word { for pos in PartOfSpeech.allCases { collect(folded, pos, into: &bases) } }
    return bases
  }

  private func phraseBases(_ first: Substring, rest: Substring) -> [Base] {
    var verbs: [Base] = []
    collect(String(first), .verb, into: &verbs)
    let phrases = [Base(text: String(first) + rest, pos: .verb)] + verbs.map { Base(text: $0.text + rest, pos: .verb) }
    var known = PartOfSpeech.allCases.flatMap { pos in phrases.map { Base(text: $0.text, pos: pos) } }.filter {
      isBase($0.text, $0.pos)
    }
    if known.isEmpty { known = phrases.filter { isListed($0.text) } }
    return known
  }

  private func collect(_ word: String, _ pos: PartOfSpeech, into bases: inout [Base]) {
    func add(_ text: String) {
      let base = Base(text: text, pos: pos)
      if !bases.contains(base), isBase(text, pos) { bases.append(base) }
    }
    lexicon.wordNet?.irregularBases(of: Array(word.utf8), pos).forEach(add)
    add(word)
    for rule in Self.rules(pos) where word.utf8.count > rule.ending.utf8.count + 1 && word.hasSuffix(rule.ending) {
      let stem = word.dropLast(rule.ending.count)
      add(String(stem) + rule.replacement)
      if rule.undoubles, let single = Self.undoubled(stem) { add(single) }
    }
  }

  /// "plann" to "plan"; nil when the stem ends in no doubled consonant.
  private static func undoubled(_ stem: Substring) -> String? {
    let bytes = stem.utf8
    guard bytes.count >= 4, let last = bytes.last, last == bytes.dropLast().last,
      !"aeiouls".utf8.contains(last) || last == UInt8(ascii: "l")
    else { return nil }
    return String(stem.dropLast())
  }

  private func isBase(_ text: String, _ pos: PartOfSpeech) -> Bool {
    guard let wordNet = lexicon.wordNet else { return isListed(text) }
    return wordNet.contains(Self.key(text), pos)
  }

  private func isListed(_ text: String) -> Bool {
    let lists = lexicon.lists
    return !lists.opposites.memberships(of: text).isEmpty || !lists.synonyms.groups(of: text).isEmpty
      || !lists.scales.places(of: text).isEmpty || lists.reportingVerbs.value(of: text) != nil
  }

  /// The word as WordNet's index writes it: blanks are underscores.
  static func key(_ text: String) -> [UInt8] { text.utf8.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "_") : $0 } }

  struct Rule {
    var ending: String
    var replacement: String
    var undoubles = false
  }

  /// Detachment rules of morphy(7WN), with undoubling ("planned": "plan"), which WordNet leaves to its exception lists.
  static func rules(_ pos: PartOfSpeech) -> [Rule] {
    switch pos {
    case .noun: nounRules
    case .verb: verbRules
    case .adjective, .adverb: adjectiveRules
    }
  }

  private static let nounRules = [
    Rule(ending: "s", replacement: ""), Rule(ending: "ses", replacement: "s"), Rule(ending: "xes", replacement: "x"),
    Rule(ending: "zes", replacement: "z"), Rule(ending: "ches", replacement: "ch"), Rule(ending: "shes", replacement: "sh"),
    Rule(ending: "men", replacement: "man"), Rule(ending: "ies", replacement: "y"),
  ]
  private static let verbRules = [
    Rule(ending: "s", replacement: ""), Rule(ending: "ies", replacement: "y"), Rule(ending: "es", replacement: "e"),
    Rule(ending: "es", replacement: ""), Rule(ending: "ied", replacement: "y"), Rule(ending: "ed", replacement: "e"),
    Rule(ending: "ed", replacement: "", undoubles: true), Rule(ending: "ing", replacement: "e"),
    Rule(ending: "ing", replacement: "", undoubles: true),
  ]
  private static let adjectiveRules = [
    Rule(ending: "er", replacement: "", undoubles: true), Rule(ending: "est", replacement: "", undoubles: true),
    Rule(ending: "er", replacement: "e"), Rule(ending: "est", replacement: "e"), Rule(ending: "ier", replacement: "y"),
    Rule(ending: "iest", replacement: "y"),
  ]
}
