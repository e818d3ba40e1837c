/// A word, number, sign or mark of a text, with the bytes it covers.
package struct Token: Sendable {
  /// First byte in the text as it came in.
  package var start: UInt32
  /// One past the last byte.
  package var end: UInt32
  /// The folded spelling: lower case, straight apostrophes, contractions written out (`n't` is `not`), `US` and `U.S.` alike.
  package var word: WordNumber
  package var kind: TokenKind
  package var shape: TokenShape

  package init(start: Int, end: Int, word: WordNumber, kind: TokenKind, shape: TokenShape) {
    self.start = UInt32(start)
    self.end = UInt32(end)
    self.word = word
    self.kind = kind
    self.shape = shape
  }

  package var bytes: Range<Int> { Int(start)..<Int(end) }
}

package enum TokenKind: UInt8, Sendable {
  case word
  /// Begins with a digit: `1,234.5`, `13:25`, `21st`, `1990s`.
  case number
  /// A sign that is read as a word: currency, `%`, `&`, `+`.
  case sign
  /// A full stop, comma, bracket, dash; never aligned.
  case mark
  /// Any quotation mark.
  case quote
}

/// How a token is written and where it stands.
package struct TokenShape: OptionSet, Sendable {
  package let rawValue: UInt16
  @inlinable package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The first letter is a capital.
  @inlinable package static var capitalised: TokenShape { TokenShape(rawValue: 1) }
  /// Every letter is a capital, and there are at least two.
  @inlinable package static var allCapitals: TokenShape { TokenShape(rawValue: 2) }
  @inlinable package static var nonASCII: TokenShape { TokenShape(rawValue: 4) }
  /// White space or the start of the text stands before it.
  @inlinable package static var spaced: TokenShape { TokenShape(rawValue: 8) }
  /// A line break stands before it.
  @inlinable package static var lineStart: TokenShape { TokenShape(rawValue: 16) }
  /// An empty line, or the start of the text, stands before it.
  @inlinable package static var paragraphStart: TokenShape { TokenShape(rawValue: 32) }
  /// First word of its sentence or of a quotation in it: a capital says nothing.
  @inlinable package static var sentenceStart: TokenShape { TokenShape(rawValue: 64) }
  /// Inside quotation marks.
  @inlinable package static var quoted: TokenShape { TokenShape(rawValue: 128) }
  /// Part of a name, see ``NameSpan``.
  @inlinable package static var name: TokenShape { TokenShape(rawValue: 256) }
  /// Part of a figure, see ``Figure``.
  @inlinable package static var figure: TokenShape { TokenShape(rawValue: 512) }
  /// `'s` as a possessive or a short "is".
  @inlinable package static var clitic: TokenShape { TokenShape(rawValue: 1024) }
  /// `U.S.`, `e.g.`: letters with full stops.
  @inlinable package static var dotted: TokenShape { TokenShape(rawValue: 2048) }
  /// An ordinal number: `21st`, `third`.
  @inlinable package static var ordinal: TokenShape { TokenShape(rawValue: 4096) }
}
