/// Cuts a text into tokens in one pass over its bytes.
///
/// One token each: `U.S.`, `al-Assad`, `O'Brien`, `1,234.5`, `13:25`, `21st`, `n't`, `'s`, a currency sign, a mark. Compounds of
/// plain words are cut at the hyphen (`44-year-old` is five tokens), so that they align with the open spelling.
struct Tokenizer {
  let bytes: [UInt8]
  let words: WordTable
  /// `l'homme` is two words, as in French and Italian.
  let splitsElisions: Bool
  var tokens: [Token] = []
  var position = 0
  /// White space seen since the last token.
  private var before: TokenShape = [.spaced, .lineStart, .paragraphStart]
  private var lineBreaks = 2
  var scratch: [UInt8] = []

  init(bytes: [UInt8], words: WordTable, splitsElisions: Bool) {
    self.bytes = bytes
    self.words = words
    self.splitsElisions = splitsElisions
    tokens.reserveCapacity(bytes.count / 5 + 8)
  }

  static func tokens(of bytes: [UInt8], words: WordTable, splitsElisions: Bool = false) -> [Token] {
    var tokenizer = Tokenizer(bytes: bytes, words: words, splitsElisions: splitsElisions)
    tokenizer.run()
    return tokenizer.tokens
  }

  mutating func run() {
    while position < bytes.count {
      let (kind, length) = CharacterClass.at(position, in: bytes)
      switch kind {
      case .space, .joiner: skip(length, lineBreak: false)
      case .newline: skip(length, lineBreak: true)
      case .letter: if !scanPlainWord() { scanWord() }
      case .digit: scanNumber()
      case .ideograph: emit(position..<position + length, .word, [.nonASCII])
      case .sign: emit(position..<position + length, .sign, [])
      case .quote: emitQuote(length, folded: UInt8(ascii: "\""))
      case .apostrophe: scanApostrophe(length)
      case .hyphen, .dash: emitMark(length, folded: UInt8(ascii: "-"))
      case .mark: scanMark(length)
      }
    }
  }

  private mutating func skip(_ length: Int, lineBreak: Bool) {
    before.insert(.spaced)
    if lineBreak {
      // CR LF is one break.
      let second = bytes[position] == 10 && position > 0 && bytes[position - 1] == 13
      if !second { lineBreaks += 1 }
      before.insert(.lineStart)
      if lineBreaks > 1 { before.insert(.paragraphStart) }
    }
    position += length
  }

  /// Adds a token with the folded spelling of its bytes and moves behind it.
  mutating func emit(_ range: Range<Int>, _ kind: TokenKind, _ shape: TokenShape) {
    scratch.removeAll(keepingCapacity: true)
    WordFolding.fold(range, of: bytes, into: &scratch)
    emit(range, kind, shape, word: words.id(of: scratch))
  }

  mutating func emit(_ range: Range<Int>, _ kind: TokenKind, _ shape: TokenShape, word: WordNumber) {
    tokens.append(Token(start: range.lowerBound, end: range.upperBound, word: word, kind: kind, shape: shape.union(before)))
    before = []
    lineBreaks = 0
    position = range.upperBound
  }

  private mutating func emitMark(_ length: Int, folded: UInt8) {
    emit(position..<position + length, .mark, [], word: number(of: folded))
  }

  private mutating func emitQuote(_ length: Int, folded: UInt8) {
    emit(position..<position + length, .quote, [], word: number(of: folded))
  }

  /// The number of a spelling of one byte.
  mutating func number(of folded: UInt8) -> WordNumber {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(folded)
    return words.id(of: scratch)
  }

  /// Two single marks in a row are one double mark; runs of full stops are one ellipsis.
  private mutating func scanApostrophe(_ length: Int) {
    let (next, nextLength) = CharacterClass.at(position + length, in: bytes)
    if next == .apostrophe, bytes[position] == bytes[position + length] {
      emitQuote(length + nextLength, folded: UInt8(ascii: "\""))
    } else {
      emitQuote(length, folded: UInt8(ascii: "'"))
    }
  }

  private mutating func scanMark(_ length: Int) {
    var end = position + length
    if bytes[position] == UInt8(ascii: ".") {
      while end < bytes.count, bytes[end] == UInt8(ascii: ".") { end += 1 }
    }
    emit(position..<end, .mark, [])
  }

  func kind(at position: Int) -> CharacterClass { CharacterClass.at(position, in: bytes).0 }

  func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
