import TestSupport
import Testing

@testable import Text

/// The short way that most words take through the tokenizer against the long one.
struct PlainWordTests {
  private static let pieces = [
    "cannot", "Cannot", "can", "isn", "don", "didn", "t", "the", "Then", "www", "http", "a", "I", "US", "us", "McLean", "café",
    "été", "x2",
    " ", " ", " ", "\n", "\r\n", "\t", ",", ", ", ".", ". ", "...", "'", "’", "'s ", "n't", "-", "://", "@", "?", "\u{FFFD}",
    "\u{AD}", "é", "5",
    "s", "", "’t",
  ]

  @Test(arguments: 0..<200)
  func `a word that is taken at once is the one that the rules give`(seed: Int) {
    var random = SeededGenerator(seed)
    let bytes = Array((0..<40).map { _ in random.pick(Self.pieces) }.joined().utf8)
    let words = WordTable()
    for start in bytes.indices where CharacterClass.at(start, in: bytes).0 == .letter && bytes[start] & 0xC0 != 0x80 {
      var short = Tokenizer(bytes: bytes, words: words, splitsElisions: seed % 2 == 0)
      short.position = start
      guard short.scanPlainWord() else { continue }
      var long = Tokenizer(bytes: bytes, words: words, splitsElisions: seed % 2 == 0)
      long.position = start
      long.scanWord()
      #expect(short.position == long.position)
      #expect(short.tokens.map(Self.parts) == long.tokens.map(Self.parts))
    }
  }

  private static func parts(_ token: Token) -> [Int] {
    [Int(token.start), Int(token.end), Int(token.word), Int(token.kind.rawValue), Int(token.shape.rawValue)]
  }
}
