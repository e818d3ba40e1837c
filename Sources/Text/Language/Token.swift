/// A word, number, sign or mark of a text, with the bytes it covers.
@frozen
@usableFromInline
package struct Token: Sendable {
  /// First byte in the text as it came in.
  package var start: UInt32
  /// One past the last byte.
  package var end: UInt32
  /// The folded spelling: lower case, straight apostrophes, contractions written out (`n't` is `not`), `US` and `U.S.` alike.
  package var word: WordNumber
  package var kind: TokenKind
  @usableFromInline package var shape: TokenShape

  package init(start: Int, end: Int, word: WordNumber, kind: TokenKind, shape: TokenShape) {
    self.start = UInt32(start)
    self.end = UInt32(end)
    self.word = word
    self.kind = kind
    self.shape = shape
  }

  package var bytes: Range<Int> { Int(start)..<Int(end) }
}

@frozen
@usableFromInline
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

  // Written out: the one that the compiler makes is called for every token, from other modules.
  @inlinable
  package static func == (left: TokenKind, right: TokenKind) -> Bool {
    switch (left, right) {
    case (.word, .word), (.number, .number), (.sign, .sign), (.mark, .mark), (.quote, .quote): true
    default: false
    }
  }
}

/// How a token is written and where it stands.
@frozen
@usableFromInline
package struct TokenShape: OptionSet, Sendable {
  @usableFromInline package let rawValue: UInt16
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

/// The tokens of one text with the hash of each one's folded spelling: what recognisers of phrases read.
///
/// Hashes are the same for every text and every ``WordTable``, so that lists can be hashed once. Linear in the text.
package struct TokenText: Sendable {
  /// The text as it came in; every byte range points here.
  package let bytes: [UInt8]
  package let tokens: [Token]
  /// One a token, ``WordTable/hash(_:)``.
  package let hashes: [UInt64]

  package init(_ bytes: [UInt8]) { self.init(bytes, words: WordTable()) }

  /// With a table that is used for many texts, so that the words which all have are not entered anew for each.
  package init(_ bytes: [UInt8], words: WordTable) {
    self.init(bytes, tokens: Tokenizer.tokens(of: bytes, words: words), words: words)
  }

  /// The tokens that another reading of `bytes` made already.
  package init(_ bytes: [UInt8], tokens: [Token], words: WordTable) {
    self.bytes = bytes
    var cut: [Token] = []
    cut.reserveCapacity(tokens.count)
    for token in tokens {
      if let mark = Self.elision(token, bytes) {
        cut += Self.pieces(of: token, at: mark, bytes, words)
      } else {
        cut.append(token)
      }
    }
    self.tokens = cut
    hashes = words.hashes(of: cut)
  }

  /// Where the apostrophe of "l'AFP" or "dell'ANSA" stands: behind at most five small letters, or L or D, and before a capital.
  private static func elision(_ token: Token, _ bytes: [UInt8]) -> Int? {
    guard token.kind == .word, token.bytes.count > 3 else { return nil }
    let reach = bytes[token.bytes].prefix(6)
    guard let mark = reach.firstIndex(where: { $0 == 0x27 || $0 == 0xE2 }), mark > reach.startIndex else { return nil }
    let next = mark + (bytes[mark] == 0x27 ? 1 : 3)
    guard next < token.bytes.upperBound, TextBytes.isUpper(bytes[next]) else { return nil }
    let article = reach[..<mark]
    return article.allSatisfy(TextBytes.isLower) || article.count == 1 && "LD".utf8.contains(article[mark - 1]) ? mark : nil
  }

  private static func pieces(of token: Token, at mark: Int, _ bytes: [UInt8], _ words: WordTable) -> [Token] {
    let next = mark + (bytes[mark] == 0x27 ? 1 : 3)
    return [token.bytes.lowerBound..<mark, next..<token.bytes.upperBound].flatMap { piece in
      Tokenizer.tokens(of: Array(bytes[piece]), words: words).map { inner in
        let isFirst = piece.lowerBound == token.bytes.lowerBound
        let place = inner.shape.intersection([.spaced, .lineStart, .paragraphStart])
        let shape = inner.shape.subtracting(place).union(isFirst ? token.shape.intersection(place) : [])
        return Token(
          start: Int(inner.start) + piece.lowerBound, end: Int(inner.end) + piece.lowerBound, word: inner.word, kind: inner.kind,
          shape: shape)
      }
    }
  }

  /// The hash by which a token with that folded spelling is known.
  package static func hash(_ folded: String) -> UInt64 { WordTable.hash(Array(folded.utf8)) }

  /// The hashes of the words of a list, however many tokens a word is.
  package static func hashes(_ words: some Sequence<some StringProtocol>) -> Set<UInt64> {
    Set(words.flatMap { TokenText(Array($0.utf8)).hashes })
  }

  /// Token ranges of the lines with text.
  package var lines: [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for (index, token) in tokens.enumerated() where index > 0 && token.shape.contains(.lineStart) {
      result.append(start..<index)
      start = index
    }
    if start < tokens.count { result.append(start..<tokens.count) }
    return result
  }

  /// The sentences of the tokens at `places`, in order, as ranges of `places`: tokens left out (boilerplate) part nothing.
  package func sentences(of places: [Int]) -> [Range<Int>] {
    SentenceSplitter.sentences(of: places.map { tokens[$0] }, hashes: places.map { hashes[$0] }, bytes: bytes)
  }

  /// The bytes from the first token's first to the last one's last.
  package func byteRange(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return Int(tokens[first].start)..<Int(tokens[last].end)
  }

  package func string(_ range: Range<Int>) -> String { String(decoding: bytes[byteRange(range)], as: UTF8.self) }
}

extension TokenText {
  /// Code of the first character of a token, ASCII capitals small; 0xFFFD where the bytes are no UTF-8.
  package func scalar(_ place: Int) -> UInt32 { Self.scalar(tokens[place], in: bytes) }

  /// The same of a token in its text.
  package static func scalar(_ token: Token, in bytes: [UInt8]) -> UInt32 {
    let start = Int(token.start)
    if TextBytes.isUpper(bytes[start]) { return UInt32(bytes[start] | 0x20) }
    return CharacterClass.decode(start, in: bytes)?.0 ?? 0xFFFD
  }
}

extension TokenText {
  /// The hashes of the words and numbers.
  package var words: [UInt64] {
    var result: [UInt64] = []
    result.reserveCapacity(tokens.count)
    for (place, token) in tokens.enumerated() where token.kind == .word || token.kind == .number { result.append(hashes[place]) }
    return result
  }

  /// How many words and numbers there are.
  package var wordCount: Int { tokens.count { $0.kind == .word || $0.kind == .number } }
}
