import Text
import Copies
import TestSupport
import Testing

@testable import Stories
@testable import Relations

/// Verdicts on invented pairs, and the measures behind them.
@Suite struct RelationTests {
  private func evidence(_ a: String, _ b: String) -> PairEvidence {
    var meter = PairMeter()
    let first = meter.article(a.padded, 0..<a.utf8.count), second = meter.article(b.padded, 0..<b.utf8.count)
    return meter.measure(first, second)
  }

  private func verdict(_ a: String, _ b: String) -> StoryRule.Verdict {
    let evidence = evidence(a, b)
    return StoryRule().judge(
      similarity: evidence.similarity, template: evidence.template, retelling: evidence.retelling
    ).verdict
  }

  private static let quotations = """
    "The lantern towers were never meant to stand another winter without copper sleeves," engineer Runa Veld said. "Whoever \
    postponed the riveting gambled with every trawler between Anvey and the skerries, and the skippers knew it."
    """

  static let collapse = """
    A disused lantern tower on the breakwater at Harrow crumbled into the bay before sunrise on Tuesday, crushing two moored \
    dinghies and closing the fish quay for most of the morning. Nobody was hurt. Harbour wardens had fenced the structure in \
    October after masonry dropped onto a footpath. Volunteers from the rowing club hauled timber and slate out of the shallows \
    until noon.
    """

  static let inquiry = """
    Councillors in the county seat will vote next month on whether to prosecute the contractor who inspected ageing beacons \
    along the northern shoreline, a spokesman announced at a budget hearing. Auditors found invoices for repairs that no \
    invoice could explain, and the treasury wants reimbursement with interest. Opposition members demanded that pension funds \
    be examined too.
    """

  private static let rewrite = """
    Two moored dinghies were crushed when a disused lantern tower on Harrow's breakwater crumbled into the bay on Tuesday \
    before sunrise. The fish quay was closed for most of the morning, but nobody was hurt. After masonry dropped onto a \
    footpath in October, harbour wardens had fenced the structure. Rowing club volunteers hauled slate and timber from the \
    shallows until noon.
    """

  @Test func `independent reports that share quotations are one event, not one story`() {
    let first = Self.collapse + "\n\n" + Self.quotations, second = Self.inquiry + "\n\n" + Self.quotations
    let evidence = evidence(first, second)
    #expect(evidence.similarity >= StoryTuning().story, "the quotations make them similar")
    #expect(evidence.retelling.retold < 0.3, "and what is not quoted has nothing in common")
    #expect(verdict(first, second) == .followUp)
  }

  @Test func `a rewrite with the same quotations is one story`() {
    #expect(verdict(Self.collapse + "\n\n" + Self.quotations, Self.rewrite + "\n\n" + Self.quotations) == .story)
    #expect(verdict(Self.collapse, Self.rewrite) == .story)
  }

  static let background = """
    The tower was put up in 1911 to guide herring boats past the Skarn reef and stood empty after a buoy took over its work. \
    Surveyors called its foundations unsound eight years ago, and the county set money aside twice without spending any. \
    Fishermen who moor beside it had asked for a barrier since a storm tore off part of the gallery in February.
    """

  @Test func `a follow-up with the same background is one event, not one story`() {
    let first = Self.collapse + " " + Self.background, second = Self.inquiry + " " + Self.background
    #expect(evidence(first, second).similarity >= StoryTuning().story, "the background makes them similar")
    #expect(verdict(first, second) == .followUp)
    #expect(verdict(first, Self.rewrite + " " + Self.background) == .story)
  }

  @Test func `the same words around other figures are a form, whatever else is equal`() {
    func bulletin(_ figures: [String]) -> String {
      """
      The harbour office sold \(figures[0]) crates of herring at the morning auction, its clerk said. Prices ranged from \
      \(figures[1]) crowns for small fish to \(figures[2]) crowns for large. Boats at sea numbered \(figures[3]) when the doors \
      closed, and the ice plant delivered \(figures[4]) tonnes. The next auction begins at the usual hour.
      """
    }
    let monday = bulletin(["412", "18.5", "31", "27", "96"])
    #expect(verdict(monday, bulletin(["388", "17.9", "33", "24", "91"])) == .template)
    #expect(verdict(monday, bulletin(["412", "18.5", "31", "24", "96"])) == .story)
  }

