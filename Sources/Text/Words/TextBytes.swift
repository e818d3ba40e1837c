internal import CKernels
internal import Glibc

/// Characters as the recognisers of phrases see them: folded letters, apostrophes, anything else.
///
/// Asked for every byte of a text by several modules, hence inlinable.
@frozen
@usableFromInline
package enum TextBytes {
  @frozen
  @usableFromInline
  package enum Character: Equatable, Sendable {
    /// A letter or digit in lower case.
    case letter(UInt32)
    case apostrophe
    /// Punctuation and symbols, folded to ASCII where quotes, dashes and spaces have an ASCII form.
    case other(UInt32)
    case space
  }

  /// The character at byte `i` and its length; the length never reaches past `end`.
  ///
  /// Broken UTF-8 counts as letters of one byte.
  @inlinable
  @inline(__always)
  package static func character(_ text: Span<UInt8>, _ i: Int, _ end: Int) -> (Character, Int) {
    let byte = text[i]
    guard byte >= 0x80 else { return (ascii(byte), 1) }
    if byte >= 0xC2, byte < 0xE0, i + 1 < end {
      let scalar = UInt32(byte & 0x1F) << 6 | UInt32(text[i + 1] & 0x3F)
      if scalar == 0xA0 { return (.space, 2) }
      return (scalar < 0xC0 && scalar != 0xAA && scalar != 0xBA ? .other(scalar) : .letter(folded(scalar)), 2)
    }
    if byte >= 0xE0, byte < 0xF0, i + 2 < end {
      let scalar = UInt32(byte & 0x0F) << 12 | UInt32(text[i + 1] & 0x3F) << 6 | UInt32(text[i + 2] & 0x3F)
      return (wide(scalar), 3)
    }
    if byte >= 0xF0, i + 3 < end { return (.other(UInt32(byte)), 4) }
    return (.letter(UInt32(byte)), 1)
  }

  @inlinable
  @inline(__always)
  static func ascii(_ byte: UInt8) -> Character {
    if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A { return .letter(UInt32(byte | 0x20)) }
    if isDigit(byte) { return .letter(UInt32(byte)) }
    if isSpace(byte) { return .space }
    return byte == 0x27 ? .apostrophe : .other(UInt32(byte))
  }

  @usableFromInline
  static func wide(_ scalar: UInt32) -> Character {
    switch scalar {
    case 0x2018, 0x2019: .apostrophe
    case 0x201C...0x201F: .other(0x22)
    case 0x2010...0x2015: .other(0x2D)
    case 0x2000...0x200A, 0x202F, 0x3000: .space
    case 0xE000...0xF8FF, 0xFE00...0xFE0F, 0xFEFF, 0xFFFD: .other(scalar)
    case 0x2000...0x2BFF, 0x3001...0x3004, 0x3008...0x3020, 0xFF00...0xFF0F, 0xFF1A...0xFF20: .other(scalar)
    default: .letter(scalar)
    }
  }

  /// Lower case of the two-byte scripts that the phrase list is written in: Latin, Greek, Cyrillic.
  @usableFromInline
  static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xC0...0xDE where scalar != 0xD7: scalar + 0x20
    case 0x100...0x137, 0x14A...0x177: scalar | 1
    case 0x139...0x148, 0x179...0x17E: scalar + (scalar & 1)
    case 0x391...0x3AB: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    case 0x410...0x42F: scalar + 0x20
    default: scalar
    }
  }

  @inlinable @inline(__always) package static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }
  @inlinable @inline(__always) package static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  @inlinable @inline(__always) package static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  @inlinable @inline(__always) package static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Whether the byte is of a letter or digit: beyond ASCII all but the block of punctuation and symbols.
  @inlinable @inline(__always) package static func isWordByte(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte >= 0xC3 && byte != 0xE2
  }
  @inlinable @inline(__always) package static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isUpper(byte) || isLower(byte) || isDigit(byte)
  }

  /// `range` without white space at both ends; a no-break space is white space.
  @inlinable
  package static func trimmed(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let length = isSpace(text[low]) ? 1 : low + 1 < high && text[low] == 0xC2 && text[low + 1] == 0xA0 ? 2 : 0
      if length == 0 { break }
      low += length
    }
    while low < high {
      let length =
        isSpace(text[high - 1]) ? 1 : high - 1 > low && text[high - 2] == 0xC2 && text[high - 1] == 0xA0 ? 2 : 0
      if length == 0 { break }
      high -= length
    }
    return low..<high
  }
}

extension Span where Element == UInt8 {
  /// The bytes of `range` as text; broken UTF-8 is mended.
  package func string(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for i in range { bytes.append(self[i]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension TextBytes {
  /// Whether a question mark stands in the place of a letter or an apostrophe: "pr?sident", "can?t", but no query of an address.
  package static func isLostLetter(_ text: Span<UInt8>, _ place: Int) -> Bool {
    guard place >= 2, place + 2 < text.count, text[place] == 0x3F, isLower(text[place - 1]), isLower(text[place + 1]) else {
      return false
    }
    var end = place + 1
    while end < text.count, isLower(text[end]) { end += 1 }
    return end == text.count || text[end] != 0x3D
  }

  /// Puts the places of the range at which an ASCII capital stands behind white space, ascending, at the head of `places`, which
  /// grows as it must; returns how many there are.
  package static func readCapitals(_ text: Span<UInt8>, _ range: Range<Int>, into places: inout [UInt32]) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
    let most = range.count / 2 + 1
    if places.count < most { places = [UInt32](repeating: 0, count: 2 * most) }
    return unsafe text.withUnsafeBufferPointer { bytes in
      // SAFETY: the kernel reads the range and the byte before it, and every second byte at most gives a place.
      unsafe places.withUnsafeMutableBufferPointer {
        unsafe newsprint_capitals(bytes.baseAddress, range.lowerBound, range.upperBound, $0.baseAddress)
      }
    }
  }

  /// Whether no byte is beyond ASCII.
  package static func isASCII(_ text: Span<UInt8>) -> Bool {
    var bits: UInt8 = 0
    // Without a way out: so several bytes are read at once.
    for place in text.indices { bits |= text[place] }
    return bits < 0x80
  }

  /// The place of the next line feed at or after `start`, or the length of the text.
  package static func lineFeed(_ text: Span<UInt8>, from start: Int) -> Int {
    start < text.count ? next(0x0A, in: text, start..<text.count) : text.count
  }

  /// The first place of `byte` in the range, or its end.
  package static func next(_ byte: UInt8, in text: Span<UInt8>, _ range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
    return unsafe text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, !range.isEmpty else { return range.upperBound }
      // SAFETY: the range lies inside the buffer, and the search ends with it.
      guard let found = unsafe memchr(base + range.lowerBound, Int32(byte), range.count) else { return range.upperBound }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }
}

/// Text that is broken into lines of one width, as old wires are: there a line is no unit, and a short one no sign that it stands
/// apart.
package enum LineWrapping {
  /// Whether `lines` are the lines of hard-wrapped text: many, none long, most of them nearly as long as the longest.
  package static func isHardWrapped(_ lines: [Range<Int>]) -> Bool {
    guard lines.count >= 5 else { return false }
    var longest = 0
    for line in lines { longest = max(longest, line.count) }
    guard longest <= 100, longest >= 40 else { return false }
    var full = 0
    for line in lines where line.count * 3 >= longest * 2 { full += 1 }
    return full * 2 >= lines.count
  }
}
