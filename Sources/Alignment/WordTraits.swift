internal import Resources

/// What kind of word a spelling can be; several at once, for there is no tagger.
@frozen
@usableFromInline
package struct WordTraits: OptionSet, Sendable {
  @usableFromInline package let rawValue: UInt16
  @inlinable package init(rawValue: UInt16) { self.rawValue = rawValue }

  @inlinable package static var noun: WordTraits { WordTraits(rawValue: 1) }
  @inlinable package static var verb: WordTraits { WordTraits(rawValue: 2) }
  @inlinable package static var adjective: WordTraits { WordTraits(rawValue: 4) }
  @inlinable package static var adverb: WordTraits { WordTraits(rawValue: 8) }
  /// A function word: article, preposition, pronoun, auxiliary, conjunction.
  @inlinable package static var stop: WordTraits { WordTraits(rawValue: 16) }
  @inlinable package static var pronoun: WordTraits { WordTraits(rawValue: 32) }
  /// Forms of be, have, do and the modal verbs.
  @inlinable package static var auxiliary: WordTraits { WordTraits(rawValue: 64) }
  /// In WordNet, by itself or by a base form, or a function word.
  @inlinable package static var known: WordTraits { WordTraits(rawValue: 128) }
  /// Known, and not only as the name of a person, place or thing.
  @inlinable package static var common: WordTraits { WordTraits(rawValue: 256) }
  /// Begins with a digit or is a sign.
  @inlinable package static var nonWord: WordTraits { WordTraits(rawValue: 512) }

  static let openClasses: WordTraits = [.noun, .verb, .adjective, .adverb]
}

/// The function words of a language, in folded spelling: those of English by kind, of others as their list of stop words has
/// them.
struct FunctionWords {
  let all: [String]
  let pronouns: [String]
  let auxiliaries: [String]
  /// Function words whose loss or addition is worth a line: they measure, restrict or compare.
  let weighty: [String]

  /// - Parameter language: The language's ISO 639 code.
  init(language: String) {
    guard language == "en" else {
      all = Languages.functionWords(of: language).map(String.init)
      (pronouns, auxiliaries, weighty) = ([], [], [])
      return
    }
    all = Self.pronouns + Self.auxiliaries + Self.others
    (pronouns, auxiliaries, weighty) = (Self.pronouns, Self.auxiliaries, Self.weighty)
  }

  private static let pronouns = split(
    """
    i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself we us our ours \
    ourselves they them their theirs themselves who whom whose
    """)

  private static let auxiliaries = split(
    """
    be am is are was were been being have has had having do does did will would shall should may might must can could ought 'd
    """)

  private static let others = split(
    """
    a an the this that these those and or but nor so yet for of in on at by to from with without into onto upon about above below \
    over under between among through during before after against along across around behind beside besides beyond near off out up \
    down since until till toward towards via per as if then than because while although though unless whether when where why how \
    what which not no 's 't there here too very also just only even both either neither each every all any some such own same other \
    another more most much many few less least several again ever never once now however therefore thus meanwhile else etc & amid \
    despite except inside outside within throughout whereas whenever wherever whatever whoever
    """)

  private static let weighty = split(
    """
    not no very also just only even so too much more most many few less least several some such same other another again ever never \
    once now all any each every both own here there either neither else without against except about around
    """)

  private static func split(_ list: String) -> [String] { list.split(separator: " ").map(String.init) }
}
