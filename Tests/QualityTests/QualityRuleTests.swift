import Credits
import Drift
import Articles
import Quality
import Testing

private let harbour = """
  The harbour board said on Monday that the north quay would stay shut until inspectors had seen every pile of it.

  Ferries will leave from the south quay, where the queues were long and the tempers of the passengers were short.
  """

@Suite struct `Flags with their places` {
  @Test(arguments: [
    (FlagID.scraperResidue, "\(harbour)\n\n«Leave a Reply»\n\nThe mayor will speak on Friday."),
    (FlagID.titleRepeated, "Crane falls on north quay\n«Crane falls on north quay»\n\(harbour)"),
    (FlagID.stumpHeading, "\(harbour)\n\n«TABLES?»\n\nThe mayor will speak on Friday."),
    (FlagID.stumpHeading, "\(harbour)\n\n«Boards meet for the»\n\nThe mayor will speak on Friday."),
    (
      FlagID.truncatedText,
      "\(harbour) It met twice.\n\nThe mayor of the town, who had promised to be there on the day and to speak to all of them, said that he «would come to the quay and see the»"
    ),
    (FlagID.brokenSentence, "\(harbour) The quay is old and the pile is older. «the oldest pile in» the bay is there."),
    (FlagID.brokenSentence, "\(harbour) The mayor stood at «the the» gate of the quay."),
    (FlagID.brokenSentence, "\(harbour) The crew said «they was» tired."),
    (FlagID.brokenSentence, "\(harbour) It was «a important» day and the board knew it."),
    (
      FlagID.repeatedParagraph,
      "\(harbour)\n\nNobody was hurt when the crane gave way on Monday night.\n\nThe mayor came.\n\n«Nobody was hurt when the crane gave way on Monday night.»"
    ),
    (FlagID.mojibake, "\(harbour) It cost «Â£600 and the boardâ€™»s money."),
    (FlagID.mojibake, "\(harbour) The R«&amp;»D money is gone."),
    (FlagID.mojibake, #"\#(harbour)«\n\nThe mayor said: \"We will wait.\"»"#),
    (FlagID.mojibake, "\(harbour) Bürgermeister M«?ller und der Pr?sident von G?»rlau kamen."),
    (FlagID.mojibake, "«Ïîðò îñòà¸òñÿ çàêðûòûì, ñîîáùèëè â ïîíåäåëüíèê â óïðàâëåíèè ïîðòà»."),
    (
      FlagID.truncatedText,
      "The harbour board said on Monday that the north quay would stay shut until inspectors had seen it.\n\n«This article is for subscribers only. Already a subscriber? Log in»"
    ),
    (FlagID.stumpHeading, "\(harbour)\n\n«A QUAY IN THE»\n\nThe mayor will speak on Friday."),
    (FlagID.languageMix, "\(harbour)\n\n«Le port reste fermé pour des raisons de sécurité et le maire ne veut pas le dire.»"),
    (FlagID.languageMix, "\(harbour) The ship came from «Mоscow» on Friday."),
    (
      FlagID.inconsistentName,
      "\(harbour) Mayor Anna Marenholt came. The board thanked Marenholt and the crew. Then Anna «Marenhold» left, and Marenholt's driver too."
    ),
    (FlagID.chatbotLeftover, "\(harbour)\n\n«As an AI language model», I cannot say more about the quay."),
    (FlagID.torturedPhrase, "\(harbour) The crane runs on «counterfeit consciousness», the board said."),
  ])
  func `a defect is flagged at its place`(id: FlagID, text: String) {
    let (plain, marked) = unmarked(text)
    let found = report(plain).flags.filter { $0.flag == id }
    #expect(found.allSatisfy { String(decoding: Array(plain.utf8)[$0.range.indices], as: UTF8.self) == $0.text })
    #expect(found.first?.text == marked.first)
  }

  @Test(arguments: [
    harbour, "\(harbour)\n\nWHY?\n\nThe mayor will speak on Friday.",
    "\(harbour)\n\nOBJECTIVES\n\nThe mayor will speak on Friday.",
    "\(harbour) \"They was tired, and he have no boots,\" she said. \"Nobody came. not even the mayor.\"",
    "Rain on the quay\nThe boats are gone tonight\nRain on the quay\nThe lamps are out of sight\nRain on the quay",
    "\(harbour) He said that that was all he had had to say.", "\(harbour) An hour later a European union of one-time crews met.",
    "\(harbour) \"Why couldn't she do it?\" he asked. Yahoo! shares rose. iPhone sales fell. He met Dr. de la Cruz.",
    "\(harbour) Pakistan and Pakistani crews, Russia and Russian ships, Austria and Australia signed.",
    "\(harbour) Mr Anderson met Mr Andersen. Jan Marenholt and Eva Marenholm came, and Jan Marenholt and Eva Marenholm left.",
    "\(harbour) The guide Mohammed spoke first. Then Mohammed, a student, came in with Mohamed Ibrahim, and Mohammed left.",
    "El puerto de la ciudad cerró el lunes y los barcos no salen del muelle del sur hasta que la empresa termine la obra. El guía Mohammed habló primero. Luego Mohammed, que estudia en la ciudad, cantó con Mohamed Ibrahim, y Mohammed se fue.",
    "\(harbour) SÃO PAULO sent a ship; the café & the Bäckerei paid.",
    "O porto da cidade fechou na segunda-feira e a obra do cais, que o prefeito adiou, reduzindo-a a um remendo, será feita de 2a a 5a pela empresa.",
    "\(harbour) The files lie in C:\\new\\names on the clerk's machine.",
    "\(harbour) It was the second crane. updated at 17:42 by the desk",
    "\(harbour) It was the second crane. read more about it on the board's own page",
    "\(harbour) It was the second crane. below is the whole film that a clerk made:\n\nThe board will show it again on Friday night.",
    "\(harbour) The plan is on the board's page. www.harbour.example/plan says what it will cost the town.",
    "\(harbour) The hall opens at noon. Tickets cost $12 at the door of the hall and $8 before. The quay opens at one. Tickets cost $12 at the door of the hall and $8 before.",
    "O porto da cidade fechou na segunda-feira e os barcos não saem do cais do sul até que a obra seja feita pela empresa. O cais, segundo o mestre, é usado por barcos de pesca, esp. nos meses de verão, e por balsas na hora do alm. de domingo e de feriado.",
    "\(harbour) The company name is on the ship, your name is not.",
    "\(harbour)\n\nG Murphy; R de Marigny, J van der Meer, D Du Pre, C de la Mare, A Lo Cicero, E La Torre, M di Rollo", "", " ",
    "\n\n",
  ])
  func `a sound text has no flag and the score 0`(text: String) {
    #expect(report(text).flags == [])
    #expect(report(text).score == 0)
  }

  private static let quays = [
    "de":
      "Der Hafen der Stadt blieb am Montag geschlossen, und die Boote lagen am Kai, bis der Vorstand alle Pfähle gesehen hatte.",
    "es": "El puerto de la ciudad cerró el lunes y los barcos no salen del muelle del sur hasta que la empresa termine la obra.",
    "fr":
      "Le port de la ville est resté fermé lundi et les bateaux ne sortent pas du quai avant la fin des travaux de la société.",
    "pt": "O porto da cidade fechou na segunda-feira e os barcos não saem do cais do sul até que a obra seja feita pela empresa.",
  ]

  @Test(arguments: [
    ("de", "Es war hier hier sehr still."), ("es", "Los botes se van por por la noche."), ("fr", "Il est dans dans le port."),
    ("pt", "O mestre falou com o o chefe da obra."), ("pt", "A obra é do do porto."),
    // And any other word where a language has few that may be.
    ("de", "Der Kapitän soll soll den Hafen am Abend verlassen."), ("es", "Los botes pueden pueden salir del puerto mañana."),
    ("fr", "Le maire a promis promis une digue de pierre."), ("pt", "O prefeito teria teria pago a obra do cais."),
  ])
  func `a small word is doubled in its own language`(language: String, sentence: String) throws {
    let text = try #require(Self.quays[language])
    #expect(report("\(text) \(sentence)").flags.map(\.flag) == [.brokenSentence])
  }

  @Test(arguments: [
    ("de", "Das sind die Boote, mit denen die die Leute fuhren."), ("es", "No no, dijo el jefe."),
    ("fr", "Nous nous sommes vus, et vous vous êtes tus."), ("pt", "A obra para para que o mestre veja se se pode sair."),
    ("pt", "Quem investiga investiga fatos e não pessoas."), ("pt", "A maré volta logo logo e o cais fica muito muito cheio."),
    ("pt", "As ondas batem, batem na pedra do cais."),
    ("es", "El agua subió poco poco poco hasta el muelle."), ("fr", "Il faut le faire faire par la société du port."),
    ("de", "Die Leute, denen denen zu danken ist, waren sehr sehr still."),
    ("es", "«Los botes pueden pueden salir», dijo el jefe."),
  ])
  func `what a language may say twice is not doubled`(language: String, sentence: String) throws {
    let text = try #require(Self.quays[language])
    #expect(report("\(text) \(sentence)").flags == [])
  }

  @Test func `a quoted phrase of a chat model counts less`() {
    let plain = report("\(harbour)\n\nAs an AI language model, I cannot say.")
    let quoted = report("\(harbour)\n\nThe page read \"As an AI language model, I cannot say\" for a day.")
    #expect(plain.flags.map(\.severity) == [.critical] && quoted.flags.map(\.severity) == [.minor])
    #expect(plain.score > quoted.score)
  }
}

@Suite struct `Flags that need the cluster` {
  private func cluster(
    _ drift: [DriftFinding], isMachine: Bool = false, isSameText: Bool = true, isPrinted: Bool = false, original: String? = nil
  ) -> ClusterContext {
    ClusterContext(
      isMachineRewrite: isMachine, isSameText: isSameText, isPrintedFromOriginal: isPrinted,
      original: original.map { reader.attribution(of: Array($0.utf8)) }, drift: drift)
  }

