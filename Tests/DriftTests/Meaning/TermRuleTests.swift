import Drift
import Lexicon
import TestSupport
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
    MarkedPair("The navy tested a «missile» off the cape on Monday.", "The navy tested a «rocket» off the cape on Monday."),
    MarkedPair(
      "The jury spoke of «murder» in the mill on the Aare.", "The jury spoke of «manslaughter» in the mill on the Aare."),
    MarkedPair("The firm's «revenue» doubled in the spring.", "The firm's «profit» doubled in the spring."),
  ])
  func `a member of a contrast set is another thing`(pair: MarkedPair) {
    for pair in [pair, pair.mirrored] {
      #expect(pair.marked(.term)?.rule == .termContrast)
      #expect(pair.marked(.term)?.severity == .major)
    }
  }

  @Test func `figures and their units are left to the unit rule`() {
    #expect(MarkedPair("It took two weeks to mend.", "It took 14 days to mend.").findings(.term).isEmpty)
  }

  @Test func `an unrelated word is serious in an article that is verbatim otherwise`() {
    let rest = """
      The harbour board met in the old customs house on the quay. Its chairman read the letter of the ministry aloud. Members \
      asked for more time to study the plans. The next meeting is in the spring.
      """
    let pair = MarkedPair(
      "The skipper described a seal beside the buoy at dawn. " + rest,
      "The skipper described a ladder beside the buoy at dawn. " + rest)
    #expect(pair.findings(.term).first?.severity == .major)
    let misspelt = MarkedPair(
      "The skipper described a seal beside the buoy at dawn. " + rest,
      "The skipper described a seall beside the buoy at dawn. " + rest)
    #expect(misspelt.findings(.term).allSatisfy { $0.severity == .minor })
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
