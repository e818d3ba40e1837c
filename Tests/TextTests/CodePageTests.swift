import Foundation
import TestSupport
import Testing

@testable import Text

/// Code pages against Foundation's, and texts that were read in a wrong one.
@Suite struct CodePageTests {
  private static let pages: [(name: String, encoding: String.Encoding)] = [
    ("cp1252", .windowsCP1252), ("cp1250", .windowsCP1250), ("cp1251", .windowsCP1251),
  ]

  @Test(arguments: pages.indices) func `every byte is the character that Foundation reads, or a control where it reads none`(
    number: Int
  ) {
    let page = CodePage(named: Self.pages[number].name)
    for byte in UInt8(0x80)...0xFF {
      let known = String(bytes: [byte], encoding: Self.pages[number].encoding)?.unicodeScalars.first?.value
      let scalar = page.scalars[Int(byte) - 0x80]
      #expect(scalar == known ?? UInt32(byte) || scalar == UInt32(byte) && known == nil, "\(String(byte, radix: 16))")
      #expect(page.byte(scalar) == byte)
    }
    #expect(page.byte(0x4E2D) == nil)
  }

  /// Invented sentences with many letters beyond ASCII.
  private static let texts = [
    "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl starosta Veselý v pondělí.",
    "Zażółć gęślą jaźń – tak mówił w środę burmistrz Łąki.",
    "Гавань Вельморы закрыли во вторник, сообщил мэр города Тавелан.", "Größere Übungen führten zu Ärger; „so“ war es früher.",
    "A prefeitura não pagará às três regiões; a ação de março é notícia.", "L’équipage n’a rien vu à l’aube, a déclaré Mme Moé.",
    "Árvíztűrő tükörfúrógép – mondta a polgármester.", "İstanbul’da şüpheli çanta bulundu, dedi müdür.",
    "أغلق ميناء فلمورا يوم الثلاثاء، بحسب الربان.", "天气很好。我们走吧，他说。",
  ]

  private static func wrong(_ text: String, _ page: CodePage) -> String {
    var view = String.UnicodeScalarView()
    for byte in text.utf8 {
      view.append(Unicode.Scalar(byte < 0x80 ? UInt32(byte) : page.scalars[Int(byte) - 0x80]) ?? "?")
    }
    return String(view)
  }

  private static func reading(_ text: String) -> String {
    TextView(of: Array(text.utf8).span).map { String(decoding: $0.bytes[..<$0.count], as: UTF8.self) } ?? text
  }

  /// Latin texts in the pages of Latin letters, Cyrillic ones in Windows-1252 and their own; of other scripts nothing is mended.
  private static let mended = texts.prefix(8).enumerated().flatMap { place, text in
    (place == 2 ? [0, 2] : [0, 1]).map { (text, $0) }
  }

  @Test(arguments: mended) func `UTF-8 that was read in a code page is read again`(text: String, page: Int) {
    let wrong = Self.wrong(text, CodePage(named: Self.pages[page].name))
    #expect(Self.reading(wrong) == text, "\(wrong)")
  }

  @Test(arguments: texts) func `a sound text is left as it is`(text: String) {
    #expect(TextView(of: Array(text.utf8).span) == nil)
    #expect(Mojibake.repaired(Array(text.utf8).span) == nil)
  }

  @Test(arguments: texts, 0..<3) func `a wrong passage in a sound text moves no word outside it`(text: String, seed: Int) {
    var random = SeededGenerator(seed)
    let own = random.pick(Self.texts)
    let mixed = own + "\n\n" + Self.wrong(text, .western) + "\n\n" + own
    let read = Self.reading(mixed)
    // Mended or not: what stands around it was written so.
    #expect(read.hasPrefix(own.prefix(12)) && read.hasSuffix(own.suffix(12)), "\(read)")
    #expect(read == mixed || read == own + "\n\n" + text + "\n\n" + own || read.utf8.count < mixed.utf8.count, "\(read)")
  }
}
