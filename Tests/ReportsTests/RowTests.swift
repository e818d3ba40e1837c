import Testing

@testable import Reports

@Suite struct WordMarksTests {
  @Test func `changed words are found on both sides`() {
    let (a, b) = (Array("It was the weakest of all, he said.".utf8), Array("It was the worst of them all, he said.".utf8))
    let changes = WordMarks.changes(a[...], b[...])
    #expect(changes.a.map { String(decoding: a[$0], as: UTF8.self) } == ["weakest"])
    #expect(changes.b.map { String(decoding: b[$0], as: UTF8.self) } == ["worst", "them"])
  }

  @Test func `case alone is no change`() {
    let changes = WordMarks.changes(Array("The Mayor".utf8)[...], Array("the mayor".utf8)[...])
    #expect(changes.a.isEmpty && changes.b.isEmpty)
  }

  @Test func `pieces cover a passage without gap or overlap`() {
    var seed: UInt64 = 3
    func random(_ below: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % below
    }
    func range() -> Range<Int> {
      let start = random(90)
      return start..<start + random(20)
    }
    for _ in 0..<500 {
      let whole = 5..<80
      let findings = (0..<random(5)).map { (place: $0, range: range()) }
      let changed = (0..<random(5)).map { _ in range() }.sorted { $0.lowerBound < $1.lowerBound }
        .reduce(into: [Range<Int>]()) { if $0.last.map({ $0.upperBound }) ?? 0 <= $1.lowerBound { $0.append($1) } }
      let pieces = WordMarks.segments(whole, changed: changed, findings: findings)
      #expect(pieces.first?.range.lowerBound == 5 && pieces.last?.range.upperBound == 80)
      for (left, right) in zip(pieces, pieces.dropFirst()) { #expect(left.range.upperBound == right.range.lowerBound) }
    }
  }
}

@Suite struct ComparisonRowsTests {
  @Test func `every sentence stands in one row, in the order of the second text`() {
    let text = Array(String(repeating: "x", count: 60).utf8)
    let sentences = (0..<6).map { $0 * 10..<$0 * 10 + 9 }
    let alignment = ComparisonRows.Alignment(
      pairs: [
        .init(a: 0..<1, b: 1..<2, isMoved: false), .init(a: 3..<5, b: 2..<3, isMoved: false),
        .init(a: 1..<2, b: 4..<5, isMoved: true),
      ],
      sentencesOfA: sentences, sentencesOfB: sentences)
    let rows = ComparisonRows.rows(alignment, text, text, boilerplate: ([], [50..<59]))
    #expect(rows.compactMap { $0.b?.start } == [0, 10, 20, 30, 40, 50])
    #expect(rows.compactMap { $0.a?.start }.sorted() == [0, 10, 20, 30, 50])
    #expect(rows.filter { $0.moved != nil }.map { $0.moved?.from } == [2])
    #expect(rows.last?.isBoilerplate == false && rows.contains { $0.b?.start == 50 && $0.isBoilerplate })
    // What is only in A stands where it would be read.
    #expect(rows.firstIndex { $0.a?.start == 20 } == 2)
  }
}

@Suite struct VersionTreeTests {
  @Test func `each version hangs under the one it comes from`() {
    var model = ReportFixture.model()
    let extra = model.articles[1]
    model.articles += [extra, extra, extra]
    model.articles[3].parent = 1
    model.articles[4].parent = 3
    model.articles[5].parent = 0
    model.stories[0].members = [0, 1, 3, 4, 5]
    let tree = VersionTree(model, model.stories[0])
    #expect(tree.nodes.map(\.member) == [0, 1, 3, 4, 5])
    #expect(tree.nodes.map(\.depth) == [0, 1, 2, 3, 1])
    #expect(tree.nodes.map(\.parent) == [nil, 0, 1, 2, 0])
  }

  @Test func `parents in a circle lose nobody`() {
    var model = ReportFixture.model()
    model.articles.append(model.articles[1])
    model.articles[1].parent = 3
    model.articles[3].parent = 1
    model.stories[0].members = [0, 1, 3]
    #expect(Set(VersionTree(model, model.stories[0]).nodes.map(\.member)) == [0, 1, 3])
  }
}

@Suite struct DateTextTests {
  @Test(arguments: [(0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"), (-1, "1969-12-31T23:59:59Z")])
  func `seconds become ISO 8601 and come back`(seconds: Int64, iso: String) {
    #expect(DateText.iso(seconds) == iso)
    #expect(DateText.seconds(iso) == seconds)
  }

  @Test func `a day reads as people write it`() {
    #expect(DateText.readable("2020-01-08T01:32:00Z") == "8 Jan 2020, 01:32")
    #expect(DateText.readable("2020-01-08T00:00:00Z") == "8 Jan 2020")
    #expect(DateText.span(8_040) == "2 h 14 min")
    #expect(DateText.span(3 * 86_400) == "3 days")
  }
}
