/// What kind of word a spelling can be; several at once, for there is no tagger.
package struct WordTraits: OptionSet, Sendable {
  package let rawValue: UInt16
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
