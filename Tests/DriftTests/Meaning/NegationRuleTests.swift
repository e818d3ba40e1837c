import Drift
import Lexicon
import TestSupport
import Testing

@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct NegationRuleTests {
  @Test(arguments: [
    MarkedPair("The bridge was «not closed» on Monday.", "The bridge was «closed» on Monday."),
    MarkedPair("The mayor has «never visited» the island.", "The mayor has «visited» the island."),
    MarkedPair("Workers do«n't want» the new contract.", "Workers do «want» the new contract."),
    MarkedPair("They crossed the river «without boats» at dawn.", "They crossed the river with «boats» at dawn."),
  ])
  func `a lost negation is critical`(pair: MarkedPair) {
    #expect(pair.marked(.negation)?.severity == .critical)
    #expect(pair.mirrored.marked(.negation)?.severity == .critical)
  }

  @Test(arguments: [
    MarkedPair("The pilots «failed to stop» the plane on the runway.", "The pilots «stopped» the plane on the runway."),
    MarkedPair("The firm «refused to pay» the farmers for the land.", "The firm «paid» the farmers for the land."),
  ])
  func `an implicit negation that is lost is serious`(pair: MarkedPair) {
    #expect((pair.marked(.negation)?.severity ?? .minor) > .minor)
  }

  @Test func `a negation is found although its verb was put into another word`() {
    let pair = MarkedPair(
      "The minister of health did not resign after the report on the clinics was published.",
      "After publication of the report on the clinics, the minister of health stepped down.")
    #expect(pair.findings(.negation).contains { $0.severity > .minor })
  }

  @Test(arguments: [
    MarkedPair("The ferry did not sink.", "The ferry didn\u{2019}t sink."),
    MarkedPair("They were unable to reach the village.", "They could not reach the village."),
    MarkedPair("The club won not only the cup but the league.", "The club won the cup and the league."),
    MarkedPair("There is no doubt that the dam is safe.", "There is hardly a doubt that the dam is safe."),
    MarkedPair("He said he did not see the car.", "He did not say he saw the car."),
    MarkedPair("No. 1 on the list is a baker.", "Number 1 on the list is a baker."),
    MarkedPair("The crew was not hurt in the fire.", "The crew was unhurt in the fire."),
    MarkedPair("The plan lacked support in the north.", "The plan had no support in the north."),
  ])
  func `a negation said otherwise is not serious`(pair: MarkedPair) {
    #expect(pair.findings(.negation).allSatisfy { $0.severity == .minor })
    #expect(pair.mirrored.findings(.negation).allSatisfy { $0.severity == .minor })
  }
}
