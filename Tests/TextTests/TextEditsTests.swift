import TestSupport
import Testing

@testable import Text

/// Ranges of a changed text in the old one, against a list that says of every byte what it stands for.
@Suite struct TextEditsTests {
  /// A text of so many bytes with some of them replaced, and for each byte of the result its bytes in the old text.
  private struct Made {
    var edits = TextEdits()
    var origins: [Range<Int>] = []
    var oldCount = 0

    init(_ random: inout SeededGenerator) {
      for _ in 0..<random.below(12) {
        for _ in 0..<random.below(9) { copy() }
        let (gone, come) = (1 + random.below(6), random.below(5))
        edits.append(origins.count..<origins.count + come, for: oldCount..<oldCount + gone)
        origins += [Range<Int>](repeating: oldCount..<oldCount + gone, count: come)
        oldCount += gone
        // Two changes side by side are two changes.
        if random.below(3) > 0 { copy() }
      }
      for _ in 0..<random.below(9) { copy() }
    }

    private mutating func copy() {
      origins.append(oldCount..<oldCount + 1)
      oldCount += 1
    }
  }

  @Test(arguments: 0..<150) func `a range stands for what its first and last byte stand for`(seed: Int) {
    var random = SeededGenerator(seed)
    let made = Made(&random)
    for low in made.origins.indices {
      for high in low..<made.origins.count {
        let expected = made.origins[low].lowerBound..<made.origins[high].upperBound
        #expect(made.edits.source(low..<high + 1) == expected, "seed \(seed): \(low)...\(high)")
      }
    }
  }

  @Test(arguments: 0..<60) func `an empty range stays empty, in order and inside`(seed: Int) {
    var random = SeededGenerator(seed)
    let made = Made(&random)
    var last = 0
    for place in 0...made.origins.count {
      let found = made.edits.source(place..<place)
      #expect(found.isEmpty && found.lowerBound >= last && found.lowerBound <= made.oldCount)
      if place < made.origins.count { #expect(found.lowerBound == made.origins[place].lowerBound) }
      last = found.lowerBound
    }
  }

  @Test(arguments: 0..<60) func `the changes are counted and measured`(seed: Int) {
    var random = SeededGenerator(seed)
    var edits = TextEdits()
    #expect(edits.isEmpty && edits.first == 0..<0 && edits.span == 0..<0 && edits.sourceBytes == 0)
    var (place, bytes) = (0, 0)
    var ranges: [Range<Int>] = []
    for _ in 0..<1 + random.below(9) {
      let start = place + random.below(9)
      let range = start..<start + 1 + random.below(5)
      edits.append(place..<place, for: range)
      ranges.append(range)
      (place, bytes) = (range.upperBound, bytes + range.count)
    }
    #expect(edits.count == ranges.count && edits.sourceBytes == bytes && edits.first == ranges.first)
    #expect(edits.span == ranges[0].lowerBound..<place)
  }
}
