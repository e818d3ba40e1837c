import Testing
import TestSupport
import Text

@Suite struct WordScannerTests {
  static let pieces: [String] = [
    "storm", "The", "a", "I", "U.S.", "U.K", "e.g.", "J.", "don't", "rock'n'roll", "Harbour's", "players'", "'90s", "1,234.5",
    "3.5%",
    "$2.4", "1.2.3", "12,", ",5", ".5", "5.", "a.b", "ab.cd", "B2B", "x'", "'s", "it's'", "O'Neil's", "well-known",
    "e-mail@host.org",
    "5's", "1.a", "a.1", "\"Quoted\"", "(aside)", "...", "--", "&amp;", "a_b", "%", "\t", "\n", "\n\n", "\r\n", "Q.E.D",
    "10.30am",
    "A.B.C.D's", "s's", "x.y's", "0", "''", ".,'", "Mr.",
  ]
  static let widePieces: [String] = [
    "été", "e\u{301}te\u{301}", "l’été", "l'été", "“Weakest”", "“no’”", "‘yes’”", "Obama’s", "Obama’s—", "don't—he", "3.5”",
    "“U.S.”", "1.5–2.5",
    "–2.5", "№", "Müller's", "Müller's—", "naïve'té", "Ångström", "A\u{30A}ngstro\u{308}m", "ﬁnal", "Ｆｉｎａｌ", "３.５", "１２",
    "co\u{AD}operate",
    "\u{AD}", "10\u{A0}000", "東京都", "新", "京は", "カタカナ", "東\u{FE00}京", "ภาษาไทย", "中文abc", "abc中文", "中3文", "Москва", "«Слово»",
    "½",
    "x²", "🗞️", "👩‍👩‍👧", "İs", "한국어", "हिन्दी", "שלום", "مرحبا", "end.“Next", "it’s", "’tis", "a’", "…", "€5", "5€", "3.5€",
    "中.文", "中'文", "A.Б.", "a.b“",
    "O\u{2BC}Neil", "\u{301}x", "x\u{200D}", "。", "，", "「東京」", "U.S市", "2,5м", "5’a", "’", "x’5",
  ]

