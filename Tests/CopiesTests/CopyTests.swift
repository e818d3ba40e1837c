import Text
import Fingerprints
import TestSupport
import Testing

@testable import Copies

@Suite struct CopyTests {
  private let shingler = Shingler(width: 5)

  private func digest(_ text: String) -> CopyDigest {
    CopyDigest(
      text.words, shingler: shingler, text: Array(text.utf8)[...], reading: Array(text.utf8)[...], title: WordStream())
  }

  private func measure(_ a: String, _ b: String) -> CopyMeasure {
    var probe = CopyProbe()
    probe.load(digest(a))
    return probe.measure(digest(b))
  }

  private func shingles(_ text: String) -> Set<UInt64> {
    var shingles: [UInt64] = []
    shingler.shingles(of: text.words, into: &shingles)
    return Set(shingles)
  }

  /// Names and figures, and other words, as the comments define them.
  private func words(_ text: String) -> (names: Set<UInt64>, others: Set<UInt64>) {
    let words = text.words
    var result: (names: Set<UInt64>, others: Set<UInt64>) = ([], [])
    for index in 0..<words.count {
      let traits = words.traits[index]
      if traits.contains(.number) || (traits.contains(.capitalised) && !traits.contains(.sentenceStart)) {
        result.names.insert(words.hashes[index])
      } else {
        result.others.insert(words.hashes[index])
      }
    }
    return result
  }

  private func pair(_ seed: Int) -> (String, String) {
    var generator = SeededGenerator(seed)
    let a = (0..<generator.below(300)).map { _ in
      generator.pick([
        "storm", "Harrow", "12", "ferry", "closes", "Petr", "3.5", "office.", "west", letters(generator.below(200)),
      ])
    }
    var b = a
    for _ in 0..<generator.below(60) where !b.isEmpty {
      let place = generator.below(b.count)
      if generator.below(2) == 0 { b.remove(at: place) } else { b[place] = "changed\(generator.below(9))" }
    }
    if generator.below(4) == 0 { b = Array(b.prefix(generator.below(40))) }
    return (a.joined(separator: " "), b.joined(separator: " "))
  }

  @Test(arguments: 0..<120) func `measures are those of sets`(seed: Int) {
    let (a, b) = pair(seed)
    let measure = measure(a, b)
    let (first, second) = (shingles(a), shingles(b))
    func share(_ part: Int, _ whole: Int, _ none: Float) -> Float { whole > 0 ? Float(part) / Float(whole) : none }
    let common = first.intersection(second).count
    #expect(measure.resemblance == share(common, first.union(second).count, 0))
    #expect(measure.containmentOfA == share(common, first.count, 0))
    #expect(measure.containmentOfB == share(common, second.count, 0))
    let mine = words(a), theirs = words(b)
    let fewestNames = min(mine.names.count, theirs.names.count)
    #expect(measure.names == fewestNames)
    #expect(measure.keptNames == share(mine.names.intersection(theirs.names).count, fewestNames, 1))
    #expect(
      measure.keptWords == share(mine.others.intersection(theirs.others).count, min(mine.others.count, theirs.others.count), 1))
  }

  @Test(arguments: 0..<60) func `symmetry: A against B is B against A with the sides exchanged`(seed: Int) {
    let (a, b) = pair(seed)
    let there = measure(a, b)
    var back = measure(b, a)
    swap(&back.containmentOfA, &back.containmentOfB)
    #expect(there == back)
  }

  @Test(arguments: 0..<60) func `identity and range: a text is identical to itself, and shares lie between 0 and 1`(seed: Int) {
    let (a, b) = pair(seed)
    let same = measure(a, a)
    if a.words.count > 0 { #expect((same.resemblance, same.containmentOfA, same.containmentOfB) == (1, 1, 1)) }
    #expect(same.isIdentical)
    let other = measure(a, b)
    for share in [other.resemblance, other.containmentOfA, other.containmentOfB, other.keptNames, other.keptWords] {
      #expect((0...1).contains(share))
    }
  }

  @Test func `a probe that is used again gives what a new one gives`() {
    var probe = CopyProbe()
    for seed in 0..<30 {
      let (a, b) = pair(seed)
      probe.load(digest(a))
      for other in [b, a, b, ""] { #expect(probe.measure(digest(other)) == measure(a, other)) }
    }
  }

  @Test func `only white space may differ in identical texts`() {
    let text = "The ferry to Harrow will not sail on Friday, the office said."
    #expect(measure(text, text.replacing(" ", with: "\n ")).isIdentical)
    #expect(!measure(text, text.replacing(",", with: "")).isIdentical)
    #expect(!measure(text, text.lowercased()).isIdentical)
    #expect(measure(text, text.lowercased()).resemblance == 1)
  }

  // MARK: The rule

  private func relation(
    resemblance: Float, a: Float = 0, b: Float = 0, keptNames: Float = 1, keptWords: Float = 1, names: Int = 10,
    identical: Bool = false
  ) -> CopyRelation? {
    CopyRule().relation(
      CopyMeasure(
        resemblance: resemblance, containmentOfA: a, containmentOfB: b, keptNames: keptNames, keptWords: keptWords, names: names,
        isIdentical: identical))
  }

  @Test func `relations follow the documented limits`() {
    #expect(relation(resemblance: 1, identical: true) == .identical)
    #expect(relation(resemblance: 0.92) == .reprint)
    #expect(relation(resemblance: 0.919) == .edited)
    #expect(relation(resemblance: 0.5) == .edited)
    #expect(relation(resemblance: 0.49) == nil)
    #expect(relation(resemblance: 0.1, a: 0.75) == .excerpt)
    #expect(relation(resemblance: 0.1, b: 0.75) == .excerpt)
    #expect(relation(resemblance: 0.1, a: 0.74, b: 0.74) == nil)
    #expect(relation(resemblance: 0.95, keptNames: 0.5, keptWords: 0.97) == nil)
    #expect(relation(resemblance: 0.95, keptNames: 0.5, keptWords: 0.97, names: 2) == .reprint)
  }

  @Test func `two fillings of one form are no copies, an edited version of one filling is`() {
    let monday = weatherForm("Harrow", 17, 9, "West", "Anvey"), tuesday = weatherForm("Port Lowen", 23, 14, "East", "Dorn")
    let rule = CopyRule()
    #expect(measure(monday, tuesday).resemblance > 0.3)
    #expect(rule.isTemplate(measure(monday, tuesday)))
    #expect(rule.relation(measure(monday, tuesday)) == nil)
    let edited = monday.replacing("a light breeze", with: "a weak wind").replacing("There is no warning", with: "No warning is")
    #expect(rule.relation(measure(monday, edited)) == .edited)
    let excerpt = String(monday.prefix(130))
    #expect(rule.relation(measure(excerpt, monday)) == .excerpt)
  }
}
