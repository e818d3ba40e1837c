internal import CUTF8Proc

/// NFKC case folding and character classes, from utf8proc.
enum UnicodeFolding {
  /// What a code point does to the word it stands in.
  enum CharacterClass: UInt8 {
    case letter, capital, digit
    /// Marks and format characters: part of the word before them.
    case extend
    /// A letter of a script written without spaces.
    case unspaced
    case openingQuote, closingQuote, apostrophe, sentenceEnd, other
  }

  static func characterClass(of codePoint: Int32) -> CharacterClass {
    codePoint < FoldTable.end ? FoldTable.characterClass(codePoint) : computedClass(of: codePoint)
  }

  /// The class without the table.
  static func computedClass(of codePoint: Int32) -> CharacterClass {
    switch codePoint {
    case 0x27, 0x2018, 0x2019, 0x02BC: return .apostrophe
    case 0x201C, 0xAB, 0x201E, 0x300C, 0x300E: return .openingQuote
    case 0x201D, 0xBB, 0x201F, 0x300D, 0x300F: return .closingQuote
    case 0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0x06D4, 0x0964: return .sentenceEnd
    default: break
    }
    if isUnspaced(codePoint) { return .unspaced }
    switch utf8proc_category(codePoint) {
    case UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LT: return .capital
    case UTF8PROC_CATEGORY_LL, UTF8PROC_CATEGORY_LM, UTF8PROC_CATEGORY_LO: return .letter
    case UTF8PROC_CATEGORY_ND, UTF8PROC_CATEGORY_NL, UTF8PROC_CATEGORY_NO: return .digit
    case UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_MC, UTF8PROC_CATEGORY_ME, UTF8PROC_CATEGORY_CF: return .extend
    default: return .other
    }
  }

  /// Han, Hiragana, Katakana, Thai, Lao, Khmer and Burmese letters.
  static func isUnspaced(_ codePoint: Int32) -> Bool {
    switch codePoint {
    case 0x0E01...0x0E3A, 0x0E40...0x0E4E, 0x0E81...0x0EDF, 0x1000...0x103F, 0x1780...0x17D3, 0x3005, 0x3041...0x309F,
      0x30A1...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9D, 0x20000...0x3FFFF:
      return true
    default: return false
    }
  }

  /// Signs that a word of Arabic or Hebrew may be written with or without: tatweel, vowel signs, points.
  static func isOptionalSign(_ codePoint: Int32) -> Bool {
    switch codePoint {
    case 0x0591...0x05BD, 0x05BF, 0x05C1, 0x05C2, 0x0610...0x061A, 0x0640, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC: true
    default: false
    }
  }

