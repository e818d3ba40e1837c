import TestSupport
import Testing
import Text

/// Number words of each language, as a school book lists them.
struct NumberWordsTests {
  struct Words: Sendable, CustomStringConvertible {
    var language: Language
    /// From two on.
    var small: [String]
    var tens: [String]
    /// A sentence with NUMBER in it.
    var sentence: String
    var description: String { language.rawValue }
  }

  private static let all = [
    Words(
      language: .german,
      small: [
        "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn", "vierzehn",
        "fünfzehn",
        "sechzehn", "siebzehn", "achtzehn", "neunzehn",
      ],
      tens: ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"],
      sentence: "Im Hafen lagen NUMBER Boote, sagte der Lotse."),
    Words(
      language: .spanish,
      small: [
        "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince",
        "dieciséis", "diecisiete", "dieciocho", "diecinueve",
      ],
      tens: ["veinte", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"],
      sentence: "En el puerto había NUMBER barcos, dijo el práctico."),
    Words(
      language: .portuguese,
      small: [
        "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze", "treze", "catorze", "quinze",
        "dezesseis", "dezessete", "dezoito", "dezenove",
      ],
      tens: ["vinte", "trinta", "quarenta", "cinquenta", "sessenta", "setenta", "oitenta", "noventa"],
      sentence: "No porto havia NUMBER barcos, disse o mestre."),
  ]

  private func figures(_ text: String, _ language: Language) -> [Double] {
    Analyzers.read(language) { $0.read(Array(text.utf8)) { _ in true }.figures.map(\.value) }
  }

  @Test(arguments: all) func `a number word has its value, whatever its capitals`(words: Words) {
    for (place, word) in words.small.enumerated() {
      let text = words.sentence.replacing("NUMBER", with: word)
      #expect(figures(text, words.language) == [Double(place + 2)], "\(word)")
      #expect(figures(text.uppercased(), words.language) == [Double(place + 2)], "\(word.uppercased())")
    }
    for (place, word) in words.tens.enumerated() {
      #expect(figures(words.sentence.replacing("NUMBER", with: word), words.language) == [Double(place + 2) * 10], "\(word)")
    }
  }

  @Test(arguments: all) func `figures in digits have one value in every language`(words: Words) {
    for (digits, value) in [
      ("46", 46.0), ("1.204", 1204), ("3,5", 3.5), ("12.345.678", 12_345_678), ("1.204,50", 1204.5), ("1990", 1990),
    ] {
      let found = Reading(words.sentence.replacing("NUMBER", with: digits), language: words.language).text.figures
      #expect(
        found.count == 1 && (found.first?.value == value || found.first?.alternate == value), "\(digits): \(found.map(\.value))")
    }
  }
}
