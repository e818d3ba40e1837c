import Drift
import Lexicon
import TestSupport
import Testing

@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct DegreeRuleTests {
  @Test(arguments: [
    MarkedPair("Analysts called it the «weakest» of several plans.", "Analysts called it the «worst» of several plans."),
    MarkedPair("It was the «hottest» week in the valley.", "It was the «longest» week in the valley."),
  ])
  func `another superlative is critical`(pair: MarkedPair) {
    #expect(pair.marked(.degree)?.severity == .critical)
  }

  @Test(arguments: [
    MarkedPair("«Some» of the passengers were questioned at the gate.", "«All» of the passengers were questioned at the gate."),
    MarkedPair("Rents rose «slightly» in the capital.", "Rents rose «sharply» in the capital."),
    MarkedPair("The road is «never» closed in winter.", "The road is «often» closed in winter."),
  ])
  func `another quantity or intensity is serious`(pair: MarkedPair) {
    #expect((pair.marked(.degree)?.severity ?? .minor) > .minor)
  }

  @Test(arguments: [
    MarkedPair("It is the biggest dam in the region.", "It is the largest dam in the region."),
    MarkedPair("The leader of the choir spoke.", "The head of the choir spoke."),
    MarkedPair("Many villages were cut off by snow.", "Numerous villages were cut off by snow."),
    MarkedPair("Shares climbed on Friday.", "Shares rose on Friday."),
  ])
  func `the same degree in other words is not serious`(pair: MarkedPair) {
    #expect(pair.findings(.degree).allSatisfy { $0.severity == .minor })
  }
}
