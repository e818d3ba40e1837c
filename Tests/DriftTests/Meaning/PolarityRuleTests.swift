import Drift
import Lexicon
import TestSupport
import Testing

@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct PolarityRuleTests {
  @Test(arguments: [
    MarkedPair("Prices of coffee «rose» again in the port on Tuesday.", "Prices of coffee «fell» again in the port on Tuesday."),
    MarkedPair("The council «approved» the tunnel last night.", "The council «rejected» the tunnel last night."),
    MarkedPair("The search was «legal», the court in Graz said.", "The search was «illegal», the court in Graz said."),
    MarkedPair("The harbour has been «open» to ferries since noon.", "The harbour has been «closed» to ferries since noon."),
    MarkedPair("Growers called the «wet» summer a blessing.", "Growers called the «dry» summer a blessing."),
  ])
  func `an opposite is critical`(pair: MarkedPair) {
    #expect(pair.marked(.polarity)?.severity == .critical)
  }

  @Test(arguments: [
    MarkedPair("The rescuers worked «rapidly» through the night.", "The rescuers worked «slowly» through the night."),
    MarkedPair("The party celebrated its «victory» in the valley.", "The party celebrated its «failure» in the valley."),
    MarkedPair("The new law «lacks» a limit for trucks.", "The new law «contains» a limit for trucks."),
    MarkedPair("It was the «first» night of the strike.", "It was the «last» night of the strike."),
  ])
  func `opposites through an adjective, a kind, a negative word or a function word are found`(pair: MarkedPair) {
    #expect(pair.marked(.polarity) != nil)
  }

  @Test(arguments: [
    MarkedPair("The governor «embraced» the islanders of the strait.", "The governor «oppressed» the islanders of the strait."),
    MarkedPair("The new dean «enriched» the abbey within a year.", "The new dean «ruined» the abbey within a year."),
  ])
  func `words of opposite valence turn a verbatim sentence round`(pair: MarkedPair) {
    for pair in [pair, pair.mirrored] { #expect(pair.marked(.polarity)?.severity ?? .minor > .minor) }
  }

  @Test(arguments: [
    MarkedPair(
      "The north gate of the old mill was watched by the guild in the autumn.",
      "In the autumn the north gate of the old mill was unmanned by the guild."),
    MarkedPair("The roof of the chapel was coloured in the spring.", "In the spring the roof of the chapel was unpainted."),
  ])
  func `a negative word without any answer is told in other words too`(pair: MarkedPair) {
    for pair in [pair, pair.mirrored] {
      #expect(pair.findings(.polarity).contains { $0.severity > .minor })
    }
  }

  @Test(arguments: [
    MarkedPair("The roof of the chapel was never coloured in the spring.", "In the spring the roof of the chapel was unpainted."),
    MarkedPair("An official told the paper of the plan.", "An unnamed official told the paper of the plan."),
    MarkedPair("The navy sent drones over the strait.", "The navy sent unmanned aircraft over the strait."),
    MarkedPair("The mayor showed the plan of the mill.", "The mayor unveiled the plan of the mill."),
  ])
  func `a negation in other words answers a negative word`(pair: MarkedPair) {
    #expect(pair.findings(.polarity).allSatisfy { $0.severity == .minor })
  }

  @Test(arguments: [
    MarkedPair("The ferryman saw nothing in the fog.", "The ferryman did not see anything in the fog."),
    MarkedPair("Gardeners lose their snails in a dry June.", "Gardeners get rid of their snails in a dry June."),
    MarkedPair("The ship was not damaged in the storm.", "The ship was undamaged in the storm."),
    MarkedPair("The board did not approve the sale of the mine.", "The board rejected the sale of the mine."),
    MarkedPair("It may take more or less time than planned.", "It may take less or more time than planned."),
    MarkedPair("He began to sing at noon on the square.", "He started to sing at noon on the square."),
    MarkedPair("The colour of the roof is grey.", "The color of the roof is gray."),
  ])
  func `the same said otherwise is no opposite`(pair: MarkedPair) {
    #expect(pair.findings(.polarity).allSatisfy { $0.severity == .minor })
  }
}
