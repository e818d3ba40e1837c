import TestSupport
import Testing
import Text

/// The definition of a token taken literally, for texts without the cases that need judgement (clitics, abbreviations, prefixes with
/// a hyphen, figures with separators): a run of letters or of digits is one token, every other sign that is no
/// blank is one of its own.
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
