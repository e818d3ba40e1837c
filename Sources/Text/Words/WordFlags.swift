/// What the scanner knows of a word beside its spelling.
@frozen
@usableFromInline
package struct WordFlags: OptionSet, Sendable, Hashable {
  @usableFromInline package let rawValue: UInt8

  @inlinable
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A function word, which says nothing about the subject.
  @inlinable package static var stop: WordFlags { WordFlags(rawValue: 1 << 0) }
  /// Begins with a capital letter.
  @inlinable package static var capitalised: WordFlags { WordFlags(rawValue: 1 << 1) }
  /// Begins with a digit.
  @inlinable package static var number: WordFlags { WordFlags(rawValue: 1 << 2) }
  /// Stands between quotation marks.
  @inlinable package static var quoted: WordFlags { WordFlags(rawValue: 1 << 3) }
  /// The first word of a sentence.
  @inlinable package static var sentenceStart: WordFlags { WordFlags(rawValue: 1 << 4) }

  /// Asked for every word, hence no generic call.
  @inlinable
  package func contains(_ other: WordFlags) -> Bool { rawValue & other.rawValue == other.rawValue }
}