  private func check(_ text: String, _ comment: Comment? = nil) {
    let expected = NaiveWords.words(of: text)
    let words = text.words
    let ranges = (0..<words.count).map { Int(words.starts[$0])..<Int(words.ends[$0]) }
    #expect(ranges == expected.map(\.range), comment ?? "\(text.debugDescription) was cut into \(words.pieces(of: text))")
    guard ranges.count == expected.count else { return }
    for (index, word) in expected.enumerated() {
      #expect(
        words.hashes[index] == WordScanner.hash(folded: word.spelling.utf8),
        "\(word.spelling.debugDescription) in \(text.debugDescription), \(word.range)")
      #expect(words.traits[index].contains(.capitalised) == word.isCapitalised, "\(word.spelling) in \(text.debugDescription)")
      #expect(words.traits[index].contains(.number) == word.isNumber, "\(word.spelling) in \(text.debugDescription)")
    }
  }

  private func randomText(_ seed: Int, _ pieces: [String], longest: Int) -> String {
    var generator = SeededGenerator(seed)
    return (0..<generator.below(longest) + 1).map { _ in
      generator.pick(pieces) + (generator.below(4) == 0 ? "" : generator.pick([" ", " ", " ", "\n", ", ", ". ", "  "]))
    }.joined()
  }

  @Test(arguments: 0..<400) func `ASCII texts are cut as a reader of single characters cuts them`(seed: Int) {
    check(randomText(seed, Self.pieces, longest: 60))
  }

  @Test(arguments: 0..<600) func `texts of many scripts are cut as a reader of single characters cuts them`(seed: Int) {
    check(randomText(1000 + seed, Self.pieces + Self.widePieces + Self.widePieces, longest: 40))
  }

  @Test func `every two pieces are cut rightly beside each other`() {
    for first in Self.pieces + Self.widePieces {
      for second in Self.pieces + Self.widePieces { check(first + second) }
    }
  }

  @Test(arguments: 55..<75) func `words at the borders of the vector kernel are whole`(offset: Int) {
    for piece in ["word", "don't", "U.S.", "1,234.5", "été", "Obama’s", "東京都", "x"] {
      check(String(repeating: " ", count: offset) + piece + " tail")
      check(String(repeating: "a", count: offset) + piece)
      check(String(repeating: "é", count: offset / 2) + " " + piece)
    }
  }

  @Test(arguments: [0, 1, 62, 63, 64, 65, 127, 128, 129, 300]) func `a text of one word of any length is one word`(length: Int) {
    let words = String(repeating: "k", count: length).words
    #expect(words.count == (length == 0 ? 0 : 1))
    if length > 0 { #expect(Int(words.ends[0]) == length) }
  }

  @Test(arguments: ["", " ", "\n\n", "***", "... --- ...", "“”", "…", "\u{AD}", "。，", "🗞️", "👩‍👩‍👧", "'", "\u{301}"])
  func `a text without a word has none`(text: String) {
    #expect(text.words.count == 0)
  }

  @Test func `what stands behind the text is not read`() {
    var scanner = WordScanner()
    var words = WordStream()
    let bytes = Array("storm's U.S".utf8) + Array("uffix.more'words and so on, until there are sixty-four bytes behind ...".utf8)
    scanner.scan(bytes, 0..<5, into: &words)
    #expect((words.count, words.ends[0]) == (1, 5))
    scanner.scan(bytes, 8..<11, into: &words)
    #expect((0..<words.count).map { words.ends[$0] } == [3])
    #expect(words.hashes[0] == WordScanner.hash(folded: "us".utf8))
  }

  @Test func `without the padding nothing is read at all`() {
    var scanner = WordScanner()
    var words = WordStream()
    scanner.scan(Array("too close to the end".utf8), 0..<20, into: &words)
    #expect(words.count == 0)
  }

  @Test func `a scanner that was used before gives the same words`() {
    var scanner = WordScanner()
    var used = WordStream()
    for seed in 0..<40 {
      let text = randomText(seed, Self.pieces + Self.widePieces, longest: 200)
      scanner.scan(text.padded, 0..<text.utf8.count, into: &used)
      let fresh = text.words
      #expect(used.count == fresh.count)
      #expect(used.hashes.prefix(used.count) == fresh.hashes.prefix(fresh.count))
    }
  }

  @Test(arguments: 0..<200) func `words inside boilerplate are left out, and no others`(seed: Int) {
    var generator = SeededGenerator(seed)
    let lines = (0..<generator.below(12) + 2).map { _ in
      randomText(generator.below(1 << 30), Self.pieces + Self.widePieces, longest: 8)
    }
    .map { $0.replacing("\n", with: " ") }
    var text = ""
    var boilerplate: [Range<Int>] = []
    for line in lines {
      if generator.below(3) == 0 { boilerplate.append(text.utf8.count..<text.utf8.count + line.utf8.count) }
      text += line + "\n"
    }
    var scanner = WordScanner()
    var words = WordStream()
    scanner.scan(text.padded, 0..<text.utf8.count, excluding: boilerplate, into: &words)
    let expected = NaiveWords.words(of: text).filter { word in !boilerplate.contains { $0.overlaps(word.range) } }
    #expect(
      (0..<words.count).map { Int(words.starts[$0])..<Int(words.ends[$0]) } == expected.map(\.range),
      "\(text.debugDescription) without \(boilerplate)")
  }

  @Test func `boilerplate can begin inside a run of characters without spaces`() {
    let text = "東京都。共有する。大阪"
    let range = text.utf8.count - "共有する。大阪".utf8.count..<text.utf8.count - "。大阪".utf8.count
    var scanner = WordScanner()
    var words = WordStream()
    scanner.scan(text.padded, 0..<text.utf8.count, excluding: [range], into: &words)
    #expect(words.pieces(of: text) == ["東京", "京都", "大阪"])
  }
}
