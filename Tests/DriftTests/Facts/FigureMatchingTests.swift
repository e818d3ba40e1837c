import Alignment
import TestSupport
import Testing
import Text

@testable import Drift

/// Which figures of two passages stand for each other, whatever the passages are.
struct FigureMatchingTests {
  private static let figures = [
    "12 boats", "13 boats", "5,000 people", "more than 5,200 people", "10 miles", "16 km", "$3 million", "13:25", "1 p.m.",
    "11:59",
    "1987", "1990", "1.198 tons", "two weeks", "14 days", "the 3rd", "1.5 metres", "half a million", "20 C", "68 F", "7 percent",
    "40 crates", "90 crates", "8,400 crowns", "9,400 crowns", "1990s",
  ]
  private static let words = ["near", "the", "quay", "with", "old", "nets", "while", "crews", "waited", "for", "rain", "and"]

  /// A passage with figures, no two beside each other.
  private static func passage(_ random: inout SeededGenerator) -> [String] {
    (0..<1 + random.below(6)).flatMap { _ in
      [random.pick(words), random.pick(words), random.pick(figures), random.pick(words)]
    }
  }

  /// A passage, and one that keeps some of it.
  private static func versions(_ seed: Int) -> (String, String) {
    var random = SeededGenerator(seed)
    let a = passage(&random)
    var b = random.below(4) == 0 ? passage(&random) : a
    for _ in 0..<random.below(5) {
      let place = random.below(b.count)
      switch random.below(4) {
      case 0: b[place] = random.pick(figures)
      case 1: b.swapAt(place, random.below(b.count))
      case 2: b.insert(random.pick(words), at: place)
      default: if b.count > 3 { b.remove(at: place) }
      }
    }
    return ("They saw " + a.joined(separator: " ") + ".", "They saw " + b.joined(separator: " ") + ".")
  }

  private static func links(_ matching: FigureMatching) -> [[Int]] {
    matching.a.enumerated().compactMap { index, item in item.partner.map { [index, $0] } }
  }

  @Test func `figures are partners of each other, and none has two`() {
    let reader = PassageReader()
    let units = UnitKnowledge(reader.resources)
    var (equal, unequal) = (0, 0)
    for seed in 0..<200 {
      let (a, b) = Self.versions(seed)
      let matching = FigureMatching(reader.pair(a, b), units: units)
      for (index, item) in matching.a.enumerated() {
        guard let partner = item.partner else {
          #expect(!item.isEqual && !item.isAligned, "\(a) | \(b)")
          continue
        }
        let other = matching.b[partner]
        #expect(other.partner == index && other.isEqual == item.isEqual && other.isAligned == item.isAligned, "\(a) | \(b)")
        if item.isEqual { equal += 1 } else { unequal += 1 }
      }
      #expect(matching.a.count { $0.partner != nil } == matching.b.count { $0.partner != nil }, "\(a) | \(b)")
    }
    #expect(equal > 200 && unequal > 60, "\(equal) equal, \(unequal) not")
  }

  @Test func `which figures are equal or stand in one place does not depend on which passage comes first`() {
    let reader = PassageReader()
    let units = UnitKnowledge(reader.resources)
    var found = 0
    for seed in 0..<200 {
      let (a, b) = Self.versions(seed)
      let pair = reader.pair(a, b)
      let (one, other) = (FigureMatching(pair, units: units), FigureMatching(pair.mirrored, units: units))
      // What stands between the same words, no more, is looked for by the words of the first passage.
      let links = [one, other].map { matching in
        Self.links(matching).filter { matching.a[$0[0]].isEqual || matching.a[$0[0]].isAligned }
      }
      #expect(links[0] == links[1].map { [$0[1], $0[0]] }.sorted { $0[0] < $1[0] }, "\(seed): \(a) | \(b)")
      found += links[0].count
    }
    #expect(found > 300, "\(found)")
  }

  @Test func `as many whole numbers find their like as both passages have`() {
    let reader = PassageReader()
    let units = UnitKnowledge(reader.resources)
    var found = 0
    for seed in 0..<200 {
      var random = SeededGenerator(seed)
      let numbers = (0..<2).map { _ in (0..<1 + random.below(7)).map { _ in 31 + random.below(9) } }
      let passages = numbers.map { list in
        "They saw " + list.map { "\($0) \(random.pick(Self.words)) gulls" }.joined(separator: " or ")
      }
      let matching = FigureMatching(reader.pair(passages[0], passages[1]), units: units)
      let expected = Set(numbers[0]).reduce(0) { sum, value in
        sum + min(numbers[0].count { $0 == value }, numbers[1].count { $0 == value })
      }
      #expect(matching.a.count { $0.isEqual } == expected, "\(seed): \(passages)")
      found += expected
    }
    #expect(found > 200)
  }

  @Test func `another figure that both passages end in leaves the others as they are`() {
    let reader = PassageReader()
    let units = UnitKnowledge(reader.resources)
    for seed in 0..<200 {
      let (a, b) = Self.versions(seed)
      let short = reader.pair(a, b)
      let long = reader.pair(a, b, tail: " Upriver stood some geese and ducks, 77,431 of them.")
      let (before, after) = (FigureMatching(short, units: units), FigureMatching(long, units: units))
      #expect(Self.links(after) == Self.links(before) + [[before.a.count, before.b.count]], "\(seed): \(a) | \(b)")
      #expect(after.a.last?.isEqual == true && after.a.last?.isAligned == true)
      #expect(after.a.dropLast().map(\.isEqual) == before.a.map(\.isEqual), "\(seed): \(a) | \(b)")
    }
  }
}

extension PassageReader {
  /// Both passages with one tail, of which the last words are linked and the first, which are near to the rest, are not; the
  /// other links are those without it.
  fileprivate func pair(_ a: String, _ b: String, tail: String) -> SentencePair {
    let short = pair(a, b), long = pair(a + tail, b + tail)
    var alignment = WordAlignment(a: long.a.count, b: long.b.count)
    for position in 0..<short.a.count {
      if let other = short.match(a: position) { alignment.link(position, other, substituted: short.isSubstitution(a: position)) }
    }
    for back in 1...3 { alignment.link(long.a.count - back, long.b.count - back) }
    return SentencePair(a: long.a, b: long.b, alignment: alignment, closeness: short.closeness)
  }
}
