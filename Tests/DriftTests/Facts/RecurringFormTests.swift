import Drift
import Lexicon
import TestSupport
import Testing

/// Two reports of two rounds or two polls have other figures; whoever rewrites one keeps nearly all of them.
@Suite struct RecurringFormTests {
  private func serious(_ a: String, _ b: String) -> [DriftFinding] {
    Analyzers.compare(a, b).findings.filter { $0.severity > .minor && [.number, .time, .name].contains($0.category) }
  }

  @Test(arguments: [
    // Two bulletins of one service.
    (
      """
      A gentle breeze from the west will blow over the harbour today, with sunshine after noon. Temperatures will reach between 19 \
      and 24 degrees along the coast. The sea stays choppy near the cape.
      """,
      """
      Clouds come in over the harbour this morning and a western breeze picks up later on. Temperatures will reach between 17 and \
      21 degrees along most of the coast. Near the cape the sea will be calm by the evening.
      """
    ),
    // Two rounds of one league.
    (
      """
      The matches of the second round of the regional handball league are played this evening in three halls. Holmvik meets \
      Granby at the old gymnasium. The doors open early for families with children.
      """,
      """
      This weekend sees matches of the third round in the regional handball league, and the halls are sold out. Holmvik travels to \
      Sandnes by ferry. Tickets for families with children are gone since yesterday.
      """
    ),
  ])
  func `in articles of other wording a changed figure is news`(a: String, b: String) {
    #expect(serious(a, b).isEmpty)
  }

  /// A report of a flood with its figures, and somebody in it who is quoted.
  private func flood(_ figures: [Int], quoted: Bool) -> String {
    let said = quoted ? "\"The river will not wait for the county,\" said mayor Runa Veld of Anvey. " : ""
    return
      "At least \(figures[0]) people died when the river Skarn burst its banks at Anvey. Some \(figures[1]) homes stand empty. \(said)"
      + "Engineers from Holmvik measured \(figures[2]) centimetres above the wall. The coast guard of Granby sent \(figures[3]) boats."
  }

  @Test func `other figures beside a quotation that was kept are changes, without it a form's`() {
    let figures = [9, 120, 31, 4], others = [17, 300, 58, 12]
    #expect(serious(flood(figures, quoted: true), flood(others, quoted: true)).count { $0.category == .number } >= 3)
    #expect(serious(flood(figures, quoted: false), flood(others, quoted: false)).isEmpty)
  }

  @Test func `all figures of a copy may be changed where most of its sentences have none`() {
    func report(_ figures: [Int]) -> String {
      """
      The county has collected \(figures[0]) signatures against the new quay at Holmvik, its clerk said. Runa Veld, who chairs the \
      board, wants the ferry to stay where it lands today. The old quay was built of oak from the woods behind Anvey. It has stood \
      since \(figures[1]) without a repair. Fishermen keep their boats in the small bay behind the cape.
      """
    }
    #expect(serious(report([8000, 1978]), report([800, 1998])).count { $0.category == .number || $0.category == .time } == 2)
  }

  @Test func `notices that fill in one sentence and keep the others are a form`() {
    func notice(_ hour: Int, _ minute: Int, _ force: Int, _ depth: Int, _ magnitude: String, _ seconds: Int, _ reports: Int)
      -> String
    {
      """
      At \(hour):\(minute) a tremor of force \(force) was felt at a depth of \(depth) kilometres with a magnitude of \(magnitude) for \
      \(seconds) seconds, and \(reports) people called the harbour office. There is no danger of a flood on the coast of the county. \
      The office has no word of damage to houses or to boats so far. It asks all who live near the cape to keep away from the cliffs.
      """
    }
    #expect(serious(notice(5, 12, 3, 40, "4.8", 14, 120), notice(23, 41, 4, 10, "5.1", 32, 310)).isEmpty)
  }

  @Test func `a falsified figure stands out in a rewrite that keeps the others`() {
    let a = """
      The ferry Solveig ran aground near Holmvik on 4 May 2016 with 212 passengers and 18 crew on board. It left the quay at 13:25 \
      and was 9 minutes late. The coast guard sent 3 boats and 2 helicopters. Repairs took 11 weeks and cost 640,000 crowns.
      """
    let b = """
      With 212 passengers and 18 crew on board, the ferry Solveig ran aground close to Holmvik on 4 May 2016. It had left the quay \
      at 13:25, 9 minutes late. The coast guard sent 3 boats and 5 helicopters. Repairs lasted 11 weeks and cost 640,000 crowns.
      """
    #expect(serious(a, b).contains { $0.category == .number })
  }

  /// A report with some of its sentences told in other words and with other figures, and `kept` more that stay as they were.
  private func leak(_ lead: String, kept: Int) -> String {
    let background = [
      "The pipeline from Granby to the port of Holmvik belongs to the Skarn Energy company.",
      "Divers of the harbour office in Holmvik had inspected the joint before winter.",
      "Runa Veld, who chairs the county board, wants the pipeline moved inland.",
      "Fishermen from Anvey keep their boats in the small bay behind the cape.",
      "The last leak, near the Tolle lighthouse, was closed with a steel collar.",
    ]
    return ([lead] + background.prefix(kept)).joined(separator: " ")
  }

  @Test func `an article that keeps its sentences and tells other figures was brought up to date`() {
    let first = """
      The equivalent of 1,000 barrels a day is running out of the broken pipe into the bay, officials think. Workers hope to close it \
      on Monday, if the wind allows them to reach the spot with their barge. Until then booms of straw have to keep the oil away from \
      the beaches, where volunteers gather it with spades and buckets. Schools along the shore let older pupils help.
      """
    let second = """
      Officials now think that the equivalent of 2,000 barrels a day is running out of the pipe that broke, into the bay. With the wind \
      as it is, the barge may not reach the spot before Tuesday, when workers hope to close it. Volunteers with spades and buckets \
      gather the oil that gets past the straw booms and onto the beaches. They are helped by older pupils, whom schools let go.
      """
    let found = serious(leak(first, kept: 5), leak(second, kept: 5))
    #expect(found.count { $0.category == .number } == 1)
    #expect(found.contains { $0.rule.rawValue == "number/value" })
    #expect(!serious(leak(first, kept: 3), leak(second, kept: 3)).contains { $0.rule.rawValue == "number/value" })
  }
}
