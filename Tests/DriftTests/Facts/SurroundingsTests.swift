import Alignment
import TestSupport
import Testing
import Text

@testable import Drift

/// How well two places fit, and how sure it is that one name took the place of another: alike from either side.
struct SurroundingsTests {
  private static let names = [
    "Ana", "Lind", "Lindt", "Bo Moe", "Marenholt", "Oslo", "Graz", "Norway", "Swedish", "Linde", "Marenhold", "ABK", "ABC",
    "Ana Lind", "Feast Hall",
  ]
  private static let words = [
    "said", "that", "met", "the", "chief", "of", ",", "and", "mayor", "director", "praised", "by", "new", "boat", "ship", "a",
  ]

  /// A passage, and one that keeps some of it.
  private static func versions(_ seed: Int) -> (String, String) {
    var random = SeededGenerator(seed)
    let a = (0..<4 + random.below(12)).map { _ in random.below(3) == 0 ? random.pick(names) : random.pick(words) }
    var b = a
    for _ in 0..<1 + random.below(6) {
      let place = random.below(b.count)
      switch random.below(6) {
      case 0: b.swapAt(place, random.below(b.count))
      case 1, 4, 5:
        if let name = b.indices.filter({ names.contains(b[$0]) }).randomElement(using: &random) { b[name] = random.pick(names) }
      case 2: b.insert(random.pick(words), at: place)
      default: if b.count > 4 { b.remove(at: place) }
      }
    }
    return ("Then " + a.joined(separator: " "), "Then " + b.joined(separator: " "))
  }

  private static func places(_ side: SentenceSide, _ random: inout SeededGenerator) -> [Range<Int>] {
    (0..<4).map { _ in
      let start = random.below(side.count)
      return start..<min(side.count, start + 1 + random.below(2))
    }
  }

  @Test(arguments: [false, true]) func `places fit each other alike from either side, and none better than itself`(isSteep: Bool)
  {
    let passages = PassageReader()
    let surroundings = Surroundings(resources: passages.resources, isSteep: isSteep)
    var fitting = 0
    for seed in 0..<80 {
      var random = SeededGenerator(seed)
      let (a, b) = Self.versions(seed)
      let reader = passages.reader(a, b)
      let (mirror, ofA, ofB) = (
        passages.reader(reader.pair.mirrored), passages.reader(a, a), passages.reader(b, b)
      )
      for x in Self.places(reader.pair.a, &random) {
        let own = surroundings.fit(x, x, ignoring: ([], []), ofA)
        for y in Self.places(reader.pair.b, &random) {
          let fit = surroundings.fit(x, y, ignoring: ([], []), reader)
          #expect(fit == surroundings.fit(y, x, ignoring: ([], []), mirror), "\(seed): \(x) of \(a) | \(y) of \(b)")
          let other = surroundings.fit(y, y, ignoring: ([], []), ofB)
          #expect(fit >= 0 && fit <= max(own, other) + 1e-9, "\(seed): \(x) of \(a) | \(y) of \(b)")
          if fit > 1 { fitting += 1 }
        }
      }
    }
    #expect(fitting > 100, "\(fitting)")
  }

  @Test func `how sure a change of names is does not depend on which passage comes first`() {
    let passages = PassageReader()
    let confidence = NameConfidence(resources: passages.resources)
    let variants = NameVariants(knowledge: passages.knowledge)
    var seen: [NameVariants.Verdict] = []
    var replacements = 0
    for seed in 0..<400 {
      let (a, b) = Self.versions(seed)
      let reader = passages.reader(a, b)
      let mirror = passages.reader(reader.pair.mirrored)
      let (context, other) = (passages.context(reader.pair), passages.context(mirror.pair))
      let names = NameMatching(reader.pair, knowledge: passages.knowledge)
      for x in names.a where !x.unmatched.isEmpty {
        for y in names.b where !y.unmatched.isEmpty {
          let what = "\(seed): \(reader.pair.a.string(x.positions)) in \(a) | \(reader.pair.b.string(y.positions)) in \(b)"
          let verdict = variants.verdict(x, y, reader.pair)
          seen.append(verdict)
          #expect(verdict == variants.verdict(y, x, mirror.pair), "\(what)")
          #expect(
            confidence.ofExchange(x, y, fit: 2, isSole: false, reader.pair, context)
              == confidence.ofExchange(y, x, fit: 2, isSole: false, mirror.pair, other), "\(what)")
          let replaced = confidence.ofReplacement(x, y, reader, context)
          #expect((0...1).contains(replaced), "\(what)")
          // Where the words that were replaced are in another order, the first of either passage are looked at.
          let i = x.unmatched.first { reader.pair.match(a: $0).map(y.unmatched.contains) ?? false }
          let j = y.unmatched.first { reader.pair.match(b: $0).map(x.unmatched.contains) ?? false }
          if let i, reader.pair.match(a: i) == j {
            replacements += 1
            #expect(abs(replaced - confidence.ofReplacement(y, x, mirror, other)) < 1e-9, "\(what)")
          }
        }
      }
    }
    let (alike, distinct) = (seen.count { $0 == .variant }, seen.count { $0 == .distinct })
    #expect(alike > 10 && distinct > 50 && replacements > 50, "\(alike), \(distinct) and \(replacements) of \(seen.count)")
  }
}
