internal import Text

/// A word, number or sign of an article's own text.
struct QualityToken: Sendable {
  enum Kind: Sendable { case word, number, mark }

  var kind: Kind
  var range: Range<Int>
  /// Hash of the word in small letters, or the code of the sign; see ``QualityToken/hash(_:)``.
  var hash: UInt64
  /// Begins with a capital letter.
  var isCapital = false
  /// All of two or more letters are capitals.
  var isUpper = false
  /// White space or the beginning of a line stands before it.
  var isSpaced = false
  /// The languages that have it among their small words, see ``LanguageProfile``.
  var languages: UInt16 = 0
  /// Place of its line.
  var line: Int
  /// The first letter's code, which tells its script.
  var initial: UInt32 = 0

  func isMark(_ character: Unicode.Scalar) -> Bool { kind == .mark && hash == UInt64(character.value) }

  var endsSentence: Bool {
    kind == .mark && (hash == 0x2E || hash == 0x21 || hash == 0x3F || hash == 0x2026 || hash == 0x3002)
  }

  var isQuote: Bool { kind == .mark && (hash == 0x22 || hash == 0x27 || hash == 0xAB || hash == 0xBB) }

  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01B3

  /// The hash that a word of the text has.
  static func hash(_ word: some StringProtocol) -> UInt64 {
    word.lowercased().unicodeScalars.reduce(basis) { ($0 ^ UInt64($1.value)) &* prime }
  }

  static func hashes(_ words: String) -> Set<UInt64> { Set(words.split(whereSeparator: \.isWhitespace).map { hash($0) }) }

  /// The tokens of all lines that are no boilerplate.
  ///
  /// Apostrophes inside words belong to the word.
  static func tokens(_ text: Span<UInt8>, _ lines: [QualityLine]) -> [QualityToken] {
    var result: [QualityToken] = []
    result.reserveCapacity(text.count / 5)
    for (index, line) in lines.enumerated() where !line.isBoilerplate {
      var i = line.range.lowerBound
      var isSpaced = true
      while i < line.range.upperBound {
        let (character, length) = TextBytes.character(text, i, line.range.upperBound)
        switch character {
        case .space:
          isSpaced = true
          i += length
          continue
        case .letter: result.append(word(text, &i, line.range.upperBound, index))
        case .apostrophe:
          result.append(QualityToken(kind: .mark, range: i..<i + length, hash: 0x27, line: index))
          i += length
        case .other(let scalar):
          result.append(QualityToken(kind: .mark, range: i..<i + length, hash: UInt64(scalar), line: index))
          i += length
        }
        result[result.count - 1].isSpaced = isSpaced
        isSpaced = false
      }
    }
    return result
  }

  private static func word(_ text: Span<UInt8>, _ i: inout Int, _ end: Int, _ line: Int) -> QualityToken {
    let start = i
    var token = QualityToken(kind: .word, range: start..<start, hash: basis, line: line)
    var letters = 0
    var digits = 0
    var capitals = 0
    while i < end {
      let (character, length) = TextBytes.character(text, i, end)
      if case .letter(let scalar) = character {
        token.hash = (token.hash ^ UInt64(scalar)) &* prime
        if letters == 0 { token.initial = scalar }
        letters += 1
        if scalar &- 0x30 < 10 { digits += 1 }
        if UInt32(text[i + length - 1] & 0x3F) != scalar & 0x3F {
          capitals += 1
          if letters == 1 { token.isCapital = true }
        }
      } else if character == .apostrophe, i + length < end, case (.letter, _) = TextBytes.character(text, i + length, end) {
        token.hash = (token.hash ^ 0x27) &* prime
      } else {
        break
      }
      i += length
    }
    token.range = start..<i
    token.languages = LanguageProfile.shared.mask(token.hash)
    token.kind = digits == letters ? .number : .word
    token.isUpper = letters > 1 && capitals + digits == letters && capitals > 0
    return token
  }
}

/// Cuts tokens into sentences.
enum QualitySentences {
  /// Words of one letter and the abbreviations of news, after which a full stop ends nothing.
  static let abbreviations = QualityToken.hashes(
    """
    mr mrs ms dr prof gen lt col sgt capt cpl sen rep gov st jr sr inc corp ltd co no vs etc jan feb mar apr jun jul aug sep sept
    oct nov dec mt ft approx dept est fig p.m a.m cf pp vol al ca bzw z.b u.a evtl inkl usw nr str mio mrd ing dott sig sra av ave
    """)

  static func sentences(_ tokens: [QualityToken], isWrapped: Bool) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for i in tokens.indices {
      let isLast = i + 1 == tokens.count
      let endsLine = !isLast && !isWrapped && tokens[i + 1].line != tokens[i].line
      guard isLast || endsLine || ends(tokens, i) else { continue }
      result.append(start..<i + 1)
      start = i + 1
    }
    return result
  }

  /// Whether a sentence ends with token `i`: a closing sign with white space behind it, and no abbreviation before it.
  static func ends(_ tokens: [QualityToken], _ i: Int) -> Bool {
    guard i + 1 < tokens.count, tokens[i + 1].isSpaced else { return false }
    var stop = i
    while stop > 0, tokens[stop].isQuote || tokens[stop].isMark(")") { stop -= 1 }
    guard tokens[stop].endsSentence else { return false }
    guard tokens[stop].isMark("."), stop > 0, tokens[stop - 1].kind == .word, !tokens[stop].isSpaced else { return true }
    let word = tokens[stop - 1]
    return word.range.count > 1 && !abbreviations.contains(word.hash)
  }
}
