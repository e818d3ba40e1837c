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
    .init(
      story: story, agencies: agencies, labels: agencies.map { $0.uppercased() },
      publisher: outlet.flatMap { Publisher(outlet: $0, address: "") }, isOriginal: original)
  }

  @Test func `copies of one wire are one source, credited or not`() {
    let members = [
      member("a", ["reuters"], "Harbour News"), member("a", [], "Quay Post"), member("b", ["reuters"], "Tide Times"),
    ]
    #expect(IndependentSources.sources(of: members).map(\.key) == ["reuters"])
  }

  @Test func `stories without a wire count by their original's outlet`() {
    let members = [
      member("a", [], "Quay Post"), member("a", [], "Harbour News", original: true), member("b", ["ap"], nil),
      member("c", [], nil),
    ]
    let sources = IndependentSources.sources(of: members)
    #expect(sources.map(\.name) == ["AP", "Harbour News", nil])
    #expect(IndependentSources.sources(of: members.reversed()) == sources)
    #expect(IndependentSources.sources(of: []).isEmpty)
  }

  @Test(arguments: [
    ("Harbour News", "", "", "https://www.harbournews.example/quay/1"),
    ("", "https://sport.harbour.co.uk/tides?x=1", "harbour.co.uk", ""), ("The Quay  Post", "", "quay post", "http://a.example"),
    ("Reuters", "", "", "https://www.reuters.com/world/quay"),
  ])
  func `one publisher is one source, whatever site or spelling`(a: String, aURL: String, b: String, bURL: String) throws {
    let first = try #require(Publisher(outlet: a, address: aURL)), second = try #require(Publisher(outlet: b, address: bURL))
    #expect(first.key == second.key)
  }

  @Test func `an agency that publishes itself is the agency, and a publisher that nobody names is none`() {
    let own = [
      member("a", [], "Reuters", original: true), member("b", ["reuters"], "Quay Post"), member("c", [], "Harbour News"),
    ]
    #expect(IndependentSources.sources(of: own).map(\.key) == ["harbournews", "reuters"])
    #expect(Publisher(outlet: " ", address: "") == nil)
    #expect(Publisher(outlet: "", address: "/path") == nil)
    #expect(Publisher(outlet: "Quay Post", address: "")?.key != Publisher(outlet: "Tide Post", address: "")?.key)
  }
}
