import Testing

@testable import Reports

/// Two passages in one: `[-gone-]`, `{+came+}`, with the number of a finding where one speaks of the words.
private func mixed(_ a: String, _ b: String, marks: (a: [WordMix.Mark], b: [WordMix.Mark]) = ([], [])) -> String {
  let (first, second) = (Array(a.utf8), Array(b.utf8))
  return WordMix(first[...], second[...], marks: marks).pieces.map { piece in
    let words = String(decoding: (piece.side == .a ? first : second)[piece.range], as: UTF8.self)
    let text = (piece.isSpaced ? " " : "") + words
    let finding = piece.finding.map { "\($0):" } ?? ""
    return switch piece.side {
    case .both: text
    case .a: "[-\(finding)\(text)-]"
    case .b: "{+\(finding)\(text)+}"
    }
  }.joined()
}

@Suite struct WordMixTests {
  @Test(arguments: [
    (
      "It was the weakest of all, he said.", "It was the worst of them all, he said.",
      "It was the [-weakest-]{+worst+} of{+ them+} all, he said."
    ),
    ("one two", "one two", "one two"),
    ("The Mayor", "the Mayor", "[-The-]{+the+} Mayor"),
    ("x, y", "x y", "x[-,-] y"),
    ("", "new", "{+new+}"),
    ("old", "", "[-old-]"),
  ])
  func `what both have stands once`(a: String, b: String, expected: String) { #expect(mixed(a, b) == expected) }

  @Test func `words of a finding have no counterpart and are marked`() {
    let text = mixed(
      "He said it may rain.", "He said it will rain.", marks: ([(place: 3, range: 11..<14)], [(place: 3, range: 11..<15)]))
    #expect(text == "He said it [-3:may-]{+3:will+} rain.")
    #expect(mixed("a b", "a b", marks: ([(place: 0, range: 2..<3)], [])) == "a [-0:b-]{+b+}")
  }

  @Test func `leaving out the other's pieces gives either side`() {
    var seed: UInt64 = 11
    func random(_ below: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % below
    }
    let stock = ["the", "The", "bridge", "closed", ",", "\"", "on", "Monday", "9", "é", "x-y", "."]
    func text() -> String { (0..<random(14)).map { _ in stock[random(stock.count)] + (random(4) == 0 ? "" : " ") }.joined() }
    func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    for _ in 0..<2_000 {
      let (a, b) = (text(), text())
      func marks(_ text: String) -> [WordMix.Mark] {
        (0..<random(3)).map { place in
          let start = random(max(1, text.utf8.count))
          return (place: place, range: start..<min(text.utf8.count, start + random(9)))
        }.filter { !$0.range.isEmpty }
      }
      let pieces = WordMix(Array(a.utf8)[...], Array(b.utf8)[...], marks: (marks(a), marks(b))).pieces
      func side(_ side: WordMix.Side) -> String {
        pieces.filter { $0.side != side }.map { piece in
          String(decoding: Array((piece.side == .a ? a : b).utf8)[piece.range], as: UTF8.self)
        }.joined()
      }
      #expect(letters(side(.b)) == letters(a))
      #expect(letters(side(.a)) == letters(b))
    }
  }

  @Test func `passages too long for a search share their two ends`() {
    let words = (0..<1_500).map { "w\($0)" }.joined(separator: " ")
    let mix = WordMix(Array((words + " old end").utf8)[...], Array((words + " new end").utf8)[...], marks: ([], []))
    #expect(mix.pieces.filter { $0.side != .both }.count == 2)
    #expect(mix.kept > 0.99)
  }
}

@Suite struct WordMarksTests {
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
      let pieces = WordMarks.segments(whole, findings: findings)
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
    let tree = VersionTreeDrawing(model, model.stories[0])
    #expect(tree.nodes.map(\.member) == [0, 1, 3, 4, 5])
    #expect(tree.nodes.map(\.depth) == [0, 1, 2, 3, 1])
    #expect(tree.nodes.map(\.parent) == [nil, 0, 1, 2, 0])
  }

  @Test(arguments: [
    ("Harbour Post", 14, "Harbour Post"), ("Harbour Post · society-2017-03-11", 20, "Harbour Post …-03-11"), ("abcdef", 3, "a…f"),
  ])
  func `a long name keeps its end, which tells it from others`(name: String, most: Int, short: String) {
    #expect(name.shortenedInside(most) == short)
  }

  @Test func `parents in a circle lose nobody`() {
    var model = ReportFixture.model()
    model.articles.append(model.articles[1])
    model.articles[1].parent = 3
    model.articles[3].parent = 1
    model.stories[0].members = [0, 1, 3]
    #expect(Set(VersionTreeDrawing(model, model.stories[0]).nodes.map(\.member)) == [0, 1, 3])
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
