import Testing
import TestSupport
import Text

@Suite struct TraitTests {
  private func words(with trait: WordFlags, in text: String) -> [String] {
    let words = text.words
    return zip(0..., words.pieces(of: text)).filter { words.traits[$0.0].contains(trait) }.map(\.1)
  }

  @Test(arguments: [
    ("He said \"it is over\" and left.", ["it", "is", "over"]),
    ("\"Never,\" she said. \"Not again.\" He left", ["Never", "Not", "again"]),
    ("He said “it is over” and left.", ["it", "is", "over"]),
    ("Er sagte: „Es ist vorbei“ und ging.", ["Es", "ist", "vorbei"]),
    ("Er sagte: »Es ist vorbei« und ging.", ["Es", "ist", "vorbei"]),
    ("Il a dit : «\u{A0}c’est fini\u{A0}» et partit.", ["c’est", "fini"]),
    ("Il a dit : « c'est fini » et partit.", ["c'est", "fini"]),
    ("Hon sade: ”det är slut” och gick.", ["det", "är", "slut"]),
    ("“One part\n“and another” ended.", ["One", "part", "and", "another"]),
    ("“It rose 3.5” he said", ["It", "rose", "3.5"]),
    ("(\"aside\") then", ["aside"]),
    ("A lost \"mark opens here\n\nbut not beyond the paragraph", ["mark", "opens", "here"]),
    ("no quotation at all", []),
  ])
  func `words between quotation marks are quoted`(text: String, quoted: [String]) {
    #expect(words(with: .quoted, in: text) == quoted)
  }

  @Test func `a closing mark that was lost does not turn the rest inside out`() {
    let text = "\"One is lost he said, and \"this is said\" as well."
    #expect(words(with: .quoted, in: text).suffix(3) == ["this", "is", "said"])
    #expect(!words(with: .quoted, in: text).contains("well"))
  }

  @Test func `a quotation of more than 150 words was never closed`() {
    let text = "\"" + Array(repeating: "word", count: 200).joined(separator: " ")
    #expect(words(with: .quoted, in: text).count == 150)
  }

  @Test(arguments: [
    ("One storm. Two storms! Three? Four", ["One", "Two", "Three", "Four"]),
    ("Mr. Hale met Gen. Orr in the U.S. Senate. They spoke.", ["Mr", "They"]),
    ("He paid 3.5 million. It rose", ["He", "It"]),
    ("one line\ngoes on\n\nanother paragraph", ["one", "another"]),
    ("J. Smith left. “Why?” Nobody knew.", ["J", "Why", "Nobody"]),
    ("Ende.“Nächster Satz", ["Ende", "Nächster"]),
    ("東京。大阪", ["東京", "大阪"]),
  ])
  func `the first word of a sentence is marked`(text: String, firsts: [String]) {
    #expect(words(with: .sentenceStart, in: text) == firsts)
  }

  @Test func `a sentence begins behind boilerplate`() {
    let text = "first words Share here then"
    var scanner = WordScanner()
    var words = WordStream()
    scanner.scan(text.padded, 0..<text.utf8.count, excluding: [12..<17], into: &words)
    #expect(words.pieces(of: text) == ["first", "words", "here", "then"])
    #expect((0..<4).map { words.traits[$0].contains(.sentenceStart) } == [true, false, true, false])
  }
}
