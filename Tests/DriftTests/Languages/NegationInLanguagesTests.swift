import Articles
import Drift
import TestSupport
import Testing
import Text

/// Invented pairs in seven languages: what must be found, and what looks like it and must not.
@Suite struct NegationInLanguagesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var language: String
    var a: String
    var b: String
    var testDescription: String { "\(language): \(a) | \(b)" }

    init(_ language: String, _ a: String, _ b: String) {
      (self.language, self.a, self.b) = (language, a, b)
    }
  }

  private static func serious(_ text: Case, _ category: DriftCategory) -> Bool {
    Analyzers.compare(text.a, text.b).findings.contains { $0.category == category && $0.severity > .minor }
  }

  @Test(arguments: [
    Case("en", "The council will close the bridge next month.", "The council will not close the bridge next month."),
    Case(
      "de", "Der Stadtrat wird die alte Brücke am Hafen im Herbst sperren.",
      "Der Stadtrat wird die alte Brücke am Hafen im Herbst nicht sperren."),
    Case(
      "fr", "Le conseil municipal va fermer le vieux pont du port cet automne.",
      "Le conseil municipal ne va pas fermer le vieux pont du port cet automne."),
    Case(
      "es", "El ayuntamiento cerrará el viejo puente del puerto en otoño.",
      "El ayuntamiento no cerrará el viejo puente del puerto en otoño."),
    Case(
      "pt", "A prefeitura vai fechar a velha ponte do porto neste outono.",
      "A prefeitura não vai fechar a velha ponte do porto neste outono."),
    Case(
      "it", "Il consiglio comunale chiuderà il vecchio ponte del porto in autunno.",
      "Il consiglio comunale non chiuderà il vecchio ponte del porto in autunno."),
    Case(
      "ar", "أكد المجلس البلدي أن الجسر القديم سيغلق و يمكن للسفن عبور الميناء خلال الخريف.",
      "أكد المجلس البلدي أن الجسر القديم سيغلق و لا يمكن للسفن عبور الميناء خلال الخريف."),
  ])
  func `a negation put in is found both ways`(text: Case) {
    #expect(Self.serious(text, .negation))
    #expect(Self.serious(Case(text.language, text.b, text.a), .negation))
  }

  @Test(arguments: [
    // "no" is "in the" in Portuguese, and a negation in Spanish.
    Case(
      "pt", "A festa da colheita aconteceu na praça central da cidade no domingo.",
      "A festa da colheita aconteceu no mercado central da cidade no domingo."),
    Case(
      "de", "Nicht nur die Bauern, auch die Müller klagten über das trockene Frühjahr.",
      "Die Bauern und auch die Müller klagten über das trockene Frühjahr."),
    Case(
      "fr", "Le maire a expliqué que le marché rouvrira avant la fête des moissons.",
      "Le maire a expliqué que le marché rouvrira avant que la fête des moissons ne commence."),
    Case(
      "es", "No sólo los molineros se quejaron de la sequía, también los pastores.",
      "Los molineros se quejaron de la sequía, y también los pastores."),
    Case(
      "it", "Non solo i mugnai si sono lamentati della siccità, ma anche i pastori.",
      "I mugnai si sono lamentati della siccità, e anche i pastori."),
    Case(
      "ar", "لا يزال الجسر القديم في الميناء مغلقا أمام السفن الكبيرة منذ الخريف.",
      "الجسر القديم في الميناء مغلق أمام السفن الكبيرة منذ الخريف."),
  ])
  func `what looks like a negation and is none keeps quiet`(text: Case) {
    #expect(!Self.serious(text, .negation))
    #expect(!Self.serious(Case(text.language, text.b, text.a), .negation))
  }

  @Test(arguments: [
    Case(
      "de", "Die Preise für Butter stiegen im Juni um vier Prozent.",
      "Die Preise für Butter sanken im Juni um vier Prozent."),
    Case(
      "fr", "Le tribunal a rejeté le recours de la coopérative laitière.",
      "Le tribunal a accepté le recours de la coopérative laitière."),
    Case(
      "es", "El precio de la mantequilla subió un cuatro por ciento en junio.",
      "El precio de la mantequilla bajó un cuatro por ciento en junio."),
    Case(
      "pt", "O preço da manteiga subiu quatro por cento em junho.",
      "O preço da manteiga caiu quatro por cento em junho."),
    Case(
      "it", "Il tribunale ha respinto il ricorso della cooperativa del latte.",
      "Il tribunale ha accettato il ricorso della cooperativa del latte."),
  ])
  func `an opposite is found`(text: Case) { #expect(Self.serious(text, .polarity)) }

  @Test(arguments: [
    Case(
      "de", "Die Sitzung fand am Montag im Rathaus von Oberdorf statt.",
      "Die Sitzung fand am Dienstag im Rathaus von Oberdorf statt."),
    Case(
      "fr", "La séance a eu lieu lundi à la mairie du village.",
      "La séance a eu lieu mardi à la mairie du village."),
    Case(
      "es", "La sesión tuvo lugar el lunes en el ayuntamiento del pueblo.",
      "La sesión tuvo lugar el martes en el ayuntamiento del pueblo."),
    Case(
      "pt", "A sessão ocorreu na segunda-feira na prefeitura da vila.",
      "A sessão ocorreu na terça-feira na prefeitura da vila."),
    Case(
      "it", "La seduta si è tenuta lunedì nel municipio del paese.",
      "La seduta si è tenuta martedì nel municipio del paese."),
    Case(
      "ar", "عقد المجلس البلدي جلسته يوم الاثنين في مقر البلدية.",
      "عقد المجلس البلدي جلسته يوم الثلاثاء في مقر البلدية."),
  ])
  func `another weekday is found`(text: Case) { #expect(Self.serious(text, .time)) }

  @Test(arguments: [
    Case(
      "es", "El alcalde dijo que los bomberos apagaron el fuego en el granero.",
      "El alcalde también señaló que los bomberos apagaron el fuego en el granero."),
    Case(
      "pt", "Segundo o prefeito, os bombeiros apagaram o fogo no celeiro de madrugada.",
      "O prefeito disse que os bombeiros apagaram o fogo no celeiro de madrugada."),
    Case(
      "de", "Der Bürgermeister dankte den Helfern des Dorfes für ihre Arbeit.",
      "Der Bürgermeister dankte allen Helfern im Dorf für ihre gute Arbeit."),
  ])
  func `words of another language than English are no foreign words and no names`(text: Case) {
    let findings = Analyzers.compare(text.a, text.b).findings.filter { $0.severity > .minor }
    #expect(findings.allSatisfy { $0.category != .language && $0.category != .name }, "\(findings.map(\.message))")
  }

  @Test func `rules that know no other language than English keep silent elsewhere`() {
    let english: Set<DriftCategory> = [.pronoun, .attribution, .agency, .language, .tense, .term]
    let report = Analyzers.compare(
      "Die Lehrerin sagte, sie habe den Schlüssel im Garten gefunden.",
      "Der Lehrer meinte, er habe die Tasche im Keller verloren.")
    #expect(report.findings.allSatisfy { !english.contains($0.category) })
  }

  @Test(arguments: [
    Case(
      "de", "Neun Schwäne im Schlossteich starben, obwohl noch unklar ist, ob die Algen sie getötet haben.",
      "Neun Schwäne im Schlossteich starben."),
    Case(
      "fr", "Neuf cygnes de l'étang du château sont morts, mais on ignore si les algues les ont tués.",
      "Neuf cygnes de l'étang du château sont morts."),
    Case(
      "es", "Nueve cisnes del estanque del castillo murieron, aunque no se sabe si las algas los mataron.",
      "Nueve cisnes del estanque del castillo murieron."),
    Case(
      "pt",
      "Nove cisnes do velho lago do castelo morreram na noite de domingo, embora não se saiba se as algas os mataram.",
      "Nove cisnes do velho lago do castelo morreram na noite de domingo."),
    Case(
      "it", "Nove cigni dello stagno del castello sono morti, ma non è chiaro se le alghe li abbiano uccisi.",
      "Nove cigni dello stagno del castello sono morti."),
  ])
  func `a question that was left open and is gone is found`(text: Case) {
    // In some languages the rule of negation says the same louder.
    #expect(Self.serious(text, .modality) || Self.serious(text, .negation))
    #expect(!Self.serious(Case(text.language, text.b, text.a), .modality))
  }
}
