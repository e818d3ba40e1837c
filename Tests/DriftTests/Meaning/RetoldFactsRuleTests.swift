import Drift
import TestSupport
import Testing

/// An invented report and what a second hand made of it in other words.
@Suite struct RetoldFactsRuleTests {
  private static let report = """
    A freight train derailed near the town of Kelmar early on Tuesday, spilling about 40 tonnes of fertiliser and injuring three railway \
    workers. The line between Kelmar and Orvand will stay closed until Friday, said Lena Hadrik, a spokeswoman for the state railway. \
    Investigators believe a broken rail caused the accident. The driver, a 52-year-old man from Orvand, escaped unhurt. Environmental \
    inspectors found no sign that the chemical had reached the river Tessa. The railway estimates the damage at 2.3 million crowns. It \
    was the second derailment on the line since 2019.
    """

  private static func retelling(
    tonnes: String = "40", day: String = "Tuesday", spokeswoman: String = "Lena Hadrik", damage: String = "2.3", more: String = ""
  ) -> String {
    """
    Rail traffic in the west of the country has come to a halt after wagons carrying \(tonnes) tonnes of fertiliser left the tracks not far \
    from Kelmar before dawn on \(day). Three railway workers were hurt. According to state railway spokeswoman \(spokeswoman), trains \
    will not run again between there and Orvand before Friday. A rail that had snapped is thought to be to blame. The man at the controls \
    walked away without a scratch. Checks by environmental officials showed that nothing got into the Tessa. Repairs and losses are put \
    at \(damage) million crowns, the railway said, adding that wagons had come off the rails there once before since 2019.\(more)
    """
  }

  private static func serious(_ text: String, than report: String = report) -> [DriftRuleID] {
    Analyzers.compare(report, text).findings.filter { $0.severity > .minor }.map(\.rule)
  }

  @Test func `a retelling that keeps the facts is silent`() { #expect(Self.serious(Self.retelling()).isEmpty) }

  @Test func `another figure, day or name is found`() {
    #expect(Self.serious(Self.retelling(tonnes: "60")) == [.numberRetold])
    #expect(Self.serious(Self.retelling(damage: "3.2")) == [.numberRetold])
    #expect(Self.serious(Self.retelling(day: "Thursday")) == [.timeRetold])
    #expect(Self.serious(Self.retelling(spokeswoman: "Mira Tolvan")) == [.nameRetold])
  }

  @Test func `a name of which half is another's is found`() {
    #expect(Self.serious(Self.retelling(spokeswoman: "Lena Tolvan")) == [.nameRetold])
    #expect(Self.serious(Self.retelling(spokeswoman: "Mira Hadrik")) == [.nameRetold])
    // Spelt otherwise, or the surname alone.
    #expect(Self.serious(Self.retelling(spokeswoman: "Lena Hadrick")).isEmpty)
    #expect(Self.serious(Self.retelling(spokeswoman: "Hadrik")).isEmpty)
  }

  @Test func `another day is found beside one that the writer adds`() {
    #expect(Self.serious(Self.retelling(day: "Thursday", more: " Two cranes came over the pass on Saturday.")) == [.timeRetold])
  }

  @Test(arguments: [("January 12", true), ("January 22", false)])
  func `another day of a month is found`(date: String, isSame: Bool) {
    let report = Self.report + " The inquiry has its first hearing on 12 January in the town hall."
    let retelling = Self.retelling(more: " A first hearing of the inquiry was set for \(date) in the town hall.")
    #expect(Self.serious(retelling, than: report) == (isSame ? [] : [.numberRetold]))
  }

  @Test(arguments: [("October", true), ("November", false), ("May", false)])
  func `another month is found`(month: String, isSame: Bool) {
    let report = Self.report + " The line will be opened again in October, its owners hope."
    let retelling = Self.retelling(more: " Its owners hope to see the line opened again as early as \(month).")
    #expect(Self.serious(retelling, than: report) == (isSame ? [] : [.timeRetold]))
  }

  @Test func `a verb that is written as a month is none`() {
    let report = Self.report + " The line will be opened again in October, its owners hope."
    let retelling = Self.retelling(more: " The line may be opened again before long, its owners hope. May they be right.")
    #expect(!Self.serious(retelling, than: report).contains(.timeRetold))
  }

  @Test func `what the writer knew from elsewhere stands for nothing`() {
    #expect(
      Self.serious(Self.retelling(more: " Last year the railway carried 9 million tonnes of freight through Belmora.")).isEmpty)
  }

  @Test func `who brings facts of their own reports anew`() {
    let own = " In 2014, 61 wagons burnt at Belmora, and 12 villages were cleared, said Ivo Brandt of the Orvand fire brigade."
    #expect(Self.serious(Self.retelling(tonnes: "60", more: own)).isEmpty)
  }

  @Test func `rounded, and written in words, a figure is the same`() {
    #expect(Self.serious(Self.retelling(tonnes: "forty", damage: "more than two")).isEmpty)
  }
}