  private func finding(
    _ rule: DriftRuleID, _ severity: DriftSeverity, _ range: Range<Int> = 4..<11, confidence: Double = 0.4
  ) -> DriftFinding {
    DriftFinding(
      rule: rule, severity: severity, confidence: confidence, a: DriftFinding.Span(0..<1), b: DriftFinding.Span(range),
      message: "It differs.")
  }

  @Test func `serious drift and altered quotations become flags, minor ones do not`() {
    let context = cluster([
      finding(.numberValue, .critical), finding(.quotationAltered, .major), finding(.termUnrelated, .minor),
      finding(.timeDay, .minor), finding(.termContrast, .major), finding(.languageUnknown, .major),
    ])
    let flags = report(harbour, cluster: context).flags
    #expect(flags.map(\.flag) == [.seriousDrift, .seriousDrift, .alteredQuotation])
    #expect(flags.allSatisfy { $0.text == "harbour" })
  }

  @Test func `another report of the event has other facts`() {
    let drift = [finding(.numberValue, .critical), finding(.quotationAltered, .major)]
    #expect(report(harbour, cluster: cluster(drift, isSameText: false)).flags.map(\.flag) == [.alteredQuotation])
  }

  @Test func `three replaced terms are a pattern of a machine, not of a person`() {
    let terms = [
      finding(.termUnrelated, .minor), finding(.termUnrelated, .minor, 12..<17), finding(.termUnrelated, .minor, 18..<22),
    ]
    func tortured(_ drift: [DriftFinding], isMachine: Bool = true) -> Int {
      report(harbour, cluster: cluster(drift, isMachine: isMachine)).flags.count { $0.flag == .torturedPhrase }
    }
    #expect(tortured(Array(terms.prefix(2))) == 0)
    #expect(tortured(terms) == 3)
    #expect(tortured(terms, isMachine: false) == 0)
    #expect(tortured(terms.map { finding(.termWider, .minor, $0.b?.range ?? 0..<0) }) == 0)
    #expect(tortured(terms.map { finding(.termUnrelated, .minor, $0.b?.range ?? 0..<0, confidence: 0.1) }) == 0)
  }

