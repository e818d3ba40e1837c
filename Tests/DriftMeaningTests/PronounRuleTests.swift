import Drift
import Testing

struct PronounRuleTests {
  @Test(arguments: [
    MarkedPair("«She» thanked the rescue crew.", "«He» thanked the rescue crew."),
    MarkedPair("The rector lost «his» keys in the snow.", "The rector lost «her» keys in the snow."),
  ])
  func `another gender is critical`(pair: MarkedPair) {
    #expect(pair.marked(.pronoun)?.severity == .critical)
    #expect(pair.mirrored.marked(.pronoun)?.severity == .critical)
  }

  @Test func `a station that became a man is serious`() {
    let pair = MarkedPair("«It» quoted a second witness.", "«He» quoted a second witness.")
    #expect((pair.marked(.pronoun)?.severity ?? .minor) > .minor)
  }

  @Test(arguments: [
    MarkedPair("They crossed the lake at dawn.", "We crossed the lake at dawn."),
    MarkedPair("The club sold its ground to the town.", "The club sold their ground to the town."),
    MarkedPair("She thanked the crew.", "The rector thanked the crew."),
  ])
  func `other pronouns are not serious`(pair: MarkedPair) {
    #expect(pair.findings(.pronoun).allSatisfy { $0.severity == .minor })
  }
}
