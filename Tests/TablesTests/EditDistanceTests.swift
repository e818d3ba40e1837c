import TestSupport
import Testing

@testable import Tables

/// The distance by its definition, without a table or a bound.
private func naiveDistance(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Int {
  guard let x = a.last else { return b.count }
  guard let y = b.last else { return a.count }
  var least = min(
    naiveDistance(a.dropLast(), b) + 1, naiveDistance(a, b.dropLast()) + 1,
    naiveDistance(a.dropLast(), b.dropLast()) + (x == y ? 0 : 1))
  if a.count > 1, b.count > 1, x == b.dropLast().last, y == a.dropLast().last {
    least = min(least, naiveDistance(a.dropLast(2), b.dropLast(2)) + 1)
  }
  return least
}

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("harbour", "harbor", 1), ("brandt", "brnadt", 1), ("lind", "lind", 0), ("", "ab", 2), ("ca", "abc", 3),
    ("kitten", "sitting", 3),
  ])
  func `known distances`(_ a: String, _ b: String, _ distance: Int) {
    let (x, y) = (Array(a.utf8), Array(b.utf8))
    #expect(EditDistance.within(distance, x, y) == distance)
    #expect(distance == 0 || EditDistance.within(distance - 1, x, y) == nil)
    #expect(EditDistance.isAtMost(distance, x, y))
  }

  @Test(arguments: 0..<8) func `short words of three letters are as far apart as by definition, whatever the bound`(_ seed: Int) {
    var random = SeededGenerator(seed)
    for _ in 0..<40 {
      let words = (0..<2).map { _ in
        (0..<Int.random(in: 0...6, using: &random)).map { _ in UInt8.random(in: 97...99, using: &random) }
      }
      let expected = naiveDistance(words[0][...], words[1][...])
      for limit in 0...6 {
        let found = EditDistance.within(limit, words[0], words[1])
        #expect(found == (expected <= limit ? expected : nil), "\(words) within \(limit)")
        #expect(found == EditDistance.within(limit, words[1], words[0]))
        #expect(EditDistance.isAtMost(limit, words[0], words[1]) == (expected <= limit))
      }
    }
  }

  @Test func `very long words are compared as they are`() {
    let long = [UInt8](repeating: 97, count: 65)
    #expect(EditDistance.isAtMost(1, long, long))
    #expect(!EditDistance.isAtMost(1, long, Array(long.dropLast())))
  }
}
