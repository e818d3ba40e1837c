import Foundation
import TestSupport
import Testing
import Text

/// One text in every disguise that pages put on it: what its readers see, and so its words, stay the same.
@Suite struct DisguiseTests {
  private static let texts = [
    "The café in Zürich sold “fresh” pastries – naïve tourists, señor, paid 12 € for them.",
    "Größere Übungen, ähnlich wie früher, führten zu Ärger; § 5 gilt weiter: «ça va», dit-il à l’aube.",
    "A prefeitura não pagará às três regiões; São João e a ação de março são notícias de ontem.",
    "Fish & chips cost less than 5 pounds… or more than 4.",
  ]

  private func reading(_ text: String) -> String {
    TextView(of: Array(text.utf8).span).map { String(decoding: $0.bytes[..<$0.count], as: UTF8.self) } ?? text
  }

  private func hashes(_ text: String) -> [UInt64] {
    let words = reading(text).words
    return Array(words.hashes.prefix(words.count))
  }

  /// Names of HTML 4.01, written down from the recommendation.
  private static let names: [Unicode.Scalar: String] = [
    "é": "eacute", "ü": "uuml", "ï": "iuml", "ñ": "ntilde", "€": "euro", "ö": "ouml", "ä": "auml", "ß": "szlig", "Ü": "Uuml",
    "Ä": "Auml",
    "§": "sect", "«": "laquo", "»": "raquo", "ç": "ccedil", "à": "agrave", "ã": "atilde", "õ": "otilde", "í": "iacute",
    "ê": "ecirc",
    "“": "ldquo", "”": "rdquo", "–": "ndash", "’": "rsquo", "…": "hellip", "&": "amp", "<": "lt", ">": "gt", "\"": "quot",
  ]

  @Test(arguments: texts, 0..<6) func `entities of any kind are the characters they name`(text: String, seed: Int) {
    var random = SeededGenerator(seed)
    let escaped = text.unicodeScalars.map { scalar -> String in
      guard !scalar.isASCII || scalar == "&", random.below(5) > 0 else { return String(scalar) }
      let code = scalar.value
      let forms = [
        "&#\(code);", "&#x\(String(code, radix: 16));", "&#X\(String(code, radix: 16, uppercase: true));", "&#0\(code);",
      ]
      return random.pick(forms + (Self.names[scalar].map { ["&\($0);", "&\($0);", "&amp;\($0);"] } ?? []))
    }.joined()
    #expect(reading(escaped) == text, "\(escaped)")
  }

  @Test(arguments: texts, ["b", "i", "span", "em", "strong", "a", "P", "div", "LI"])
  func `elements around words are no words`(text: String, element: String) {
    let isBlock = ["P", "div", "LI"].contains(element)
    let parts = text.split(separator: " ").enumerated().map { place, word -> String in
      guard place % 3 == 1 else { return String(word) }
      let attributes = element == "a" ? " href=\"https://tide.example/a?b=1\" class='x'" : place % 2 == 0 ? " class=\"c\"" : ""
      return "<\(element)\(attributes)>\(word)</\(element)>"
    }
    let html = parts.joined(separator: " ")
    #expect(hashes(html) == hashes(text), "\(html)")
    if !isBlock { #expect(reading(html) == text) }
    #expect(hashes("<!-- a > b -->" + html + "<script>if (a<b) { c('</p>') }</script><style>p{}</style>") == hashes(text))
  }

  /// Windows-1252 from 0x80 to 0x9F, from the Unicode consortium's table; the rest is Latin-1.
  private static let western: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018,
    0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  @Test(arguments: texts.dropLast()) func `text read in the wrong code page is read again`(text: String) {
    let wrong = text.utf8.map { byte in
      String(Unicode.Scalar((0x80...0x9F).contains(byte) ? Self.western[Int(byte) - 0x80] : UInt32(byte)) ?? "?")
    }.joined()
    #expect(reading(wrong) == text, "\(wrong)")
  }

  @Test(arguments: texts, 0..<4) func `soft hyphens, breaks of lines and invisible signs part no word`(text: String, seed: Int) {
    var random = SeededGenerator(seed)
    var output = ""
    let letters = Array(text)
    for (place, letter) in letters.enumerated() {
      output.append(letter)
      guard place + 1 < letters.count, letter.isLowercase, letters[place + 1].isLowercase, random.below(4) == 0 else { continue }
      // A word is cut between small letters.
      output += random.pick(["\u{AD}", "\u{200B}", "\u{2060}", "-\n", "\u{AD}\n", "-\n  "])
    }
    #expect(reading(output) == text, "\(output.debugDescription)")
  }

  @Test(arguments: texts) func `capitals, normal forms, wide letters and white space change no word`(text: String) {
    let plain = hashes(text)
    #expect(!plain.isEmpty)
    for other in [
      text.uppercased(), text.lowercased(), text.decomposedStringWithCanonicalMapping,
      text.decomposedStringWithCompatibilityMapping,
      text.replacing(" ", with: "\n"), text.replacing(" ", with: " \t "), text.replacing(" ", with: "\u{A0}"),
      text.replacing(" ", with: "\u{3000}"),
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { (0x61...0x7A).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 })),
      text.replacing("’", with: "'"), text.replacing("“", with: "\"").replacing("”", with: "\""),
    ] { #expect(hashes(other) == plain, "\(other.debugDescription)") }
  }

  @Test(arguments: 0..<40) func `every character of a view stands for characters of the text, wherever they were changed`(
    seed: Int
  ) {
    for text in Places.mutations(of: Self.texts[seed % Self.texts.count], count: 4, seed: seed) {
      let bytes = Array(text.utf8)
      guard let view = TextView(of: bytes.span) else { continue }
      let seen = Array(view.bytes[..<view.count])
      var start = 0, last = 0
      while start < seen.count {
        var end = start + 1
        while end < seen.count, seen[end] & 0xC0 == 0x80 { end += 1 }
        let source = view.source(start..<end)
        #expect(Places.isWhole(source, in: bytes) && source.lowerBound >= last, "\(text.debugDescription)")
        last = source.lowerBound
        start = end
      }
    }
  }
}
