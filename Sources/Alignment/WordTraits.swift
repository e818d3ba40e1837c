/// What kind of word a spelling can be; several at once, for there is no tagger.
package struct WordTraits: OptionSet, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let noun = WordTraits(rawValue: 1)
  package static let verb = WordTraits(rawValue: 2)
  package static let adjective = WordTraits(rawValue: 4)
  package static let adverb = WordTraits(rawValue: 8)
  /// A function word: article, preposition, pronoun, auxiliary, conjunction.
  package static let stop = WordTraits(rawValue: 16)
  package static let pronoun = WordTraits(rawValue: 32)
  /// Forms of be, have, do and the modal verbs.
  package static let auxiliary = WordTraits(rawValue: 64)
  /// In WordNet, by itself or by a base form, or a function word.
  package static let known = WordTraits(rawValue: 128)
  /// Known, and not only as the name of a person, place or thing.
  package static let common = WordTraits(rawValue: 256)
  /// Begins with a digit or is a sign.
  package static let nonWord = WordTraits(rawValue: 512)

  static let openClasses: WordTraits = [.noun, .verb, .adjective, .adverb]
}
