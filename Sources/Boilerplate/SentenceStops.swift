internal import Text

/// Marks that end sentences, in the scripts that have their own too.
enum SentenceStops {
  /// The full stops of ideographs and of Hindi, wide marks, the Arabic question mark and the Urdu full stop.
  private static let wide: [UInt32] = [0x3002, 0xFF0E, 0xFF01, 0xFF1F, 0x0964, 0x061F, 0x06D4]

  /// Whether the text ends as a sentence does, closing quotes, brackets, symbols and white space aside.
  ///
  /// An ellipsis ends none: it cuts a teaser.
  static func endSentence(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound {
      let start = lastCharacter(text, range.lowerBound..<end)
      switch TextBytes.character(text, start, end).0 {
      case .space, .apostrophe, .other(0x22), .other(0x29), .other(0x5D): break
      case .other(0x2E), .other(0x21), .other(0x3F): return true
      case .letter(let scalar): return wide.contains(scalar)
      case .other(let scalar):
        if wide.contains(scalar) { return true }
        if scalar < 0x80 || scalar == 0x2026 { return false }
      }
      end = start
    }
    return false
  }

  /// Whether the range ends in a stop beyond ASCII, an ellipsis, or a quote that only closes.
  static func isWideEnd(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard !range.isEmpty, text[range.upperBound - 1] >= 0x80 else { return false }
    switch TextBytes.character(text, lastCharacter(text, range), range.upperBound).0 {
    case .other(0x22): return text[range.upperBound - 1] == 0x9D
    case .other(0xBB), .other(0x2026): return true
    case .letter(let scalar), .other(let scalar): return wide.contains(scalar)
    default: return false
    }
  }

  /// Where the last character of the range begins.
  private static func lastCharacter(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var start = range.upperBound - 1
    while start > range.lowerBound, text[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}
