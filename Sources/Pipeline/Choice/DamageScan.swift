internal import Text

/// Counts the places where a scrape or a conversion broke a text.
///
/// Counted are entities and tags of HTML, characters of a wrong code page, replacement characters, soft hyphens, spaces of no
/// width and marks of direction, Arabic letters drawn out, typographic ligatures, escapes, question marks in the place of a
/// letter or an apostrophe, digits inside small words (as poor recognition of print leaves them) and sentences that are glued
/// together. A place counts once, however many bytes it has.
struct DamageScan {
  private(set) var broken = 0
  /// Line ends in the middle of a sentence.
  private(set) var wraps = 0
  /// Letters beyond ASCII.
  private(set) var accents = 0
  private var lines = 0
  private var small = 0
  private var capitals = 0

  /// Whether lines are cut at one width: most of them end in the middle of a sentence.
  var isWrapped: Bool { lines >= ChoiceTuning.wrappedLines && wraps * 2 > lines }
  /// Whether nearly all letters are capitals.
  var isCapitals: Bool { capitals > ChoiceTuning.fewestCapitals && capitals > 4 * small }

  /// - Complexity: O(length).
  init(_ text: Span<UInt8>) {
    // Counted without a branch: small letters, capitals and spaces come in no order that a processor could foresee.
    let kinds = Self.kinds
    var index = 0
    while index < text.count {
      let byte = text[index]
      let kind = kinds[Int(byte)]
      small += Int(kind & Self.isSmall)
      capitals += Int(kind & Self.isCapital) >> 1
      index += kind & Self.isLookedAt == 0 ? 1 : step(text, index, byte)
    }
  }

  private static let isSmall: UInt8 = 1
  private static let isCapital: UInt8 = 2
  private static let isLookedAt: UInt8 = 4

  /// What each byte is, see ``step(_:_:_:)`` for those that are looked at.
  private static let kinds: [UInt8] = (0...UInt8.max).map { byte in
    switch byte {
    case 0x61...0x7A: isSmall
    case 0x41...0x5A: isCapital
    case 0x0A, 0x26, 0x3C, 0x2E, 0x3F, 0x5C, 0x30...0x39, 0xC2...0xF4: isLookedAt
    default: 0
    }
  }

  /// Looks at a byte that is no ASCII letter; returns how many bytes were dealt with.
  private mutating func step(_ text: Span<UInt8>, _ index: Int, _ byte: UInt8) -> Int {
    switch byte {
    case 0x0A:
      readLineEnd(text, index)
      return 1
    case 0x26: return count(Self.entity(text, index))
    case 0x3C: return count(Self.tag(text, index))
    case 0x2E: if Self.isGlued(text, index) { broken += 1 }
    case 0x3F: if TextBytes.isLostLetter(text, index) { broken += 1 }
    case 0x5C: return count(Self.escape(text, index))
    case 0x30...0x39: if Self.isInsideSmallWord(text, index) { broken += 1 }
    case 0xC2...0xF4:
      let length = Self.brokenCharacter(text, index)
      if length == 0, byte != 0xC2, byte != 0xE2 { accents += 1 }
      return count(length)
    default: break
    }
    return 1
  }

  /// Counts a broken place of `length` bytes, if it has any; returns the bytes to go on by.
  private mutating func count(_ length: Int) -> Int {
    if length > 0 { broken += 1 }
    return max(1, length)
  }

  private mutating func readLineEnd(_ text: Span<UInt8>, _ index: Int) {
    guard index > 0, index + 1 < text.count, text[index - 1] != 0x0A else { return }
    lines += 1
    let before = text[index - 1] == 0x0D && index > 1 ? text[index - 2] : text[index - 1]
    if TextBytes.isLower(before) || before == 0x2C, TextBytes.isLower(text[index + 1]) { wraps += 1 }
  }

