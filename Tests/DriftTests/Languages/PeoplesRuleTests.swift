import Drift
import TestSupport
import Testing

/// Somebody of another country in an invented report, in sentences that were edited otherwise too.
@Suite struct PeoplesRuleTests {
  /// Sentences round the one in question, by which its language is told.
  private static let frames = [
    "pt": "O conselho do porto de Brandal reuniu-se no velho armazém de sal do cais. O telhado foi reparado na primavera.",
    "es": "La junta del puerto de Brandal se reunió en el viejo almacén de sal del muelle. El techo fue reparado en primavera.",
    "fr": "Le conseil du port de Brandal a siégé dans l'ancien entrepôt de sel du quai. Le toit avait été refait au printemps.",
    "it":
      "Il consiglio del porto di Brandal si è riunito nel vecchio magazzino del sale. Il tetto era stato rifatto in primavera.",
    "de": "Der Hafenrat von Brandal tagte im alten Salzlager am Kai. Das Dach war im Frühjahr erneuert worden.",
    "ar": "اجتمع مجلس ميناء براندال في مخزن الملح القديم على الرصيف. تم إصلاح السقف في فصل الربيع.",
  ]

  private func told(_ language: String, _ a: String, _ b: String) -> [DriftFinding] {
    let frame = Self.frames[language] ?? ""
    return Analyzers.compare("\(frame) \(a)", "\(frame) \(b)").findings.filter {
      $0.severity > .minor && $0.rule == .termContrast
    }
  }

  @Test(arguments: [
    (
      "pt", "Um barco argentino foi apreendido no porto na noite de domingo.",
      "Na noite de domingo, um barco uruguaio foi apreendido pela guarda no porto."
    ),
    (
      "es", "Los médicos italianos desobedecieron la ley y abrieron el cuerpo.",
      "Los médicos ecuatorianos, dirigidos por una jueza, desobedecieron la ley y abrieron el cuerpo."
    ),
    (
      "fr", "Un pêcheur espagnol a été arrêté dimanche dans le port.",
      "Dimanche, un pêcheur portugais a été arrêté dans le vieux port."
    ),
    (
      "it", "Un peschereccio tunisino è stato fermato domenica davanti all'isola.",
      "Domenica un peschereccio libico è stato fermato dalla guardia davanti all'isola."
    ),
    (
      "de", "Ein italienischer Frachter lief am Montag vor der Insel auf Grund.",
      "Am Montag lief ein griechischer Frachter vor der Insel auf Grund."
    ),
    ("ar", "أوقفت الشرطة شخصين جزائريين في الميناء مساء الأحد.", "أوقفت وحدات الشرطة مساء الأحد شخصين ليبيين في الميناء القديم."),
  ])
  func `another country's people are another`(_ language: String, _ a: String, _ b: String) {
    #expect(!told(language, a, b).isEmpty)
    #expect(!told(language, b, a).isEmpty)
  }

  @Test(arguments: [
    // The same people in another form, and what both texts say of two peoples.
    ("pt", "Um marinheiro argentino foi preso no porto.", "Os argentinos viram um marinheiro preso no porto."),
    (
      "pt", "O ministro argentino recebeu no porto o ministro uruguaio.",
      "O ministro uruguaio foi recebido no porto pelo ministro argentino."
    ),
    ("es", "Dos marineras chilenas cantaron en el puerto.", "En el puerto cantaron dos marineros chilenos."),
    // Another thing, and something that one text leaves out.
    ("fr", "Un pêcheur espagnol vend du vin au port.", "Un pêcheur vend du vin portugais au port."),
    ("de", "Ein Frachter lief am Montag auf Grund.", "Ein griechischer Frachter lief am Montag auf Grund."),
  ])
  func `one people, two of them, and another thing are none`(_ language: String, _ a: String, _ b: String) {
    #expect(told(language, a, b).isEmpty)
    #expect(told(language, b, a).isEmpty)
  }
}