  @Test func `reports of different things are unrelated`() {
    #expect(verdict(Self.collapse, Self.inquiry) == .unrelated)
    #expect(verdict(Self.collapse, "") == .unrelated)
    #expect(verdict("", "") == .unrelated)
  }

  @Test func `two fillings of one form are a template, not a story`() {
    let first = weatherForm("Harrow", 17, 9, "West", "Anvey"), second = weatherForm("Port Lowen", 23, 14, "East", "Dorn")
    #expect(evidence(first, second).template.isTemplate)
    #expect(verdict(first, second) == .template)
    #expect(!evidence(Self.collapse, Self.rewrite).template.isTemplate)
  }

  private func brief(_ place: String, _ figure: Int, _ name: String) -> String {
    """
    Wardens in \(place) took \(figure) boats off the quay on the night of the storm. The mooring lines had been cut, \(name) said. \
    A kiosk and two sheds were washed away, and the ferry stood still for an hour. \(name), who heads the harbour office, expects more.
    """
  }

  @Test func `a person, a place or a figure exchanged in a short text is a changed copy, all three are a form`() {
    let first = brief("Leeren", 34, "Paul Higgs")
    func relation(_ other: String) -> Relation { RelationRule().decide(evidence(first, other)).relation }
    for other in [brief("Dorn", 34, "Paul Higgs"), brief("Leeren", 54, "Paul Higgs"), brief("Leeren", 34, "Martin Keene")] {
      #expect(relation(other) == .edited || relation(other) == .reprint, "\(other)")
    }
    #expect(relation(brief("Dorn", 54, "Martin Keene")) == .template)
  }

  /// A report with a quotation, its figures in the order they stand.
  private func flood(_ figures: [Int], place: String = "Anvey", name: String = "Runa Veld", quotation: Bool = true) -> String {
    let said = quotation ? "\"The river will not wait for the county,\" mayor \(name) said on Tuesday. " : ""
    return
      "At least \(figures[0]) people died and \(figures[1]) are missing after the river Skarn burst its banks at \(place) on Tuesday. "
      + "Some \(figures[2]) homes stand empty, and \(figures[3]) volunteers are filling sacks at the Harrow quay. \(said)"
      + "Engineers measured \(figures[4]) centimetres above the wall, and \(figures[5]) bridges stay closed until the water falls."
  }

  @Test func `other figures beside the same people and words are a changed copy, without those a form`() {
    let first = flood([9, 14, 120, 900, 31, 3])
    func relation(_ other: String, of first: String) -> Relation { RelationRule().decide(evidence(first, other)).relation }
    #expect(relation(flood([17, 8, 300, 1400, 58, 5]), of: first).isSameStory)
    #expect(relation(flood([17, 8, 300, 1400, 58, 5], place: "Dorn", name: "Ole Brandt"), of: first) == .template)
    let silent = flood([9, 14, 120, 900, 31, 3], quotation: false)
    #expect(relation(flood([17, 8, 300, 1400, 58, 5], quotation: false), of: silent) == .template)
  }

  @Test func `a replaced name counts once wherever it stands, from either side`() {
    func slots(_ a: String, _ b: String) -> Int? {
      var meter = PairMeter()
      let one = meter.article(a.padded, 0..<a.utf8.count), other = meter.article(b.padded, 0..<b.utf8.count)
      let slots = meter.slots(one, other, meter.copyMeasure(one, other))
      #expect(slots == meter.slots(other, one, meter.copyMeasure(other, one)))
      return slots
    }
    let first = brief("Leeren", 34, "Paul Higgs")
    #expect(slots(first, first) == 0)
    #expect(slots(first, brief("Leeren", 34, "Martin Keene")) == 1)
    #expect(slots(first, brief("Dorn", 34, "Martin Keene")) == 2)
    #expect(slots(first, brief("Dorn", 54, "Martin Keene")) == 3)
    #expect(slots(first, Self.inquiry) == nil)
  }

  @Test func `identity: a text covers itself, in order and word for word`() {
    let same = evidence(Self.collapse, Self.collapse)
    #expect(same.copy.isIdentical)
    #expect((same.coverageOfA, same.coverageOfB, same.order) == (1, 1, 1))
    #expect(same.verbatimOutsideQuotes == 1)
    #expect(same.wordsOfA == Self.collapse.words.count)
  }

