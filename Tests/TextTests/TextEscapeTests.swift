import Testing

@testable import Text

/// What other systems leave in a text goes, and what only looks like it stays.
@Suite struct TextEscapeTests {
  private func view(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let view = TextView(of: bytes.span) else { return text }
    return String(decoding: view.bytes[..<view.count], as: UTF8.self)
  }

  @Test(arguments: [
    (#"The quay is shut.\n\nFerries leave at noon."#, "The quay is shut.\n\nFerries leave at noon."),
    (#"The quay is shut.\r\nFerries leave."#, "The quay is shut.\n\nFerries leave."),
    (#"L'\u00e9t\u00e9 a \u00e9t\u00e9 chaud."#, "L'été a été chaud."), (#"He said: \u201cNo\u201d."#, "He said: “No”."),
    (#"A dog \ud83d\udc36 ran."#, "A dog 🐶 ran."), (#"They didn\'t say \"no\"."#, #"They didn't say "no"."#),
    (#"AFP\/Getty"#, "AFP/Getty"), ("<amp-ad width=300 type=x></amp-ad>The quay", "The quay"),
    ("Before [caption id=\"a1\" width=\"300\"]<img src=x> The quay[/caption] the storm", "Before \n the storm"),
    ("[embed]https://velmora.example/v[/embed]\nThe quay", "\n\nThe quay"),
    ("The [harbour board](https://velmora.example/board) met.", "The [harbour board met."),
    ("\u{304B}\u{3099}\u{304D}\u{3099}", "がぎ"), ("\u{30CF}\u{309A}\u{30F3}", "パン"), ("می\u{200C}رود", "می رود"),
  ])
  func `it is undone`(text: String, expected: String) { #expect(view(text).trimmedStart == expected.trimmedStart) }

  @Test(arguments: [
    #"C:\news\report"#, #"C:\users\ann"#, "the man [who came] and went", "(see [2](b))", "x \\ y",
    "a < b-c > d",
    "[video shows the man at the gate] he said", "кафе\u{200C}",
  ])
  func `it stays`(text: String) { #expect(view(text) == text) }

  @Test(arguments: [
    ("ي", "ی"), ("ك", "ک"), ("i", "ı"), ("i", "İ"), ("istanbul", "İSTANBUL"), ("cani", "CANI"), ("canı", "CANI"),
    ("Präsident", "Prasident"), ("ŁÓDŹ", "Lodz"), ("ação", "acao"), ("Ёлка", "елка"), ("šéf", "sef"),
  ])
  func `letters that are written for one another are one`(first: String, second: String) {
    func fold(_ text: String) -> [UInt8] {
      var folded: [UInt8] = []
      UnicodeFolding.fold(Array(text.utf8)[...], into: &folded)
      return folded
    }
    #expect(fold(first) == fold(second))
  }
}

extension String {
  fileprivate var trimmedStart: String { String(drop { $0 == "\n" }) }
}