  /// Appends the NFKC case folding of `bytes`, valid UTF-8, to `result`.
  ///
  /// Apostrophes become ASCII, optional signs go, and accents of Latin letters; but a letter alone keeps its accent, unless it is
  /// `inWord`: "é" is another word than "e". Linear.
  static func fold(_ bytes: ArraySlice<UInt8>, inWord: Bool = false, into result: inout [UInt8]) {
    let options = utf8proc_option_t(
      UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue | UTF8PROC_COMPAT.rawValue | UTF8PROC_CASEFOLD.rawValue
        | UTF8PROC_IGNORE.rawValue)
    guard let codePoints = normalized(bytes, options) else { return result += bytes }
    let isAlone = codePoints.count == 1 && !inWord
    for codePoint in codePoints where !isOptionalSign(codePoint) {
      let folded = isAlone ? spelling(of: codePoint) : plain(spelling(of: codePoint))
      // The dot that is left of a Turkish capital.
      if folded == 0x0307, result.last == UInt8(ascii: "i") { continue }
      guard let scalar = Unicode.Scalar(UInt32(bitPattern: folded)) else { continue }
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// The composed form (NFC) of `bytes`, valid UTF-8.
  static func composed(_ bytes: [UInt8]) -> [UInt8] {
    let options = utf8proc_option_t(UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue)
    guard let codePoints = normalized(bytes[...], options) else { return bytes }
    var result: [UInt8] = []
    for codePoint in codePoints {
      guard let scalar = Unicode.Scalar(UInt32(bitPattern: codePoint)) else { return bytes }
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return result
  }

  /// The code points of the normal form that the options name; nil when the bytes are no text.
  private static func normalized(_ bytes: ArraySlice<UInt8>, _ options: utf8proc_option_t) -> ArraySlice<Int32>? {
    var codePoints = [Int32](repeating: 0, count: bytes.count * 4 + 8)
    // SAFETY: utf8proc reads `bytes.count` bytes and writes at most `codePoints.count` values; its result says how many it
    // needed, and a larger need leaves the word as it is.
    let written = unsafe bytes.withUnsafeBufferPointer { source in
      unsafe utf8proc_decompose(source.baseAddress, source.count, &codePoints, codePoints.count, options)
    }
    guard written >= 0, written <= codePoints.count else { return nil }
    let composed = unsafe utf8proc_normalize_utf32(&codePoints, written, options)
    return codePoints.prefix(max(0, composed))
  }

  /// The character for those that are written for one another: apostrophes, the yeh and kaf of Persian and Arabic keyboards, the
  /// dotless i of Turkish, which capitals do not tell from the other, and the yo of Russian.
  private static func spelling(of codePoint: Int32) -> Int32 {
    switch codePoint {
    case 0x2018, 0x2019, 0x02BC: 0x27
    case 0x06CC: 0x064A
    case 0x06A9: 0x0643
    case 0x0131: 0x69
    case 0x0451: 0x0435
    default: codePoint
    }
  }

  /// A Latin letter without its accent, which capitals, keyboards and code pages lose; any other character as it is.
  private static func plain(_ codePoint: Int32) -> Int32 {
    (0xC0..<0x250).contains(codePoint) ? plainLetters[Int(codePoint) - 0xC0] : codePoint
  }

  /// The letters from U+00C0 on without their accents; signs as they are.
  private static let plainLetters: [Int32] = (0xC0..<0x250).map { codePoint in
    switch codePoint {
    case 0xF8: return 0x6F  // ø
    case 0x111: return 0x64  // đ
    case 0x142: return 0x6C  // ł
    default: break
    }
    let scalar = Unicode.Scalar(UInt32(codePoint)).map { Array(String($0).utf8) } ?? []
    let options = utf8proc_option_t(UTF8PROC_STABLE.rawValue | UTF8PROC_DECOMPOSE.rawValue)
    guard let letter = normalized(scalar[...], options)?.first, (0x61...0x7A).contains(letter) else { return Int32(codePoint) }
    return letter
  }

  /// The code point at `text[position]` and its length in bytes; invalid bytes count as one `other` character.
  @inline(__always)
  static func decode(_ text: UnsafePointer<UInt8>, _ position: Int, _ end: Int) -> (codePoint: Int32, length: Int) {
    let first = unsafe text[position]
    if first < 0x80 { return (Int32(first), 1) }
    if first >= 0xC2, first < 0xE0, position + 1 < end, unsafe text[position + 1] & 0xC0 == 0x80 {
      return unsafe (Int32(first & 0x1F) << 6 | Int32(text[position + 1] & 0x3F), 2)
    }
    return unsafe decodeLong(text, position, end)
  }

  private static func decodeLong(_ text: UnsafePointer<UInt8>, _ position: Int, _ end: Int) -> (codePoint: Int32, length: Int) {
    var codePoint: Int32 = 0
    let length = unsafe utf8proc_iterate(text + position, end - position, &codePoint)
    return length > 0 ? (codePoint, length) : (0xFFFD, 1)
  }
}

/// Class and folding of the characters up to U+07FF, Latin, Greek, Cyrillic, Hebrew and Arabic among them, from one table: the
/// words of most languages then need no call of utf8proc and no array.
enum FoldTable {
  /// Behind the last character of the table; all of them have one or two bytes.
  static let end: Int32 = 0x800

  /// Class above bit 11, below it the folded character, 0 where folding needs more than the one character.
  private static let entries: [UInt16] = (0..<end).map { codePoint in
    let kind = UnicodeFolding.computedClass(of: codePoint)
    return UInt16(kind.rawValue) << 11 | (folding(codePoint, kind) ?? 0)
  }

  private static func folding(_ codePoint: Int32, _ kind: UnicodeFolding.CharacterClass) -> UInt16? {
    if codePoint < 0x80 { return UInt16(codePoint &- 0x41 < 26 && codePoint >= 0x41 ? codePoint | 0x20 : codePoint) }
    // What is drawn to its neighbours (marks) is left to utf8proc; letters and digits of these scripts never compose.
    guard kind == .letter || kind == .capital || kind == .digit || kind == .apostrophe,
      let scalar = Unicode.Scalar(UInt32(codePoint))
    else { return nil }
    var folded: [UInt8] = []
    UnicodeFolding.fold(Array(String(scalar).utf8)[...], inWord: true, into: &folded)
    let result = String(decoding: folded, as: UTF8.self).unicodeScalars
    guard result.count == 1, let value = result.first?.value, value < end else { return nil }
    return UInt16(value)
  }

  /// The class of a character below ``end``.
  @inline(__always)
  static func characterClass(_ codePoint: Int32) -> UnicodeFolding.CharacterClass {
    UnicodeFolding.CharacterClass(rawValue: UInt8(truncatingIfNeeded: entries[Int(codePoint)] >> 11)) ?? .other
  }

  /// Appends the folding of the word `text`, valid UTF-8, without its full stops when `dropsDots`; false, with nothing appended,
  /// when the table does not know one of its characters.
  static func fold(_ text: UnsafeBufferPointer<UInt8>, droppingDots dropsDots: Bool, into result: inout [UInt8]) -> Bool {
    let start = result.count
    // A letter alone keeps its accent.
    if unsafe text.count == 2 && (0xC3...0xC9).contains(text[0]) { return false }
    let entries = entries.span
    var position = 0
    while position < text.count {
      let first = unsafe text[position]
      var codePoint = Int(first)
      position += 1
      if first >= 0xC2, first < 0xE0, position < text.count {
        codePoint = unsafe Int(first & 0x1F) << 6 | Int(text[position] & 0x3F)
        position += 1
      } else if first == 0xE2, position + 1 < text.count, unsafe text[position] == 0x80, unsafe text[position + 1] & 0xFE == 0x98
      {
        // The curly apostrophes.
        codePoint = 0x27
        position += 2
      } else if first >= 0x80 {
        result.removeSubrange(start...)
        return false
      }
      if dropsDots, codePoint == 0x2E { continue }
      let folded = entries[codePoint] & 0x7FF
      guard folded != 0 else {
        result.removeSubrange(start...)
        return false
      }
      if folded < 0x80 {
        result.append(UInt8(truncatingIfNeeded: folded))
      } else {
        result.append(UInt8(truncatingIfNeeded: 0xC0 | folded >> 6))
        result.append(UInt8(truncatingIfNeeded: 0x80 | folded & 0x3F))
      }
    }
    return true
  }
}
