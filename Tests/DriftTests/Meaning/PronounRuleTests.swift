import Drift
import TestSupport
import Testing

struct PronounRuleTests {
  @Test(arguments: [
    MarkedPair("«She» thanked the rescue crew.", "«He» thanked the rescue crew."),
    MarkedPair("The rector lost «his» keys in the snow.", "The rector lost «her» keys in the snow."),
  ])
  func `another gender is serious`(pair: MarkedPair) {
    #expect(pair.marked(.pronoun)?.severity == .major)
    #expect(pair.mirrored.marked(.pronoun)?.severity == .major)
  }

  @Test(arguments: [
    MarkedPair("She sold «her» boat and left the island.", "After her boat was sold, «he» left the island."),
    MarkedPair("She rowed out with him at dawn.", "At dawn he rowed out."),
  ])
  func `a subject of a new gender is serious`(pair: MarkedPair) {
    #expect(pair.findings(.pronoun).contains { $0.rule == .pronounGender && $0.severity > .minor })
    #expect(pair.mirrored.findings(.pronoun).contains { $0.rule == .pronounGender && $0.severity > .minor })
  }

  @Test(arguments: [
    MarkedPair("She paid for the stay and bought a boat.", "She paid for his stay and bought a boat."),
    MarkedPair("When the man fell ill, she took his boat.", "She took the boat when her husband fell ill."),
    MarkedPair("The man and the woman sold her boat.", "The woman and the man sold it when he left."),
  ])
  func `a pronoun for somebody else is not serious`(pair: MarkedPair) {
    #expect(pair.findings(.pronoun).allSatisfy { $0.severity == .minor })
    #expect(pair.mirrored.findings(.pronoun).allSatisfy { $0.severity == .minor })
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
