internal import Text

/// A token of a line that may be a credit, with an agency's name as one token.
struct CreditToken: Sendable {
  enum Kind: Sendable, Equatable {
    case word, number
    case agency(AgencyMention)
    /// A sign; dashes of every length are "-", quotation marks "\"", apostrophes "'".
    case mark(Character)
  }

  var kind: Kind
  /// Bytes of the text.
  var range: Range<Int>
  /// Hash of the folded spelling; for an agency that of its first word.
  var hash: UInt64
  /// Begins with a capital letter.
  var isCapital = false
  /// All letters are capitals, at least two.
  var isUpper = false
  /// Of a script without capitals.
  var isCaseless = false
  /// White space stands before it.
  var isSpaced = false
  /// First and last byte, letters small.
  var firstLetter: UInt8 = 0
  var lastLetter: UInt8 = 0
  /// Groups of digits of a number: three in "6.10.2015".
  var groups = 0

  var mark: Character? {
    if case .mark(let character) = kind { return character }
    return nil
  }

  var mention: AgencyMention? {
    if case .agency(let mention) = kind { return mention }
    return nil
  }

  func isMark(_ characters: Set<Character>) -> Bool { mark.map(characters.contains) ?? false }

  /// A word of up to so many letters, as the initials of writers are.
  func isInitials(_ longest: Int = 4) -> Bool { kind == .word && range.count <= longest && (isUpper || !isCapital) }
}

extension CreditToken {
  /// The tokens of `range`, the mentions in it as one token each.
  static func tokens(_ text: TokenText, _ range: Range<Int>, mentions: ArraySlice<AgencyMention>) -> [CreditToken] {
    // Arrays at hand: each question to the text would count its references up and down.
    let (tokens, hashes, bytes) = (text.tokens, text.hashes, text.bytes)
    var result: [CreditToken] = []
    result.reserveCapacity(range.count)
    var rest = mentions
    var place = range.lowerBound
    while place < range.upperBound {
      while let first = rest.first, first.range.lowerBound < place { rest = rest.dropFirst() }
      if let first = rest.first, first.range.lowerBound == place {
        var token = CreditToken(tokens[place], hash: hashes[place], bytes)
        token.kind = .agency(first)
        token.range = text.byteRange(first.range)
        token.lastLetter = bytes[token.range.upperBound - 1] | 0x20
        token.isCapital = true
        result.append(token)
        place = first.range.upperBound
      } else {
        result.append(CreditToken(tokens[place], hash: hashes[place], bytes))
        place += 1
      }
    }
    return result
  }

  private init(_ token: Token, hash: UInt64, _ bytes: [UInt8]) {
    range = token.bytes
    self.hash = hash
    isSpaced = token.shape.contains(.spaced)
    firstLetter = bytes[range.lowerBound] | 0x20
    lastLetter = bytes[range.upperBound - 1] | 0x20
    switch token.kind {
    case .word:
      kind = .word
      isCapital = token.shape.contains(.capitalised)
      isUpper = token.shape.contains(.allCapitals)
      isCaseless = bytes[range.lowerBound] >= 0xD6
    case .number:
      kind = .number
      groups = bytes[range].split { !TextBytes.isDigit($0) }.count
    case .quote: kind = .mark(hash == Self.apostrophe ? "'" : "\"")
    case .mark, .sign: kind = .mark(hash == Self.dash ? "-" : Self.character(token, bytes))
    }
  }

  private static func character(_ token: Token, _ bytes: [UInt8]) -> Character {
    let byte = bytes[Int(token.start)]
    return byte < 0x80 ? Character(Unicode.Scalar(byte)) : String(decoding: bytes[token.bytes], as: UTF8.self).first ?? " "
  }

  private static let apostrophe = TokenText.hash("'")
  private static let dash = TokenText.hash("-")
}
