internal import Resources
internal import Text

/// Phrases with which a page says that its reader has only the beginning: "Subscribe to continue reading", "[+1843 chars]".
struct StubMarks: Sendable {
  static let standard = StubMarks(lines: Resource.lines("stub_marks.txt"))

  /// The phrases in small letters, those of one first byte together: `ends[i]` is the end of phrase i.
  private let bytes: [UInt8]
  private let ends: [Int]
  /// The numbers of the phrases of each first byte.
  private let phrases: [Range<Int>]

  init(lines: [Substring]) {
    let sorted = lines.map { Array($0.lowercased().utf8) }.filter { !$0.isEmpty }
      .sorted { $0.lexicographicallyPrecedes($1) }
    var ends: [Int] = []
    var phrases = [Range<Int>](repeating: 0..<0, count: 256)
    var end = 0
    for (number, phrase) in sorted.enumerated() {
      end += phrase.count
      ends.append(end)
      let first = Int(phrase[0])
      phrases[first] = (phrases[first].isEmpty ? number : phrases[first].lowerBound)..<number + 1
    }
    bytes = sorted.flatMap { $0 }
    self.ends = ends
    self.phrases = phrases
  }

  /// Whether one of the phrases, or a count of missing characters, stands at the end of the text.
  ///
  /// - Complexity: linear in the last ``ChoiceTuning/stubTail`` bytes.
  func isStub(_ text: Span<UInt8>) -> Bool {
    let phrases = phrases.span
    var isWordStart = true
    for index in max(0, text.count - ChoiceTuning.stubTail)..<text.count {
      let byte = Self.folded(text[index])
      if isWordStart, !phrases[Int(byte)].isEmpty, stands(phrases[Int(byte)], text, index) { return true }
      if byte == 0x5B, Self.isMissingCount(text, index) { return true }
      isWordStart = !TextBytes.isLower(byte) && byte < 0x80
    }
    return false
  }

  @inline(__always)
  private static func folded(_ byte: UInt8) -> UInt8 { TextBytes.isUpper(byte) ? byte | 0x20 : byte }

  /// Whether one of the phrases `numbers` stands at `start`.
  private func stands(_ numbers: Range<Int>, _ text: Span<UInt8>, _ start: Int) -> Bool {
    let ends = ends.span, bytes = bytes.span
    for number in numbers {
      let phrase = bytes.extracting((number == 0 ? 0 : ends[number - 1])..<ends[number])
      if Self.stands(phrase, text, start) { return true }
    }
    return false
  }

  private static func stands(_ phrase: Span<UInt8>, _ text: Span<UInt8>, _ start: Int) -> Bool {
    guard start + phrase.count <= text.count else { return false }
    var offset = 0
    while offset < phrase.count, folded(text[start + offset]) == phrase[offset] { offset += 1 }
    return offset == phrase.count
  }

  /// "[+1843 chars]", as news services cut the text they give away.
  private static func isMissingCount(_ text: Span<UInt8>, _ start: Int) -> Bool {
    guard start + 2 < text.count, text[start + 1] == 0x2B, TextBytes.isDigit(text[start + 2]) else { return false }
    var index = start + 2
    while index < text.count, TextBytes.isDigit(text[index]) { index += 1 }
    return stands(Array(" chars]".utf8).span, text, index)
  }
}
