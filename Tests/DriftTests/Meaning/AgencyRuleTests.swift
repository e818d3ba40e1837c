import Drift
import Lexicon
import TestSupport
import Testing

@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct AgencyRuleTests {
  @Test(arguments: [
    MarkedPair("«Freedonia attacked Sylvania» in the spring.", "«Sylvania attacked Freedonia» in the spring."),
    MarkedPair("In March a «farmer sued the bank» over the loan.", "In March a «bank sued the farmer» over the loan."),
    MarkedPair("«Brandvold was arrested by Hollister» at the gate.", "«Hollister was arrested by Brandvold» at the gate."),
  ])
  func `parties that changed places are serious`(pair: MarkedPair) {
    #expect((pair.marked(.agency)?.severity ?? .minor) > .minor)
    #expect((pair.mirrored.marked(.agency)?.severity ?? .minor) > .minor)
  }

  @Test(arguments: [
    MarkedPair("Freedonia attacked Sylvania.", "Sylvania was attacked by Freedonia."),
    MarkedPair("Hollister and Brandvold opened the fair.", "Brandvold and Hollister opened the fair."),
    MarkedPair("Hollister met Brandvold in the spring.", "Brandvold met Hollister in the spring."),
    MarkedPair("Hollister, the coach of Sylvania, resigned.", "Sylvania coach Hollister resigned."),
    MarkedPair("The farmer sued the bank.", "The bank was sued by the farmer."),
  ])
  func `the same parties in another order are no finding`(pair: MarkedPair) {
    #expect(pair.findings(.agency).isEmpty)
  }

  @Test(arguments: [
    MarkedPair(
      "The ferry Solveig sailed from «Bergen to Harwich» on Monday with forty cars.",
      "On Monday the ferry Solveig went from «Harwich to Bergen» carrying forty cars."),
    MarkedPair(
      "A bank in «Hollister lent money to a farmer from Brandvold».",
      "Money was lent by a bank in «Brandvold to a Hollister» farmer."),
  ])
  func `names that stand in each other's places are serious in other words too`(pair: MarkedPair) {
    let found = pair.findings(.agency).filter { $0.severity > .minor }
    #expect(found.count == 1 && found.allSatisfy { $0.rule == .agencyNames })
    #expect(pair.mirrored.findings(.agency).contains { $0.severity > .minor })
  }

  @Test(arguments: [
    MarkedPair("Ilse Brandt, the owner of Kesterling, sold her house.", "Kesterling's owner Ilse Brandt has sold her house."),
    MarkedPair("Sylvania and Freedonia signed it on Monday.", "On Monday it was signed by Freedonia and Sylvania."),
    MarkedPair("Hollister was questioned by the Kesterling Post.", "The Kesterling Post questioned Hollister."),
    MarkedPair(
      "On the road from Bergen to Harwich a lorry hit a wall.", "A lorry hit a wall on the way to Harwich from Bergen."),
  ])
  func `names in another order in other words are nothing serious`(pair: MarkedPair) {
    #expect(pair.findings(.agency).allSatisfy { $0.severity == .minor })
    #expect(pair.mirrored.findings(.agency).allSatisfy { $0.severity == .minor })
  }
}
