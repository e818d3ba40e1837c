import Files
import Foundation
import Output
import TestSupport
import Testing

/// What `Files` reads many bytes at a time, against a byte at a time.
@Suite struct FileBytesTests {
  private static let oddBytes: [UInt8] = [
    0x00, 0x0A, 0x20, 0x22, 0x2C, 0x41, 0x5C, 0x7F, 0x80, 0xA9, 0xBF, 0xC0, 0xC2, 0xC3, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
    0xFF,
  ]

  private func bytes(_ random: inout SeededGenerator, _ most: Int) -> [UInt8] {
    (0..<random.below(most)).map { _ in random.pick(Self.oddBytes) }
  }

  @Test(arguments: 0..<120) func `bytes are counted and found where they are`(seed: Int) {
    var random = SeededGenerator(seed)
    // Around the width of vectors, and beyond.
    let bytes = bytes(&random, [20, 70, 140, 300][seed % 4])
    for byte in Self.oddBytes { #expect(bytes.span.count(of: byte) == bytes.count { $0 == byte }) }
    let (x, y, z) = (random.pick(Self.oddBytes), random.pick(Self.oddBytes), random.pick(Self.oddBytes))
    for start in 0...bytes.count {
      let naive = bytes.indices[start...].first { [x, y, z].contains(bytes[$0]) } ?? bytes.count
      #expect(bytes.span.firstIndex(of: x, y, z, from: start) == naive)
    }
  }

  /// Whether bytes are UTF-8, by the table of the Unicode standard (3-7), a sequence at a time.
  private func isUTF8(_ bytes: [UInt8]) -> Bool {
    let table: [[ClosedRange<UInt8>]] = [
      [0x00...0x7F], [0xC2...0xDF, 0x80...0xBF], [0xE0...0xE0, 0xA0...0xBF, 0x80...0xBF],
      [0xE1...0xEC, 0x80...0xBF, 0x80...0xBF],
      [0xED...0xED, 0x80...0x9F, 0x80...0xBF], [0xEE...0xEF, 0x80...0xBF, 0x80...0xBF],
      [0xF0...0xF0, 0x90...0xBF, 0x80...0xBF, 0x80...0xBF], [0xF1...0xF3, 0x80...0xBF, 0x80...0xBF, 0x80...0xBF],
      [0xF4...0xF4, 0x80...0x8F, 0x80...0xBF, 0x80...0xBF],
    ]
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let row = table.first(where: { row in row.count <= rest.count && zip(row, rest).allSatisfy { $0.contains($1) } })
      else { return false }
      rest = rest.dropFirst(row.count)
    }
    return true
  }

  @Test(arguments: 0..<150) func `UTF-8 is what the table of the standard says`(seed: Int) {
    var random = SeededGenerator(seed)
    let texts = ["a", "é", "新", "🗞️", "\u{7FF}", "\u{800}", "\u{FFFF}", "\u{10FFFF}", "plain words "]
    var bytes = (0..<random.below(30)).flatMap { _ in Array(random.pick(texts).utf8) }
    #expect(bytes.span.isValidUTF8 && isUTF8(bytes))
    if !bytes.isEmpty {
      bytes[random.below(bytes.count)] = random.pick(Self.oddBytes)
      #expect(bytes.span.isValidUTF8 == isUTF8(bytes))
      bytes.removeLast()
      #expect(bytes.span.isValidUTF8 == isUTF8(bytes))
    }
  }

  @Test(arguments: 0..<60) func `JSON loses its white space outside strings and nothing else`(seed: Int) {
    var random = SeededGenerator(seed)
    let pieces = [
      "{", "}", "\"a b\"", "\"\\\" \\\\\"", ": ", " , ", "\n", "\t", "12", "\" \\u0041 é \"", "   ", "[", "]", "\r\n",
    ]
    let text = (0..<random.below(60)).map { _ in random.pick(pieces) }.joined()
    var naive: [UInt8] = []
    var isInString = false, isEscaped = false
    for byte in text.utf8 {
      if isInString || ![0x20, 0x0A, 0x0D, 0x09].contains(byte) { naive.append(byte) }
      if byte == 0x22, !isEscaped { isInString.toggle() }
      isEscaped = isInString && byte == 0x5C && !isEscaped
    }
    var output: [UInt8] = Array("kept".utf8)
    output.append(minifying: Array(text.utf8).span)
    #expect(output == Array("kept".utf8) + naive, "\(text.debugDescription)")
  }

