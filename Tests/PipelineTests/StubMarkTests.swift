import TestSupport
import Testing

@testable import Pipeline

/// Phrases of stubs against the plain search for them.
@Suite struct StubMarkTests {
  private func isStub(_ text: [UInt8], _ marks: StubMarks) -> Bool { marks.isStub(text.span) }

  private func folded(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  private func plain(_ text: [UInt8], _ phrases: [String]) -> Bool {
    let small = text.map(folded)
    for start in max(0, text.count - ChoiceTuning.stubTail)..<text.count {
      let before = start > max(0, text.count - ChoiceTuning.stubTail) ? small[start - 1] : 0x20
      let isWordStart = !(before >= 0x61 && before <= 0x7A) && before < 0x80
      if isWordStart, phrases.contains(where: { small[start...].starts(with: $0.utf8) }) { return true }
    }
    return false
  }

  @Test(arguments: 0..<60) func `a phrase is found where it stands at a word's beginning, and nothing else is`(seed: Int) {
    var generator = SeededGenerator(seed)
    let words = ["read", "log", "on", "in", "é", "à", "to", "the", "pay", "é-z", "Ü", "r"]
    func phrase(_ most: Int) -> String {
      (0..<1 + generator.below(most)).map { _ in generator.pick(words) }.joined(separator: generator.pick([" ", "-"]))
    }
    // Phrases of fewer than four bytes take the filter away.
    let phrases = (0..<1 + generator.below(5)).map { _ in phrase(3) }.filter { seed % 3 == 0 || $0.utf8.count >= 4 }
    let marks = StubMarks(lines: phrases.map { Substring($0) })
    let small = phrases.map { $0.lowercased() }
    for _ in 0..<40 {
      var text = phrase(12)
      if generator.below(3) == 0, let wanted = phrases.first { text += generator.pick([" ", "x", "é", "."]) + wanted }
      if generator.below(2) == 0 { text = text.uppercased() }
      if generator.below(8) == 0 { text += String(repeating: " tide", count: 320) }
      let bytes = Array(text.utf8)
      #expect(isStub(bytes, marks) == plain(bytes, small), "\(text) \(phrases)")
    }
  }

  @Test func `an empty text and a count of missing characters`() {
    let marks = StubMarks(lines: ["read more here"])
    #expect(!isStub([], marks))
    #expect(isStub(Array("The quay shut [+18 chars]".utf8), marks))
    #expect(!isStub(Array("The quay shut read more".utf8), marks))
  }

  @Test(arguments: 0..<20) func `letters are counted whatever stands between them`(seed: Int) {
    var generator = SeededGenerator(seed)
    // About as many capitals as make a text one in capitals.
    let bytes = (0..<300 + generator.below(900)).map { _ in
      let letter = generator.below(26), kind = generator.below(3 + seed % 6)
      return UInt8(kind == 0 ? 0x61 + letter : generator.below(4) == 0 ? generator.below(256) : 0x41 + letter)
    }
    // Without what is taken whole: entities, tags and broken characters.
    let text = bytes.filter { ![0x26, 0x3C].contains($0) && $0 < 0x80 }
    let small = text.count { $0 >= 0x61 && $0 <= 0x7A }, capitals = text.count { $0 >= 0x41 && $0 <= 0x5A }
    let scan = DamageScan(text.span)
    #expect(scan.isCapitals == (capitals > ChoiceTuning.fewestCapitals && capitals > 4 * small))
  }
}
