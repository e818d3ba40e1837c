import Drift
import Lexicon
import TestSupport
import Testing

@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct StageRuleTests {
  static let turned: [(String, String)] = [
    // English
    ("The owners are expected to sell the ferry next week.", "The owners sold the ferry next week."),
    ("The council is due to close the swimming hall in Varne.", "The council closed the swimming hall in Varne."),
    ("A clerk was fined for trying to bribe the harbour inspector.", "A clerk was fined for bribing the harbour inspector."),
    ("The mayor was due on Monday to open a second bridge.", "On Monday the mayor opened a second bridge."),
    ("The council is about to sell the ferry to a rival.", "The council has sold the ferry to a rival."),
    ("The report, set for Wednesday release, names the owners.", "The report, released Wednesday, names the owners."),
    // Portuguese
    ("A empresa estuda vender a balsa antiga ao município.", "A empresa vendeu a balsa antiga ao município."),
    (
      "O prefeito será submetido a uma cirurgia no joelho.",
      "O prefeito descansa dias após ser submetido a uma cirurgia no joelho."
    ),
    (
      "A biblioteca de Tavira será reaberta na segunda-feira pelo prefeito.",
      "A biblioteca de Tavira foi reaberta na segunda-feira pelo prefeito."
    ),
    ("O síndico deve vender o prédio antigo da rua do Porto.", "O síndico vendeu o prédio antigo da rua do Porto."),
    ("A tesoureira teria queimado os livros do clube em março.", "A tesoureira queimou os livros do clube em março."),
    ("Um vizinho foi multado por tentar derrubar a cerca da praça.", "Um vizinho foi multado por derrubar a cerca da praça."),
    // Spanish
    (
      "La piscina de Varne será reabierta el lunes por la alcaldesa.",
      "La piscina de Varne fue reabierta el lunes por la alcaldesa."
    ),
    ("El tesorero habría quemado los libros del club en marzo.", "El tesorero quemó los libros del club en marzo."),
    (
      "Un vecino fue multado por intentar derribar la valla de la plaza.",
      "Un vecino fue multado por derribar la valla de la plaza."
    ),
    // German: the verb stands at the end
    ("Der Verein soll das alte Bootshaus am See verkauft haben.", "Der Verein hat das alte Bootshaus am See verkauft."),
    // French and Italian
    ("Le club aurait vendu le vieux hangar du port en mars.", "Le club a vendu le vieux hangar du port en mars."),
    (
      "Il club avrebbe venduto il vecchio capannone del porto a marzo.",
      "Il club ha venduto il vecchio capannone del porto a marzo."
    ),
    ("La compagnie prévoit de vendre le vieux bac à la commune.", "La compagnie a vendu le vieux bac à la commune."),
    ("La compagnia vuole vendere il vecchio traghetto al comune.", "La compagnia ha venduto il vecchio traghetto al comune."),
    ("De rederij gaat de oude veerboot aan de stad verkopen.", "De rederij heeft de oude veerboot aan de stad verkocht."),
    ("Министр должен открыть новый мост через реку.", "Министр открыл новый мост через реку."),
    ("Minister ma otworzyć nowy most przez rzekę.", "Minister otworzył nowy most przez rzekę."),
    ("Bakan pazartesi günü yeni köprüyü açacak.", "Bakan pazartesi günü yeni köprüyü açtı."),
    // Not yet, and under way.
    ("O prédio antigo da rua do Porto ainda não foi vendido.", "O prédio antigo da rua do Porto foi vendido."),
    (
      "La piscina de Varne todavía no ha sido reabierta por la alcaldesa.",
      "La piscina de Varne ha sido reabierta por la alcaldesa."
    ),
    ("The council has yet to close the swimming hall in Varne.", "The council has closed the swimming hall in Varne."),
    (
      "O prédio antigo da rua do Porto será reformado pelo clube.",
      "O prédio antigo da rua do Porto está sendo reformado pelo clube."
    ),
    // Another verb in the place of one that is told by others.
    (
      "Los dueños de la vieja fábrica habrían acordado cerrar el taller de Varne en marzo.",
      "Los dueños de la vieja fábrica acuerdan cerrar el taller de Varne en marzo."
    ),
    // Arabic: a letter before the verb, and a phrase; the verb comes before its subject or behind it
    ("من المقرر أن يزور الوزير مدينة صفاقس يوم الاثنين.", "زار الوزير مدينة صفاقس يوم الاثنين."),
    ("من المنتظر أن يعلن الوزير القرار الجديد في العاصمة.", "أعلن الوزير القرار الجديد في العاصمة."),
    ("سيفتتح رئيس البلدية المكتبة الجديدة في المدينة يوم الاثنين.", "افتتح رئيس البلدية المكتبة الجديدة في المدينة يوم الاثنين."),
    ("من المنتظر أن يوقع النادي اليوم عقد الملعب الجديد.", "وقع النادي اليوم عقد الملعب الجديد."),
  ]

  @Test(arguments: turned) func `what is planned, tried or hearsay and told as done is serious, in either direction`(
    _ a: String, _ b: String
  ) {
    for pair in [MarkedPair(a, b), MarkedPair(b, a)] {
      #expect(
        pair.findings(.modality).contains { $0.severity > .minor && $0.a != nil && $0.b != nil },
        "\(a) \(pair.findings(.modality))")
    }
  }

  @Test(arguments: [
    (
      "The council of Velmora is expected to vote on the harbour law on Monday.",
      "The council of Velmora postponed the vote on the harbour law on Monday."
    ),
    (
      "Le conseil de Velmora doit voter lundi la loi sur les ports.",
      "Le conseil de Velmora a reporté le vote de la loi sur les ports."
    ),
    (
      "El consejo de Velmora va a votar el lunes la ley de los puertos.",
      "El consejo de Velmora aplazó la votación de la ley de los puertos."
    ),
    (
      "Il consiglio di Velmora dovrà votare lunedì la legge sui porti.",
      "Il consiglio di Velmora ha rinviato il voto sulla legge sui porti."
    ),
    (
      "من المنتظر أن يصوت مجلس فلمورا يوم الاثنين على قانون الموانئ.",
      "قرر مجلس فلمورا تأجيل التصويت يوم الاثنين على قانون الموانئ."
    ),
  ])
  func `what is planned and told as put off is serious, in either direction`(_ a: String, _ b: String) {
    for pair in [MarkedPair(a, b), MarkedPair(b, a)] {
      let told = pair.findings(.modality).filter { $0.rule == .modalityStage && $0.severity > .minor }
      #expect(told.contains { $0.message.contains("put off") }, "\(a) \(pair.findings(.modality))")
    }
  }

  @Test(arguments: [
    // The same stage in other words, another sentence order, and a mark that governs another verb.
    ("The owners are expected to sell the ferry.", "The owners are due to sell the ferry."),
    ("The council delayed the vote on the harbour law.", "The council has put off the vote on the harbour law."),
    ("El consejo aplazó la votación que va a repetir en mayo.", "El consejo aplazó la votación que va a repetir ya en mayo."),
    ("The owners sold the ferry that they had hoped to repair.", "The owners sold the ferry they had hoped to repair."),
    ("A biblioteca será reaberta pelo prefeito na segunda.", "Na segunda, a biblioteca será reaberta pelo prefeito."),
    (
      "O prefeito reabriu a biblioteca que deve receber livros novos.",
      "O prefeito reabriu na segunda a biblioteca que deve receber livros novos."
    ),
    (
      "La alcaldesa reabrió la piscina, que será ampliada en marzo.",
      "La alcaldesa reabrió ayer la piscina, que será ampliada en marzo."
    ),
    (
      "Der Verein hat das Bootshaus verkauft, das er nie bauen wollte.",
      "Das Bootshaus, das er nie bauen wollte, hat der Verein verkauft."
    ),
    (
      "Los dueños de la vieja fábrica habrían acordado cerrar el taller de Varne.",
      "Los dueños de la vieja fábrica habrían decidido cerrar el taller de Varne."
    ),
    // A noun behind a planned deed that the other text does not tell.
    ("ومن المنتظر أن يدخل الفريق المباراة بالتشكيلة التالية.", "وفي ما يلي التشكيلة التي أعلنها الفريق."),
    // A day behind the mark is no deed, nor is a noun.
    ("سيتم غدا الجمعة إمضاء اتفاق الزيادة في أجور العمال.", "من المنتظر أن يتم اليوم الجمعة إمضاء اتفاق الزيادة في أجور العمال."),
    ("A prefeita deve ser ouvida nesta segunda-feira (3).", "Nesta segunda-feira (3), a prefeita deverá ser ouvida."),
    ("Министр открыл новый мост через реку в понедельник.", "В понедельник министр открыл новый мост через реку."),
    ("The owners hope to vote on the ferry this week.", "The owners have a vote on the ferry this week."),
    ("Le club a vendu le hangar du port.", "Le hangar du port a été vendu par le club."),
  ])
  func `one stage told in two ways is none`(_ a: String, _ b: String) {
    for pair in [MarkedPair(a, b), MarkedPair(b, a)] {
      let stages = pair.findings(.modality).filter { $0.rule == .modalityStage }
      #expect(stages.isEmpty, "\(stages)")
    }
  }
}

