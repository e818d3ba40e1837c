import Drift
import Lexicon
import TestSupport
import Testing

@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct AttributionRuleTests {
  @Test func `another speaker is serious`() {
    let pair = MarkedPair("The dam is safe, «Hollister» said on Friday.", "The dam is safe, «Brandvold» said on Friday.")
    #expect((pair.marked(.attribution)?.severity ?? .minor) > .minor)
  }

  @Test(arguments: [
    MarkedPair(
      "Senator «Hollister» said he would sign the harbour treaty this week.",
      "The «ministry» said the senator would sign the harbour treaty this week."),
    MarkedPair(
      "Waves broke over the pier and «Hollister» said he would make a speech on Monday.",
      "Hollister said waves were breaking over the pier. The «Red House» said the mayor would make a speech at noon."),
  ])
  func `a person's words given to a body are serious`(pair: MarkedPair) {
    #expect((pair.marked(.attribution)?.severity ?? .minor) > .minor)
  }

  @Test func `a claim that lost its source is serious where the rest is verbatim`() {
    let pair = MarkedPair(
      "The mine was sold for a tenth of its value in March, Hollister said.",
      "The mine was sold for a tenth of its value in March.")
    #expect(pair.findings(.attribution).contains { $0.severity > .minor && $0.b == nil })
  }

  @Test(arguments: [
    MarkedPair("The dam is safe, Hollister said.", "The dam is safe, according to Hollister."),
    MarkedPair("Maria Hollister said the dam is safe.", "Hollister said the dam is safe."),
    MarkedPair("Hollister said the dam is safe.", "The engineer said the dam is safe."),
    MarkedPair("Hollister said the new dam is safe.", "The ministry said the new dam is safe, as Hollister knows."),
    MarkedPair("Kesterling said the new dam is safe.", "The company said the new dam is safe."),
    MarkedPair("Hollister told reporters the dam is safe.", "Hollister said to reporters the dam is safe."),
  ])
  func `the same speaker is no finding to worry about`(pair: MarkedPair) {
    #expect(pair.findings(.attribution).allSatisfy { $0.severity == .minor })
  }
}
