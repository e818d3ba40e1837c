import TestSupport
import Testing
import Text

@testable import Drift

/// What is remembered of texts is what would be read again.
@Suite struct RecentTextsTests {
  private static let texts = [
    "The ferry left the quay an hour late, and nobody on board was told why.",
    "Die Fähre verließ den Kai eine Stunde zu spät, und niemand an Bord erfuhr den Grund.",
    "El transbordador salió del muelle con una hora de retraso y nadie supo por qué.",
    "غادرت العبارة الرصيف متأخرة ساعة ولم يعرف أحد على متنها السبب.", "", "1 2 3",
  ]

  @Test(arguments: 0..<10) func `a text is read as it is, however many came between`(seed: Int) {
    var generator = SeededGenerator(seed)
    var recent = RecentTexts<LanguageDetector.Reading?>()
    for _ in 0..<120 {
      var text = generator.pick(Self.texts)
      if generator.below(2) == 0 { text += String(repeating: " \(generator.pick(Self.texts))", count: generator.below(4)) }
      if generator.below(20) == 0 { text = String(repeating: text + " ", count: 1_000) }
      let bytes = Array(text.utf8)
      #expect(recent.value(of: bytes, make: LanguageDetector.reading(of:)) == LanguageDetector.reading(of: bytes))
    }
  }

  @Test func `a text under another title is another text`() {
    var recent = RecentTexts<String>()
    let text = Array("The ferry left late.".utf8)
    for title in ["", "Ferry", "Late", "Ferry"] {
      let value = recent.value(of: text, title: Array(title.utf8)) { _ in title }
      #expect(value == title)
    }
  }
}
