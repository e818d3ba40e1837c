import Articles
import Credits
import Testing

let reader = WireReader()

func attribution(_ text: String) -> WireAttribution {
  reader.attribution(of: Array(text.utf8))
}

@Suite struct `Credits of agencies` {
  @Test(arguments: [
    ("LIMA, March 3 (Reuters) - The board met.", "Reuters", WireEvidenceKind.dateline),
    ("Hamburg (dpa) - Der Hafen bleibt zu.", "dpa", .dateline),
    ("Valencia, 3 mar (EFE).- El puerto sigue cerrado.", "EFE", .dateline),
    ("(ANSA) - GENOVA, 03 MAR - Il porto resta chiuso.", "ANSA", .dateline),
    ("Porto, 03 mar 2021 (Lusa) – O porto continua fechado.", "Lusa", .dateline),
    ("MARSEILLE, 3 mars (AFP) - Le port reste fermé.", "AFP", .dateline),
    ("By Ann Lee, Associated Press\nThe board met.", "AP", .byline),
    ("Von Ann Lee, dpa\nDer Hafen bleibt zu.", "dpa", .byline),
    ("The board met.\nAdditional reporting by AFP", "AFP", .reportingCredit),
    ("The board met.\n(Reporting by Ann Lee; Editing by Bob Ray)", "Reuters", .reportingCredit),
    ("The board met.\nAnn Lee of The Associated Press contributed to this report.", "AP", .contribution),
    ("The board met.\nWith inputs from PTI", "PTI", .contribution),
    ("Der Hafen bleibt zu.\n(mit dpa)", "dpa", .contribution),
    ("El puerto sigue cerrado.\nCon información de EFE", "EFE", .contribution),
    ("The board met.\nCopyright 2021 The Associated Press. All rights reserved.", "AP", .copyright),
    ("The board met.\nSource: ANI", "ANI", .sourceLine),
    ("Der Hafen bleibt zu.\nQuelle: dpa", "dpa", .sourceLine),
    ("The board met, he said. (AFP)", "AFP", .signOff),
    ("The board met, he said. - PTI", "PTI", .signOff),
  ])
  func `a credit is found with its kind`(text: String, label: String, kind: WireEvidenceKind) {
    let found = attribution(text)
    #expect(found.wires == [label])
    #expect(found.evidence.map(\.kind) == [kind])
    for piece in found.evidence { #expect(piece.range.count > 0 && piece.range.indices.upperBound <= text.utf8.count) }
  }

  @Test(arguments: [
    "A clerk told Reuters that the quay was shut.", "According to AFP, the quay is shut.",
    "The quay is shut, Xinhua reported on Friday.",
    "Photo: Reuters", "(AP Photo/Ann Lee)", "Ann Lee/AFP via Getty Images", "Reuters/Ann Lee", "Image source: Reuters",
    "Example Party (EP) - the smaller one - lost.", "Agence France-Presse (AFP) is based in Paris.", "AP Sources: Board to Quit",
    "SPRINGFIELD, PA - A judge met the board.", "The reporter, editing by night, worked for Reuters.",
    "Reuters' owner met the board.",
    "She filed a copyright claim against Reuters.", "Der Minister sagte der dpa, der Hafen bleibe zu.", "",
  ])
  func `a mention is no credit`(text: String) { #expect(attribution(text).wires == []) }

  @Test func `all agencies of a list are credited, outlets beside them too`() {
    let found = attribution("The board met.\n\nAFP, AP, Reuters and Harbour TV contributed to this story.")
    #expect(found.wires == ["AFP", "AP", "Reuters", "Harbour TV"])
    #expect(attribution("Ann Lee and Bob Ray contributed to this story, with files from AFP.").wires == ["AFP"])
  }

  @Test func `a dateline of several cities is a hint and no credit`() {
    let found = attribution("LIMA / QUITO / BOGOTA - The boards met on Monday to speak of the quays.")
    #expect(found.evidence.map(\.agency) == ["reuters"])
    #expect(!found.isCredited && found.wires.isEmpty)
  }

  @Test func `a credit at the end of a text without line breaks is found`() {
    let text = String(repeating: "The board met and the quay stayed shut for another day. ", count: 100)
    #expect(attribution(text + "(Reporting by Ann Lee; Editing by Bob Ray)").wires == ["Reuters"])
    #expect(attribution("LIMA (Reuters) - " + text).wires == ["Reuters"])
    #expect(attribution(text).wires == [])
  }

  @Test func `there are sixty agencies and more, with distinct ids`() {
    #expect(reader.agencies.count >= 60)
    #expect(Set(reader.agencies.map(\.id)).count == reader.agencies.count)
  }
}

@Suite struct `Hostile texts for credits` {
  static let texts = [
    String(repeating: "\"", count: 20_000), String(repeating: "AFP ", count: 20_000),
    String(repeating: "(AFP)\n", count: 20_000),
    String(repeating: "with AP and Reuters, ", count: 20_000), String(repeating: "(Reporting by A\n", count: 20_000),
    "(Reuters", "AFP", "©", "(", "-", "/TASS/", "é(AFP)é", "\u{FEFF}AFP -",
  ]

  @Test(arguments: texts.indices)
  func `evidence stays inside the text`(index: Int) {
    let text = Self.texts[index]
    for piece in attribution(text).evidence {
      #expect(piece.range.count > 0 && piece.range.indices.upperBound <= text.utf8.count)
      #expect(piece.confidence > 0 && piece.confidence <= 1)
    }
  }
}
