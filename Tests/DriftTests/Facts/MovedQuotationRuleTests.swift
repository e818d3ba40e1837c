import Drift
import Lexicon
import TestSupport
import Testing

/// Sentences around a quotation, so that there is a document with other things in it.
private func story(_ passage: String) -> String {
  """
  The pier at Holmvik was closed to lorries on Monday. Mayor Ilse Moe ordered the closure in the morning. \
  \(passage) The fish hall stays open. Engineers will look at the pillars next week.
  """
}

@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct MovedQuotationRuleTests {
  private func moved(_ a: String, _ b: String) -> [DriftFinding] {
    Analyzers.compare(a, b).findings.filter { $0.rule == .quotationSpeaker }
  }

  @Test func `an answer that somebody unnamed gives is not the one's who asked`() {
    let a = story("“Is the pier safe?” asked Hollister. “I hope so, the masons do that,” shrugged the harbour master.")
    let b = story("Hollister asked if the pier was safe. Engineer Brandvold replied: “I hope so, the masons do that.”")
    #expect(moved(a, b).isEmpty)
  }

  @Test(arguments: [
    MarkedPair(
      "“Nobody asked the fishermen about it,” «Hollister» said.", "“Nobody asked the fishermen about it,” «Brandvold» said."),
    MarkedPair(
      "“Nobody asked the fishermen about it,” said «Hollister».", "“Nobody asked the fishermen about it,” «Brandvold» said."),
    MarkedPair(
      "«Hollister» said: “Nobody asked the fishermen about it.”", "“Nobody asked the fishermen about it,” said «Olav Brandvold»."),
    MarkedPair(
      "According to «Hollister», “nobody asked the fishermen about it”.",
      "«Brandvold» told reporters that “nobody asked the fishermen about it”."),
    MarkedPair("“Nobody asked us,” said President «Jane Hollister».", "“Nobody asked us,” said President «Olav Brandvold»."),
    MarkedPair(
      "\"Why did nobody ask the fishermen?\" «Hollister» asked.",
      "\"Why did nobody ask the fishermen?\" asked the harbour master, «Brandvold»."),
  ])
  func `a quotation in another mouth is critical, in both directions`(pair: MarkedPair) throws {
    for pair in [pair, pair.mirrored] {
      let finding = try #require(moved(pair.a, pair.b).first)
      #expect(finding.severity == .critical && finding.category == .quotation)
      #expect(finding.a?.range == pair.markA && finding.b?.range == pair.markB)
      #expect(moved(story(pair.a), story(pair.b)).count == 1)
    }
  }

  @Test(arguments: [
    ("“Nobody asked the fishermen about it,” he said.", "“Nobody asked the fishermen about it,” Brandvold said."),
    (
      "“Nobody asked the fishermen about it,” President Brandvold said.",
      "“Nobody asked the fishermen about it,” Olav Brandvold said."
    ),
    ("“Nobody asked the fishermen about it,” the Prime Minister said.", "“Nobody asked the fishermen about it,” Brandvold said."),
    ("“Nobody asked the fishermen about it,” the mayor said.", "“Nobody asked the fishermen about it,” Ilse Moe said."),
    ("“Nobody asked the fishermen about it,” said Brandvold.", "Brandvold said: “Nobody asked the fishermen about it.”"),
    ("“Nobody asked the fishermen about it,” said the mayor of Graz.", "“Nobody asked the fishermen about it,” Brandvold said."),
    (
      "“Nobody asked the fishermen about it,” said Secretary of State Olav Brandvold.",
      "“Nobody asked the fishermen about it,” Brandvold said."
    ),
    ("“Nobody asked the fishermen about it.”", "“Nobody asked the fishermen about it,” Brandvold said."),
    (
      "“Nobody asked the fishermen about it,” Fisket said.",
      "“Nobody asked the fishermen about it,” Brandvold, a spokesman for Fisket, said."
    ),
    (
      "“Nobody asked the fishermen about it,” Olav said.",
      "“Nobody asked the fishermen about it,” said Brandvold. Olav Brandvold left at noon."
    ),
    ("“Nobody asked the fishermen about it,” Brandvold said.", "“The new road will be ready in spring,” Hollister said."),
    ("“Nobody asked the fishermen about it,” said Yusuf.", "“Nobody asked the fishermen about it,” said Youssouf."),
    (
      "“Nobody asked the fishermen about it,” said the WHO.",
      "“Nobody asked the fishermen about it,” said the World Health Organization."
    ),
  ])
  func `one speaker in two forms, or none, is nothing`(a: String, b: String) {
    for (a, b) in [(a, b), (b, a), (story(a), story(b)), (story(b), story(a))] { #expect(moved(a, b).isEmpty, "\(a) | \(b)") }
  }

  @Test func `a quotation is found again in a sentence that no alignment paired`() {
    let a =
      "Hollister, who has fished here since 1988, told the evening paper that “the pillars were rotten long before the storm”. \(story(""))"
    let b =
      "\(story("")) Asked about insurance in a crowded hall, Brandvold replied: “The pillars were rotten long before the storm!”"
    #expect(moved(a, b).map(\.severity) == [.critical])
    #expect(moved(b, a).map(\.severity) == [.critical])
  }

  @Test func `the second half of a quotation has the speaker of the first`() {
    let a = "“We waited for hours,” Hollister said. “The pillars were rotten long before the storm.”"
    let b = "Brandvold said: “The pillars were rotten long before the storm.”"
    #expect(moved(story(a), story(b)).count == 1)
  }

  @Test func `one change is told once`() {
    let a = story("“Nobody asked the fishermen about it,” Hollister said.")
    let b = story("“Nobody asked the fishermen about it,” Brandvold said.")
    #expect(Analyzers.compare(a, b).findings.filter { $0.severity > .minor }.map(\.rule) == [.quotationSpeaker])
  }
}
