import TestSupport
import Testing
@testable import Credits

/// How many sources an event has, whatever the order of its articles.
@Suite struct IndependentSourcesTests {
  private static let outlets = [
    "The Harbour", "harbour.example", "www.harbour.example", "Tide Post", "https://news.tide.example/a", "",
  ]

  private static func members(_ seed: Int) -> [IndependentSources.Member] {
    var generator = SeededGenerator(seed)
    return (0..<1 + generator.below(14)).map { _ in
      let story = "s\(generator.below(5))"
      // One agency under two labels: the spelling of a credit decides nothing.
      let credited = generator.below(3) == 0 ? [("tidewire", generator.pick(["Tidewire", "TW"]))] : []
      let more = generator.below(8) == 0 ? [("quaypress", "Quay Press")] : []
      let outlet = generator.pick(outlets)
      return IndependentSources.Member(
        story: story, agencies: (credited + more).map(\.0), labels: (credited + more).map(\.1),
        publisher: Publisher(outlet: outlet.contains("://") ? "" : outlet, address: outlet, agencies: [:]),
        isOriginal: generator.below(4) == 0)
    }
  }

  @Test(arguments: 0..<60) func `the order of the articles does not matter`(seed: Int) {
    var generator = SeededGenerator(seed)
    let members = Self.members(seed)
    let expected = IndependentSources.sources(of: members)
    for _ in 0..<6 { #expect(IndependentSources.sources(of: members.shuffled(using: &generator)) == expected) }
  }

  @Test(arguments: 0..<60) func `every story has a source: its agencies, its original's publisher, or itself`(seed: Int) {
    let members = Self.members(seed)
    var expected: Set<String> = []
    for (story, members) in Dictionary(grouping: members, by: \.story) {
      let agencies = Set(members.flatMap(\.agencies))
      let originals = members.filter(\.isOriginal).compactMap(\.publisher?.key)
      let publishers = members.compactMap(\.publisher?.key)
      if !agencies.isEmpty {
        expected.formUnion(agencies)
      } else if let key = originals.min() ?? publishers.min() {
        expected.insert(key)
      } else {
        expected.insert("story:\(story)")
      }
    }
    let found = IndependentSources.sources(of: members)
    #expect(found.map(\.key) == expected.sorted())
    #expect(found.allSatisfy { ($0.name == nil) == $0.key.hasPrefix("story:") })
  }

  @Test(arguments: 0..<40) func `a copy without a credit adds no source`(seed: Int) {
    var generator = SeededGenerator(seed)
    let members = Self.members(seed)
    let before = IndependentSources.sources(of: members)
    var copy = generator.pick(members)
    let credits = members.contains { $0.story == copy.story && !$0.agencies.isEmpty }
    let isOriginalKnown = members.contains { $0.story == copy.story && $0.isOriginal && $0.publisher != nil }
    guard credits || isOriginalKnown else { return }
    (copy.agencies, copy.labels, copy.isOriginal) = ([], [], false)
    copy.publisher = Publisher(outlet: "Copycat", address: "", agencies: [:])
    let after = IndependentSources.sources(of: members + [copy])
    #expect(after.map(\.key) == before.map(\.key))
  }

  /// All that is one publisher, name by name.
  @Test(arguments: [
    ("The Harbour", ""), ("harbour", ""), ("HARBOUR", ""), ("the  harbour", ""), ("harbour.example", ""),
    ("www.harbour.example", ""), ("sport.harbour.example/tides", ""), ("", "https://harbour.example/a?b=c"),
    ("", "http://www.harbour.co.uk:8080/a"), ("", "https://user@harbour.example/"), ("", "HTTPS://WWW.HARBOUR.COM"),
    ("", "//harbour.example/x"),
    ("harbour.com.br", ""), ("www.sport.harbour.org.uk", ""), ("Harbour.example.", ""),
  ]) func `sites and spellings of a publisher have one key`(outlet: String, address: String) {
    #expect(Publisher(outlet: outlet, address: address, agencies: [:])?.key == "harbour", "\(outlet) \(address)")
  }

  @Test(arguments: [("", ""), (" ", "https://"), ("...", ""), ("!", ""), ("", "/path/only")])
  func `what names nobody is no publisher`(outlet: String, address: String) {
    #expect(Publisher(outlet: outlet, address: address, agencies: [:]) == nil)
  }
}

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
