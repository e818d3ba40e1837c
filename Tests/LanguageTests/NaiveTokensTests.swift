import TestSupport
import Testing

@testable import Text

/// The definition of a token taken literally, for texts without the cases that need judgement (clitics, abbreviations, prefixes
/// with a hyphen, figures with separators): a run of letters or of digits is one token, every other sign that is no blank is one
/// of its own.
private func naiveTokens(_ text: String) -> [String] {
  var tokens: [String] = []
  var run = ""
  for character in text {
    if character.isLetter && !(run.last?.isNumber ?? false) || character.isNumber && !(run.last?.isLetter ?? false) {
      run.append(character)
      continue
    }
    if !run.isEmpty { tokens.append(run) }
    run = character.isLetter || character.isNumber ? String(character) : ""
    if run.isEmpty, !character.isWhitespace { tokens.append(String(character)) }
  }
  return run.isEmpty ? tokens : tokens + [run]
}

struct NaiveTokensTests {
  private static let words = [
    "harbour", "mayor", "Velmora", "Größe", "école", "crane-driver", "quay", "Lowen", "ministers", "blue", "storm", "naïve",
    "Ørsted",
    "река", "gulls",
  ]
  private static let marks = [", ", " ", " ", " ", " ", "; ", ": ", "? ", "! ", " (", ") ", " “", "” ", "\n"]

  @Test(arguments: 0..<60) func `plain text has the tokens of the definition`(seed: Int) {
    var random = SeededGenerator(seed)
    let text = (0..<60).map { _ in
      (random.below(9) == 0 ? "\(10 + random.below(80))" : random.pick(Self.words)) + random.pick(Self.marks)
    }.joined()
    #expect(Reading(text).tokens == naiveTokens(text), "\(text.debugDescription)")
  }

  @Test func `letters that are said to be no capitals have no small form`() {
    for value in UInt32(0x80)..<0x3000 where WordFolding.isNoCapital(value) {
      guard let properties = Unicode.Scalar(value)?.properties else { continue }
      #expect(!properties.changesWhenLowercased && !properties.isUppercase, "U+\(String(value, radix: 16))")
    }
  }

  @Test func `characters of two bytes have the class that any has`() {
    for value in UInt32(0x80)..<0x800 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(Character(scalar)).utf8)
      #expect(CharacterClass.at(0, in: bytes) == (CharacterClass.ofScalar(value), 2), "U+\(String(value, radix: 16))")
    }
  }

  @Test func `a table of words that many texts share changes nothing of one`() {
    let words = WordTable()
    for seed in 0..<60 {
      var random = SeededGenerator(seed)
      let text = Array((0..<60).map { _ in random.pick(Self.words) + random.pick(Self.marks) }.joined().utf8)
      let (alone, shared) = (TokenText(text), TokenText(text, words: words))
      #expect(alone.hashes == shared.hashes && alone.tokens.map(\.bytes) == shared.tokens.map(\.bytes))
      #expect(shared.hashes == shared.tokens.map { words.hash($0.word) })
    }
  }

  @Test(arguments: 0..<40) func `what stands between tokens is blank`(seed: Int) {
    var random = SeededGenerator(seed)
    let text = (0..<40).map { _ in random.pick(Self.words) + random.pick(Self.marks) }.joined()
    let reading = Reading(text)
    var rest = Array(text.utf8)
    for token in reading.text.tokens { for place in token.bytes { rest[place] = 0x20 } }
    let isBlank = String(decoding: rest, as: UTF8.self).allSatisfy { $0.isWhitespace }
    #expect(isBlank)
    #expect(reading.tokens.joined() == text.filter { !$0.isWhitespace })
  }
}
