import Files
import TestSupport
import Testing

/// Ranges that are cut between characters, and bytes that are copied, against strings and arrays.
@Suite struct SpanTests {
  private static let characters = ["a", "é", "新", "🗞", "\u{301}", " ", "\u{10FFFF}"]

  /// Where the characters of a text begin, and its end.
  private func borders(_ text: String) -> [Int] {
    var places = [0]
    for scalar in text.unicodeScalars { places.append(places[places.count - 1] + String(scalar).utf8.count) }
    return places
  }

  @Test(arguments: 0..<60) func `a range is widened to whole characters, and no further`(seed: Int) {
    var random = SeededGenerator(seed)
    let text = (0..<random.below(20)).map { _ in random.pick(Self.characters) }.joined()
    let bytes = Array(text.utf8)
    let borders = borders(text)
    for _ in 0..<40 {
      let low = random.below(bytes.count + 1)
      let range = low..<low + random.below(bytes.count - low + 1)
      let found = bytes.span.wholeCharacters(range)
      let start = borders.last { $0 <= range.lowerBound } ?? 0
      let end = range.isEmpty ? start : borders.first { $0 >= range.upperBound } ?? bytes.count
      #expect(found == start..<end, "\(range) of \(text.debugDescription)")
      #expect(Places.isWhole(found, in: bytes))
      #expect(bytes.span.wholeCharacters(found) == found)
    }
  }

  @Test(arguments: [-5..<2, 2..<90, -9..<(-2), 50..<60, 0..<0, 9..<9])
  func `a range outside is cut to what there is`(range: Range<Int>) {
    let bytes = Array("aéb新c".utf8)
    let found = bytes.span.wholeCharacters(range)
    #expect(found.lowerBound >= 0 && found.upperBound <= bytes.count && Places.isWhole(found, in: bytes))
    #expect(!range.isEmpty || found.isEmpty)
    let inside = range.clamped(to: 0..<bytes.count)
    #expect(inside.isEmpty || found.lowerBound <= inside.lowerBound && inside.upperBound <= found.upperBound)
  }

  /// Broken text has no characters, but ends.
  @Test(arguments: 0..<40) func `in any bytes a range grows and stays inside`(seed: Int) {
    var random = SeededGenerator(seed)
    let bytes = (0..<1 + random.below(40)).map { _ in random.pick([0x41, 0x80, 0xBF, 0xC3, 0xE2, 0xF0, 0xFF] as [UInt8]) }
    let low = random.below(bytes.count)
    let range = low..<low + 1 + random.below(bytes.count - low)
    let found = bytes.span.wholeCharacters(range)
    #expect(found.lowerBound <= range.lowerBound && range.upperBound <= found.upperBound && found.upperBound <= bytes.count)
  }

  @Test(arguments: 0..<30) func `copied bytes are the bytes, behind what was there`(seed: Int) {
    var random = SeededGenerator(seed)
    let (head, tail) = ([seed, seed + 1].map { UInt8($0) }, (0..<random.below(300)).map { UInt8(truncatingIfNeeded: $0) })
    var bytes = head
    bytes.append(copying: tail.span)
    #expect(bytes == head + tail)
    #expect([UInt8](copying: tail.span) == tail)
    let start = random.below(tail.count + 1)
    bytes.append(copying: tail.span.extracting(start..<tail.count))
    #expect(bytes == head + tail + tail[start...])
  }
}

/// What ends a job is told in a sentence with its place and a remedy.
@Suite struct ReadingErrorTests {
  @Test func `place, reason and advice stand in their order`() {
    let cases: [(ReadingError, String)] = [
      (ReadingError(.usage, "no input"), "no input."),
      (ReadingError(.unreadable, "no input", at: .init("a.jsonl")), "a.jsonl: no input."),
      (ReadingError(.content, "no text", at: .init("a.jsonl", line: 7)), "a.jsonl:7: no text."),
      (ReadingError(.content, "no text", at: .init("a", line: 7), advice: "Add one."), "a:7: no text. Add one."),
      (ReadingError(.usage, "no input", advice: "Name one."), "no input. Name one."),
    ]
    for (error, text) in cases { #expect(error.description == text) }
  }

  @Test(arguments: [1, 2, 13, 20, 21, 28, 30, 36, 122])
  func `what the system says can stand in the middle of a sentence`(code: Int32) {
    let reason = SystemError(code: code).reason
    #expect(reason.first?.isLowercase == true && reason.last?.isLetter == true, "\(reason)")
    #expect(reason != SystemError(code: code + 1).reason)
  }
}
