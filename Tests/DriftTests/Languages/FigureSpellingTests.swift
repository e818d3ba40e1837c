import Drift
import TestSupport
import Testing

/// One figure in two spellings is one figure; another figure in either spelling is another.
struct FigureSpellingTests {
  struct Pair: Sendable, CustomStringConvertible {
    /// With FIGURE in it.
    var sentence: String
    var same: [String]
    var other: [String]
    var description: String { sentence }
  }

  private static let pairs = [
    Pair(
      sentence: "Choveu FIGURE dias seguidos em Velmora, disse o prefeito na sexta-feira.",
      same: ["34", "trinta e quatro"], other: ["43", "quarenta e três"]),
    Pair(
      sentence: "A obra do cais custou R$ FIGURE, disse o governo de Velmora.", same: ["11,4 milhões", "11,4 mi"],
      other: ["14,1 milhões", "11,4 bi"]),
    Pair(
      sentence: "El barco del puerto de Velmora llegó en el minuto FIGURE de la regata, dijo el jefe de los jueces.",
      same: ["34", "treinta y cuatro"],
      other: ["43", "cuarenta y tres"]),
    Pair(
      sentence: "Le conseil de Velmora a voté une subvention de FIGURE pour le port.", same: ["5 millions d'euros", "5 M€"],
      other: ["8 millions d'euros", "8 M€", "5 Md€"]),
    Pair(
      sentence: "L'accident du port de Velmora s'est produit à FIGURE, lors du changement d'équipe.", same: ["2 h 15", "2h15"],
      other: ["2 h 45", "3h15"]),
    Pair(
      sentence: "Bei dem Unfall im Hafen von Velmora wurden FIGURE Menschen verletzt, sagte die Polizei.",
      same: ["34", "vierunddreißig"], other: ["43", "dreiundvierzig"]),
    Pair(
      sentence: "Nello scontro nel porto di Velmora ci sono stati FIGURE feriti, ha detto la polizia.",
      same: ["34", "trentaquattro"], other: ["43", "quarantatré"]),
  ]

  @Test(arguments: pairs) func `a figure is what it means`(pair: Pair) {
    func serious(_ a: String, _ b: String) -> [String] {
      Analyzers.compare(pair.sentence.replacing("FIGURE", with: a), pair.sentence.replacing("FIGURE", with: b)).findings
        .filter { $0.severity > .minor }.map(\.message)
    }
    for a in pair.same {
      for b in pair.same { #expect(serious(a, b).isEmpty, "\(a) | \(b)") }
      for other in pair.other { #expect(!serious(a, other).isEmpty, "\(a) | \(other)") }
    }
  }

  @Test func `a scale of temperature is no name`() {
    let a = "Temperatures in Velmora rose to 104 degrees Fahrenheit on Saturday, the weather service said."
    let b = "Temperatures in Velmora rose to 40 degrees Celsius (104 F) on Saturday, the weather service said."
    #expect(Analyzers.compare(a, b).findings.filter { $0.severity > .minor }.isEmpty)
  }
}
