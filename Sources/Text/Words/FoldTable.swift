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
    UnicodeFolding.fold(Array(String(scalar).utf8)[...], into: &folded)
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
