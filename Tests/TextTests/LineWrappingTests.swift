import TestSupport
import Testing
import Text

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
