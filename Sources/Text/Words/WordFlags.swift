/// What the scanner knows of a word beside its spelling.
package struct WordFlags: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A function word, which says nothing about the subject.
  package static let stop = WordFlags(rawValue: 1 << 0)
  /// Begins with a capital letter.
  package static let capitalised = WordFlags(rawValue: 1 << 1)
  /// Begins with a digit.
  package static let number = WordFlags(rawValue: 1 << 2)
  /// Stands between quotation marks.
  package static let quoted = WordFlags(rawValue: 1 << 3)
  /// The first word of a sentence.
  package static let sentenceStart = WordFlags(rawValue: 1 << 4)
}
