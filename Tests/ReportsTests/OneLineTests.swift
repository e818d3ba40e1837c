import TestSupport
import Testing

@testable import Reports

/// Texts of any kind on one line and cut to a length.
@Suite struct `Texts on one line` {
  private static let pieces = [
    "quay", "Velmora", " ", "  ", "\n", "\t", "\u{0}", "\u{7F}", "\u{A0}", "é", "e\u{301}", "新聞", "👩‍👩‍👧", "\r\n", "…", "-", "x",
  ]

  private static func text(_ seed: Int) -> String {
    var random = SeededGenerator(seed)
    return (0..<random.below(30)).map { _ in random.pick(pieces) }.joined()
  }

  @Test(arguments: 0..<60) func `there is no break, no mark of control and no blank too many`(seed: Int) {
    let text = Self.text(seed)
    let line = text.onOneLine
    #expect(line.onOneLine == line)
    #expect(!line.contains { $0.isNewline } && !line.hasPrefix(" ") && !line.hasSuffix(" ") && !line.contains("  "))
    #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
    // Nothing that can be seen is lost.
    func seen(_ text: String) -> [Unicode.Scalar] {
      text.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F && !$0.properties.isWhitespace }
    }
    #expect(seen(line) == seen(text))
  }

  @Test(arguments: 0..<60) func `a cut text has the length, begins as the whole does and says that it is cut`(seed: Int) {
    let text = Self.text(seed).onOneLine
    for most in 4..<24 {
      for cut in [text.shortened(to: most), text.shortenedInside(most), text.shortenedToWords(most)] {
        #expect(cut.count <= most)
        #expect(text.count > most ? cut.contains("…") : cut == text)
      }
      #expect(text.count <= most || text.hasPrefix(text.shortened(to: most).dropLast()))
      let words = text.shortenedToWords(most)
      guard text.count > most, words.hasSuffix(" …") else { continue }
      #expect(text.hasPrefix(words.dropLast()), "cut behind a word: \(words.debugDescription)")
    }
  }

  @Test(arguments: 0..<60) func `both ends stay where the middle goes`(seed: Int) {
    let text = Self.text(seed).onOneLine
    for most in 4..<24 where text.count > most {
      let halves = text.shortenedInside(most)
      #expect(text.hasPrefix(halves.prefix(most - 1 - most / 3)) && text.hasSuffix(halves.suffix(most / 3)))
    }
  }

  @Test(arguments: 0..<60) func `words are found where they stand first`(seed: Int) {
    var random = SeededGenerator(seed)
    let text = (0..<random.below(20)).map { _ in random.pick(["a", "b", "é"]) }.joined()
    let wanted = (0..<1 + random.below(3)).map { _ in random.pick(["a", "b"]) }.joined()
    let bytes = Array(text.utf8), sought = Array(wanted.utf8)
    let first = bytes.indices.first { bytes[$0...].starts(with: sought) }
    #expect(text.utf8Range(of: wanted) == first.map { $0..<$0 + sought.count })
  }
}
