import Drift
import Lexicon
import TestSupport
import Testing

@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct ModalityRuleTests {
  @Test(arguments: [
    MarkedPair("The ferry «may return» to service in May.", "The ferry «will return» to service in May."),
    MarkedPair("Pupils «must wear» a helmet on the ice.", "Pupils «may wear» a helmet on the ice."),
    MarkedPair("The gate «might be» opened for the fair.", "The gate «will be» opened for the fair."),
  ])
  func `another modal before the verb is serious`(pair: MarkedPair) {
    #expect((pair.marked(.modality)?.severity ?? .minor) > .minor)
  }

  @Test(arguments: [
    MarkedPair("The driver «allegedly» stole two of the horses.", "The driver stole two of the horses."),
    MarkedPair(
      "The camp was raided because of «intelligence indicating» rebels were hiding there.",
      "The camp was raided because rebels were hiding there."),
  ])
  func `a hedge that was dropped is serious`(pair: MarkedPair) {
    #expect(pair.findings(.modality).contains { $0.severity > .minor && $0.b == nil })
  }

  @Test(arguments: [
    MarkedPair("The firm would sell the mill if prices rose.", "The firm could sell the mill if prices rose."),
    MarkedPair("The driver allegedly stole a horse.", "The driver reportedly stole a horse."),
    MarkedPair("The lake will probably freeze this week.", "The lake may freeze this week."),
    MarkedPair("She said the lake will freeze.", "She said the lake would freeze."),
  ])
  func `the same certainty in other words is not serious`(pair: MarkedPair) {
    #expect(pair.findings(.modality).allSatisfy { $0.severity == .minor })
  }
}
