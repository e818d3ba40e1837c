import Credits
import Testing

@Suite struct `Credits of an original and its copy` {
  @Test func `a copy without credit has dropped it`() {
    let comparison = AttributionComparison(
      original: attribution("LIMA (Reuters) - The board met."), copy: attribution("The board met."))
    #expect(comparison.lost == ["Reuters"] && comparison.isCreditDropped)
  }

  @Test func `another form of the same credit keeps it`() {
    let comparison = AttributionComparison(
      original: attribution("LIMA (Reuters) - The board met."), copy: attribution("The board met.\nSource: Reuters"))
    #expect(comparison.kept == ["Reuters"] && comparison.lost.isEmpty && !comparison.isCreditDropped)
  }

  @Test func `swapping the versions swaps lost and gained`() {
    let one = attribution("The board met.\nAP and AFP contributed to this report.")
    let other = attribution("LIMA (Reuters) - The board met.\nAFP contributed to this report.")
    let there = AttributionComparison(original: one, copy: other)
    let back = AttributionComparison(original: other, copy: one)
    #expect(there.lost == back.gained && there.gained == back.lost && there.kept == back.kept)
    #expect(there.lost == ["AP"] && there.gained == ["Reuters"] && !there.isCreditDropped)
  }
}

@Suite struct `Independent sources of an event` {
  private func member(_ story: String, _ agencies: [String], _ outlet: String?, original: Bool = false)
    -> IndependentSources.Member
  {
    .init(story: story, agencies: agencies, outlet: outlet, isOriginal: original)
  }

  @Test func `copies of one wire are one source, credited or not`() {
    let members = [
      member("a", ["reuters"], "Harbour News"), member("a", [], "Quay Post"), member("b", ["reuters"], "Tide Times"),
    ]
    #expect(IndependentSources.sources(of: members) == ["reuters"])
  }

  @Test func `stories without a wire count by their original's outlet`() {
    let members = [
      member("a", [], "Quay Post"), member("a", [], "Harbour News", original: true), member("b", ["ap"], nil),
      member("c", [], nil),
    ]
    #expect(IndependentSources.sources(of: members) == ["ap", "outlet:Harbour News", "story:c"])
    #expect(IndependentSources.count(members.reversed()) == 3)
    #expect(IndependentSources.count([]) == 0)
  }
}