  @Test func `a dropped credit is flagged when the original's is sure and the text is the same`() {
    let long = "\(harbour) \(harbour)"
    let credited = cluster([], original: "LIMA (Reuters) - The board met.")
    func dropped(_ text: String, _ context: ClusterContext) -> Bool {
      report(text, cluster: context).flags.contains { $0.flag == .creditDropped }
    }
    #expect(dropped(long, credited))
    #expect(!dropped("LIMA (Reuters) - \(long)", credited))
    #expect(!dropped(harbour, credited), "too short to tell")
    #expect(!dropped(long, cluster([], isSameText: false, original: "LIMA (Reuters) - The board met.")))
    #expect(dropped(long, cluster([], isSameText: false, isPrinted: true, original: "LIMA (Reuters) - The board met.")))
    #expect(!dropped(long, cluster([], original: "The board met.\nReuters | Lima")))
    let wire = cluster([], original: "By the CNN Wire Staff\nThe board met.")
    #expect(!dropped(long, wire), "it may be the house's own page")
    func printed(by outlet: String) -> ClusterContext {
      var context = wire
      context.publisher = Publisher(outlet: outlet, address: "")
      return context
    }
    #expect(dropped(long, printed(by: "The Harbour")))
    #expect(!dropped(long, printed(by: "CNN")))
    #expect(!dropped("LIMA (CNN) -- \(long)", printed(by: "The Harbour")), "the agency's own house")
  }

