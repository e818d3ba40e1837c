import Drift
import TestSupport
import Testing

/// One word of a copied article became another: said where it says something else, and not where editors put it for the old one.
@Suite struct ReplacedWordTests {
  struct Change: Sendable, CustomTestStringConvertible {
    var code: String
    var old: String
    var new: String
    var testDescription: String { "\(code): \(old), \(new)" }
  }

  private static let articles = [
    "pt": """
    O piloto e o mecânico foram ouvidos na delegacia de Velmora depois do incêndio no hangar. Berrefjord disse à rádio que o seguro vai pagar o \
    telhado. A assembleia pediu o fechamento da pista durante o inverno. O sindicato cobrava o conserto das portas. Os vizinhos viram fumaça \
    sobre o lago ao amanhecer.
    """,
    "es": """
    El piloto y el mecánico declararon en la comisaría de Velmora después del incendio del hangar. Berrefjord contó a la radio que el seguro \
    pagará el tejado. La asamblea pidió el cierre de la pista durante el invierno. El sindicato exigía el arreglo de las puertas. Los vecinos \
    vieron humo sobre el lago al amanecer.
    """,
    "fr": """
    Le pilote et le mécanicien ont été entendus à la mairie de Velmora après l'incendie du hangar. Berrefjord a raconté à la radio que \
    l'assurance paiera le toit. L'assemblée a demandé la fermeture de la piste pendant l'hiver. Le syndicat exigeait la réparation des portes. \
    Les voisins ont vu de la fumée sur le lac.
    """,
    "it": """
    Il pilota e il meccanico sono stati ascoltati in questura a Velmora dopo il rogo del capannone. Berrefjord ha raccontato alla radio che \
    l'assicurazione pagherà il tetto. L'assemblea ha chiesto la chiusura della pista durante l'inverno. Il sindacato pretendeva la riparazione \
    delle porte. I vicini hanno visto fumo sul lago.
    """,
    "de": """
    Der Pilot und der Mechaniker wurden nach dem Brand der Halle in Velmora befragt. Berrefjord erzählte dem Sender, dass die Versicherung das \
    Dach bezahlt. Die GRÜNEN stimmten im Rat gegen die Sperre der Piste. Die Gewerkschaft verlangte neue Tore. Die Nachbarn sahen am Morgen \
    Rauch über dem See.
    """,
    "ar": """
    استمع القاضي إلى الطيار والميكانيكي في فلمورا بعد احتراق المستودع. وقال الوزير نبيل الحوراني للإذاعة إن التأمين سيدفع ثمن السقف. \
    وطلبت الجمعية ترميم المدرج خلال الشتاء. وعثر الغواصون على مفاتيح في مدينة عسقولة. ورأى الجيران دخانا فوق البحيرة.
    """,
  ]

  static let changed: [Change] = [
    Change(code: "pt", old: "mecânico", new: "carteiro"), Change(code: "pt", old: "Berrefjord", new: "Marholm"),
    Change(code: "pt", old: "pediu o fechamento", new: "ordenou o fechamento"),
    Change(code: "pt", old: "fumaça", new: "golfinhos"),
    Change(code: "es", old: "mecánico", new: "cartero"), Change(code: "es", old: "Berrefjord", new: "Marholm"),
    Change(code: "es", old: "pidió el cierre", new: "ordenó el cierre"), Change(code: "es", old: "humo", new: "delfines"),
    Change(code: "fr", old: "mécanicien", new: "facteur"), Change(code: "fr", old: "Berrefjord", new: "Marholm"),
    Change(code: "fr", old: "a demandé la", new: "a ordonné la"),
    Change(code: "it", old: "meccanico", new: "postino"), Change(code: "it", old: "Berrefjord", new: "Marholm"),
    Change(code: "it", old: "ha chiesto la", new: "ha ordinato la"),
    Change(code: "de", old: "Mechaniker", new: "Briefträger"), Change(code: "de", old: "Berrefjord", new: "Marholm"),
    Change(code: "de", old: "GRÜNEN", new: "NEOS"), Change(code: "de", old: "in Velmora", new: "in Askvoll"),
    Change(code: "de", old: "Rauch", new: "Enten"),
    Change(code: "ar", old: "نبيل الحوراني", new: "نبيل الكيلاني"), Change(code: "ar", old: "نبيل الحوراني", new: "سمير زروق"),
    Change(code: "ar", old: "مدينة عسقولة", new: "مدينة ترمينة"), Change(code: "ar", old: "ترميم", new: "هدم"),
    Change(code: "ar", old: "مفاتيح", new: "جثث"),
  ]

