import Alignment
import Articles
import Lexicon
import Resources
import Tables
import Text

/// Whether two spellings are one word, one of them wrong or written otherwise.
enum Spelling {
  /// One edit apart (two in long words), and one of the two is in no dictionary, or both are short function words: "then",
  /// "than".
  ///
  /// Without a dictionary every word may be the wrong one. A prefix more is another word.
  static func isSlip(_ x: WordNumber, _ y: WordNumber, _ knowledge: WordKnowledge) -> Bool {
    let (first, second) = (Array(knowledge.words.bytes(x)), Array(knowledge.words.bytes(y)))
    guard min(first.count, second.count) >= shortest, !first.reversed().starts(with: second.reversed()),
      !second.reversed().starts(with: first.reversed())
    else { return false }
    if EditDistance.isAtMost(min(first.count, second.count) >= long ? 2 : 1, first, second) {
      let known = (knowledge.traits(x).contains(.known), knowledge.traits(y).contains(.known))
      if known.0 != known.1 || !known.0 && !knowledge.session.lexicon.hasWordNet { return true }
      if !known.0, min(first.count, second.count) >= long { return true }
      return knowledge.isStop(x) && knowledge.isStop(y)
    }
    return false
  }

  /// The letters of words in a row, without blanks, hyphens and apostrophes.
  static func joined(_ positions: Set<Int>, _ side: SentenceSide, _ knowledge: WordKnowledge) -> [UInt8] {
    positions.sorted().flatMap {
      knowledge.words.bytes(side.ids[$0]).filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "'") }
    }
  }

  private static let shortest = 4
  private static let long = 7
}

/// Words that do not belong to English.
struct StrayWords {
  enum Kind {
    case unknown, accented, function, script

    var rule: DriftRuleID {
      switch self {
      case .unknown: .languageUnknown
      case .accented: .languageAccented
      case .function: .languageFunction
      case .script: .languageScript
      }
    }

    var confidence: Double {
      let tuning = DriftTuning.standard.languages
      return switch self {
      case .unknown: tuning.unknown
      case .accented, .script: tuning.foreignLetters
      case .function: tuning.function
      }
    }
  }

  private let knowledge: WordKnowledge
  private let foreign: WordSet
  private let unknown = WordMemo<Bool>()
  private let nearKnown = WordMemo<Bool>()

  init(_ resources: DriftResources) {
    knowledge = resources.knowledge
    var words = WordSet()
    for language in Languages.all where language != Languages.english {
      for word in Languages.functionWords(of: language) where word.utf8.count >= 2 {
        words.insert(resources.words.id(of: String(word)))
      }
    }
    foreign = words
  }

  /// Without WordNet every word is unknown.
  var isUsable: Bool { knowledge.session.lexicon.hasWordNet }

  /// What makes the word at a position a stray one, or nil.
  func kind(_ side: SentenceSide, _ position: Int) -> Kind? {
    let token = side.token(position)
    guard token.kind == .word, !token.shape.contains(.clitic), !token.shape.contains(.dotted), !token.shape.contains(.allCapitals)
    else { return nil }
    if token.shape.contains(.nonASCII), let ends = knowledge.words.ends(token.word), ends.first >= 0xCD { return .script }
    guard isUnknown(token.word) else { return nil }
    let text = knowledge.words.bytes(token.word)
    // "nN073": a code of the page.
    guard !text.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    if token.shape.contains(.capitalised) {
      return token.shape.contains(.sentenceStart) && foreign.contains(token.word) ? .function : nil
    }
    if token.shape.contains(.nonASCII) { return .accented }
    if foreign.contains(token.word) { return .function }
    return text.count >= 4 ? .unknown : nil
  }

  /// No function word, not in WordNet, and not composed of known parts.
  func isUnknown(_ word: WordNumber) -> Bool { unknown.value(of: word) { findUnknown(word) } }

  private func findUnknown(_ word: WordNumber) -> Bool {
    let traits = knowledge.traits(word)
    if !traits.isDisjoint(with: [.known, .stop, .nonWord]) { return false }
    let text = knowledge.words.string(word)
    guard !text.contains("-"), !text.contains("'"), !text.contains(".") else { return false }
    return !isCompound(text) && !hasKnownAffix(text)
  }

  /// Two neighbouring words of the other side written as one: "offtrack".
  func isJoined(_ word: WordNumber, in side: SentenceSide) -> Bool {
    let letters = knowledge.words.bytes(word)
    return zip(side.ids, side.ids.dropFirst()).contains { first, second in
      knowledge.words.length(first) + knowledge.words.length(second) == letters.count
        && letters.elementsEqual(knowledge.words.bytes(first) + knowledge.words.bytes(second))
    }
  }

  /// A slip of at most two letters, which `fluency` reports; another ending in a vowel is rather the word of another language
  /// (depression, depressione).
  func isMisspelling(plain: WordNumber, broken: WordNumber) -> Bool {
    let x = Array(knowledge.words.bytes(plain))
    let y = Array(knowledge.words.bytes(broken))
    guard EditDistance.isAtMost(2, x, y) else { return false }
    guard let last = y.last, let end = x.last, last != end,
      "aeio".utf8.contains(last) || !EditDistance.isAtMost(1, x, y) && last == UInt8(ascii: "y")
    else { return true }
    return y.count > 1 && y[y.count - 2] == last || x.count > 1 && x[x.count - 2] == last
  }

  /// One letter more, less or other, or two exchanged, make a known word of it.
  func isNearKnown(_ word: WordNumber) -> Bool { nearKnown.value(of: word) { findNearKnown(word) } }

  private func findNearKnown(_ word: WordNumber) -> Bool {
    let letters = Array(knowledge.words.bytes(word))
    guard letters.count >= 4, letters.count <= 24 else { return false }
    for index in letters.indices {
      var shorter = letters
      shorter.remove(at: index)
      if isKnown(shorter) { return true }
      if index + 1 < letters.count {
        var exchanged = letters
        exchanged.swapAt(index, index + 1)
        if isKnown(exchanged) { return true }
      }
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
        var other = letters
        other[index] = letter
        if isKnown(other) { return true }
        var longer = letters
        longer.insert(letter, at: index)
        if isKnown(longer) { return true }
      }
    }
    return false
  }

  private func isKnown(_ letters: [UInt8]) -> Bool {
    guard let wordNet = knowledge.session.lexicon.wordNet else { return false }
    return PartOfSpeech.allCases.contains { wordNet.contains(letters, $0) }
  }

  /// Two known words of at least four letters each.
  private func isCompound(_ text: String) -> Bool {
    let letters = Array(text.utf8)
    guard letters.count >= 8, letters.count <= 24 else { return false }
    return (4...letters.count - 4).contains { cut in
      isKnown(String(decoding: letters[..<cut], as: UTF8.self)) && isKnown(String(decoding: letters[cut...], as: UTF8.self))
    }
  }

  private static let prefixes = RuleWords.prefixes.words
  private static let suffixes = RuleWords.suffixes.words

  private func hasKnownAffix(_ text: String) -> Bool {
    for prefix in Self.prefixes where text.hasPrefix(prefix) && text.count - prefix.count >= 4 {
      if isKnown(String(text.dropFirst(prefix.count))) { return true }
    }
    for suffix in Self.suffixes where text.hasSuffix(suffix) && text.count - suffix.count >= 4 {
      if isKnown(String(text.dropLast(suffix.count))) { return true }
    }
    return false
  }

  private func isKnown(_ text: String) -> Bool { knowledge.session.isKnown(knowledge.session.id(for: text)) }
}
