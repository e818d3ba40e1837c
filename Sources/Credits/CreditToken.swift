internal import Text

/// A word, number, sign or agency name of a line that may be a credit.
struct CreditToken: Sendable {
  enum Kind: Sendable, Equatable {
    case word, number
    /// The place of the agency in the list.
    case agency(Int)
    /// A sign; dashes of every length are "-", quotation marks "\"", apostrophes "'".
    case mark(Character)
  }

  var kind: Kind
  var range: Range<Int>
  /// Hash of the word in small letters; 0 for all but words.
  var hash: UInt64 = 0
  /// Begins with a capital letter.
  var isCapital = false
  /// All letters are capitals, at least two.
  var isUpper = false
  /// First byte, in small letters when it is ASCII.
  var initial: UInt8 = 0
  /// White space stands before it.
  var isSpaced = false

  var mark: Character? {
    if case .mark(let character) = kind { return character }
    return nil
  }

  var agency: Int? {
    if case .agency(let place) = kind { return place }
    return nil
  }

  func isMark(_ characters: Set<Character>) -> Bool { mark.map(characters.contains) ?? false }
}

/// Cuts a piece of text into tokens, with the agency names that were found in it as one token each.
enum CreditTokenizer {
  static func tokens(_ text: Span<UInt8>, _ range: Range<Int>, mentions: ArraySlice<AgencyMention>) -> [CreditToken] {
    var result: [CreditToken] = []
    var rest = mentions
    var i = range.lowerBound
    var isSpaced = true
    while i < range.upperBound {
      while let first = rest.first, first.range.lowerBound < i { rest = rest.dropFirst() }
      if let first = rest.first, first.range.lowerBound == i {
        result.append(
          CreditToken(
            kind: .agency(first.agency), range: first.range, isCapital: true, initial: text[i] | 0x20, isSpaced: isSpaced))
        i = first.range.upperBound
        isSpaced = false
        continue
      }
      let (character, length) = TextBytes.character(text, i, range.upperBound)
      switch character {
      case .space:
        isSpaced = true
        i += length
        continue
      case .letter: result.append(word(text, &i, range.upperBound))
      case .apostrophe:
        result.append(CreditToken(kind: .mark("'"), range: i..<i + length))
        i += length
      case .other(let scalar):
        let mark = Unicode.Scalar(scalar).map(Swift.Character.init) ?? " "
        result.append(CreditToken(kind: .mark(mark), range: i..<i + length))
        i += length
      }
      result[result.count - 1].isSpaced = isSpaced
      isSpaced = false
    }
    return result
  }

  /// The hashes by which words and signs of a phrase are compared; signs have the hash of their code.
  static func keys(_ phrase: String) -> [UInt64] {
    let bytes = Array(phrase.utf8)
    return tokens(bytes.span, 0..<bytes.count, mentions: []).map(key)
  }

  static func key(_ token: CreditToken) -> UInt64 {
    if case .mark(let character) = token.kind { return UInt64(character.unicodeScalars.first?.value ?? 0) }
    return token.hash
  }

  private static func word(_ text: Span<UInt8>, _ i: inout Int, _ end: Int) -> CreditToken {
    let start = i
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var digits = 0
    var letters = 0
    var capitals = 0
    while i < end, case (.letter(let scalar), let length) = TextBytes.character(text, i, end) {
      hash = (hash ^ UInt64(scalar)) &* 0x0000_0100_0000_01B3
      letters += 1
      if scalar &- 0x30 < 10 { digits += 1 }
      // The folded letter differs from the written one in its last byte when that one is a capital.
      if UInt32(text[i + length - 1] & 0x3F) != scalar & 0x3F { capitals += 1 }
      i += length
    }
    let isCapital =
      TextBytes.isUpper(text[start]) || text[start] == 0xC3 && start + 1 < end && text[start + 1] < 0x9F || text[start] >= 0xC4
    return CreditToken(
      kind: digits == letters ? .number : .word, range: start..<i, hash: hash, isCapital: isCapital,
      isUpper: capitals == letters && letters > 1, initial: TextBytes.isUpper(text[start]) ? text[start] | 0x20 : text[start])
  }
}
