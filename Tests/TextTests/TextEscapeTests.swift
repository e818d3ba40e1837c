import Foundation
import TestSupport
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

/// One text in two spellings is one text: accents behind their letters, digits of other scripts.
@Suite struct TextSpellingTests {
  private func view(_ text: String) -> (text: String, view: TextView?) {
    let bytes = Array(text.utf8)
    guard let view = TextView(of: bytes.span) else { return (text, nil) }
    return (String(decoding: view.bytes[..<view.count], as: UTF8.self), view)
  }

  private static let sentences = [
    "A câmara não votou, disse José Antônio Araújo.", "El año próximo habrá más lluvia en La Coruña.",
    "Près de 180 élèves ont été évacués à Noël.", "Zażółć gęślą jaźń, powiedział Łukasz.", "Hội đồng thành phố đã bỏ phiếu.",
    "Четырнадцать рабочих вышли на берег, сказал Андрей.", "Über Nacht fiel in Köln Schnee.", "İstanbul'da şiddetli yağış.",
  ]

  @Test(arguments: sentences) func `decomposed text is the composed one, and its places are the text's`(sentence: String) {
    let apart = sentence.decomposedStringWithCanonicalMapping
    let (text, view) = view(apart)
    #expect(Array(text.utf8) == Array(sentence.precomposedStringWithCanonicalMapping.utf8))
    guard let view else {
      #expect(Array(apart.utf8) == Array(sentence.utf8))
      return
    }
    // Each word of the view leads back to the same word of the text.
    let bytes = Array(apart.utf8)
    var start = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let range = view.source(start..<start + word.utf8.count)
      #expect(String(decoding: bytes[range], as: UTF8.self) == word)
      start += word.utf8.count + 1
    }
  }

  @Test func `an accent without a letter, or without a form of its own, stays`() {
    for text in ["\u{0301}", " \u{0301} x", "q\u{0301}", "a b", "мо\u{0301}ре"] {
      #expect(Array(view(text).text.utf8) == Array(text.utf8))
    }
  }

  @Test(arguments: [0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0x1040, 0xFF10])
  func `digits of a script are those of ASCII`(zero: UInt32) throws {
    for digit in UInt32(0)..<10 {
      let scalar = try #require(Unicode.Scalar(zero + digit))
      #expect(scalar.properties.numericValue == Double(digit))
      #expect(view("x \(scalar)\(scalar) y").text == "x \(digit)\(digit) y")
    }
    for outside in [zero - 1, zero + 10] {
      let scalar = try #require(Unicode.Scalar(outside))
      guard scalar.properties.generalCategory != .decimalNumber, outside != 0x66A else { continue }
      #expect(view("x \(scalar) y").text == "x \(scalar) y")
    }
  }

  @Test(arguments: [("٢٫٥", "2.5"), ("١٬٢٠٠", "1,200"), ("٣٠٪", "30%"), ("２７．５", "27.5"), ("１，２００％", "1,200%"), ("好，３", "好，3")])
  func `numbers keep their value`(text: String, expected: String) { #expect(view(text).text == expected) }

  @Test(arguments: 0..<20) func `any text at all in two spellings has the same words`(seed: Int) {
    var generator = SeededGenerator(seed)
    let words = Self.sentences.flatMap { $0.split(separator: " ").map(String.init) }
    let text = (0..<60).map { _ in generator.pick(words) + generator.pick(["", " ", "\n", " 12 ", "."]) }.joined()
    let apart = text.decomposedStringWithCanonicalMapping
    #expect(Array(view(apart).text.utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8))
  }
}
