/// What other systems leave in a text: escapes of JSON and of programs, short codes, the targets of links, voice marks of kana
/// apart.
extension TextUnwrapping {
  /// "\\n", "\\u00e9", "\\"": as a text looks that was escaped once more than it was read.
  ///
  /// A path of Windows ("C:\\news") has letters on both sides.
  func escape(_ text: Span<UInt8>, _ start: Int, after before: UInt8?) -> Change? {
    guard start + 1 < text.count else { return nil }
    switch text[start + 1] {
    case UInt8(ascii: "u"):
      guard let unit = Self.unit(text, start) else { return nil }
      guard (0xD800...0xDBFF).contains(unit) else {
        guard let scalar = Unicode.Scalar(unit) else { return nil }
        return Change(length: 6, replacement: Self.bytes(of: scalar.value), form: .invisible)
      }
      guard let low = Self.unit(text, start + 6), (0xDC00...0xDFFF).contains(low),
        let scalar = Unicode.Scalar(0x1_0000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      else { return nil }
      return Change(length: 12, replacement: Array(String(scalar).utf8), form: .invisible)
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "/"):
      return Change(length: 2, replacement: [text[start + 1]], form: .invisible)
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      let follows: UInt8 = start + 2 < text.count ? text[start + 2] : 0x20
      let isInside = before.map(TextBytes.isLetterOrDigit) ?? false
      guard before != UInt8(ascii: ":"), !isInside || !TextBytes.isLower(follows) && !TextBytes.isDigit(follows) else {
        return nil
      }
      return Change(length: 2, replacement: [text[start + 1] == UInt8(ascii: "t") ? 0x20 : 0x0A], form: .invisible)
    default: return nil
    }
  }

  /// The number of "\\uXXXX".
  private static func unit(_ text: Span<UInt8>, _ start: Int) -> UInt32? {
    guard start + 6 <= text.count, text[start] == 0x5C, text[start + 1] == UInt8(ascii: "u") else { return nil }
    var value: UInt32 = 0
    for i in start + 2..<start + 6 {
      switch text[i] {
      case 0x30...0x39: value = value << 4 | UInt32(text[i] - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((text[i] | 0x20) - 0x61 + 10)
      default: return nil
      }
    }
    return value
  }

  /// "[caption id=...] picture and words [/caption]", "[embed]address[/embed]", "[gallery ids=...]": what a content system puts
  /// in.
  func shortCode(_ text: Span<UInt8>, _ start: Int) -> Change? {
    var i = start + 1
    var name: [UInt8] = []
    while i < text.count, name.count < 12, TextBytes.isLower(text[i]) {
      name.append(text[i])
      i += 1
    }
    guard HTMLVocabulary.standard.shortCodes.contains(name), i < text.count, text[i] == 0x5D || text[i] == 0x20,
      let close = Self.find([0x5D], text, from: i, within: 400),
      // An editor's remark has no attributes.
      text[i] == 0x5D || (i..<close).contains(where: { text[$0] == 0x3D })
    else { return nil }
    let end = Self.find([0x5B, 0x2F] + name + [0x5D], text, from: close + 1, within: 1_500)
    return Change(length: (end.map { $0 + name.count + 3 } ?? close + 1) - start, breaksLine: true, form: .markup)
  }

  /// "](https://...)": the target of a link in Markdown; what the link says stays.
  func linkTarget(_ text: Span<UInt8>, _ start: Int) -> Change? {
    guard start + 2 < text.count, text[start + 1] == 0x28 else { return nil }
    guard text[start + 2] == 0x2F || Self.find(Array("http".utf8), text, from: start + 2, within: 4) == start + 2,
      let close = Self.find([0x29], text, from: start + 2, within: 600)
    else { return nil }
    for i in start + 2..<close where TextBytes.isSpace(text[i]) { return nil }
    return Change(length: close + 1 - start, form: .markup)
  }

  /// A kana with its voice mark behind it, as decomposed text has them.
  func voiced(_ text: Span<UInt8>, _ start: Int) -> Change? {
    guard start + 6 <= text.count, text[start + 3] == 0xE3, text[start + 4] == 0x82,
      text[start + 5] == 0x99 || text[start + 5] == 0x9A
    else { return nil }
    let kana = 0x3000 | UInt32(text[start + 1] & 0x3F) << 6 | UInt32(text[start + 2] & 0x3F)
    let isHalf = text[start + 5] == 0x9A
    let composed: UInt32
    switch kana {
    case 0x3046, 0x30A6: composed = kana + 0x4E
    case 0x304B...0x3062, 0x3064...0x3069, 0x306F...0x307B, 0x30AB...0x30C2, 0x30C4...0x30C9, 0x30CF...0x30DB:
      composed = kana + (isHalf ? 2 : 1)
    default: return nil
    }
    return Unicode.Scalar(composed).map { Change(length: 6, replacement: Array(String($0).utf8), form: .invisible) }
  }
}

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
