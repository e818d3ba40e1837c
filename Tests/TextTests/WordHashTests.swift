import Testing
import TestSupport
import Text

/// Hashes of the xxhash package for Python (`xxhash.xxh3_64_intdigest`), which wraps the reference implementation.
@Suite struct WordHashTests {
  static let known: [(word: String, hash: UInt64)] = [
    ("a", 0xE6C6_32B6_1E96_4E1F),
    ("i", 0x2C02_2D03_0FF2_5ACE),
    ("us", 0x0C14_8472_CE4B_D39D),
    ("the", 0xCB12_8363_1CF3_3D7D),
    ("storm", 0x8A5E_0A95_70A5_CBEF),
    ("weakest", 0x711A_078F_EA80_F91F),
    ("harbour", 0x4525_043C_CC4D_C55E),
    ("1,234.5", 0x7DAB_E8FE_3B13_DB63),
    ("don't", 0x0C7E_F667_E291_0FD2),
    ("otherwise", 0x360F_D563_74E6_08F1),
    ("internationally", 0x329B_1D30_5C7B_8C0C),
    ("counterrevolutionary", 0xD151_57EF_95CE_26E2),
    ("floccinaucinihilipilification", 0xC354_ED63_CFFE_B56F),
    (String(repeating: "x", count: 63), 0x0041_4396_3352_0DDE),
    (String(repeating: "y", count: 64), 0x3D6F_FB0E_F08E_DD58),
    (String(repeating: "z", count: 65), 0xC9FA_ADB6_C3A6_4A0D),
    (String(repeating: "q", count: 129), 0x3480_2031_6D0E_37B5),
    (String(repeating: "w", count: 241), 0xE452_2033_E988_B656),
    ("москва", 0xBD43_15BD_AF9F_5153),
  ]

  @Test(arguments: known) func `words have the hash that XXH3 gives`(word: String, hash: UInt64) {
    #expect(WordScanner.hash(folded: word.utf8) == hash)
    #expect(word.words.hashes[0] == hash)
  }

  @Test(arguments: [
    ("Final", "final"), ("FINAL", "final"), ("Ｆｉｎａｌ", "final"), ("ﬁnal", "final"), ("U.S.", "us"), ("U.S", "US"),
    ("don’t", "don't"),
    ("cafe\u{301}", "café"), ("CAFÉ", "café"), ("Straße", "STRASSE"), ("co\u{AD}operate", "cooperate"), ("ΟΔΟΣ", "οδος"),
    ("１２", "12"),
    ("Harbour’s", "harbour"), ("Harbour's", "harbour"), ("“Weakest”", "weakest"), ("‘weakest’”", "weakest"), ("l’été", "l'été"),
    ("İ", "i\u{307}"), ("Ⅻ", "xii"), ("O\u{2BC}Neil", "o'neil"), ("café", "cafe"), ("Łódź", "lodz"), ("Ёж", "еж"),
  ])
  func `spellings of one word are one word`(first: String, second: String) {
    #expect(first.words.count == 1)
    #expect(first.words.hashes[0] == second.words.hashes[0])
  }

  @Test(arguments: [("weakest", "weaker"), ("é", "e"), ("café", "cave"), ("1,234", "1234"), ("us", "use"), ("15", "50")])
  func `different words differ`(first: String, second: String) {
    #expect(first.words.hashes[0] != second.words.hashes[0])
  }

  @Test(arguments: 0..<100) func `the folded spelling of a word has its hash`(seed: Int) {
    var generator = SeededGenerator(seed)
    let pieces = (WordScannerTests.pieces + WordScannerTests.widePieces).filter { !$0.contains { "東新京カภ中文はต".contains($0) } }
    let text = (0..<30).map { _ in generator.pick(pieces) }.joined(separator: " ")
    var scanner = WordScanner()
    let words = text.words
    for index in 0..<words.count {
      let spelling = scanner.folding(Array(text.utf8), Int(words.starts[index])..<Int(words.ends[index]))
      #expect(WordScanner.hash(folded: spelling) == words.hashes[index], "\(String(decoding: spelling, as: UTF8.self))")
    }
  }
}
