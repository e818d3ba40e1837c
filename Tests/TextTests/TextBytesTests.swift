import Foundation
import TestSupport
import Testing
import Text

/// What recognisers of phrases see of a character, against Unicode's own tables.
@Suite struct TextBytesTests {
  private func character(_ scalar: Unicode.Scalar) -> (TextBytes.Character, Int) {
    let bytes = Array(String(scalar).utf8)
    return TextBytes.character(bytes.span, 0, bytes.count)
  }

  @Test func `letters of Latin, Greek and Cyrillic are folded as Unicode folds them`() {
    var wrong: [String] = []
    for code in Array(UInt32(0x30)...0x7A) + Array(0xC0...0x17E) + Array(0x391...0x3C9) + Array(0x400...0x45F) {
      guard let scalar = Unicode.Scalar(code), scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal else {
        continue
      }
      // Capitals of two letters, and those that have no other case, are left out.
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      guard lower.count == 1, let folded = lower.first, ![0x130, 0x131, 0x138, 0x149, 0x178, 0x17F, 0x3C2].contains(code) else {
        continue
      }
      if character(scalar).0 != .letter(folded.value) { wrong.append("U+\(String(code, radix: 16)) \(scalar)") }
    }
    #expect(wrong == [])
  }

  @Test(arguments: 0..<40) func `capitals behind white space are found as by looking at every byte`(seed: Int) {
    var random = SeededGenerator(seed)
    let alphabet: [UInt8] = [0x41, 0x5A, 0x5B, 0x40, 0x61, 0x20, 0x0A, 0xA0, 0xC2, 0x2E]
    let text = (0..<Int.random(in: 0...300, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0x20 }
    let first = Int.random(in: 0...text.count, using: &random)
    let range = first..<Int.random(in: first...text.count, using: &random)
    func isFound(_ place: Int) -> Bool {
      guard place > 0, (0x41...0x5A).contains(text[place]) else { return false }
      return text[place - 1] <= 0x20 || text[place - 1] == 0xA0
    }
    var places: [UInt32] = []
    let count = TextBytes.readCapitals(text.span, range, into: &places)
    #expect(places[..<count].map { Int($0) } == range.filter(isFound))
    #expect(TextBytes.isASCII(text.span) == text.allSatisfy { $0 < 0x80 })
  }

  @Test func `a character is as long as its bytes, and never longer than the text`() {
    for code in stride(from: UInt32(1), to: 0x2FFFF, by: 97) {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let bytes = Array(String(scalar).utf8)
      #expect(character(scalar).1 == bytes.count, "U+\(String(code, radix: 16))")
      for end in 1...bytes.count { #expect(TextBytes.character(bytes.span, 0, end).1 <= end) }
    }
  }

  @Test(arguments: ["\u{2009}", "\u{202F}", "\u{3000}", " ", "\t", "\n", "\u{A0}"]) func `spaces are spaces`(text: Unicode.Scalar)
  {
    #expect(character(text).0 == .space)
  }

  @Test(arguments: [("’", "'"), ("‘", "'"), ("“", "\""), ("„", "\""), ("–", "-"), ("—", "-"), ("‑", "-")])
  func `marks of typesetting are those of a keyboard`(mark: Unicode.Scalar, key: Unicode.Scalar) {
    #expect(character(mark).0 == character(key).0)
  }

  @Test(arguments: 0..<60) func `a text is trimmed as a loop would`(seed: Int) {
    var random = SeededGenerator(seed)
    let pieces = [" ", "\n", "\u{A0}", "é", "x", "Â", "\u{2003}", "\t"]
    let text = (0..<random.below(9)).map { _ in random.pick(pieces) }.joined()
    let bytes = Array(text.utf8)
    var naive = Array(text.unicodeScalars)[...]
    while let first = naive.first, [0x20, 0x9, 0xA, 0xA0].contains(first.value) { naive.removeFirst() }
    while let last = naive.last, [0x20, 0x9, 0xA, 0xA0].contains(last.value) { naive.removeLast() }
    let range = TextBytes.trimmed(bytes.span, 0..<bytes.count)
    #expect(String(decoding: bytes[range], as: UTF8.self).unicodeScalars.elementsEqual(naive), "\(text.debugDescription)")
    for start in 0...bytes.count {
      #expect(TextBytes.lineFeed(bytes.span, from: start) == bytes[start...].firstIndex(of: 0x0A) ?? bytes.count)
    }
  }
}

/// Hard-wrapped lines, told by their lengths.
struct LineWrappingTests {
  private static func ranges(_ lengths: [Int]) -> [Range<Int>] {
    var start = 0
    return lengths.map { length in
      defer { start += length + 1 }
      return start..<start + length
    }
  }

  /// A text broken as a typewriter does, at the last space before `width`.
  private static func wrapped(_ words: [Int], width: Int) -> [Int] {
    var lines: [Int] = []
    var line = 0
    for word in words {
      if line > 0, line + 1 + word > width {
        lines.append(line)
        line = 0
      }
      line += (line > 0 ? 1 : 0) + word
    }
    return lines + [line]
  }

  @Test func `a text broken at any usual width is wrapped`() {
    for seed in 0..<200 {
      var random = SeededGenerator(seed)
      let width = 45 + random.below(56)
      let words = (0..<150 + random.below(300)).map { _ in 2 + random.below(9) }
      #expect(LineWrapping.isHardWrapped(Self.ranges(Self.wrapped(words, width: width))), "seed \(seed), width \(width)")
      #expect(!LineWrapping.isHardWrapped(Self.ranges(Self.wrapped(words, width: 130))), "seed \(seed): paragraphs are long")
      #expect(!LineWrapping.isHardWrapped(Self.ranges(Self.wrapped(words, width: 30))), "seed \(seed): a column or a list")
    }
  }

  @Test func `lines are counted as the definition says, in whatever order they come`() {
    var wrapped = 0
    for seed in 0..<500 {
      var random = SeededGenerator(seed)
      let longest = 30 + random.below(80)
      let short = random.below(100)
      let lengths = (0..<random.below(30)).map { _ in
        random.below(100) < short ? random.below(longest) : longest - random.below(10)
      }
      let most = lengths.max() ?? 0
      let full = lengths.filter { Double($0) >= Double(most) * 2 / 3 - 1e-9 }.count
      let expected = lengths.count >= 5 && most >= 40 && most <= 100 && Double(full) >= Double(lengths.count) / 2
      #expect(LineWrapping.isHardWrapped(Self.ranges(lengths)) == expected, "seed \(seed): \(lengths)")
      #expect(LineWrapping.isHardWrapped(Self.ranges(lengths.shuffled(using: &random))) == expected)
      if expected { wrapped += 1 }
    }
    #expect(wrapped > 50 && wrapped < 450)
  }
}
