import Drift
import Lexicon
import TestSupport
import Testing

@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct NameExchangeTests {
  /// Freely reworded, so that only what the names are and where they stand can tell.
  @Test(arguments: [
    MarkedPair(
      "The old ferry was sold by its owners to a yard in «Portugal» last autumn.",
      "Last autumn a shipyard in «Denmark» bought the ageing ferry from the people who owned it."),
    MarkedPair(
      "Prize money for the regatta was put up by «Brandvold», a maker of sails.",
      "A sailmaker, «Kesterling», paid the prizes that were given at the regatta."),
    MarkedPair(
      "In «Vilnius», dozens of cellars were under water after the rain.",
      "After all that rain dozens of basements in «Lisbon» stood under water."),
  ])
  func `a distinct name in a freely reworded sentence is serious`(pair: MarkedPair) {
    #expect((pair.marked(.name)?.severity ?? .minor) > .minor)
    #expect((pair.mirrored.marked(.name)?.severity ?? .minor) > .minor)
  }

  @Test(arguments: [
    MarkedPair(
      "The choir sang in Norway, and Norway paid for the hall.", "The choir sang in Norway, and «Portugal» paid for the hall."),
    MarkedPair(
      "Trains from Vilnius stop here, said the mayor of Vilnius.", "Trains from Vilnius stop here, said the mayor of «Lisbon»."),
  ])
  func `one of two mentions replaced is serious`(pair: MarkedPair) {
    let found = pair.findings(.name).filter { $0.severity > .minor }
    #expect(found.map { $0.b?.range } == [pair.markB])
  }

  @Test(arguments: [
    MarkedPair(
      "Governor Dmitri Korelyov opened the bridge on Friday with a speech.",
      "With a speech on Friday the bridge was opened by Governor Dmitry Korelev."),
    MarkedPair(
      "The Office for Harbour Safety closed the quay after a crack was found.",
      "After finding a crack, the OHS shut the quay."),
    MarkedPair("They flew from Quảng Bình to the coast.", "They flew from Quang Binh to the coast."),
    MarkedPair(
      "The Feast of Lanterns drew thousands of people to the lake.",
      "Thousands of visitors came to the lake for the Lantern Festival."),
    MarkedPair(
      "The coach said the team would train at home.", "The team would be training at home, said its coach Brandvold."),
  ])
  func `one name in two forms, or one more name, is nothing serious`(pair: MarkedPair) {
    #expect(pair.findings(.name).allSatisfy { $0.severity == .minor })
    #expect(pair.mirrored.findings(.name).allSatisfy { $0.severity == .minor })
  }

  @Test func `a bare noun in a name's place is a name where all else is verbatim`() {
    let pair = MarkedPair(
      "«Kesterling» has announced that the price of a ticket to the islands will rise by five pence in March.",
      "«Lantern» has announced that the price of a ticket to the islands will rise by five pence in March.")
    #expect((pair.marked(.name)?.severity ?? .minor) > .minor)
    #expect((pair.mirrored.marked(.name)?.severity ?? .minor) > .minor)
    let title = MarkedPair(
      "Kesterling has announced that the price of a ticket to the islands will rise by five pence in March.",
      "Mayor has announced that the price of a ticket to the islands will rise by five pence in March.")
    #expect(title.findings(.name).allSatisfy { $0.severity == .minor })
  }

  @Test func `a name that stands elsewhere in the other article was moved`() {
    let a = "Brandvold paid the prizes at the regatta. The sails were made by a firm in Denmark. Kesterling won the last race."
    let b = "Kesterling paid prizes at the big regatta. A firm in Denmark made the sails. The last race was won by Brandvold."
    let found = MarkedPair(a, b).findings(.name).filter { $0.rule == .nameExchanged }
    #expect(found.allSatisfy { $0.severity == .minor })
  }
}