  @Test func `the role of a machine's rewrite is a flag`() {
    #expect(report(harbour, cluster: cluster([], isMachine: true)).flags.map(\.flag) == [.machineRewrite])
    #expect(report(harbour, cluster: cluster([])).flags.isEmpty)
  }

  @Test(arguments: [("north quay", "norht quay", true), ("أعلن", "اعلن", true), ("we will wait", "we won't wait", false)])
  func `a slip in a quotation is no other quotation`(original: String, copy: String, same: Bool) {
    let finding = DriftFinding(
      rule: .quotationAltered, severity: .major, confidence: 1, a: DriftFinding.Span(0..<original.utf8.count),
      b: DriftFinding.Span(0..<copy.utf8.count), message: "")
    #expect(finding.isRespelling(Array(original.utf8), Array(copy.utf8)) == same)
  }

  @Test(arguments: [(1, false), (4, false), (6, true)])
  func `a few entities beside digits of another script are no markup`(entities: Int, isMarkup: Bool) {
    let text =
      "قالت بلدية فيلمورا إن ١٤ شخصا أصيبوا وإن ٤٦ آخرين نقلوا إلى فندق بعد ٣ أيام و٢١ ليلة و١٧ ساعة و٥٠ دقيقة."
      + String(repeating: " A&amp;B.", count: entities)
    #expect(report(text).flags.contains { $0.flag == .markup } == isMarkup)
  }

  @Test(arguments: ["[caption id=\"7\" align=\"left\"]", "<p class=\"first\">"])
  func `markup is pointed at, not what else was repaired`(tag: String) {
    let text =
      "The cafÃ© on the quay was shut, and the cafÃ© owner left. \(tag)Nobody knows where he went, the harbour board said."
    #expect(report(text).flags.first { $0.flag == .markup }?.text.first == tag.first)
  }
}
