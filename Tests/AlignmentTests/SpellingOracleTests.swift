import Foundation
import TestSupport
import Testing
import Text

@testable import Alignment

/// Spellings held against the definition of Jaro and Winkler and against Unicode's decompositions.
struct SpellingOracleTests {
  /// Jaro's similarity by its definition (1989), the shorter word first, each letter taking the first free one within reach.
  private func jaro(_ a: [UInt8], _ b: [UInt8]) -> Double {
    let reach = max(0, max(a.count, b.count) / 2 - 1)
    var partner = [Int?](repeating: nil, count: a.count)
    for i in a.indices { partner[i] = b.indices.first { abs($0 - i) <= reach && a[i] == b[$0] && !partner.contains($0) } }
    let matched = partner.indices.filter { partner[$0] != nil }
    guard !matched.isEmpty else { return 0 }
    let other = matched.compactMap { partner[$0] }.sorted()
    let transposed = zip(matched, other).count { a[$0] != b[$1] }
    let m = Double(matched.count)
    return (m / Double(a.count) + m / Double(b.count) + (m - Double(transposed) / 2) / m) / 3
  }

  private func winkler(_ a: String, _ b: String) -> Double {
    if a == b { return 1 }
    if a.isEmpty || b.isEmpty { return 0 }
    let (short, long) = (a.utf8.count, a) <= (b.utf8.count, b) ? (a, b) : (b, a)
    let jaro = jaro(Array(short.utf8), Array(long.utf8))
    return jaro + Double(zip(a.utf8, b.utf8).prefix(4).prefix { $0 == $1 }.count) * 0.1 * (1 - jaro)
  }

  @Test(arguments: 0..<150) func `Jaro-Winkler is what its definition says`(seed: Int) {
    var random = SeededGenerator(seed)
    func word() -> String {
      String((0..<random.below(9)).map { _ in Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(random.below(4)))) })
    }
    let (a, b) = (word(), word())
    let found = JaroWinkler.similarity(Array(a.utf8), Array(b.utf8))
    #expect(abs(found - winkler(a, b)) < 1e-12, "\(a) \(b)")
    #expect((0...1).contains(found) && found == JaroWinkler.similarity(Array(b.utf8), Array(a.utf8)))
  }

  @Test func `an accented letter is its base letter, as Unicode takes it apart`() {
    var wrong: [String] = []
    for code in UInt32(0xC0)..<0x1F00 {
      guard let scalar = Unicode.Scalar(code), scalar.properties.isLowercase else { continue }
      let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
      guard parts.count > 1, let base = parts.first, base.isASCII, base.properties.isAlphabetic else { continue }
      if NameForm(Array(String(scalar).utf8)).letters != Array(String(base).utf8) {
        wrong.append("\(scalar) U+\(String(code, radix: 16))")
      }
    }
    #expect(wrong == [])
  }

  @Test(arguments: [
    "öztürk", "ștefan", "țepeș", "nguyễn", "dvořák", "łukasz", "sørensen", "ångström", "ğül", "çelik", "zoë", "háček",
  ])
  func `a name has one form, composed or decomposed`(name: String) {
    let composed = NameForm(Array(name.precomposedStringWithCanonicalMapping.utf8))
    let decomposed = NameForm(Array(name.decomposedStringWithCanonicalMapping.utf8))
    #expect(composed.letters == decomposed.letters && composed.folded == decomposed.folded)
    #expect(composed.letters.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: 0..<80) func `a longest increasing run is as long as the best of all runs`(seed: Int) {
    var random = SeededGenerator(seed)
    let values = (0..<random.below(11)).map { _ in random.below(8) }
    let found = LongestIncreasing.indices(values)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0 < $1 && values[$0] < values[$1] })
    var best = 0
    for subset in 0..<1 << values.count {
      let chosen = values.indices.filter { subset >> $0 & 1 == 1 }.map { values[$0] }
      if chosen.count > best, zip(chosen, chosen.dropFirst()).allSatisfy({ $0 < $1 }) { best = chosen.count }
    }
    #expect(found.count == best, "\(values)")
  }
}

/// What must hold of any two articles' alignment.
struct AlignmentPropertyTests {
  private static let sentences = [
    "The ferry Solveig sank off Bergen on Monday morning.", "All forty passengers were saved by fishermen from Askvoll.",
    "Captain Ruud blamed the fog for the accident.", "The owner promised an inquiry into the old hull.",
    "Divers will search the wreck next week.",
    "Insurance covers only half the loss of 3.5 million crowns.", "A choir sang in the cathedral of Stavanger.",
    "Prices of herring rose by a tenth in the winter.", "The mayor of Velmora opened a bridge of glass.",
  ]

  @Test(arguments: 0..<20) func `shuffled sentences find each other again, and those out of order are moved`(seed: Int) {
    var random = SeededGenerator(seed)
    let a = Array(Self.sentences.shuffled(using: &random).prefix(3 + random.below(6)))
    let b = a.shuffled(using: &random)
    let (alignment, first, second) = Aligner().articles(a.joined(separator: " "), b.joined(separator: " "))
    #expect(alignment.pairs.map { first.string($0.a) } == a)
    #expect(alignment.pairs.map { second.string($0.b) } == a)
    #expect(alignment.onlyInA.isEmpty && alignment.onlyInB.isEmpty)
    // As many stay as the longest run in both orders has.
    let places = a.map { sentence in b.firstIndex(of: sentence) ?? 0 }
    #expect(alignment.pairs.count { !$0.moved } == LongestIncreasing.indices(places).count)
  }

  @Test(arguments: 0..<20) func `sentences that only one has are left over, whatever stands around them`(seed: Int) {
    var random = SeededGenerator(seed)
    let all = Self.sentences.shuffled(using: &random)
    let (common, own, other) = (all[0..<5], all[5..<7], all[7..<9])
    func mixed(_ extra: ArraySlice<String>) -> [String] {
      var text = Array(common)
      for sentence in extra { text.insert(sentence, at: random.below(text.count + 1)) }
      return text
    }
    let (a, b) = (mixed(own), mixed(other))
    let (alignment, first, second) = Aligner().articles(a.joined(separator: " "), b.joined(separator: "\n\n"))
    #expect(Set(alignment.onlyInA.map { first.string($0) }) == Set(own))
    #expect(Set(alignment.onlyInB.map { second.string($0) }) == Set(other))
    #expect(alignment.pairs.allSatisfy { !$0.moved && abs($0.similarity - 1) < 1e-9 })
  }

  @Test(arguments: 0..<15) func `swapped articles have the mirrored pairs, words too`(seed: Int) {
    var random = SeededGenerator(seed)
    func text() -> String { (0..<2 + random.below(5)).map { _ in random.pick(Self.sentences) }.joined(separator: " ") }
    let (a, b) = (text(), text())
    let (there, _, _) = Aligner().articles(a, b)
    let (back, _, _) = Aligner().articles(b, a)
    #expect(there.pairs.count == back.pairs.count)
    for pair in there.pairs { #expect((0...1 + 1e-9).contains(pair.similarity)) }
    let (x, y) = (random.pick(Self.sentences), random.pick(Self.sentences))
    let (one, other) = (Aligner().words(x, y), Aligner().words(y, x))
    #expect(abs(one.closeness - other.closeness) < 1e-12)
    #expect((0..<one.a.count).allSatisfy { one.match(a: $0) == other.match(b: $0) }, "\(x) | \(y)")
  }
}