  @Test(arguments: 0..<200) func `any name of a file comes back, and is shown without harm`(seed: Int) {
    var random = SeededGenerator(seed)
    let pieces =
      Self.oddBytes.map { [$0] }
      + ["é", "新", "\u{10FF80}", "\u{10FFFF}", "\u{10FE00}", "\u{1B}[2J", "\u{202E}"].map { Array($0.utf8) }
    let bytes = (0..<random.below(12)).flatMap { _ in random.pick(pieces) }
    let path = PathText.string(bytes)
    #expect(PathText.bytes(path) == bytes)
    let visible = Visible.text(path)
    #expect(!visible.unicodeScalars.contains { Hostile.isUnsafeOnTerminal($0) || $0.value >= 0x10FF00 })
    #expect(Visible.text(visible) == visible)
  }
}

/// Lines for a terminal: as wide as asked, with every word of the text, and nothing that a terminal obeys.
@Suite struct TextLayoutTests {
  @Test(arguments: 0..<60) func `a passage is wrapped, marked and complete`(seed: Int) {
    var random = SeededGenerator(seed)
    let words = ["the", "bridge", "新聞社", "naïve", "\u{1B}[31m", "a\u{202E}b", "closed,", "e\u{301}", "🗞️", "x"]
    let text = (0..<1 + random.below(40)).map { _ in random.pick(words) }.joined(separator: random.below(2) == 0 ? " " : "\n")
    let bytes = Array(text.utf8)
    let start = bytes.span.wholeCharacters(0..<random.below(bytes.count + 1)).upperBound
    let end = bytes.span.wholeCharacters(0..<start + random.below(bytes.count - start + 1)).upperBound
    let width = 40 + random.below(60)
    let plain = TextLayout(style: TerminalStyle(width: width, usesColour: false)).passage(
      bytes, 0..<bytes.count, mark: start..<max(start, end), label: "A", paint: .red)
    #expect(!plain.unicodeScalars.contains { Hostile.isUnsafeOnTerminal($0) && $0 != "\n" })
    #expect(plain.split(separator: "\n").allSatisfy { $0.count <= width })
    let shown = plain.dropFirst(3).split(whereSeparator: \.isWhitespace).map { $0.filter { !"[]".contains($0) } }
    #expect(shown == text.split(whereSeparator: \.isWhitespace).map { Visible.text(String($0)).filter { !"[]".contains($0) } })
    // Colours come in pairs, and without them the painted text is the plain one but for the brackets.
    let painted = TextLayout(style: TerminalStyle(width: 400, usesColour: true)).passage(
      bytes, 0..<bytes.count, mark: start..<max(start, end), label: "A", paint: .red)
    #expect(painted.components(separatedBy: "\u{1B}[0m").count * 2 - 1 == painted.components(separatedBy: "\u{1B}[").count)
  }

  @Test(arguments: Hostile.strings, [20, 60]) func `a paragraph keeps its words within the width`(text: String, indent: Int) {
    let lines = TextLayout(style: TerminalStyle(width: 100, usesColour: false)).paragraph(text + " end of it all", indent: indent)
    #expect(!lines.unicodeScalars.contains { Hostile.isUnsafeOnTerminal($0) && $0 != "\n" })
    #expect(lines.split(separator: "\n").allSatisfy { $0.hasPrefix(String(repeating: " ", count: indent)) })
    #expect(lines.split(whereSeparator: \.isWhitespace).suffix(4) == ["end", "of", "it", "all"])
  }
}
