import Drift
import TestSupport
import Testing

/// Years, fractions and ranks in words and in digits.
@Suite struct FigureWordsTests {
  @Test(arguments: [
    MarkedPair("The rate stands at 6-1/4 percent now.", "The rate stands at 6.25 percent now."),
    MarkedPair("The rate stands at 6 15/16 percent now.", "The rate stands at 6-15/16 percent now."),
    MarkedPair("He was mayor in the 1980s.", "He was mayor in the nineteen-eighties."),
    MarkedPair("He was mayor in the 1980s.", "He was mayor in the eighties."),
    MarkedPair("The mole was built in 1984.", "The mole was built in nineteen eighty-four."),
    MarkedPair("The second-largest crane is for sale.", "The second largest crane is for sale."),
    MarkedPair(
      "Le port coûte 60 millions d'euros, a dit la maire de Brandal.", "Le port coûte 60 M€, a dit la maire de Brandal."),
  ])
  func `one figure in two spellings is none that changed`(pair: MarkedPair) {
    for pair in [pair, pair.mirrored] { #expect(pair.findings().allSatisfy { $0.severity == .minor }, "\(pair.findings())") }
  }

  @Test(arguments: [
    MarkedPair("The rate stands at 6-1/4 percent now.", "The rate stands at 6-7/16 percent now."),
    MarkedPair("He was mayor in the nineteen-eighties.", "He was mayor in the nineteen-seventies."),
    MarkedPair("Profit fell in the third quarter of the year.", "Profit fell in the second quarter of the year."),
    MarkedPair("It is the second-largest crane of the coast.", "It is the largest crane of the coast."),
    MarkedPair(
      "Le groupe versera 60 millions d'euros à la ville, a annoncé le maire.",
      "Le groupe versera 60 millions de dollars à la ville, a annoncé le maire."),
  ])
  func `another figure is serious`(pair: MarkedPair) {
    for pair in [pair, pair.mirrored] { #expect(pair.findings().contains { $0.severity > .minor }, "\(pair.findings())") }
  }

  @Test func `one sum in two currencies is one sum`() {
    let pair = MarkedPair(
      "Der Konzern zahlt 4,2 Milliarden Euro (4,6 Milliarden Dollar) für die Werft.",
      "Der Konzern zahlt 4,2 Milliarden Euro (rund 3,9 Milliarden Franken) für die Werft.")
    #expect(pair.findings().allSatisfy { $0.severity == .minor }, "\(pair.findings())")
  }

  @Test func `a list of the page with other figures changes nothing, a result in a list does`() {
    let body = """
      The harbour board of Brandal met in the old salt store on the quay. Its roof had been mended in spring.

      Two fishing crews asked for a cheaper berth. The meeting closed with a report on the lighthouse and its lamp.

      """
    func serious(_ a: String, _ b: String) -> [DriftFinding] {
      Analyzers.compare(body + a, body + b).findings.filter { $0.severity > .minor }
    }
    #expect(serious("Poll\nYes 33%\nNo 62%\nDon't know 5%", "Poll\nYes 59%\nNo 36%\nDon't know 5%").isEmpty)
    #expect(
      !serious("Votes\nGrimdal 33\nOstervold 62\nAasen 5\nBerre 9", "Votes\nGrimdal 93\nOstervold 62\nAasen 5\nBerre 9").isEmpty)
  }
}
