import TestSupport
import Testing
import Text

@testable import Pipeline

/// Replaced passages against a reading of all pairs of places.
@Suite struct `Replaced passages, the slow way` {
  private func find(_ a: [String], _ b: [String]) -> [[[String]]] {
    let (first, second) = (a.joined(separator: " "), b.joined(separator: " "))
    let passages = ReplacedPassages(
      first: .init(bytes: Array(first.utf8), words: first.words), second: .init(bytes: Array(second.utf8), words: second.words),
      likeness: nil)
    func words(_ range: Range<Int>, _ text: String) -> [String] {
      String(decoding: Array(text.utf8)[range], as: UTF8.self).split(separator: " ").map(String.init)
    }
    return passages.find().map { [words($0.a, first), words($0.b, second)] }
  }

  /// Places of words that stand three in a row once in each text, in the order of both.
  private func anchors(_ a: [String], _ b: [String]) -> [(Int, Int)] {
    func places(_ run: ArraySlice<String>, _ text: [String]) -> [Int] {
      guard text.count > 2 else { return [] }
      return (0...text.count - 3).filter { text[$0..<$0 + 3] == run }
    }
    guard a.count > 2 else { return [] }
    var result: [(Int, Int)] = []
    for place in 0...a.count - 3 {
      let others = places(a[place..<place + 3], b)
      guard places(a[place..<place + 3], a).count == 1, others.count == 1, others[0] > result.last?.1 ?? -1 else { continue }
      result.append((place, others[0]))
    }
    return result
  }

  /// What lies between two anchors where each side has three words and more, and none of the other's.
  private func naive(_ a: [String], _ b: [String]) -> [[[String]]] {
    let anchors = anchors(a, b)
    var found: [[[String]]] = []
    for ((x, y), (nextX, nextY)) in zip(anchors, anchors.dropFirst()) where x + 3 < nextX && y + 3 < nextY {
      let (own, other) = (Array(a[x + 3..<nextX]), Array(b[y + 3..<nextY]))
      if max(own.count, other.count) <= 24, min(Set(own).count, Set(other).count) >= 3, Set(own).isDisjoint(with: other) {
        found.append([own, other])
      }
    }
    return found.count > 3 ? [] : found
  }

  private func fresh(_ count: Int, _ random: inout SeededGenerator) -> [String] {
    (0..<count).map { _ in "pier\(letters(random.below(1000)))" }
  }

  @Test(arguments: 0..<120) func `are those between anchors, whatever words come again`(seed: Int) {
    var random = SeededGenerator(seed)
    var a = (0..<30 + random.below(60)).map { "quay\(letters($0))" }
    // Runs of words that come again are no anchors.
    for _ in 0..<random.below(4) {
      let start = random.below(a.count - 8)
      a.insert(contentsOf: a[start..<start + 3 + random.below(5)], at: random.below(a.count))
    }
    var b = a
    for _ in 0..<random.below(6) {
      let start = random.below(b.count)
      let words = random.below(4) == 0 ? [random.pick(a)] : fresh(random.below(7), &random)
      b.replaceSubrange(start..<min(b.count, start + random.below(7)), with: words)
    }
    #expect(find(a, b) == naive(a, b), "\(a) \(b)")
    #expect(find(a, a) == [])
  }

  @Test(arguments: 0..<40) func `are the same from either side where nothing was moved`(seed: Int) {
    var random = SeededGenerator(seed)
    let a = (0..<60).map { "quay\(letters($0))" }
    var b = a
    for number in 0..<random.below(5) {
      let start = random.below(b.count)
      b.replaceSubrange(
        start..<min(b.count, start + random.below(7)), with: (0..<random.below(7)).map { "pier\(letters(number * 10 + $0))" })
    }
    #expect(find(a, b) == find(b, a).map { [$0[1], $0[0]] }, "\(b)")
  }
}
