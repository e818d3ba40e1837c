import Articles
import Alignment
import Lexicon
import Text

/// The modal verb that governs a verb.
struct ModalReader {
  /// What a modal makes of a statement.
  enum Modality: String { case fact, future, possible, ability, conditional, necessary }

  private let classes: [WordNumber: Modality]
  /// The modals: settles nearly every word by one bit.
  private let modals: WordSet
  private let transparent: WordSet
  private let softening: WordSet
  private let could: WordNumber
  private let not: WordNumber
  private let to, likely: WordNumber
  /// Words before "likely" that compare: "less likely to fall ill" tells how often somebody does.
  private let comparing: WordSet

  init(resources: DriftResources) {
    let english: [(Modality, [String])] = [
      (.future, ["will", "shall"]), (.possible, ["may", "might", "could"]), (.ability, ["can"]), (.conditional, ["would", "'d"]),
      (.necessary, ["must", "should", "ought"]),
    ]
    let table =
      resources.isEnglish
      ? english
      : resources.data.values(.modals).compactMap { entry in Modality(rawValue: entry.value).map { ($0, entry.words) } }
    classes = Dictionary(
      uniqueKeysWithValues: table.flatMap { modality, words in words.map { (resources.words.id(of: $0), modality) } })
    var modals = WordSet()
    for word in classes.keys { modals.insert(word) }
    self.modals = modals
    softening = resources.set(
      "probably", "possibly", "perhaps", "likely", "maybe", "presumably", "apparently", "reportedly", "potentially", "hopefully")
    could = resources.words.id(of: "could")
    not = resources.words.id(of: "not")
    to = resources.words.id(of: "to")
    likely = resources.words.id(of: "likely")
    comparing = resources.set("less", "more", "least", "most", "as", "so", "equally")
    transparent = resources.set(.betweenModalAndVerb)
  }

  /// What the word makes of a statement, nil for a word that is no modal.
  func modality(_ word: WordNumber) -> Modality? { isModal(word) ? classes[word] : nil }

  func isModal(_ word: WordNumber) -> Bool { modals.contains(word) }

  /// The modal before a verb, at most five words back with nothing but auxiliaries, pronouns and adverbs between; nil for none.
  func modal(_ side: Side, before position: Int, _ reader: PairReader) -> (position: Int, modality: Modality)? {
    var index = position - 1
    while index >= 0, index >= position - 5 {
      let id = reader.id(side, index)
      if let modality = modality(id) {
        // "Could not" speaks of what somebody was able to do.
        let isNegatedCould = id == could && index + 1 < reader.words(side).count && reader.id(side, index + 1) == not
        // "Will likely", "likely will".
        let before = isAdjoined(index, reader.words(side)) ? index - 1 : index
        if modality == .future, (before..<position).contains(where: { softening.contains(reader.id(side, $0)) }) {
          return (index, .possible)
        }
        return (index, isNegatedCould ? .ability : modality)
      }
      // "Is likely to be sold" says what "may be sold" says.
      if id == to, index > 0, reader.id(side, index - 1) == likely {
        return index > 1 && comparing.contains(reader.id(side, index - 2)) ? nil : (index - 1, .possible)
      }
      guard transparent.contains(id) || endsAsAdverb(reader.words(side), index) else { return nil }
      index -= 1
    }
    return nil
  }

  /// No mark parts a word from the one before it: "as seems likely, will they" softens nothing.
  private func isAdjoined(_ position: Int, _ side: SentenceSide) -> Bool {
    position > 0 && side.words[position] == side.words[position - 1] + 1
  }

  /// As it is written: "LY" in a heading is no ending.
  private func endsAsAdverb(_ side: SentenceSide, _ position: Int) -> Bool {
    let token = side.token(position)
    let bytes = side.text.bytes
    return token.bytes.count >= 2 && bytes[Int(token.end) - 1] == UInt8(ascii: "y")
      && bytes[Int(token.end) - 2] == UInt8(ascii: "l")
  }

  /// How much a change between two modalities matters, 0 to 1, before closeness is weighed; symmetric.
  static func weight(_ first: Modality, _ second: Modality) -> Double {
    if first == second { return 0 }
    let tuning = DriftTuning.standard.modalities.pairs
    switch (min(first, second), max(first, second)) {
    case (.future, .possible): return tuning.futurePossible
    case (.future, .ability): return tuning.futureAbility
    case (.future, .conditional): return tuning.futureConditional
    case (.future, .necessary): return tuning.futureNecessary
    case (.possible, .ability): return tuning.possibleAbility
    case (.possible, .conditional): return tuning.possibleConditional
    case (.possible, .necessary): return tuning.possibleNecessary
    case (.ability, .conditional): return tuning.abilityConditional
    case (.ability, .necessary): return tuning.abilityNecessary
    case (.conditional, .necessary): return tuning.conditionalNecessary
    case (.fact, .possible): return tuning.factPossible
    case (.fact, .ability): return tuning.factAbility
    case (.fact, .necessary): return tuning.factNecessary
    case (.fact, .conditional): return tuning.factConditional
    default: return 0
    }
  }

  private static func min(_ first: Modality, _ second: Modality) -> Modality { order(first) <= order(second) ? first : second }
  private static func max(_ first: Modality, _ second: Modality) -> Modality { order(first) <= order(second) ? second : first }

  private static func order(_ modality: Modality) -> Int {
    switch modality {
    case .fact: 0
    case .future: 1
    case .possible: 2
    case .ability: 3
    case .conditional: 4
    case .necessary: 5
    }
  }
}
