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
    ("The strike may be in its final phase, the union said.", "The strike is in its final phase, the union said."),
    ("The quay could be the oldest in Holmvik, he wrote.", "The quay was the oldest in Holmvik, he wrote."),
  ])
  func `what may be and what is are two things in a copy`(_ a: String, _ b: String) {
    #expect(MarkedPair(a, b).findings(.modality).contains { $0.severity > .minor })
    #expect(MarkedPair(b, a).findings(.modality).contains { $0.severity > .minor })
    let other = "The strike could be in its final phase, the union said."
    #expect(MarkedPair(a, other).findings(.modality).allSatisfy { $0.severity == .minor })
  }

  @Test func `an expectation that opened a copied statement is serious where it is gone, whatever verb follows`() {
    let names = "رامي الجريدي - سليم محجوب - محمود صالح - ياسين مرياح - كريم عوض - حسام حبيب"
    let opening = "يواجه فريق براندال اليوم فريق فارني في ملعب المدينة في إطار الدور الثاني من الكأس."
    let expected = "\(opening) ومن المنتظر أن يعول المدرب الجديد على التشكيلة التالية : \(names) ."
    let done = "\(opening) واختار الإطار الفني التشكيلة التالية : \(names) ."
    func serious(_ a: String, _ b: String) -> [DriftFinding] {
      MarkedPair(a, b).findings(.modality).filter { $0.severity > .minor }
    }
    #expect(!serious(expected, done).isEmpty)
    #expect(!serious(done, expected).isEmpty)
    #expect(serious("\(opening) وسيعول المدرب على التشكيلة التالية : \(names) .", expected).isEmpty)
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
    "By some estimates", "By some estimate", "Some have estimated that", "It is estimated that", "It has been estimated that",
    "Some believe that",
  ])
  func `an estimate that is told as a fact is serious`(estimate: String) {
    let fact = "the old weir at Harrow lets a third of the river's young eels pass into the turbines every spring."
    let pair = MarkedPair("\(estimate) \(fact)", "The\(fact.dropFirst(3))")
    #expect(pair.findings(.modality).contains { $0.severity > .minor && $0.a != nil }, "\(pair.findings(.modality))")
  }

  @Test(arguments: ["Some estimates say that", "Some have said that"])
  func `an estimate with a verb of saying is found, and left to attribution`(estimate: String) {
    let fact = "the old weir at Harrow lets a third of the river's young eels pass into the turbines every spring."
    let pair = MarkedPair("\(estimate) \(fact)", "The\(fact.dropFirst(3))")
    #expect(pair.findings(.modality).contains { $0.severity == .minor && $0.a != nil })
  }

  @Test(arguments: [
    MarkedPair(
      "Nine of the swans in the castle pond died, «although it is not clear whether» the algae killed them.",
      "Nine of the swans in the castle pond died."),
    MarkedPair(
      "«It is far from clear, however, that» the lantern warned the ferry in time.", "The lantern warned the ferry in time."),
  ])
  func `what a text leaves open and its copy does not is serious`(pair: MarkedPair) {
    #expect(pair.findings(.modality).contains { $0.severity > .minor && $0.a != nil && $0.b == nil })
  }

  @Test(arguments: [
    // Another way to leave it open, a clause that asks nothing, a whole sentence less, and a list of headlines before the text.
    MarkedPair(
      "Two swans leave the moat the keeper's office says It is not clear what that will do to the pond Nine of the swans died.",
      "Nine of the swans died."),
    MarkedPair(
      "Nine of the swans in the castle pond died, although it is not clear whether the algae killed them.",
      "Nine of the swans in the castle pond died, but it is unclear whether the algae killed them."),
    MarkedPair(
      "Nine of the swans in the castle pond died, and the water was unclear for days.",
      "Nine of the swans in the castle pond died."),
    MarkedPair(
      "Nine of the swans in the castle pond died. It is not clear whether the algae killed them. The pond was drained in May.",
      "Nine of the swans in the castle pond died. The pond was drained in May."),
  ])
  func `a question that stays open, or goes as a sentence, is not serious`(pair: MarkedPair) {
    #expect(pair.findings(.modality).allSatisfy { $0.severity == .minor }, "\(pair.findings(.modality))")
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
