import Articles
import TestSupport
import Testing
import Boilerplate

@Suite struct `Lines that recur on a site` {
  private func scan(_ text: String) -> BoilerplateScan {
    var scan = BoilerplateScan()
    let bytes = Array(text.utf8)
    detector.scan(bytes.span, into: &scan)
    return scan
  }

  private func article(_ number: Int, slogan: String = "Your harbour, your voice") -> String {
    let word = String(repeating: "abcdefghij".dropFirst(number % 10).prefix(1) + "x", count: number % 7 + 3)
    return "\(slogan)\n\nThe board met about matter \(word) and decided \(word) after \(word) had spoken for an hour and more."
  }

  @Test func `a slogan on three different articles is boilerplate`() {
    var lines = RecurringLines()
    let scans = (0..<3).map { scan(article($0)) }
    for scan in scans { lines.add(site: 1, scan) }
    let boilerplate = lines.finished()
    #expect(boilerplate.count == 1)
    #expect(boilerplate.spans(of: scans[0], site: 1).map(\.kind) == [.recurring])
    #expect(boilerplate.spans(of: scans[0], site: 2) == [])
  }

  @Test func `a subheading of one article printed three times is not`() {
    var lines = RecurringLines()
    for _ in 0..<3 { lines.add(site: 1, scan(article(4))) }
    #expect(lines.finished().isEmpty)
  }

  @Test func `a line on few of many articles is not`() {
    var lines = RecurringLines()
    for number in 0..<3 { lines.add(site: 1, scan(article(number))) }
    for number in 3..<70 {
      lines.add(site: 1, scan(article(number, slogan: "Report of day \(String(repeating: "q", count: number))")))
    }
    #expect(lines.finished().isEmpty)
  }

  @Test(arguments: 0..<10)
  func `merging in any order gives the same lines as a count by hand`(seed: Int) {
    let slogans = ["Your harbour, your voice", "Tides and times", "From the quay"]
    let inputs = (0..<40).map { (site: UInt64($0 % 3), scan: scan(article($0 &* (seed + 3), slogan: slogans[($0 &+ seed) % 3]))) }
    var whole = RecurringLines()
    var parts = [RecurringLines](repeating: RecurringLines(), count: 4)
    for (index, input) in inputs.enumerated() {
      whole.add(site: input.site, input.scan)
      parts[(index * 7 + seed) % 4].add(site: input.site, input.scan)
    }
    var merged = RecurringLines()
    for part in parts.reversed() { merged.merge(part) }
    let result = merged.finished()
    #expect(result == whole.finished())
    for site in Set(inputs.map(\.site)) {
      let articles = inputs.filter { $0.site == site }
      for line in Set(articles.flatMap { $0.scan.shortLines.map(\.hash) }) {
        let bodies = Set(articles.filter { $0.scan.shortLines.contains { $0.hash == line } }.map(\.scan.body))
        // Every tail of an article's own stands in that alone; where the site is not known, it takes more articles to tell.
        let share = Double(bodies.count) / Double(articles.count)
        let expected = bodies.count >= (site == 0 || line & 1 == 1 ? 10 : 3) && share >= 0.2
        #expect(result.contains(site: site, line: line) == expected)
      }
    }
  }

  /// Articles of five paragraphs that have nothing in common.
  private func paragraphs(_ number: Int) -> [String] {
    (0..<5).map { "The \(randomText(words: 22, vocabulary: 4000, seed: number * 10 + $0)) on the quay." }
  }

  enum Foot: String, CaseIterable {
    case sentence =
      "Hopes that the north quay will open before the winter are fading, writes our reporter Ann Pell, who has followed the case since May."
    case menu =
      "Tides and times of the valley All letters to this paper Our boats and their owners A calendar of markets for the whole of the summer and the autumn"
    case short = "Send us your pictures of the quay before Friday noon."
  }

  /// The same words under a part of the articles, in a line of their own or joined to the last paragraph.
  @Test(arguments: [(1, true), (1, false), (0, true), (0, false)], Foot.allCases)
  func `a foot under many articles is found in each of them, whether joined or not`(
    _ layout: (site: UInt64, isJoined: Bool), foot: Foot
  ) {
    let plain = (0..<60).map { scan(paragraphs($0).joined(separator: "\n")) }
    let footed = (60..<90).map { scan(paragraphs($0).joined(separator: "\n") + (layout.isJoined ? " " : "\n") + foot.rawValue) }
    var lines = RecurringLines()
    for scan in plain + footed { lines.add(site: layout.site, scan) }
    let found = lines.finished()
    for scan in footed {
      let spans = found.spans(of: scan, site: layout.site)
      #expect(spans.map { Int($0.range.end - $0.range.start) } == [foot.rawValue.utf8.count])
    }
    #expect(plain.allSatisfy { found.spans(of: $0, site: layout.site).isEmpty })
  }

  @Test func `the last paragraph of a few follow-ups is theirs`() {
    var lines = RecurringLines()
    let scans = (0..<9).map { scan((paragraphs($0) + [Foot.sentence.rawValue]).joined(separator: "\n")) }
    for scan in scans { lines.add(site: 1, scan) }
    #expect(lines.finished().isEmpty)
  }

  /// More articles than the sample of unknown sites holds, in parts and in any order.
  @Test func `a sample of unknown sites does not depend on the order or the parts`() {
    let texts = (0..<5_000).map { number in
      "\(randomText(words: 9, vocabulary: 4000, seed: number)) here.\n\(number % 9 == 0 ? Foot.short.rawValue : "Word \(letters(number)) of it")"
    }
    let scans = texts.map(scan)
    var whole = RecurringLines()
    for scan in scans { whole.add(site: 0, scan) }
    var parts = [RecurringLines](repeating: RecurringLines(), count: 7)
    for (number, scan) in scans.enumerated().reversed() { parts[number * 5 % 7].add(site: 0, scan) }
    var merged = RecurringLines()
    for part in parts { merged.merge(RecurringLines(part.collected, articles: part.articlesOfSites)) }
    // What can no longer come into the sample, by what a batch has seen so far, is not asked for its margins.
    let seen = scans.flatMap { scan in (0..<3).map { RecurringLines.Occurrence(line: $0 * 2, site: 0, body: scan.body) } }
    let sample = SampleCeiling()
    sample.lower(to: RecurringLines(seen, articles: [0: scans.count]))
    #expect(sample.margins(site: 0) != SampleCeiling().margins(site: 0))
    var read = RecurringLines()
    for text in texts {
      var scan = BoilerplateScan()
      detector.scan(Array(text.utf8).span, margins: sample.margins(site: 0), into: &scan)
      read.add(site: 0, scan)
    }
    let found = whole.finished()
    #expect(found.count == 1)
    #expect(found == merged.finished())
    #expect(found == read.finished())
  }
}