@Suite struct DroppedSourceRuleTests {
  @Test(arguments: [
    ("Segundo os moradores, a ponte de Tavira está fechada desde março.", "A ponte de Tavira está fechada desde março."),
    ("Según los vecinos, el puente de Varne está cerrado desde marzo.", "El puente de Varne está cerrado desde marzo."),
    ("Die Brücke in Varne ist laut Anwohnern seit März gesperrt worden.", "Die Brücke in Varne ist seit März gesperrt worden."),
    ("Selon les riverains, le pont de Varne est fermé depuis mars.", "Le pont de Varne est fermé depuis mars."),
    ("Secondo gli abitanti, il ponte di Varne è chiuso da marzo.", "Il ponte di Varne è chiuso da marzo."),
  ])
  func `a source that is gone is serious, and one that is put in is not`(_ a: String, _ b: String) {
    #expect(
      MarkedPair(a, b).findings(.attribution).contains { $0.severity > .minor && $0.b == nil },
      "\(MarkedPair(a, b).findings(.attribution))")
    #expect(MarkedPair(b, a).findings(.attribution).allSatisfy { $0.severity == .minor })
  }

  @Test(arguments: [
    ("Segundo os moradores, a ponte está fechada desde março.", "De acordo com os moradores, a ponte está fechada desde março."),
    ("Segundo os moradores, a ponte está fechada desde março.", "A ponte está fechada desde março, segundo os moradores."),
    ("Laut Anwohnern ist die Brücke seit März gesperrt.", "Die Brücke ist Anwohnern zufolge seit März gesperrt."),
    ("O segundo pilar da ponte está rachado desde março.", "O pilar da ponte está rachado desde março."),
  ])
  func `another word for it, another place, and another meaning of the word are none`(_ a: String, _ b: String) {
    #expect(
      MarkedPair(a, b).findings(.attribution).allSatisfy { $0.severity == .minor }, "\(MarkedPair(a, b).findings(.attribution))")
  }
}

@Suite struct GluedFigureTests {
  @Test(arguments: [
    ("قرر القاضي بالمكتب عدد13 تأجيل النظر في القضية.", "قرر القاضي بالمكتب عدد18 تأجيل النظر في القضية."),
    ("بلغ عدد المشاركين في السباق بين 300 و40 عداء من كل الجهات.", "بلغ عدد المشاركين في السباق بين 300 و70 عداء من كل الجهات."),
    ("רכבת 14 הגיעה לתחנה ב19 בערב מן הצפון.", "רכבת 14 הגיעה לתחנה ב21 בערב מן הצפון."),
  ])
  func `a figure written together with a particle is a figure`(_ a: String, _ b: String) {
    #expect(MarkedPair(a, b).findings(.number).contains { $0.severity > .minor }, "\(MarkedPair(a, b).findings(.number))")
    #expect(MarkedPair(a, a).findings(.number).isEmpty)
  }
}
