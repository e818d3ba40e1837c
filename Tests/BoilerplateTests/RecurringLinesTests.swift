import Articles
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
        let expected = bodies.count >= 3 && Double(bodies.count) >= 0.2 * Double(articles.count)
        #expect(result.contains(site: site, line: line) == expected)
      }
    }
  }
}