  /// Bytes of `&name;`, `&#123;`, also escaped again (`&amp;#39;`), or 0.
  private static func entity(_ text: Span<UInt8>, _ start: Int) -> Int {
    var index = start + 1
    let limit = min(text.count, start + 12)
    while index < limit, isNameByte(text[index]) || (text[index] == 0x23 && index == start + 1) { index += 1 }
    guard index < limit, text[index] == 0x3B, index - start >= 3 else { return 0 }
    // "&amp;mdash;" is one place.
    let isAmpersand = index - start == 4 && text[start + 1] == 0x61 && text[start + 2] == 0x6D && text[start + 3] == 0x70
    guard isAmpersand else { return index + 1 - start }
    var end = index + 1
    while end < min(text.count, index + 12), isNameByte(text[end]) || text[end] == 0x23 { end += 1 }
    return (end < text.count && text[end] == 0x3B && end > index + 2 ? end : index) + 1 - start
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    TextBytes.isLower(byte) || TextBytes.isUpper(byte) || TextBytes.isDigit(byte)
  }

  /// Bytes of a tag, or 0; "x < y" is none.
  private static func tag(_ text: Span<UInt8>, _ start: Int) -> Int {
    guard start + 2 < text.count else { return 0 }
    let next = text[start + 1]
    guard TextBytes.isLower(next | 0x20) || next == 0x2F || next == 0x21 else { return 0 }
    var index = start + 2
    while index < min(text.count, start + ChoiceTuning.longestTag), text[index] != 0x3C {
      if text[index] == 0x3E { return index + 1 - start }
      index += 1
    }
    return 0
  }

  /// A full stop with small letters before it and a capitalised word right behind it, as where a line break was lost.
  private static func isGlued(_ text: Span<UInt8>, _ index: Int) -> Bool {
    guard index >= 3, index + 2 < text.count else { return false }
    return TextBytes.isLower(text[index - 1]) && TextBytes.isLower(text[index - 2]) && TextBytes.isLower(text[index - 3])
      && TextBytes.isUpper(text[index + 1]) && TextBytes.isLower(text[index + 2])
  }

  /// A digit between small letters: "c0unty", "wi1l".
  ///
  /// Names of things ("mp3s", "h2o") have the digit late or are rare.
  private static func isInsideSmallWord(_ text: Span<UInt8>, _ index: Int) -> Bool {
    guard index >= 1, index + 1 < text.count else { return false }
    return TextBytes.isLower(text[index - 1]) && TextBytes.isLower(text[index + 1])
  }

  /// Bytes of a character that a wrong code page or a converter left, or 0.
  private static func brokenCharacter(_ text: Span<UInt8>, _ index: Int) -> Int {
    guard index + 2 < text.count else { return 0 }
    let (first, second, third) = (text[index], text[index + 1], text[index + 2])
    switch (first, second) {
    case (0xC2, 0xAD): return 2  // soft hyphen
    case (0xD9, 0x80): return 2  // tatweel
    case (0xE2, 0x80): return isUnseen(third, behind: index > 0 ? text[index - 1] : 0) ? 3 : 0
    case (0xE2, 0x81): return (0xA6...0xA9).contains(third) ? 3 : 0
    case (0xEF, 0xBF): return third == 0xBD ? 3 : 0
    case (0xEF, 0xBB): return third == 0xBF && index > 0 ? 3 : 0
    case (0xEF, 0xAC): return third <= 0x86 ? 3 : 0
    case (0xC3, 0xA2): return isEuroSign(text, index + 2) ? 5 : 0
    case (0xC2, 0xB3), (0xC2, 0xB9), (0xC2, 0xBF): return isInsideWord(text, index, length: 2) ? 2 : 0
    case (0xC3, 0xA0...0xA9): return tail(text, index + 2) == 4 && tail(text, index + 4) == 4 ? 6 : 0
    case (0xC3...0xC5, _): return isLead(first, second) ? tail(text, index + 2) : 0
    // Guillemets and spaces stand behind words of these alphabets.
    case (0xD0, _), (0xD8, _):
      let isPunctuated = third == 0xC2 && index + 3 < text.count && [0xA0, 0xAB, 0xBB].contains(text[index + 3]) || third == 0xE2
      return isLead(first, second) && !isPunctuated ? tail(text, index + 2) : 0
    default: return 0
    }
  }

