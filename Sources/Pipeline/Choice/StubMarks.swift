internal import Resources
internal import Text

/// Phrases with which a page says that its reader has only the beginning: "Subscribe to continue reading", "[+1843 chars]".
struct StubMarks: Sendable {
  static let standard = StubMarks(lines: Resource.lines("stub_marks.txt"))

  /// Phrases by their first byte, small letters.
  private var phrases: [UInt8: [[UInt8]]] = [:]

  init(lines: [Substring]) {
    for line in lines {
      let phrase = Array(line.lowercased().utf8)
      if let first = phrase.first { phrases[first, default: []].append(phrase) }
    }
  }

  /// Whether one of the phrases, or a count of missing characters, stands at the end of the text.
  ///
  /// - Complexity: linear in the last ``ChoiceTuning/stubTail`` bytes.
  func isStub(_ text: Span<UInt8>) -> Bool {
    var isWordStart = true
    for index in max(0, text.count - ChoiceTuning.stubTail)..<text.count {
      let byte = Self.folded(text[index])
      if isWordStart, let candidates = phrases[byte], candidates.contains(where: { Self.stands($0, text, index) }) { return true }
      if byte == 0x5B, Self.isMissingCount(text, index) { return true }
      isWordStart = !TextBytes.isLower(byte) && byte < 0x80
    }
    return false
  }

  private static func folded(_ byte: UInt8) -> UInt8 { TextBytes.isUpper(byte) ? byte | 0x20 : byte }

  private static func stands(_ phrase: [UInt8], _ text: Span<UInt8>, _ start: Int) -> Bool {
    guard start + phrase.count <= text.count else { return false }
    for (offset, byte) in phrase.enumerated() where folded(text[start + offset]) != byte { return false }
    return true
  }

  /// "[+1843 chars]", as news services cut the text they give away.
  private static func isMissingCount(_ text: Span<UInt8>, _ start: Int) -> Bool {
    guard start + 2 < text.count, text[start + 1] == 0x2B, TextBytes.isDigit(text[start + 2]) else { return false }
    var index = start + 2
    while index < text.count, TextBytes.isDigit(text[index]) { index += 1 }
    return stands(Array(" chars]".utf8), text, index)
  }
}
