import Alignment
import Articles
import Lexicon
import Tables
import Text

/// Whether one word may stand for another where no dictionary of the language is at hand.
///
/// Another form, spelling or part of it, a word of one root in Arabic, or one of its group in section `synonyms` of the
/// language's file: what editors put for each other.
struct ReplacementLikeness {
  private let knowledge: WordKnowledge
  /// The groups of a word, or of a stem.
  private let groups: [WordNumber: [Int]]
  /// Words so wide that they may stand for any other: "people", "place".
  private let generic: WordSet
  private let isArabic: Bool
  /// Words are put together, the last saying what the thing is.
  private let hasCompounds: Bool
  private let forms = WordMemo<[UInt32]>()
  private let tuning = DriftTuning.standard.replacedWords

  init(_ resources: DriftResources) {
    knowledge = resources.knowledge
    isArabic = resources.data.language == .arabic
    hasCompounds = resources.data.language == .german
    var groups: [WordNumber: [Int]] = [:]
    for (index, words) in Self.lists(resources.data).enumerated() {
      for word in words {
        let id = resources.words.id(of: word)
        for key in Set([id, resources.knowledge.lemma(id)]) { groups[key, default: []].append(index) }
      }
    }
    self.groups = groups
    generic = resources.set(resources.data.phrases(.generic))
  }

  /// Groups of words of which one may stand for another: synonyms, verbs of saying but for denials, bounds of one kind.
  private static func lists(_ data: LanguageData) -> [[String]] {
    let synonyms = data.lines(.synonyms).map { $0.split(separator: ",").map { String($0.drop { $0 == " " }) } }
    var byValue: [Substring: [String]] = [:]
    for section in [LanguageData.Section.reporting, .bounds] {
      for line in data.lines(section) {
        let fields = line.split(separator: "\t")
        guard fields.count == 2 else { continue }
        byValue[section == .bounds || fields[1] == "deny" ? fields[1] : "say", default: []].append(String(fields[0]))
      }
    }
    return synonyms + byValue.sorted { $0.key < $1.key }.map(\.value)
  }

  func areAlike(_ x: WordNumber, _ y: WordNumber) -> Bool {
    if x == y || generic.contains(x) || generic.contains(y) || areOfOneGroup(x, y) || knowledge.areAliases(x, y) { return true }
    let relation = knowledge.relation(x, y)
    if relation.isSameWord || relation.isDerived || relation.isSynonym(upTo: 4) { return true }
    return areSpeltAlike(letters(x), letters(y))
  }

  /// Whether two words are written with the same root, as the forms of an Arabic verb are.
  func areOfOneRoot(_ x: WordNumber, _ y: WordNumber) -> Bool {
    let (first, second) = (letters(x), letters(y))
    if areOfOneRoot(first, second) { return true }
    let roots = [first, second].map { Self.root(ofVerb: $0) }
    return roots[0].count == tuning.root - 1 && roots[0] == roots[1]
  }

  /// The firm consonants of a verb without what conjugates it before them: "will visit", "visits" and "visited" share two.
  private static func root(ofVerb word: [UInt32]) -> [UInt32] {
    let conjugated = word.first == future ? word.dropFirst() : word[...]
    let verb = conjugated.first.map(persons.contains) == true && conjugated.count > 2 ? conjugated.dropFirst() : word[...]
    return verb.filter { !weak.contains($0) }
  }

  private static let future: UInt32 = 0x633
  private static let persons = Set("يتن".unicodeScalars.map(\.value))

  /// Two short forms in capitals are one only when their letters are: `ONU` and `NOU`.
  func areOneCode(_ x: WordNumber, _ y: WordNumber) -> Bool {
    knowledge.areAliases(x, y) || letters(x).sorted() == letters(y).sorted()
  }

  private func areOfOneGroup(_ x: WordNumber, _ y: WordNumber) -> Bool {
    let (first, second) = (ids(x), ids(y))
    return first.contains { second.contains($0) }
  }

