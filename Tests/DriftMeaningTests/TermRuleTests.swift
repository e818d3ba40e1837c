import Drift
import Lexicon
import Testing

@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct TermRuleTests {
  @Test(arguments: [
    MarkedPair("A «cow» was found on the runway.", "An «animal» was found on the runway."),
    MarkedPair("The crew found a «violin» in the wreck.", "The crew found a «ladder» in the wreck."),
  ])
  func `another term is a hint in the precise preset`(pair: MarkedPair) {
    #expect(pair.marked(.term)?.severity == .minor)
  }

  @Test func `an unrelated term in a verbatim copy is serious in the sensitive preset`() {
    let pair = MarkedPair(
      "The crew found a violin in the wreck of the old ferry on Monday.",
      "The crew found a ladder in the wreck of the old ferry on Monday.")
    #expect(pair.findings(.term, preset: .sensitive).first?.severity == .major)
  }

  @Test(arguments: [
    MarkedPair("The car stood at the gate.", "The automobile stood at the gate."),
    MarkedPair("The firm will buy the mill.", "The firm will purchase the mill."),
    MarkedPair("The harbour was closed.", "The harbor was closed."),
  ])
  func `synonyms and spellings are no finding`(pair: MarkedPair) {
    #expect(pair.findings(.term).isEmpty)
  }
}
