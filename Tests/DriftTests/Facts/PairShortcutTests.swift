import Alignment
import Articles
import TestSupport
import Testing
import Text

@testable import Drift

/// The places in which two passages differ, against the words that were put in.
struct ReplacedPlacesTests {
  @Test(arguments: 0..<40) func `the places are those where words were replaced, put in or left out`(seed: Int) {
    var random = SeededGenerator(seed)
    let reader = PassageReader()
    // Each word once, so that nothing can be aligned but with itself.
    let words = (0..<30).map { "w\($0)x" }
    var (copy, changed): ([String], Set<Int>) = ([], [])
    for (index, word) in words.enumerated() {
      switch Int.random(in: 0..<12, using: &random) {
      case 0:
        copy.append("z\(index)q")
        changed.insert(index)
      case 1: changed.insert(index)
      default: copy.append(word)
      }
    }
    let pair = reader.pair(words.joined(separator: " "), copy.joined(separator: " "))
    let places = ReplacedPlaces(pair).places
    // A word alone between two that changed belongs to their place.
    let lone = words.indices.filter { !changed.contains($0) && changed.contains($0 - 1) && changed.contains($0 + 1) }
    #expect(Set(places.flatMap { Array($0.a) }) == changed.union(lone))
    let own = copy.filter { $0.hasPrefix("z") || lone.map { words[$0] }.contains($0) }
    #expect(places.flatMap { Array($0.b) }.map { pair.b.string($0) } == own)
    #expect(
      zip(places, places.dropFirst()).allSatisfy { $0.a.upperBound <= $1.a.lowerBound && $0.b.upperBound <= $1.b.lowerBound })
  }

  @Test func `what is the same has no place`() {
    #expect(ReplacedPlaces(PassageReader().pair("The boat left at noon.", "The boat left at noon.")).places.isEmpty)
    #expect(ReplacedPlaces(PassageReader().pair("", "")).places.isEmpty)
  }
}

/// Short cuts of drift that look at a pair's words once, against plain accounts of the same.
struct PairShortcutTests {
  private static let names = ["Ana", "Lind", "Lindt", "Bo", "Moe", "Marenholt", "Marenhold", "Graz", "Acme", "Kovac", "Kováč"]
  private static let words = ["said", "that", "met", "the", "chief", "of", ",", "and", "lind", "moe", "praised", "by", "new"]

  private static func sentence(_ random: inout SeededGenerator) -> [String] {
    (0..<3 + random.below(14)).map { _ in random.below(5) < 2 ? random.pick(names) : random.pick(words) }
  }

  /// A sentence, and one that keeps some of it.
  private static func versions(_ seed: Int) -> (String, String) {
    var random = SeededGenerator(seed)
    let a = ["The"] + sentence(&random)
    var b = a
    for _ in 0..<random.below(6) {
      let place = 1 + random.below(b.count - 1)
      switch random.below(4) {
      case 0: b.swapAt(place, 1 + random.below(b.count - 1))
      case 1: b[place] = random.pick(names)
      case 2: b.insert(random.pick(words), at: place)
      default: if b.count > 4 { b.remove(at: place) }
      }
    }
    if random.below(3) == 0 { b = ["The"] + sentence(&random) }
    return (a.joined(separator: " "), b.joined(separator: " "))
  }

  @Test func `names that stand once on either side are found by counting all words`() {
    let reader = PassageReader()
    var units = 0
    var longer = 0
    for seed in 0..<600 {
      let (a, b) = Self.versions(seed)
      let pair = reader.reader(a, b)
      let found = NameUnits(pair).units
      let expected = Self.units(pair)
      #expect(found.map(\.a) == expected.map(\.0) && found.map(\.b) == expected.map(\.1), "seed \(seed): \(a) | \(b)")
      units += found.count
      longer += found.count { $0.a.count > 1 }
    }
    #expect(units > 500 && longer > 50, "\(units) names, \(longer) of several words")
  }

  /// Every word is counted on both sides; then neighbours that no mark parts are put together.
  private static func units(_ reader: PairReader) -> [(Range<Int>, Range<Int>)] {
    let (a, b) = (reader.pair.a.ids, reader.pair.b.ids)
    let (countsA, countsB) = (
      Dictionary(a.map { ($0, 1) }, uniquingKeysWith: +), Dictionary(b.map { ($0, 1) }, uniquingKeysWith: +)
    )
    let (namesA, namesB) = (a.indices.filter { reader.isName(.a, $0) }, b.indices.filter { reader.isName(.b, $0) })
    guard namesA.count + namesB.count > 1 else { return [] }
    func areAlike(_ i: Int, _ j: Int) -> Bool { reader.knowledge.nameSimilarity(a[i], b[j]) > 0.7 }
    var links: [Int: Int] = [:]
    for i in a.indices {
      for j in b.indices where a[i] == b[j] && countsA[a[i]] == 1 && countsB[b[j]] == 1 {
        let isFromA = reader.isName(.a, i) && (reader.isName(.b, j) || reader.isContent(.b, j))
        if isFromA || reader.isName(.b, j) && reader.isContent(.a, i) { links[i] = j }
      }
    }
    for i in namesA where countsA[a[i]] == 1 && countsB[a[i]] == nil {
      let like = namesB.filter { countsA[b[$0]] == nil && areAlike(i, $0) }
      if like.count == 1, namesA.filter({ areAlike($0, like[0]) }).count == 1 { links[i] = like[0] }
    }
    var units: [(Range<Int>, Range<Int>)] = []
    for (i, j) in links.sorted(by: { $0.key < $1.key }) {
      let (one, other) = (reader.pair.a.words, reader.pair.b.words)
      if let last = units.last, last.0.upperBound == i, last.1.upperBound == j, one[i] == one[i - 1] + 1,
        other[j] == other[j - 1] + 1
      {
        units[units.count - 1] = (last.0.lowerBound..<i + 1, last.1.lowerBound..<j + 1)
      } else {
        units.append((i..<i + 1, j..<j + 1))
      }
    }
    return units
  }

  @Test func `what two quotations begin with is common as the whole programme says`() {
    let reader = PassageReader()
    let calendar = reader.analysis.vocabulary.calendar
    var heads = 0
    for seed in 0..<400 {
      let (a, b) = Self.versions(seed)
      let pair = reader.pair(a, b)
      let (x, y) = (0..<pair.a.count, 0..<pair.b.count)
      let found = QuotationDifference.common(x, y, pair, reader.knowledge, calendar)
      let expected = QuotationDifference.rest(x, y, pair, reader.knowledge, calendar)
      #expect(found.map(\.0) == expected.map(\.0) && found.map(\.1) == expected.map(\.1), "seed \(seed): \(a) | \(b)")
      heads += zip(pair.a.ids, pair.b.ids).prefix { $0 == $1 }.count
    }
    #expect(heads > 800)
  }
}
