import Drift
import Lexicon
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
}