  /// Whether `E2 80 third` is a space of no width, a joiner or a mark of direction; Persian and Hindi are spelt with joiners.
  private static func isUnseen(_ third: UInt8, behind before: UInt8) -> Bool {
    switch third {
    case 0x8B, 0x8E, 0x8F, 0xAA...0xAE: true
    case 0x8C, 0x8D: before < 0x80
    default: false
    }
  }

  /// Bytes of an escape of JSON that was written out, as "\\u0417" or "\\n", or 0.
  private static func escape(_ text: Span<UInt8>, _ start: Int) -> Int {
    if start + 1 < text.count, text[start + 1] == 0x22 || text[start + 1] == 0x2F { return 2 }
    // Names of folders have a letter before it.
    if start > 0, start + 1 < text.count, [0x6E, 0x72, 0x74].contains(text[start + 1]), !isNameByte(text[start - 1]) { return 2 }
    guard start + 6 <= text.count, text[start + 1] == 0x75 else { return 0 }
    let isNumber = (start + 2..<start + 6).allSatisfy {
      TextBytes.isDigit(text[$0]) || (0x61...0x66).contains(text[$0] | 0x20)
    }
    return isNumber ? 6 : 0
  }

  /// Whether a sign stands between two small letters, as "³" in "wyjecha³a": Central European text read as Western.
  private static func isInsideWord(_ text: Span<UInt8>, _ index: Int, length: Int) -> Bool {
    index > 0 && index + length < text.count && TextBytes.isLower(text[index - 1]) && TextBytes.isLower(text[index + length])
  }

  /// Whether the character is what the first byte of a UTF-8 character looks like in a code page of one byte:
  /// Â Ã Ä Å Î Ï Ð Ñ × Ø Ù Ú Û in Western European, Ă Đ Ĺ Ń in Central European, Р and С in Cyrillic, ط and ظ in Arabic.
  private static func isLead(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case 0xC3: [0x82, 0x83, 0x84, 0x85, 0x8E, 0x8F, 0x90, 0x91, 0x97, 0x98, 0x99, 0x9A, 0x9B].contains(second)
    case 0xD0: second == 0xA0 || second == 0xA1
    case 0xD8: second == 0xB7 || second == 0xB8
    case 0xC4: second == 0x82 || second == 0x90 || second == 0xB9
    case 0xC5: second == 0x83
    default: false
    }
  }

  /// "â€", the head of every curly quote and dash; an â alone ends words.
  private static func isEuroSign(_ text: Span<UInt8>, _ index: Int) -> Bool {
    index + 2 < text.count && text[index] == 0xE2 && text[index + 1] == 0x82 && text[index + 2] == 0xAC
  }

  /// The length of a lead and what looks like the other bytes behind it, 0 when a letter of the language follows.
  private static func tail(_ text: Span<UInt8>, _ index: Int) -> Int {
    guard index + 1 < text.count else { return 0 }
    let isSign: Bool
    let length: Int
    switch text[index] {
    case 0xC2: (isSign, length) = (true, 2)
    case 0xCB: (isSign, length) = (true, 2)
    case 0xC5: (isSign, length) = (text[index + 1] >= 0x92, 2)
    case 0xC4: (isSign, length) = (text[index + 1] >= 0xBD, 2)
    case 0xE2: (isSign, length) = (text[index + 1] == 0x80 || text[index + 1] == 0x82 || text[index + 1] == 0x84, 3)
    default: (isSign, length) = (false, 0)
    }
    return isSign ? length + 2 : 0
  }
}
