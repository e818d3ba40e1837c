import Foundation
import TestSupport
import Testing
import Text

/// Numbers of several words or parts, as ICU spells them.
struct CompoundNumberTests {
  struct Writer: Sendable, CustomStringConvertible {
    var language: Language
    var numbers: [Int]
    /// A sentence with NUMBER in it.
    var sentence: String
    var description: String { language.rawValue }
  }

  private static let tens = Array(20...99)
  private static let all = [
    Writer(
      language: .spanish, numbers: Array(20...999), sentence: "En el puerto había NUMBER barcos, dijo el práctico de Velmora."),
    Writer(
      language: .portuguese, numbers: Array(20...999), sentence: "No porto havia NUMBER barcos, disse o mestre de Velmora."),
    Writer(
      language: .french, numbers: Array(17...999),
      sentence: "Dans le port, il y avait NUMBER bateaux, a dit le pilote de Velmora."),
    Writer(
      language: .german, numbers: tens + [200, 300, 900], sentence: "Im Hafen lagen NUMBER Boote, sagte der Lotse von Velmora."),
    Writer(
      language: .italian, numbers: tens + [200, 300, 900],
      sentence: "Nel porto c'erano NUMBER barche, ha detto il pilota di Velmora."),
  ]

  private func figures(_ text: String, _ language: Language) -> [Double] {
    Analyzers.read(language) { $0.read(Array(text.utf8)) { _ in true }.figures.map(\.value) }
  }

  private func speller(_ language: Language) -> (Int) -> String {
    let formatter = NumberFormatter()
    formatter.numberStyle = .spellOut
    formatter.locale = Locale(identifier: language.rawValue)
    return { (formatter.string(from: NSNumber(value: $0)) ?? "").replacing("\u{AD}", with: "") }
  }

  @Test(arguments: all) func `a spelled number has its value`(writer: Writer) {
    let spelled = speller(writer.language)
    var wrong: [String] = []
    for number in writer.numbers {
      // The words for one, and "neuf", mean something else too, and are read behind tens alone.
      guard number % 100 != 1, writer.language != .french || number % 100 != 9 else { continue }
      let word = spelled(number)
      let found = figures(writer.sentence.replacing("NUMBER", with: word), writer.language)
      if found != [Double(number)] { wrong.append("\(number) \(word): \(found)") }
    }
    #expect(wrong.isEmpty)
  }

  @Test(arguments: [
    ("es", "El 20 por ciento de los barcos", [20.0]), ("pt", "Entre trinta e cinquenta barcos", [30, 50]),
    ("fr", "Il reste 20 pour cent des bateaux", [20]), ("de", "Zwischen zwanzig und dreißig Boote", [20, 30]),
    ("es", "Dos y tres barcos", [2, 3]), ("fr", "Vingt et quelques bateaux", [20]),
    ("en", "The ten seven-year-olds", [10, 7]), ("en", "At four twenty boats left", [4, 20]),
    ("pt", "A obra custou R$ 3,5 mi no ano", [3_500_000]), ("pt", "O gasto foi de 2 bi de reais", [2_000_000_000]),
    ("fr", "Une aide de 5 M€ pour le port", [5_000_000]), ("fr", "Un plan de 2 Md€ pour le port", [2_000_000_000]),
    ("fr", "Le bateau est parti à 14 h 05 du port", [845]), ("fr", "Le bateau est parti à 14h05 du port", [845]),
    ("es", "Un millón de barcos", [1_000_000]), ("de", "Eine Million Boote", [1_000_000]),
    ("it", "Un milione di barche", [1_000_000]),
    ("pt", "Um milhão de barcos", [1_000_000]), ("es", "Un barco", []), ("de", "Ein Boot", []),
    ("fr", "Il a dormi 2 h et 15 minutes", [2, 15]),
  ])
  func `what stands beside numbers stays out of them`(language: String, text: String, expected: [Double]) throws {
    let language = try #require(Language(rawValue: language))
    #expect(figures(text + ".", language) == expected)
  }
}

@Suite struct IdeographNumberTests {
  @Test(arguments: [
    ("七人", 7), ("十二人", 12), ("三十五", 35), ("二百", 200), ("三万五千", 35_000), ("二〇二六", 2_026), ("一亿二千万", 120_000_000), ("十万", 0),
    ("一些", 0), ("十分", 0), ("千万", 0), ("人", 0),
  ])
  func `a number in ideographs has its value`(text: String, value: Double) {
    let analysis = LinguisticAnalysis(words: WordTable(), language: .chinese)
    let figures = analysis.read(Array(text.utf8)) { _ in true }.figures
    #expect(figures.first?.value ?? 0 == value)
  }

  @Test func `the day of the week is no number`() {
    let analysis = LinguisticAnalysis(words: WordTable(), language: .chinese)
    #expect(analysis.read(Array("会议将于星期二举行".utf8)) { _ in true }.figures.isEmpty)
  }
}
