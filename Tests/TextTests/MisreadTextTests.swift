import Testing

@testable import Text

/// UTF-8 read in a code page and written again is the same text for every reader.
@Suite struct `Text read in a wrong code page` {
  /// The bytes of a text as characters of a code page, as a program shows them that was told the wrong one.
  private func misread(_ text: String, _ page: CodePage) -> String {
    String(
      String.UnicodeScalarView(
        text.utf8.map { $0 < 0x80 ? Unicode.Scalar($0) : Unicode.Scalar(page.scalars[Int($0) - 0x80]) ?? " " }))
  }

  @Test(arguments: [
    ("cp1251", "Ледокол вышел из порта Вельмора в пятницу утром."), ("cp1253", "Το λιμάνι της Βελμόρας έκλεισε την Παρασκευή."),
    ("cp1252", "Το λιμάνι της Βελμόρας έκλεισε την Παρασκευή."), ("cp1256", "أعلنت بلدية فلمورة إغلاق الميناء يوم الجمعة."),
    ("cp1252", "أعلنت بلدية فلمورة إغلاق الميناء يوم الجمعة."), ("cp1252", "वेलमोरा का बंदरगाह शुक्रवार को बंद रहा।"),
    ("cp1254", "Velmora limanı cuma günü kapatıldı, şişeler boştu."),
    ("cp1257", "Velmoros uostas penktadienį uždarytas, sakė šeimininkas."),
    ("cp1250", "Přístav ve Velmoře zůstal v pátek zavřený."),
  ])
  func `is undone`(name: String, text: String) throws {
    let broken = misread(text, CodePage(named: name))
    let view = TextView(of: Array(broken.utf8).span)
    #expect(view.map { String(decoding: $0.bytes[..<$0.count], as: UTF8.self) } == text)
    let misread = try #require(view?.misread)
    #expect(misread.count > 3 && misread.range.upperBound <= broken.utf8.count && misread.bytes <= misread.range.count)
  }

  @Test(arguments: [
    "Το λιμάνι έκλεισε.", "أعلنت البلدية «فقط» إغلاق الميناء.", "À l’aube, déjà « fermé » à 5 €.", "Порт закрыт «с утра».",
    "Größe – „nein“ – ÄÖÜ.", "वेलमोरा का बंदरगाह",
  ])
  func `sound text is its own`(text: String) {
    let view = TextView(of: Array(text.utf8).span)
    #expect(view?.misread == nil)
  }
}
