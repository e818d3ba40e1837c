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
    ("scraper-residue", "\(harbour)\n\n«Leave a Reply»\n\nThe mayor will speak on Friday."),
    ("title-repeated", "Crane falls on north quay\n«Crane falls on north quay»\n\(harbour)"),
    ("stump-heading", "\(harbour)\n\n«TABLES?»\n\nThe mayor will speak on Friday."),
    ("stump-heading", "\(harbour)\n\n«Boards meet for the»\n\nThe mayor will speak on Friday."),
    (
      "truncated-text",
      "\(harbour) It met twice.\n\nThe mayor of the town, who had promised to be there on the day and to speak to all of them, said that «he would come to the quay and then»"
    ),
    ("broken-sentence", "\(harbour) The quay is old and the pile is older. «the oldest pile in» the bay is there."),
    ("broken-sentence", "\(harbour) The mayor stood at «the the» gate of the quay."),
    ("broken-sentence", "\(harbour) The crew said «they was» tired."),
    ("broken-sentence", "\(harbour) It was «a important» day and the board knew it."),
    (
      "repeated-paragraph",
      "\(harbour)\n\nNobody was hurt when the crane gave way on Monday night.\n\nThe mayor came.\n\n«Nobody was hurt when the crane gave way on Monday night.»"
    ),
    ("mojibake", "\(harbour) It cost «Â£»600 and the boardâ€™s money."),
    ("mojibake", "\(harbour) The R«&amp;»D money is gone."),
    ("language-mix", "\(harbour)\n\n«Le port reste fermé pour des raisons de sécurité et le maire ne veut pas le dire.»"),
    ("language-mix", "\(harbour) The ship came from «Mоscow» on Friday."),
    (
      "inconsistent-name",
      "\(harbour) Mayor Anna Marenholt came. The board thanked Marenholt and the crew. Then «Marenhold» left, and Marenholt's driver too."
    ),
    ("chatbot-leftover", "\(harbour)\n\n«As an AI language model», I cannot say more about the quay."),
    ("tortured-phrase", "\(harbour) The crane runs on «counterfeit consciousness», the board said."),
  ])
  func `a defect is flagged at its place`(id: String, text: String) {
    let (plain, marked) = unmarked(text)
    let found = report(plain).flags.filter { $0.flag == id }
    #expect(found.first?.text == marked.first)
    #expect(found.allSatisfy { String(decoding: Array(plain.utf8)[$0.range.indices], as: UTF8.self) == $0.text })
  }

  @Test(arguments: [
    harbour, "\(harbour)\n\nWHY?\n\nThe mayor will speak on Friday.",
    "\(harbour)\n\nOBJECTIVES\n\nThe mayor will speak on Friday.",
    "\(harbour) He said that that was all he had had to say.", "\(harbour) An hour later a European union of one-time crews met.",
    "\(harbour) \"Why couldn't she do it?\" he asked. Yahoo! shares rose. iPhone sales fell. He met Dr. de la Cruz.",
    "\(harbour) Pakistan and Pakistani crews, Russia and Russian ships, Austria and Australia signed.",
    "\(harbour) Mr Anderson met Mr Andersen. Jan Marenholt and Eva Marenholm came, and Jan Marenholt and Eva Marenholm left.",
    "\(harbour) SÃO PAULO sent a ship; the café & the Bäckerei paid.",
    "\(harbour) The company name is on the ship, your name is not.",
    "\(harbour)\n\nG Murphy; R de Marigny, J van der Meer, D Du Pre, C de la Mare, A Lo Cicero, E La Torre, M di Rollo", "", " ",
    "\n\n",
  ])
  func `a sound text has no flag and the score 0`(text: String) {
    #expect(report(text).flags == [])
    #expect(report(text).score == 0)
  }

  @Test func `three kinds of signs hint at a machine`() {
    let text = """
      Mayor Anna Marenholt came to the quay and spoke to the crews of war. the broadest in the bay were there.

      The board thanked Marenholt, and the Marenholt papers were read.

      TABLES?

      Then Marenhold left for the town.
      """
    #expect(report(text).flags.contains { $0.flag == "machine-rewrite" && $0.severity == .minor && $0.range.isEmpty })
  }

  @Test func `a quoted phrase of a chat model counts less`() {
    let plain = report("\(harbour)\n\nAs an AI language model, I cannot say.")
    let quoted = report("\(harbour)\n\nThe page read \"As an AI language model, I cannot say\" for a day.")
    #expect(plain.flags.map(\.severity) == [.critical] && quoted.flags.map(\.severity) == [.minor])
    #expect(plain.score > quoted.score)
  }
}

@Suite struct `Flags that need the cluster` {
  private func cluster(_ drift: [DriftEvidence], isMachine: Bool = false, original: String? = nil) -> ClusterContext {
    let bytes = Array((original ?? "").utf8)
    let credits = original == nil ? nil : reader.attribution(of: Array(bytes))
    return ClusterContext(isMachineRewrite: isMachine, original: credits, drift: drift)
  }

  private func evidence(
    _ rule: DriftRuleID, _ severity: FlagSeverity, _ range: Range<Int> = 4..<11, confidence: Double = 0.4
  ) -> DriftEvidence {
    DriftEvidence(
      rule: rule, severity: severity, confidence: confidence, message: "It differs.",
      range: ByteRange(range.lowerBound, range.upperBound))
  }

  @Test func `serious drift and altered quotations become flags, minor ones do not`() {
    let context = cluster([
      evidence(.numberValue, .critical), evidence(.quotationAltered, .major), evidence(.termUnrelated, .minor),
      evidence(.timeDay, .minor), evidence(.termContrast, .major),
    ])
    let flags = report(harbour, cluster: context).flags
    #expect(flags.map(\.flag) == ["serious-drift", "serious-drift", "altered-quotation"])
    #expect(flags.allSatisfy { $0.text == "harbour" })
  }

  @Test func `three replaced terms are a pattern`() {
    let terms = [
      evidence(.termUnrelated, .minor), evidence(.termUnrelated, .minor, 12..<17), evidence(.termUnrelated, .minor, 18..<22),
    ]
    #expect(report(harbour, cluster: cluster(Array(terms.prefix(2)))).flags.isEmpty)
    #expect(
      report(harbour, cluster: cluster(terms)).flags.map(\.flag) == ["tortured-phrase", "tortured-phrase", "tortured-phrase"])
    let wider = terms.map { evidence(.termWider, .minor, $0.range.indices) }
    #expect(report(harbour, cluster: cluster(wider)).flags.isEmpty)
    let misplaced = terms.map { evidence(.termUnrelated, .minor, $0.range.indices, confidence: 0.1) }
    #expect(report(harbour, cluster: cluster(misplaced)).flags.isEmpty)
  }

  @Test func `a dropped credit is flagged, a kept one is not`() {
    let context = cluster([], original: "LIMA (Reuters) - The board met.")
    #expect(report(harbour, cluster: context).flags.map(\.flag) == ["credit-dropped"])
    #expect(report("LIMA (Reuters) - \(harbour)", cluster: context).flags.isEmpty)
  }

  @Test func `every rule's name is known by its id`() {
    #expect(Set(QualityRules.all.map(\.id)).isSubset(of: FlagID.allCases.map(\.rawValue)))
  }

  @Test func `the role of a machine's rewrite is a flag`() {
    #expect(report(harbour, cluster: cluster([], isMachine: true)).flags.map(\.flag) == ["machine-rewrite"])
    #expect(report(harbour, cluster: cluster([])).flags.isEmpty)
  }
}
