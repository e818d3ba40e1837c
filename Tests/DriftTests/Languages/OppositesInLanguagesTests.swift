import Drift
import TestSupport
import Testing

/// A sample of each language's list of opposites, in the forms that stand in sentences.
@Suite struct OppositesInLanguagesTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var language: String
    var sentence: String
    /// Words for the gap, each pair opposed.
    var pairs: [(String, String)]
    /// Two words that say the same there.
    var same: (String, String)
    var testDescription: String { language }

    func serious(_ old: String, _ new: String) -> [DriftFinding] {
      Analyzers.compare(sentence.replacing("_", with: old), sentence.replacing("_", with: new)).findings
        .filter { $0.severity > .minor }
    }
  }

  private static let samples = [
    Sample(
      language: "de", sentence: "Der Hafenrat von Brandal hat am Dienstag die Gespräche über den alten Kran _, wie er mitteilte.",
      pairs: [("wiederaufgenommen", "abgebrochen"), ("fortgesetzt", "unterbrochen")], same: ("abgebrochen", "abgebrochen")),
    Sample(
      language: "de", sentence: "Das Gericht in Brandal hat die Strafe gegen den früheren Lotsen nach kurzer Beratung _.",
      pairs: [("verschärft", "gelockert"), ("bestätigt", "aufgehoben")], same: ("bestätigt", "bestätigte")),
    Sample(
      language: "es", sentence: "El juez de Brandal _ ayer la demanda de los pescadores contra la junta del puerto.",
      pairs: [("admitió", "desestimó"), ("acogió", "rechazó")], same: ("admitió", "admite")),
    Sample(
      language: "es", sentence: "La junta del puerto de Brandal _ el viejo acuerdo con los pescadores del norte.",
      pairs: [("firmó", "rompió"), ("cumplió", "incumplió"), ("reanudó", "suspendió")], same: ("firmó", "firma")),
    Sample(
      language: "pt", sentence: "O piloto do porto de Brandal foi _ ontem pela junta depois de uma longa reunião.",
      pairs: [("promovido", "afastado"), ("nomeado", "exonerado")], same: ("nomeado", "nomeado")),
    Sample(
      language: "pt", sentence: "A junta do porto de Brandal _ ontem o velho acordo com os pescadores do norte.",
      pairs: [("assinou", "rompeu"), ("validou", "anulou"), ("cumpriu", "descumpriu")], same: ("assinou", "assinava")),
    Sample(
      language: "fr", sentence: "Le conseil du port de Brandal a _ hier les vieux accords avec les pêcheurs du nord.",
      pairs: [("signé", "rompu"), ("respecté", "violé"), ("repris", "suspendu")], same: ("signé", "signés")),
    Sample(
      language: "it", sentence: "Il consiglio del porto di Brandal ha _ ieri il ricorso dei pescatori del nord.",
      pairs: [("accolto", "respinto"), ("approvato", "bocciato")], same: ("accolto", "accolta")),
    Sample(
      language: "nl", sentence: "De havenraad van Brandal heeft dinsdag de gesprekken over de oude kraan _.",
      pairs: [("hervat", "opgeschort"), ("voortgezet", "gestaakt")], same: ("hervat", "hervat")),
    Sample(
      language: "ru", sentence: "Совет порта Брандаль во вторник _ переговоры с рыбаками о старом кране.",
      pairs: [("возобновил", "приостановил"), ("продолжил", "прекратил")], same: ("возобновил", "возобновил")),
    Sample(
      language: "pl", sentence: "Rada portu Brandal we wtorek _ wniosek rybaków o nowy dźwig na starym nabrzeżu.",
      pairs: [("zatwierdził", "odrzucił"), ("poparła", "odrzuciła")], same: ("zatwierdził", "zatwierdziła")),
    Sample(
      language: "ar", sentence: "أعلنت بلدية الميناء القديم يوم الثلاثاء _ أشغال الطريق الجديدة قرب المدرسة.",
      pairs: [("استئناف", "توقف"), ("تواصل", "تعليق")], same: ("استئناف", "إستئناف")),
    Sample(
      language: "en", sentence: "The harbour board of Brandal said on Tuesday that the old crane had been left _ by the storm.",
      pairs: [("unharmed", "wrecked"), ("untouched", "ruined")], same: ("unharmed", "unhurt")),
  ]

  @Test(arguments: samples)
  func `words that a list opposes turn a statement round`(sample: Sample) {
    for (old, new) in sample.pairs {
      #expect(sample.serious(old, new).contains { $0.category == .polarity }, "\(old) | \(new): \(sample.serious(old, new))")
      #expect(sample.serious(new, old).contains { $0.category == .polarity }, "\(new) | \(old): \(sample.serious(new, old))")
    }
    #expect(!sample.serious(sample.same.0, sample.same.1).contains { $0.category == .polarity })
  }
}
