import Alignment
import TestSupport
import Testing
import Text

/// Closeness, which walks over what two passages begin and end with, against the plain dynamic programme.
struct ClosenessTests {
  @Test func `a common head and tail change nothing`() {
    for seed in 0..<600 {
      var random = SeededGenerator(seed)
      // Few different words: heads and tails overlap, and a word of the tail stands in the middle too.
      let vocabulary = 1 + random.below(5)
      func words(_ count: Int) -> [WordNumber] { (0..<count).map { _ in WordNumber(1 + random.below(vocabulary)) } }
      let head = words(random.below(12))
      let tail = words(random.below(12))
      let a = head + words(random.below(10)) + tail
      let b = head + words(random.below(10)) + tail
      let expected = a.isEmpty && b.isEmpty ? 1 : 2 * Double(Self.common(a, b)) / Double(a.count + b.count)
      #expect(Closeness.measure(a, b, alignment: WordAlignment(a: a.count, b: b.count)) == expected, "seed \(seed): \(a) \(b)")
      #expect(Closeness.exact(a, b) == expected, "seed \(seed): \(a) \(b)")
    }
  }

  /// Beyond four million cells aligned words stand in; where no word stands twice they tell the same.
  @Test(arguments: 0..<3)
  func `what is too long for the programme is measured by the alignment`(seed: Int) {
    var random = SeededGenerator(seed)
    let a = (1...2_100).map { WordNumber($0) }
    var b = a
    for _ in 0..<600 {
      let place = random.below(b.count - 20)
      b.swapAt(place, place + 1 + random.below(19))
    }
    var alignment = WordAlignment(a: a.count, b: b.count)
    for (j, word) in b.enumerated() { alignment.link(Int(word) - 1, j) }
    // The ends differ, so that nothing is left out before the lengths are looked at.
    b.swapAt(0, b.count - 1)
    alignment = WordAlignment(a: a.count, b: b.count)
    for (j, word) in b.enumerated() { alignment.link(Int(word) - 1, j) }
    #expect(Closeness.measure(a, b, alignment: alignment) == 2 * Double(Self.common(a, b)) / Double(a.count + b.count))
  }

  private static func common(_ a: [WordNumber], _ b: [WordNumber]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var next = row
      for (j, y) in b.enumerated() { next[j + 1] = x == y ? row[j] + 1 : max(row[j + 1], next[j]) }
      row = next
    }
    return row[b.count]
  }
}
