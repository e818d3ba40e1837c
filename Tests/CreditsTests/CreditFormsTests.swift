import Credits
import Testing

/// Credits in the forms that sites of many countries give them, and what only looks like one.
@Suite struct `Credits in more forms and scripts` {
  private static let body = """
    The harbour of Velmora stays shut until Monday, the port authority said on Friday, after a crane fell on a barge.

    Nobody was hurt. Ferries leave from the south quay until the piles have been seen by the inspectors.
    """

  @Test(arguments: [
    ("", "\n\n==Kyodo", ["Kyodo"]), ("", "\n\n(This story is auto-generated from a syndicated feed - PTI)", ["PTI"]),
    ("", "\n\n© dpa-infocom, dpa:210304-99-112233/2", ["dpa"]), ("Altdorf (dpa/lnw) - ", "", ["dpa"]),
    ("", "\n\nQuelle: hafen.example, jr/AFP/dpa", ["AFP", "dpa"]), ("", "\n\n(Quelle: apa)", ["APA"]),
    ("", "\n\nats/vroe", ["sda"]),
    ("", "\n\n(ANSA Brasil)", ["ANSA"]), ("ВЕЛЬМОРА, 4 марта. /ТАСС/. ", "", ["TASS"]),
    ("Вельмора. 4 марта. INTERFAX.RU - ", "", ["Interfax"]), ("دمشق-سانا\n\n", "", ["SANA"]),
    ("الرياض 4 مارس 2021 م واس\n\n", "", ["SPA"]),
    ("TT\n\n", "", ["TT"]), ("新华社维城3月4日电（记者李明）", "", ["Xinhua"]), ("", "\n\nAGERPRES/(A - autor: Ion Roe)", ["Agerpres"]),
    ("Reuters in Velmora\n\n", "", ["Reuters"]), ("", "\n\nLe Quai avec AFP", ["AFP"]),
    ("", "\n\nAdditional reporting: AFP", ["AFP"]), ("Le Quai du Nord avec AFP\n\n", "", ["AFP"]),
    ("Velmora (AFP) ", "", ["AFP"]), ("", "\n\nLusa/Fim", ["Lusa"]), ("Ana Roe/ EFE ", "", ["EFE"]),
    ("Ann Roe, Reuters ", "", ["Reuters"]), ("Crane falls on barge By the CNN Wire Staff ", "", ["CNN Newsource"]),
    ("", "\n\n*/ AFP, EFE e Reuters*", ["AFP", "EFE", "Reuters"]),
    ("", " (PTI) Follow us on the quay.", ["PTI"]), ("MADRID, 4 Mar. (EUROPA PRESS) - ", "", ["Europa Press"]),
    ("", "\n\nCom informações da Agência Brasil", ["Agência Brasil"]), ("VELMORA, Calif. (AP) — ", "", ["AP"]),
    ("Velmora, Calif. (Reuters) - ", "", ["Reuters"]), ("VELMORA (AP) ? ", "", ["AP"]), ("VELMORA (AP) â€” ", "", ["AP"]),
    ("Ferry owners deny that the pier was neglected By the CNN Wire Staff ", "", ["CNN Newsource"]),
    ("", " (A informação é da Reuters)", ["Reuters"]), ("", " (informações de Ana Roe, da Reuters)", ["Reuters"]),
    ("", "\n\nContributing to this report were Associated Press writers Ann Roe in Brod and Jan Pell in Marn.", ["AP"]),
    ("", "أعيد فتح الميناء أمام السفن اليوم.المصدر (وات)", ["TAP"]), ("", "\n\n(واج)", ["APS"]),
  ])
  func `a credit is read`(before: String, after: String, wires: [String]) {
    #expect(attribution(before + Self.body + after).wires == wires)
  }

  @Test(arguments: [
    ("The quay of Velmora, March 2. REUTERS/Ann Roe/File Photo\n\n", ""), ("Ann Roe/AFP/Getty Images\n\n", ""),
    ("A worker walks along the quay. (REUTERS)\n\n", ""), ("", "\n\nThe town lies on the river Kyodo."),
    ("", "\n\nTT Velmora won the cup on Sunday."),
    ("Is it true (AP) ? We asked. ", ""), ("The answer given by the CNN wire staff was short. ", ""),
    ("", "\n\nThe letter was read in full by Le Quai and by AFP readers on Friday."),
  ])
  func `what looks like one is none`(before: String, after: String) {
    #expect(attribution(before + Self.body + after).wires == [])
  }
}
