import Drift
import Lexicon
import TestSupport
import Testing

struct NumberRuleTests {
  @Test(arguments: [
    MarkedPair("The council spent $«4.6 million» on bridges.", "The council spent $«4.6 billion» on bridges."),
    MarkedPair("The storm killed «47» people in the valley.", "The storm killed «74» people in the valley."),
    MarkedPair("Some «five thousand» men marched.", "Some «three thousand» men marched."),
    MarkedPair("The team won «2»-1 in Graz.", "The team won «3»-1 in Graz."),
  ])
  func `another value is critical`(pair: MarkedPair) {
    #expect(pair.marked(.number)?.severity == .critical)
  }

  @Test(arguments: [
    MarkedPair("Net profit was «3,086,386» crowns.", "Net profit was «3.1 mln» crowns."),
    MarkedPair("Sales rose «2.2» percent.", "Sales rose «two» percent."),
    MarkedPair("Police counted «5,240» marchers.", "Police counted more than «5,000» marchers."),
  ])
  func `rounding is minor`(pair: MarkedPair) {
    #expect(pair.marked(.number)?.rule == .numberRounded)
    #expect(pair.findings().allSatisfy { $0.severity == .minor })
  }

  @Test(arguments: [
    MarkedPair("Over «50» lambs were lost in the flood.", "Over «60» lambs were lost in the flood."),
    MarkedPair("At least «300» marched to the mill.", "More than «340» marched to the mill."),
    MarkedPair("Fewer than «90» ferries are left.", "Fewer than «80» ferries are left."),
  ])
  func `two bounds of one direction are two figures`(pair: MarkedPair) {
    #expect(pair.marked(.number)?.rule == .numberValue)
  }

  @Test(arguments: [
    MarkedPair("It cost 934,200 rupees.", "It cost 9,34,200 rupees."),
    MarkedPair("It cost 272,000 euros.", "It cost 272.000 euros."),
    MarkedPair("Seven thousand came.", "7,000 came."), MarkedPair("It lasted two weeks.", "It lasted 14 days."),
    MarkedPair("It rose 3 percent.", "It rose 3 pct."), MarkedPair("It rose 3%.", "It rose 3 per cent."),
    MarkedPair("He won the 2017/18 title.", "He won the 2017-18 title."), MarkedPair("It is 10 miles away.", "It is 16 km away."),
    MarkedPair("They met at 1 p.m. on Sunday.", "They met at 13:00 on Sunday."),
    MarkedPair("It hit 30 degrees.", "It hit 86 degrees."),
    MarkedPair("The girls are 3 1/2 and 7.", "The girls are 3½ and 7."), MarkedPair("It has 1 198 rooms.", "It has 1,198 rooms."),
  ])
  func `the same value written otherwise is nothing serious`(pair: MarkedPair) {
    #expect(pair.findings().allSatisfy { $0.severity == .minor })
    #expect(pair.findings(.number).isEmpty)
  }

  @Test(arguments: [
    MarkedPair("The fire hurt «at least 12» men.", "The fire hurt «nearly 12» men."),
    MarkedPair(
      "The fire that broke out on Monday destroyed «more than 50» barns in the old valley.",
      "The fire that broke out on Monday destroyed «50» barns in the old valley."),
  ])
  func `a bound that changed is major`(pair: MarkedPair) {
    #expect(pair.marked(.number)?.rule == .numberBound)
    #expect(pair.marked(.number)?.severity == .major)
  }
}

struct TimeAndUnitRuleTests {
  @Test(arguments: [
    MarkedPair("The vote is on «Tuesday» in Graz.", "The vote is on «Thursday» in Graz."),
    MarkedPair("The mine closed in «March» after a fire.", "The mine closed in «May» after a fire."),
    MarkedPair("The fair opens in «mid-June» by the lake.", "By the lake the fair opens in the middle of «July»."),
    MarkedPair("They voted in «Septembr» in Graz.", "They voted in «October» in Graz."),
    MarkedPair("The bridge was built in «1987» by his firm.", "The bridge was built in «1978» by his firm."),
    MarkedPair("The train left at «13:25» from Graz.", "The train left at «15:25» from Graz."),
  ])
  func `another date is serious`(pair: MarkedPair) {
    #expect(pair.marked(.time)?.severity ?? .minor > .minor)
  }

  @Test(arguments: [
    MarkedPair("It burned on the night before Sunday.", "It burned on Saturday night."),
    MarkedPair("Farmers may march to Graz.", "Farmers might march to Graz."),
    MarkedPair("The fair opens in mid-June.", "The fair opens in the middle of June."),
    MarkedPair("It opened on Jan. 8 in Graz.", "It opened on January 8 in Graz."),
  ])
  func `the same day said otherwise is no finding`(pair: MarkedPair) {
    #expect(pair.findings(.time).isEmpty)
  }

  @Test(arguments: [
    MarkedPair("The fine came to «£40,000» in all.", "The fine came to «$40,000» in all."),
    MarkedPair("It lies «10 miles» from the port.", "It lies «10 km» from the port."),
  ])
  func `another unit is serious`(pair: MarkedPair) {
    #expect(pair.marked(.unit)?.severity ?? .minor > .minor)
  }
}

@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct NameRuleTests {
  @Test(arguments: [
    MarkedPair("The prize went to «Olav Brandvold» of Bergen.", "The prize went to «Jens Hollister» of Bergen."),
    MarkedPair("The choir flew to «Vilnius» on Monday.", "The choir flew to «Lisbon» on Monday."),
  ])
  func `another name is serious`(pair: MarkedPair) {
    #expect(pair.marked(.name)?.severity ?? .minor > .minor)
  }

  @Test(arguments: [
    MarkedPair("The envoy of the United States left.", "The envoy of the U.S. left."),
    MarkedPair("The British envoy left Graz.", "The UK envoy left Graz."),
    MarkedPair("The World Health Organization warned Norway.", "The WHO warned Norway."),
    MarkedPair("Then Gen. Olav Brandvold spoke.", "Then Olav Brandvold spoke."),
    MarkedPair("They met Yusuf in Graz.", "They met Youssouf in Graz."),
    MarkedPair("They drove to Müllheim today.", "They drove to Mullheim today."),
  ])
  func `one name in two forms is nothing serious`(pair: MarkedPair) {
    #expect(pair.findings(.name).allSatisfy { $0.severity == .minor })
  }

  @Test func `a copy that spells a name in two ways is told once, with a count`() {
    let a =
      "Brandvold opened the mill in Graz. Farmers praised Brandvold for it. Brandvold left at noon by train. The mill will grind rye."
    let b =
      "Brandvold opened the mill in Graz. Farmers praised Brandvol for it. Brandvol left at noon by train. The mill will grind rye."
    let findings = Analyzers.compare(a, b).findings.filter { $0.category == .name }
    #expect(findings.count == 1)
    #expect(findings.first?.count == 2)
    #expect(findings.first?.severity == .major)
  }
}