  private static func serious(_ code: String, _ change: (String) -> String) -> [DriftFinding] {
    let article = articles[code] ?? ""
    return Analyzers.compare(article, change(article)).findings.filter { $0.severity > .minor }
  }

  @Test(arguments: changed) func `another word in a copied sentence is serious, in either direction`(_ change: Change) {
    let article = Self.articles[change.code] ?? ""
    let copy = article.replacingOccurrence(of: change.old, with: change.new)
    #expect(copy != article)
    for (a, b) in [(article, copy), (copy, article)] {
      let findings = Analyzers.compare(a, b).findings
      #expect(findings.contains { $0.severity > .minor && $0.a != nil && $0.b != nil }, "\(change.testDescription) \(findings)")
    }
  }

  @Test(arguments: [
    Change(code: "pt", old: "disse à rádio", new: "contou à rádio"), Change(code: "pt", old: "incêndio", new: "fogo"),
    Change(code: "pt", old: "conserto", new: "concerto"), Change(code: "pt", old: "durante o inverno", new: "no inverno"),
    Change(code: "es", old: "contó a la radio", new: "dijo a la radio"), Change(code: "es", old: "incendio", new: "fuego"),
    Change(code: "es", old: "vecinos", new: "residentes"), Change(code: "fr", old: "a raconté à", new: "a expliqué à"),
    Change(code: "fr", old: "l'incendie", new: "le feu"), Change(code: "fr", old: "voisins", new: "voisines"),
    Change(code: "it", old: "ha raccontato", new: "ha spiegato"), Change(code: "it", old: "rogo", new: "incendio"),
    Change(code: "de", old: "Brand", new: "Feuer"), Change(code: "de", old: "befragt", new: "gefragt"),
    Change(code: "de", old: "Berrefjord erzählte", new: "Die Vorsitzende erzählte"),
    Change(code: "ar", old: "وقال الوزير", new: "وصرح الوزير"), Change(code: "ar", old: "احتراق", new: "حريق"),
    Change(code: "ar", old: "ترميم", new: "الترميم"),
  ]) func `synonyms, forms and spellings are not`(_ change: Change) {
    let findings = Self.serious(change.code) { $0.replacingOccurrence(of: change.old, with: change.new) }
    #expect(findings.isEmpty, "\(change.testDescription) \(findings)")
  }

  @Test(arguments: ["pt", "es", "fr", "it", "de", "ar"]) func `what is edited in many places was written anew`(_ code: String) {
    // Every sixth word is another one: no place of it is a slip or a fake.
    let words = (Self.articles[code] ?? "").split(separator: " ")
    let copy = words.enumerated().map { $0.offset % 6 == 5 ? "xu\($0.offset)" : String($0.element) }.joined(separator: " ")
    let findings = Analyzers.compare(words.joined(separator: " "), copy).findings
    #expect(!findings.contains { $0.rule == .termReplaced }, "\(findings)")
  }