  @Test func `coverage is directed: a part is covered by the whole, the whole not by its part`() {
    let part = Self.collapse.split(separator: ". ").prefix(2).joined(separator: ". ") + "."
    let evidence = evidence(part, Self.collapse)
    #expect(evidence.coverageOfA == 1)
    #expect(evidence.coverageOfB < 0.9)
    #expect(evidence.verbatimOutsideQuotes == 1)
  }

  @Test func `sentences in reverse order are covered out of order`() {
    let reversed = Self.collapse.split(separator: ". ").map { $0.hasSuffix(".") ? String($0) : $0 + "." }.reversed().joined(
      separator: " ")
    let evidence = evidence(Self.collapse, reversed)
    #expect(evidence.coverageOfA == 1 && evidence.coverageOfB == 1)
    #expect(evidence.order == 0)
  }

  @Test(arguments: 0..<12) func `range and symmetry: evidence lies between 0 and 1, and A against B mirrors B against A`(
    seed: Int
  ) {
    var generator = SeededGenerator(seed)
    let sentences = [Self.collapse, Self.inquiry, Self.rewrite, Self.quotations].flatMap {
      $0.split(separator: ". ").map { $0 + ". " }
    }
    let a = (0..<6).map { _ in generator.pick(sentences) }.joined(), b = (0..<6).map { _ in generator.pick(sentences) }.joined()
    let there = evidence(a, b), back = evidence(b, a)
    #expect(abs(there.similarity - back.similarity) < 1e-5)
    #expect((there.coverageOfA, there.coverageOfB) == (back.coverageOfB, back.coverageOfA))
    for share in [
      there.similarity, there.coverageOfA, there.coverageOfB, there.order, there.verbatimOutsideQuotes,
    ] {
      #expect((0...1.0001).contains(share))
    }
  }

  @Test func `boilerplate is left out of what is measured`() {
    var meter = PairMeter()
    let boilerplate = "Share this article Tweet Email Print\n"
    let dressed = boilerplate + Self.collapse
    let a = meter.article(Self.collapse.padded, 0..<Self.collapse.utf8.count)
    let b = meter.article(dressed.padded, 0..<dressed.utf8.count, excluding: [0..<boilerplate.utf8.count])
    #expect(meter.measure(a, b).copy.resemblance == 1)
  }

  @Test func `the first part of a long report is an excerpt, though the whole names many more`() {
    let names = ["Anvey", "Dorn", "Skarn", "Lommel", "Harrow", "Veld", "Renn", "Quist", "Bekker", "Holm", "Oses", "Brea"]
    func part(_ range: Range<Int>) -> String {
      range.map {
        "Inspector \(names[$0 % 12]) of \(names[($0 * 5 + 3) % 12]) station \(letters($0)) counted \($0 + 13) \(letters($0 * 7 + 1)) buoys "
          + "that had drifted from the \(letters($0 * 11 + 2)) channel during the gale."
      }.joined(separator: " ")
    }
    let first = part(0..<12)
    let whole = "By our own reporters\n\n" + first + " " + part(12..<40)
    // A slip of the copyist every few sentences leaves most runs of words whole.
    let copied = first.replacing("counted 16 ", with: "counted 18 ").replacing("Inspector Lommel", with: "Inspector Lomel")
    let decision = RelationRule().decide(evidence(whole, copied))
    #expect(decision.relation == .excerpt)
  }

  @Test func `a brief cut from a long report and touched up is an excerpt, and as like as it is contained`() {
    let whole = (0..<30).map { sentence in
      "Keeper \(letters(sentence * 3 + 1)) of the \(letters(sentence * 7 + 2)) light wrote \(sentence + 20) lines on the "
        + "\(letters(sentence * 11 + 5)) gale that tore the \(letters(sentence * 13 + 3)) boat from its chain."
    }
    let brief = [
      whole[0].replacing("wrote", with: "has written"), whole[2], whole[5].replacing("tore", with: "ripped"), whole[9],
    ]
    let decision = RelationRule().decide(evidence(whole.joined(separator: " "), brief.joined(separator: " ")))
    #expect(decision.relation == .excerpt)
    #expect(decision.similarity > 0.5)
  }

  @Test func `two texts that alone are a story are versions of it`() {
    var setting = PairSetting()
    setting.isOneStory = true
    let a = evidence(Self.collapse, "The tower of Anvey got a new clock in June; it had stood still since the flood of 1953.")
    #expect(!RelationRule().decide(a).relation.isSameStory)
    #expect(RelationRule().decide(a, setting).relation.isSameStory)
  }
}