  private func ids(_ word: WordNumber) -> [Int] {
    (groups[word] ?? []) + (groups[knowledge.lemma(word)] ?? []) + (hasCompounds ? headGroups(word) : [])
  }

  /// The groups of the word that a compound ends with: "Bahnunfall" is an "Unfall".
  private func headGroups(_ word: WordNumber) -> [Int] {
    let letters = Array(knowledge.words.string(word))
    guard letters.count >= tuning.head + 2 else { return [] }
    for start in 2...letters.count - tuning.head {
      if let groups = groups[knowledge.words.id(of: String(letters[start...]))] { return groups }
    }
    return []
  }

  private func areSpeltAlike(_ x: [UInt32], _ y: [UInt32]) -> Bool {
    let (short, long) = x.count < y.count ? (x, y) : (y, x)
    let common = zip(x, y).prefix { $0 == $1 }.count
    if common >= tuning.stem, 2 * common >= short.count { return true }
    if short.count >= tuning.part, long.suffix(short.count).elementsEqual(short) { return true }
    if EditDistance.within(long.count / tuning.lettersAnError, x, y) != nil { return true }
    return isArabic && (areOfOneRoot(short, long) || isAdverbial(x) && isAdverbial(y))
  }

  /// An indefinite accusative: an adverb as often as an object.
  private func isAdverbial(_ word: [UInt32]) -> Bool { word.count > tuning.root && word.last == 0x627 }

  /// The consonants that are no weak ones are the same, or those of the one stand in the other.
  private func areOfOneRoot(_ x: [UInt32], _ y: [UInt32]) -> Bool {
    let (first, second) = (x.filter { !Self.weak.contains($0) }, y.filter { !Self.weak.contains($0) })
    let (short, long) = first.count < second.count ? (first, second) : (second, first)
    guard short.count >= tuning.root else { return false }
    var index = 0
    for letter in long where index < short.count && short[index] == letter { index += 1 }
    return index == short.count
  }

  private static let weak = Set("اويىةه".unicodeScalars.map(\.value))
  /// The conjunctions and prepositions that are written together with a word, and the article.
  private static let prefixes = ["وال", "بال", "فال", "كال", "لل", "ال"].map { $0.unicodeScalars.map(\.value) }
  /// Letters that are written for one another.
  private static let plain: [UInt32: UInt32] = {
    var plain: [UInt32: UInt32] = [:]
    for (letters, letter) in [("أإآٱءئؤ", "ا"), ("ى", "ي"), ("ة", "ه")] as [(String, Unicode.Scalar)] {
      for scalar in letters.unicodeScalars { plain[scalar.value] = letter.value }
    }
    return plain
  }()

  /// Vowels without the accents that a slip leaves out.
  private static let plainVowels: [UInt32: UInt32] = {
    var plain: [UInt32: UInt32] = [:]
    for (letters, letter) in [("áàâã", "a"), ("éèê", "e"), ("íìî", "i"), ("óòôõ", "o"), ("úùû", "u")]
      as [(String, Unicode.Scalar)]
    {
      for scalar in letters.unicodeScalars { plain[scalar.value] = letter.value }
    }
    return plain
  }()

  /// Signs of short vowels, doubling and the like, and the stroke that lengthens a word.
  private static func isSign(_ letter: UInt32) -> Bool { 0x64B...0x65F ~= letter || letter == 0x670 || letter == 0x640 }

  private func letters(_ word: WordNumber) -> [UInt32] {
    forms.value(of: word) {
      let letters = knowledge.words.string(word).unicodeScalars.map(\.value)
      return isArabic ? Self.bare(letters) : letters.map { Self.plainVowels[$0] ?? $0 }
    }
  }

  /// Without what is written together with it, where three letters are left.
  private static func bare(_ word: [UInt32]) -> [UInt32] {
    let letters = word.filter { !isSign($0) }.map { plain[$0] ?? $0 }
    guard let prefix = prefixes.first(where: { letters.count >= $0.count + 3 && letters.starts(with: $0) }) else {
      return letters
    }
    return Array(letters.dropFirst(prefix.count))
  }
}
