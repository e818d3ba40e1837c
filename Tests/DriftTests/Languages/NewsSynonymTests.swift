import Drift
import TestSupport
import Testing

/// Nouns that reporters exchange for each other: another word, and nothing that an editor would retract.
struct NewsSynonymTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var language: String
    /// A sentence with a gap.
    var sentence: String
    var same: [(String, String)]
    /// Two words of the same kind that mean something else there.
    var other: (String, String)
    var testDescription: String { language }

    func serious(_ old: String, _ new: String) -> [DriftFinding] {
      Analyzers.compare(sentence.replacing("_", with: old), sentence.replacing("_", with: new)).findings
        .filter { $0.severity > .minor }
    }
  }

  private static let samples = [
    Sample(
      language: "es",
      sentence: "El portavoz del puerto de Brandal dijo el martes que el asunto de _ preocupa a los vecinos de la bahía.",
      same: [
        ("elecciones", "comicios"), ("huelga", "paro"), ("informe", "documento"), ("terremoto", "sismo"),
        ("lluvias", "precipitaciones"),
      ],
      other: ("huelga", "elecciones")),
    Sample(
      language: "pt",
      sentence: "O porta-voz do porto de Brandal disse na terça-feira que o assunto de _ preocupa os moradores da baía.",
      same: [
        ("acordo", "pacto"), ("greve", "paralisação"), ("ataque", "atentado"), ("trabalhadores", "funcionários"),
        ("plano", "projeto"),
      ],
      other: ("greve", "enchente")),
    Sample(
      language: "fr",
      sentence: "Le porte-parole du port de Brandal a dit mardi que la question de _ inquiète les habitants de la baie.",
      same: [
        ("accord", "pacte"), ("procès", "audience"), ("séisme", "tremblement"), ("rapport", "document"), ("plan", "projet"),
      ],
      other: ("séisme", "procès")),
    Sample(
      language: "it",
      sentence: "Il portavoce del porto di Brandal ha detto martedì che la questione di _ preoccupa gli abitanti della baia.",
      same: [
        ("accordo", "patto"), ("guerra", "conflitto"), ("terremoto", "sisma"), ("sciopero", "agitazione"), ("calo", "flessione"),
      ],
      other: ("terremoto", "sciopero")),
    Sample(
      language: "de",
      sentence:
        "Der Sprecher des Hafens von Brandal sagte am Dienstag, dass die Frage nach _ die Bewohner der Bucht beschäftigt.",
      same: [
        ("Krieg", "Konflikt"), ("Streik", "Ausstand"), ("Bericht", "Gutachten"), ("Prozess", "Verfahren"),
        ("Angriff", "Anschlag"),
      ],
      other: ("Streik", "Krieg")),
    Sample(
      language: "ar", sentence: "قال المتحدث باسم الميناء القديم يوم الثلاثاء إن مسألة _ تقلق سكان الخليج منذ سنوات طويلة.",
      same: [
        ("الاتفاق", "المعاهدة"), ("الحرب", "النزاع"), ("الإضراب", "الاعتصام"), ("التقرير", "الوثيقة"), ("الزلزال", "الهزة"),
      ],
      other: ("الإضراب", "الزلزال")),
  ]

  @Test(arguments: samples) func `a synonym is no serious change, whichever comes first`(_ sample: Sample) {
    for (old, new) in sample.same {
      #expect(sample.serious(old, new).isEmpty && sample.serious(new, old).isEmpty, "\(old), \(new)")
    }
  }

  @Test(arguments: samples) func `another thing in its place is one`(_ sample: Sample) {
    #expect(!sample.serious(sample.other.0, sample.other.1).isEmpty)
  }
}