  @Test(arguments: [
    (
      "Os 30 pilotos, que pagaram 42 mil reais pela pista, e o fiscal foram ouvidos na delegacia do porto de Velmora às 14 horas.",
      "Os 31 pilotos, que pagaram 48 mil reais pela pista, e o carteiro foram ouvidos na delegacia do porto de Velmora às 15 horas."
    ),
    (
      """
      El piloto, que vivía desde hace años en la vieja casa del faro con su hermana y dos perros, declaró en la comisaría de Velmora que \
      el mecánico había cerrado el hangar por la noche y que nadie vio el humo antes del amanecer de aquel domingo de invierno.
      """,
      """
      El piloto, que vivía desde hace años en la vieja casa del bosque con su hermana y dos gatos, declaró en la comisaría de Velmora que \
      el cartero había cerrado el hangar por la noche y que nadie vio el humo antes del amanecer de aquel domingo de invierno.
      """
    ),
  ]) func `figures beside it, and a long sentence, hide no word`(_ a: String, _ b: String) {
    let findings = Analyzers.compare(a, b).findings
    #expect(findings.contains { $0.severity > .minor && $0.rule == .termReplaced }, "\(findings)")
  }

  @Test(arguments: [
    ("A guilda processa o museu pelos custos da obra.", "O museu processa a guilda pelos custos da obra."),
    ("El gremio demanda al museo por los gastos de la obra.", "El museo demanda al gremio por los gastos de la obra."),
    ("Der Verein verklagt die Stadt wegen der Kosten.", "Die Stadt verklagt den Verein wegen der Kosten."),
    // A day of the week that is written in two words.
    ("O jogo do clube será disputado no sábado.", "O jogo do clube será disputado na quarta-feira."),
    // A man and a woman, and a claim that is told as a fact.
    ("Ele disse que deixará a guilda no inverno.", "Ela disse que deixará a guilda no inverno."),
    ("Os pescadores afirmaram que tinham visto o farol aceso.", "Os pescadores tinham visto o farol aceso."),
    ("Los pescadores dijeron que habían visto el faro encendido.", "Los pescadores habían visto el faro encendido."),
  ]) func `who does what to whom, of what gender and by whose word`(_ a: String, _ b: String) {
    let findings = Analyzers.compare(a, b).findings
    #expect(findings.contains { $0.severity > .minor }, "\(a) \(findings)")
  }

  @Test(arguments: [
    ("O museu e a guilda pagam a obra do farol.", "A guilda e o museu pagam a obra do farol."),
    ("Der Verein und die Stadt zahlen den neuen Turm.", "Die Stadt und der Verein zahlen den neuen Turm."),
    ("Os pescadores afirmaram que tinham visto o farol.", "Os pescadores disseram que tinham visto o farol."),
    // German tells by the article who does it; and a month does nothing.
    ("Den Turm bezahlt der Verein aus eigener Tasche.", "Der Verein bezahlt den Turm aus eigener Tasche."),
    ("Im Oktober soll die Fähre wieder fahren.", "Die Fähre soll im Oktober wieder fahren."),
    ("Em outubro o farol deve reabrir ao público.", "O farol em outubro deve reabrir ao público."),
    // Portugal and Brazil.
    ("O comboio parou junto ao farol por duas horas.", "O trem parou junto ao farol por duas horas."),
  ]) func `two that stand side by side may change places, and a claim stays one`(_ a: String, _ b: String) {
    let findings = Analyzers.compare(a, b).findings
    #expect(!findings.contains { $0.severity > .minor }, "\(a) \(findings)")
  }

  @Test(arguments: ["pt", "es", "fr", "it", "de", "ar"]) func `a copy has none`(_ code: String) {
    #expect(Self.serious(code) { $0 }.isEmpty)
  }
}

extension String {
  /// With the first occurrence replaced.
  fileprivate func replacingOccurrence(of old: String, with new: String) -> String {
    let (text, pattern) = (Array(utf8), Array(old.utf8))
    guard text.count >= pattern.count,
      let place = (0...text.count - pattern.count).first(where: { text[$0...].starts(with: pattern) })
    else { return self }
    return String(decoding: text[..<place] + Array(new.utf8) + text[(place + pattern.count)...], as: UTF8.self)
  }
}
