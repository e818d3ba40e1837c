/// Two spellings of one character: letters with their accents behind them, digits of other scripts.
extension TextUnwrapping {
  /// Accents that stand behind their letter, as decomposed text (NFD) has them; what has no form of its own stays.
  ///
  /// The text from `copied` on was not copied yet, so the letter must stand there.
  func accent(_ text: Span<UInt8>, _ start: Int, _ copied: Int) -> Change? {
    var letter = start - 1
    while letter > copied, start - letter < 4, text[letter] & 0xC0 == 0x80 { letter -= 1 }
    guard letter >= copied, TextBytes.isLetterOrDigit(text[letter]) || text[letter] >= 0xC3 else { return nil }
    var end = start
    while end + 1 < text.count, end - start < Self.mostAccents, text[end] == 0xCC || text[end] == 0xCD && text[end + 1] < 0xB0 {
      end += 2
    }
    guard end > start else { return nil }
    let apart = (letter..<end).map { text[$0] }
    let composed = UnicodeFolding.composed(apart)
    guard composed != apart else { return nil }
    return Change(length: end - start, before: start - letter, replacement: composed, form: .invisible)
  }

  /// Bytes of accents that one letter may have.
  private static let mostAccents = 8

  /// Digits of another script, with what stands between and behind them in numbers.
  func digits(_ text: Span<UInt8>, _ start: Int) -> Change? {
    var end = start
    var replacement: [UInt8] = []
    while let (ascii, length) = Self.sign(text, end) {
      // What separates digits begins no number.
      if replacement.isEmpty, ascii == UInt8(ascii: ",") || ascii == UInt8(ascii: ".") { return nil }
      replacement.append(ascii)
      end += length
    }
    return replacement.isEmpty ? nil : Change(length: end - start, replacement: replacement, form: .digits)
  }

  /// The digit, separator or percent sign at a place, in ASCII, and its bytes.
  ///
  /// A wide comma or full stop belongs to a number where a wide digit follows.
  private static func sign(_ text: Span<UInt8>, _ place: Int) -> (UInt8, Int)? {
    guard place + 1 < text.count else { return nil }
    let (first, second) = (text[place], text[place + 1])
    let third = place + 2 < text.count ? text[place + 2] : 0
    func digit(_ byte: UInt8, from zero: UInt8, _ length: Int) -> (UInt8, Int)? {
      byte >= zero && byte < zero + 10 ? (0x30 + byte - zero, length) : nil
    }
    switch (first, second) {
    case (0xD9, 0xAA): return (UInt8(ascii: "%"), 2)
    case (0xD9, 0xAB): return (UInt8(ascii: "."), 2)
    case (0xD9, 0xAC): return (UInt8(ascii: ","), 2)
    case (0xD9, _): return digit(second, from: 0xA0, 2)
    case (0xDB, _): return digit(second, from: 0xB0, 2)
    case (0xE0, 0xB9), (0xE0, 0xBB): return digit(third, from: 0x90, 3)
    case (0xE0, 0xA5...0xB5) where second & 1 == 1: return digit(third, from: 0xA6, 3)
    case (0xE1, 0x81): return digit(third, from: 0x80, 3)
    case (0xEF, 0xBC):
      switch third {
      case 0x85: return (UInt8(ascii: "%"), 3)
      case 0x8C, 0x8E: return isWideDigit(text, place + 3) ? (third == 0x8C ? UInt8(ascii: ",") : UInt8(ascii: "."), 3) : nil
      default: return digit(third, from: 0x90, 3)
      }
    default: return nil
    }
  }

  private static func isWideDigit(_ text: Span<UInt8>, _ place: Int) -> Bool {
    place + 2 < text.count && text[place] == 0xEF && text[place + 1] == 0xBC && (0x90...0x99).contains(text[place + 2])
  }
}
