import TestSupport
import Testing

@testable import Text

/// The language of texts that were written in it, whole, mixed and broken.
@Suite struct LanguageDetectionTests {
  private func code(_ text: String) -> String? { LanguageDetector.reading(of: Array(text.utf8))?.language.rawValue }

  @Test(arguments: InventedSentences.all, 0..<6)
  func `an article is in the language of its sentences, whatever their order`(language: InventedSentences.Language, seed: Int) {
    var random = SeededGenerator(seed)
    let text = language.sentences.shuffled(using: &random).joined(separator: random.pick([" ", "\n", "\n\n"]))
    #expect(code(text) == language.code)
    #expect(code(text + "\n\n" + text) == language.code)
  }

  @Test(arguments: InventedSentences.all, 0..<4)
  func `bytes that are no text change no language`(language: InventedSentences.Language, seed: Int) {
    var random = SeededGenerator(seed)
    var bytes = Array(language.sentences.joined(separator: " ").utf8)
    for _ in 0..<6 { bytes.insert(random.pick([0xFF, 0x80, 0x00, 0xC3]), at: random.below(bytes.count + 1)) }
    #expect(LanguageDetector.reading(of: bytes)?.language.rawValue == language.code)
  }

  @Test(arguments: InventedSentences.all) func `two versions are read as one text, either first`(
    language: InventedSentences.Language
  ) {
    let half = language.sentences.count / 2
    let a = Array(language.sentences[..<half].joined(separator: " ").utf8)
    let b = Array(language.sentences[half...].joined(separator: " ").utf8)
    for (first, second) in [(a, b), (b, a), (a + b, []), ([], a + b)] {
      #expect(LanguageDetector.reading(of: first, second)?.language.rawValue == language.code)
    }
  }

  @Test(arguments: ["", " ", "\n\n", "1 2 3", "...", "—"]) func `a text without words is in no language`(text: String) {
    #expect(code(text) == nil)
  }

  @Test(arguments: Hostile.strings) func `any text has a language or none`(text: String) {
    for language in [code(text), code(String(repeating: text, count: 50))].compactMap(\.self) { #expect(!language.isEmpty) }
  }

  @Test func `what stands far behind the beginning decides nothing`() {
    for language in InventedSentences.all {
      let text = String(repeating: language.sentences.joined(separator: " ") + " ", count: 20)
      let other = language.code == "en" ? InventedSentences.german : InventedSentences.english
      #expect(code(text + other.sentences.joined(separator: " ")) == language.code)
    }
  }

  @Test func `a language has a name, and one without is called by its code`() {
    for language in LanguageData.all { #expect(language.name.first?.isUppercase == true && language.name != language.rawValue) }
    #expect(Set(LanguageData.all.map(\.name)).count == LanguageData.all.count)
    #expect(Language(rawValue: "xx").name == "xx")
    #expect(LanguageData.all.sorted().map(\.rawValue) == LanguageData.all.map(\.rawValue).sorted())
  }
}
