import Drift
import TestSupport
import Testing

struct PeriodRuleTests {
  @Test(arguments: [
    MarkedPair("The yard built nine ferries «last year» in Bergen.", "The yard built nine ferries «this year» in Bergen."),
    MarkedPair("The tunnel opens «next month» after a long delay.", "The tunnel opens «this month» after a long delay."),
    MarkedPair("The mole was built «a decade» ago by hand.", "The mole was built «a century» ago by hand."),
    MarkedPair("Its profit doubled in the «current quarter» again.", "Its profit doubled in the «previous quarter» again."),
  ])
  func `another period is major and mirrors`(pair: MarkedPair) {
    for pair in [pair, pair.mirrored] {
      #expect(pair.marked(.time)?.rule == .timePeriod)
      #expect(pair.marked(.time)?.severity == .major)
      #expect(pair.findings().filter { $0.severity > .minor }.count == 1)
    }
  }

  @Test func `a period is held against one other only`() {
    let pair = MarkedPair("Sales rose last year and will rise next year.", "Sales rose this year, he said.")
    #expect(pair.findings(.time).filter { $0.rule == .timePeriod }.count == 1)
    #expect(pair.mirrored.findings(.time).filter { $0.rule == .timePeriod }.count == 1)
  }

  @Test(arguments: [
    MarkedPair("The yard built nine ferries last year.", "The yard built nine ferries in the past year."),
    MarkedPair("The yard will build more in the coming year.", "The yard will build more next year."),
    MarkedPair("The yard built nine ferries last year.", "The yard built nine ferries."),
    MarkedPair("Last week the rain stopped, this week it is back.", "This week the rain is back, last week it stopped."),
    MarkedPair("The last man left this house.", "This man left the last house."),
  ])
  func `the same period in other words is nothing`(pair: MarkedPair) {
    #expect(!pair.findings(.time).contains { $0.rule == .timePeriod })
  }
}
