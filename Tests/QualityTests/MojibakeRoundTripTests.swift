import Drift
import Quality
import TestSupport
import Testing

/// Sound sentences whose UTF-8 was read byte by byte in another encoding, which the test does by itself.
struct MojibakeRoundTripTests {
  /// What Windows-1252 has where Latin-1 has control characters, 0x80 to 0x9F; nil where it has them too, as browsers read it.
  private static let windows: [Unicode.Scalar?] = [
    "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil, nil, "‘", "’", "“", "”", "•", "–", "—", "˜",
    "™",
    "š", "›", "œ", nil, "ž", "Ÿ",
  ]

  enum Page: CaseIterable, Sendable { case latin, windows }

  /// The text as a reader of the page sees it.
  private static func misread(_ text: some StringProtocol, _ page: Page) -> String {
    var result = ""
    for byte in text.utf8 {
      let sign = page == .windows && (0x80...0x9F).contains(byte) ? windows[Int(byte) - 0x80] : nil
      result.unicodeScalars.append(sign ?? Unicode.Scalar(byte))
    }
    return result
  }

  private static let before = "The board met at noon and said nothing of the quay. "
  private static let behind = " It will meet again in June, the clerk said to the papers."

  private func flags(_ text: String) -> [QualityFlag] { report(text).flags.filter { $0.flag == .mojibake } }

  @Test(
    arguments: [
      "Größe", "Überall", "Straße", "École", "Noël", "Água", "São", "niños", "Ñandú", "Çelik", "État", "Île", "œuvre", "Żuraw",
      "Łódka",
    ],
    Page.allCases)
  func `one broken word is flagged from its first broken letter to its last`(word: String, page: Page) {
    let broken = Self.misread(word, page)
    let found = flags(Self.before + broken + Self.behind)
    let letters = broken.unicodeScalars
    let first = letters.firstIndex { !$0.isASCII } ?? letters.startIndex
    #expect(found.count == 1 && found.first.map { broken[first...].hasPrefix($0.text) } == true, "\(broken): \(found)")
    #expect(flags(Self.before + word + Self.behind).isEmpty)
  }

  @Test(arguments: InventedSentences.all.filter { $0.code != "en" && $0.code != "ar" }, Page.allCases)
  func `a broken text is one finding`(language: InventedSentences.Language, page: Page) {
    let sound = language.sentences.joined(separator: " ")
    let found = flags(Self.misread(sound, page))
    #expect(found.count == 1 && found.first?.severity == .major, "\(found)")
    #expect(flags(sound).isEmpty)
  }

  @Test(arguments: [
    "AMANHÃ”, disse o cartaz do porto de Robledal.", "“ESTA MANHÔ era o título.", "A capa dizia IRMÃ–IRMÃO.", "MAÇÃ… E PERA",
    "Kungälv och Ängelholm, “Ä”", "Å… var det enda han sade.", "Ã", "Å",
  ])
  func `capitals before punctuation are no broken letters`(text: String) {
    #expect(flags(Self.before + text + Self.behind).isEmpty)
  }

  @Test(arguments: 0..<20) func `a broken letter more is a place more, and the finding stays one`(seed: Int) {
    var random = SeededGenerator(seed)
    let words = "the crews of Velmora left the quay before noon and nobody in the town knew why they had done so".split(
      separator: " ")
    let count = 1 + random.below(5)
    var text = words.map(String.init)
    for place in 0..<count { text[place * 3] = "\u{C3}\u{A9}t\u{C3}\u{A9}" }
    let found = flags(Self.before + text.joined(separator: " ") + Self.behind)
    #expect(found.count == 1 && found.first?.message.hasPrefix("\(2 * count) ") == true, "\(found)")
  }
}
