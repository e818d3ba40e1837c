import TestSupport
import Testing

@testable import Lexicon

/// Words inflected by the rules of school grammar lead back to the words they were made of.
@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct InflectionTests {
  private static let nouns = [
    "harbour", "city", "church", "box", "ferry", "boat", "class", "bush", "party", "day", "story", "crane", "lighthouse", "match",
    "berth",
  ]
  private static let verbs = [
    "close", "carry", "walk", "pass", "watch", "plan", "try", "open", "stop", "move", "agree", "admit", "press", "load",
  ]
  private static let adjectives = ["weak", "heavy", "large", "big", "cheap", "early", "late", "hot", "thin", "happy"]

  private static func isVowel(_ letter: Character?) -> Bool { letter.map { "aeiou".contains($0) } ?? false }

  private static func plural(_ word: String) -> String {
    if word.hasSuffix("y"), !isVowel(word.dropLast().last) { return word.dropLast() + "ies" }
    return ["s", "x", "ch", "sh"].contains { word.hasSuffix($0) } ? word + "es" : word + "s"
  }

  /// The word before an ending that begins with a vowel: a mute e goes, a consonant behind one short vowel doubles.
  private static func stem(_ word: String, keepsY: Bool) -> String {
    if word.hasSuffix("ee") { return keepsY ? word : String(word.dropLast()) }
    if word.hasSuffix("e") { return String(word.dropLast()) }
    if word.hasSuffix("y"), !isVowel(word.dropLast().last), !keepsY { return word.dropLast() + "i" }
    return ["plan", "stop", "admit", "big", "hot", "thin"].contains(word) ? word + String(word.suffix(1)) : word
  }

  private static let forms: [(form: String, base: String)] =
    nouns.map { (plural($0), $0) }
    + verbs.flatMap { [(plural($0), $0), (stem($0, keepsY: false) + "ed", $0), (stem($0, keepsY: true) + "ing", $0)] }
    + adjectives.flatMap { [(stem($0, keepsY: false) + "er", $0), (stem($0, keepsY: false) + "est", $0)] }

  @Test func `every regular form has its base form`() {
    let session = LexiconSession()
    for (form, base) in Self.forms {
      #expect(session.lemmas(of: session.id(for: form)).contains { $0.text == base }, "\(form) of \(base)")
      let relation = session.relation(form, base)
      #expect(relation.isSameWord && relation.antonymRank == 0, "\(form) of \(base)")
    }
  }

  @Test func `forms of one word oppose the same words`() {
    let session = LexiconSession()
    for (first, second) in [("rise", "fall"), ("open", "close"), ("win", "lose"), ("weak", "strong"), ("early", "late")] {
      for word in [first] + Self.forms.filter({ $0.base == first }).map(\.form) {
        #expect(session.relation(word, second).antonymRank > 0, "\(word) \(second)")
        #expect(session.relation(word, second).reversed == session.relation(second, word))
      }
    }
  }
}

/// The search by bisection against reading every line.
struct SortedLinesTests {
  @Test(arguments: 0..<40) func `a line is found where reading all of them finds it`(seed: Int) {
    var random = SeededGenerator(seed)
    func word() -> String { String((0..<1 + random.below(3)).map { _ in random.pick(Array("ab-_z")) }) }
    let keys = Set((0..<random.below(40)).map { _ in word() }).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    let text = "  licence of a\n" + keys.map { "\($0) 1 n x" }.joined(separator: "\n") + (seed % 2 == 0 ? "\n" : "")
    let bytes = Array(text.utf8)
    for key in keys + (0..<40).map({ _ in word() }) + ["", "licence", "~"] {
      let naive = text.split(separator: "\n").first { !key.isEmpty && $0.prefix { $0 != " " } == key }
      let found = SortedLines.find(Array(key.utf8), in: bytes.span).map { String(decoding: bytes[$0], as: UTF8.self) }
      #expect(found == naive.map(String.init), "\(key)")
    }
  }

  @Test(
    arguments: [
      ("12 ff 00000007 x", [12, nil, 7, nil, nil]), ("  3   4", [3, 4, nil, nil, nil]), ("123456789 1", [nil, 1, nil, nil, nil]),
      ("", [nil, nil, nil, nil, nil]), ("99999999 -1 1.5 é 5", [99_999_999, nil, nil, nil, 5]),
    ] as [(String, [Int?])])
  func `fields are numbers or nothing`(line: String, numbers: [Int?]) {
    let bytes = Array(line.utf8)
    var reader = FieldReader(0..<bytes.count)
    for number in numbers { #expect(reader.number(in: bytes.span) == number) }
    var hexadecimal = FieldReader(0..<bytes.count)
    for field in line.split(separator: " ") {
      let expected = field.utf8.count <= 8 ? UInt32(field, radix: 16).map(Int.init) : nil
      #expect(hexadecimal.number(in: bytes.span, radix: 16) == expected, "\(field)")
    }
  }
}
