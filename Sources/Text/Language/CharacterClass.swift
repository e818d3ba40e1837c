/// What the tokeniser needs to know about a character.
enum CharacterClass: UInt8 {
  case space, newline, letter, digit, apostrophe, quote, hyphen, dash, sign, ideograph, mark, joiner

  /// The class of the character at a byte position and its length in bytes; a broken byte is a mark of its own.
  static func at(_ position: Int, in bytes: [UInt8]) -> (CharacterClass, Int) {
    guard position < bytes.count else { return (.space, 1) }
    let first = bytes[position]
    if first < 0x80 { return (ofASCII(first), 1) }
    guard let (scalar, length) = decode(position, in: bytes) else { return (.mark, 1) }
    return (length == 2 ? ofTwoBytes[Int(scalar) - 0x80] : ofScalar(scalar), length)
  }

  /// The classes from U+0080 to U+07FF: of accented, Greek, Cyrillic, Hebrew and Arabic text each character would ask for its
  /// properties.
  private static let ofTwoBytes = (0x80..<0x800).map { ofScalar($0) }

  /// The scalar at a byte position, or nil where the bytes are no UTF-8.
  static func decode(_ position: Int, in bytes: [UInt8]) -> (UInt32, Int)? {
    let first = UInt32(bytes[position])
    let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
    guard length > 0, position + length <= bytes.count else { return nil }
    if length == 1 { return (first, 1) }
    var scalar = first & (0x7F >> UInt32(length))
    for index in 1..<length {
      guard bytes[position + index] & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(bytes[position + index] & 0x3F)
    }
    return (scalar, length)
  }

  /// A table once it is compiled.
  @inline(__always)
  private static func ofASCII(_ byte: UInt8) -> CharacterClass {
    switch byte {
    case 10, 13: .newline
    case 0...32, 127: .space
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
    case UInt8(ascii: "\""): .quote
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"): .sign
    default: .mark
    }
  }

  static func ofScalar(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0xC0...0x24F: scalar == 0xD7 || scalar == 0xF7 ? .mark : .letter
    case 0x370...0x52F, 0x1E00...0x1FFF: .letter
    // What a broken code page leaves between two letters was most often an apostrophe.
    case 0x2019, 0x2BC, 0x2018, 0x201B, 0xB4, 0xFFFD: .apostrophe
    case 0x201C...0x201F, 0xAB, 0xBB, 0x2039, 0x203A, 0x201A, 0x300C...0x300F, 0xFF02: .quote
    case 0x2010, 0x2011: .hyphen
    case 0x2012...0x2015, 0x2212: .dash
    case 0xA2...0xA5, 0x20A0...0x20CF, 0xB0, 0x2030, 0xFFE5, 0xFF04, 0xFF05: .sign
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0xFEFF, 0x200B: .space
    case 0x85, 0x2028, 0x2029: .newline
    case 0xAD, 0x200C, 0x200D, 0x2060: .joiner
    case 0xBC...0xBE, 0xB2, 0xB3, 0xB9: .digit
    case 0x3007, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: .ideograph
    default: slow(scalar)
    }
  }

  private static func slow(_ scalar: UInt32) -> CharacterClass {
    guard let scalar = Unicode.Scalar(scalar) else { return .mark }
    let properties = scalar.properties
    if properties.isAlphabetic { return .letter }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return .joiner
    case .decimalNumber: return .digit
    default: return properties.isWhitespace ? .space : .mark
    }
  }
}

/// Folding of spellings: what counts as the same word.
enum WordFolding {
  /// Appends the lower-case form of a byte range: apostrophes and hyphens of one kind, soft hyphens and joiners dropped.
  static func fold(_ range: Range<Int>, of bytes: [UInt8], into folded: inout [UInt8]) {
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      if byte < 0x80 {
        folded.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        position += 1
        continue
      }
      guard let (scalar, length) = CharacterClass.decode(position, in: bytes) else {
        folded.append(byte)
        position += 1
        continue
      }
      append(scalar, bytes[position..<position + length], into: &folded)
      position += length
    }
  }

  /// True for most letters that are small or of a script without capitals: accented, Cyrillic, Hebrew to Burmese.
  static func isNoCapital(_ scalar: UInt32) -> Bool {
    0xDF...0xFF ~= scalar || 0x430...0x45F ~= scalar || 0x590..<0x10A0 ~= scalar
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  private static let dotted = "कखगजडढफय".unicodeScalars.map { String($0) + "\u{93C}" }

  private static func append(_ scalar: UInt32, _ original: ArraySlice<UInt8>, into folded: inout [UInt8]) {
    switch scalar {
    case 0x2019, 0x2018, 0x2BC, 0x201B, 0xFFFD: folded.append(UInt8(ascii: "'"))
    case 0x2010, 0x2011: folded.append(UInt8(ascii: "-"))
    // Joiners, and what Arabic writes to stretch a word or to mark its vowels.
    case 0xAD, 0x200C, 0x200D, 0x2060, 0x200B, 0x640, 0x64B...0x65F, 0x670: break
    // The dotted capital of Turkish, whose small letter has the one dot.
    case 0x130: folded.append(UInt8(ascii: "i"))
    // Devanagari letters with a dot below, which are two characters in every normal form.
    case 0x958...0x95F:
      folded.append(contentsOf: dotted[Int(scalar - 0x958)].utf8)
    case 0xFB00...0xFB06: folded.append(contentsOf: ligatures[Int(scalar - 0xFB00)].utf8)
    case 0xC0...0xDE where scalar != 0xD7:
      folded.append(0xC3)
      folded.append(UInt8(scalar + 0x20 - 0xC0 + 0x80))
    case _ where isNoCapital(scalar): folded.append(contentsOf: original)
    default:
      if let scalar = Unicode.Scalar(scalar), scalar.properties.changesWhenLowercased {
        folded.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      } else {
        folded.append(contentsOf: original)
      }
    }
  }
}
