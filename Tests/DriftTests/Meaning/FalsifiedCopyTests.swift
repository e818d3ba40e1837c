import Drift
import Lexicon
import TestSupport
import Testing

/// A copy that turns statements round: what else was replaced in it counts.
@Suite struct FalsifiedCopyTests {
  private let original = """
    The harbour board approved the new crane on Monday. The board said that it would not close the north quay. Solveig Lines launched the ferry in 2005 and it carries 900 passengers a day.
    """

  private func serious(_ copy: String) -> [DriftFinding] {
    Analyzers.compare(original, copy).findings.filter { $0.severity > .minor }
  }

  @Test func `a word that no lexicon links counts beside two reversals`() {
    let falsified = original.replacing("approved", with: "rejected").replacing("would not close", with: "would close")
    #expect(serious(falsified).count { [.polarity, .negation].contains($0.category) } == 2)
    #expect(!serious(falsified).contains { $0.category == .term })
    #expect(serious(falsified.replacing("launched", with: "painted")).contains { $0.category == .term })
  }

  @Test func `alone it does not`() {
    #expect(!serious(original.replacing("launched", with: "painted")).contains { $0.category == .term })
    let once = original.replacing("would not close", with: "would close").replacing("launched", with: "painted")
    #expect(!serious(once).contains { $0.category == .term })
  }

  /// One article in each language, with what may be changed in it: two facts, and a word or a phrase that nothing links.
  struct Copy: Sendable, CustomTestStringConvertible {
    var language: String
    var article: String
    var facts: [(String, String)]
    var word: (String, String)
    var testDescription: String { "\(language): \(word.0) | \(word.1)" }

    func wordFound(facts count: Int) -> Bool {
      let copy = (facts.prefix(count) + [word]).reduce(article) { $0.replacing($1.0, with: $1.1) }
      return Analyzers.compare(article, copy).findings.contains { finding in
        finding.severity > .minor && finding.message.contains(word.1)
      }
    }
  }

  private static let german = """
    Der Hafenrat von Brandal tagte im alten Salzlager am Kai und beriet über 40 Liegeplätze. Der Lotse Jon Grimdal verließ den Rat nach sechs Jahren auf eigenen Antrag, sagte die Bürgermeisterin. Die Fähre fährt im Sommer täglich um 8 Uhr nach Varne. Das Dach des Lagers wurde im Frühjahr von zwei Handwerkern gestrichen.
    """
  private static let spanish = """
    La junta del puerto de Brandal se reunió en el viejo almacén de sal y habló de 40 amarres. El piloto Jon Grimdal dejó la junta tras seis años por su propia petición, dijo la alcaldesa. El barco sale en verano cada día a las 8 hacia Varne. El techo del almacén se pintó en primavera con la ayuda de dos vecinos.
    """

  @Test(arguments: [
    Copy(
      language: "de", article: german, facts: [("40 Liegeplätze", "90 Liegeplätze"), ("um 8 Uhr", "um 6 Uhr")],
      word: ("auf eigenen Antrag", "unter Druck der Fischer")),
    Copy(
      language: "de", article: german, facts: [("40 Liegeplätze", "90 Liegeplätze"), ("um 8 Uhr", "um 6 Uhr")],
      word: ("gestrichen", "vermessen")),
    Copy(
      language: "es", article: spanish, facts: [("40 amarres", "90 amarres"), ("a las 8", "a las 6")],
      word: ("por su propia petición", "bajo la presión de los pescadores")),
  ])
  func `another word or phrase counts in a copy whose facts were changed, and alone it does not`(copy: Copy) {
    #expect(copy.wordFound(facts: 2))
    #expect(!copy.wordFound(facts: 0))
    #expect(!copy.wordFound(facts: 1))
  }
}
