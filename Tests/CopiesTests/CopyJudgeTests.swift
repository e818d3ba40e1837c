import Fingerprints
import TestSupport
import Testing
import Text

@testable import Copies

@Suite struct `Copies and pages` {
  private let shingler = Shingler(width: 5)

  private func digest(_ text: String, title: String = "") -> CopyDigest {
    let bytes = Array(text.utf8)[...]
    return CopyDigest(text.words, shingler: shingler, text: bytes, reading: bytes, title: title.words)
  }

  private func judge(_ a: String, _ b: String, titles: (String, String) = ("", "")) -> CopyJudge.Verdict {
    var judge = CopyJudge(CopyRule())
    let first = digest(a, title: titles.0), second = digest(b, title: titles.1)
    judge.load(first)
    return judge.judge(first, second)
  }

  private let fire =
    "A barn burnt down at Hollow Farm near Pellham early on Sunday. Nobody was hurt, and forty goats were led out in time.\n\n"
  private let choir =
    "The girls' choir of Osterby won the spring prize in Corlen with a song that its conductor had found in a drawer of her aunt.\n\n"
  private let box = (0..<14).map { "Headline number \($0) about matter \($0 * 7) and nothing else" }.joined(separator: "\n")
  private let wire = """
    The Norland central bank raised its rate by a quarter of a point on Thursday and said that prices in the north would fall by June.

    Governor Ilse Bram told reporters in Vinterborg that 14 of the 19 members had voted for the step. "We have waited for two winters," she said.

    Exporters warned that orders from Ostrania had fallen by 8 per cent since March. The krone rose to its highest since 2019.
    """

  @Test func `two briefs with one box of headlines are no copies`() {
    let verdict = judge(fire + box, choir + box)
    #expect(verdict.relation == nil && verdict.isCertain)
    #expect(verdict.passagesOfA.map(\.count) == verdict.passagesOfB.map(\.count))
    #expect(!verdict.passagesOfA.isEmpty)
  }

  @Test func `what stands at the end of two texts is part of neither`() {
    #expect(digest(fire).begins(in: digest(choir + fire)))
    #expect(!digest(fire + wire).begins(in: digest(choir + wire)))
  }

  @Test func `one brief with the box and without it is one`() {
    #expect(judge(fire + box, fire).relation == .excerpt)
  }

  @Test func `a story between the headlines of two sites is one story`() {
    let other = (0..<6).map { "Other news \($0) from the coast for you" }.joined(separator: "\n")
    #expect(judge("\(wire)\n\n\(other)", "\(wire)\n\nMost read\nFerry fares go up\nGoats on the line again").relation != nil)
  }

  @Test func `a line of each site's own behind one text is no other filling of a form`() {
    let text = """
      Walkers have been told to keep off the old rope bridge after ranger Olwen Prys found on Tuesday that mice had eaten through two of its strands. The \
      bridge of 1904 hangs over the Corlen gorge that is as deep as a church is high, and nobody has counted the people who cross it on a warm day.

      Prys told the Merrow Record that the mice had come for the grease. Nobody was hurt, but a dog that was carried across in a basket had to \
      be carried back by its owner the same evening.

      New strands will be spun in Osterby by hand for 4,200 crowns, as they were before, and the bridge may open again when the leaves fall. \
      Until then a path leads down to the water and up on the other side, which takes a good hour and should not be tried in rain.

      """
    let first = text + "Watch WKLD News at 5, 6 and 10 with Tom Hale and Ann Prior."
    let second = text + "Copyright 2031 Merrow Media Inc. Station KQRA, Elm Street 14, Dry Fork."
    #expect(judge("MILL BAY (WKLD) - " + first, "DRY FORK (KQRA) - " + second).relation == .edited)
    // What is filled in between the words is another thing that happened.
    let filled = "On Monday 3 at Mill Bay, Ward 7, with Tom Hale and Ann Prior: "
    let other = "On Friday 9 at Dry Fork, Ward 2, with Ida Crane and Sam Yule: "
    #expect(judge(filled + fire + filled, other + fire + other).relation == nil)
  }

  @Test func `the same text under other changing figures is a copy`() {
    func list(_ seed: Int) -> String { (0..<9).map { "Share\($0) \(seed * 37 + $0 * 11).\($0 + seed)" }.joined(separator: "\n") }
    #expect(judge("\(list(3))\n\n\(wire)", "\(list(8))\n\n\(wire)").relation == .reprint)
    #expect(judge("\(list(3))\n\n\(fire)", "\(list(8))\n\n\(choir)").relation == nil)
  }

  @Test func `the title says which part is the article`() {
    let header = "Sign up for the morning letter of this paper and read what happens in the valley before anybody else does. "
    let note =
      " The views are those of their author and need not be shared by this paper, its owners or its readers in the valley."
    let goats = "Forty goats walked home alone from Hollow Farm to Pellham market."
    let songs = "Conductor Linne found songs in drawers of her late aunt."
    let verdict = judge(
      header + goats + note, header + songs + note, titles: ("Goats walk home from Hollow Farm", "Conductor Linne and the songs"))
    #expect(verdict.relation == nil && verdict.isCertain)
  }

  @Test func `an edited copy with another first sentence stays one`() {
    let edited = wire.replacing("raised its rate by a quarter of a point", with: "lifted its main rate by 25 basis points")
    #expect(judge(wire, edited).relation == .edited)
  }

  @Test func `a brief that a page printed behind another article is no excerpt of it`() {
    #expect(judge(wire + "\n\n" + fire, fire).relation == nil)
    #expect(judge(fire, wire + "\n\n" + fire).relation == nil)
    // Where the page's title speaks of the brief, the brief is the article.
    let titles = ("Forty goats led out of a barn at Hollow Farm", "Barn burnt down")
    #expect(judge(wire + "\n\n" + fire, fire, titles: titles).relation == .excerpt)
  }

  @Test func `a part of an article that speaks of what the rest speaks of is its excerpt, wherever it stands`() {
    let more = """
      Governor Bram of the central bank told reporters that members who had voted against the step wanted to wait until June. Exporters in \
      Vinterborg said the krone had risen too far for Norland, and orders from Ostrania would fall again.
      """
    #expect(judge(wire + "\n\n" + more, more).relation == .excerpt)
    #expect(judge("\(fire)\(wire)", wire).relation != nil)
    // Its own words stand between those of the part.
    let cut = fire + choir
    let own = "Exporters in the north sent the farm a card, and a reader of ours in the capital gave it two more goats."
    let source = "\(wire)\n\n\(fire)\(own)\n\n\(choir)"
    #expect(judge(source, cut).relation == .excerpt)
  }
}
