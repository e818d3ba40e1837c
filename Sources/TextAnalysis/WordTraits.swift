/// What the scanner knows of a word beside its spelling.
package struct WordTraits: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A function word, which says nothing about the subject.
  package static let stop = WordTraits(rawValue: 1 << 0)
  /// Begins with a capital letter.
  package static let capitalised = WordTraits(rawValue: 1 << 1)
  /// Begins with a digit.
  package static let number = WordTraits(rawValue: 1 << 2)
  /// Stands between quotation marks.
  package static let quoted = WordTraits(rawValue: 1 << 3)
  /// The first word of a sentence.
  package static let sentenceStart = WordTraits(rawValue: 1 << 4)
}
