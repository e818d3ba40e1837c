import Drift
import Relations
import TestSupport
import Testing

@testable import Reports

/// The strip that shows where changes lie: every stroke inside, and something for every change.
@Suite struct ChangeStripTests {
  private let templates: Templates

  init() throws { templates = try Templates() }

  private func comparison(_ random: inout SeededGenerator, _ lengths: (a: Int, b: Int)) -> ReportComparison {
    func span(_ length: Int) -> ReportSpan? {
      guard length > 0, random.below(4) > 0 else { return nil }
      let start = random.below(length)
      return ReportSpan(start..<start + 1 + random.below(length - start))
    }
    var comparison = ReportComparison(a: 0, b: 1, relation: .edited)
    comparison.rows = (0..<random.below(9)).map { _ in
      ReportRow(a: span(lengths.a), b: span(lengths.b), isSame: random.below(2) == 0, isBoilerplate: random.below(4) == 0)
    }
    comparison.findings = (0..<random.below(6)).map { number in
      ReportFinding(
        category: random.pick([.number, .name, .omission]), severity: random.pick([.minor, .major, .critical]), confidence: 1,
        rule: "rule", message: "Message \(number)", count: 1, a: span(lengths.a), b: span(lengths.b))
    }
    return comparison
  }

  /// Start, height and length of every stroke of a strip.
  private func strokes(_ html: String) -> [(x: Int, y: Int, length: Int)] {
    html.replacing("M0 9h600M0 33h600", with: "").matches(of: /M(\d+) (\d+)h(\d+)/).compactMap { match in
      guard let x = Int(match.1), let y = Int(match.2), let length = Int(match.3) else { return nil }
      return (x, y, length)
    }
  }

  @Test(arguments: 0..<120) func `strokes lie inside the strip, on two lines, and are seen`(seed: Int) throws {
    var random = SeededGenerator(seed)
    let lengths = (a: random.below(9_000), b: random.below([3, 90, 9_000][seed % 3]))
    let strip = ChangeStrip(comparison: comparison(&random, lengths), lengths: lengths)
    let html = strip.render(templates)
    let strokes = strokes(html)
    #expect(strokes.allSatisfy { $0.x >= 0 && $0.length > 0 && $0.x + $0.length <= 600 }, "seed \(seed): \(strokes)")
    #expect(Set(strokes.map(\.y)).count <= 2)
    let claims = strip.comparison.findings.filter(\.isClaim)
    #expect(claims.allSatisfy { $0.a == nil && $0.b == nil } || !strokes.isEmpty)
  }

  @Test(arguments: [(DriftSeverity.minor, 2), (.major, 3), (.critical, 4)])
  func `a change of the last byte is as wide as one of the first`(severity: DriftSeverity, width: Int) {
    for start in [0, 4_999, 9_999] {
      var comparison = ReportComparison(a: 0, b: 1, relation: .edited)
      comparison.findings = [
        ReportFinding(
          category: .number, severity: severity, confidence: 1, rule: "rule", message: "Message", count: 1,
          a: ReportSpan(start..<start + 1), b: nil)
      ]
      let strokes = strokes(ChangeStrip(comparison: comparison, lengths: (10_000, 10_000)).render(templates))
      #expect(strokes.map(\.length) == [width], "\(start)")
    }
  }

  @Test(arguments: 0..<60) func `the order of rows and findings changes no stroke`(seed: Int) {
    var random = SeededGenerator(seed)
    let lengths = (a: 1 + random.below(5_000), b: 1 + random.below(5_000))
    let comparison = comparison(&random, lengths)
    var shuffled = comparison
    shuffled.rows.shuffle(using: &random)
    shuffled.findings.shuffle(using: &random)
    #expect(
      ChangeStrip(comparison: comparison, lengths: lengths).render(templates)
        == ChangeStrip(comparison: shuffled, lengths: lengths).render(templates))
  }

  @Test(arguments: 0..<60) func `what changed twice as far lies twice as far`(seed: Int) {
    var random = SeededGenerator(seed)
    let length = 60 * (1 + random.below(50))
    let place = random.below(length / 2)
    var comparison = ReportComparison(a: 0, b: 1, relation: .edited)
    comparison.rows = [ReportRow(a: ReportSpan(place..<place + length / 4), b: nil)]
    let strokes = strokes(ChangeStrip(comparison: comparison, lengths: (length, length)).render(templates))
    #expect(strokes.count == 1)
    #expect(abs(Double(strokes.first?.x ?? -1) - Double(place) * 600 / Double(length)) <= 1)
    #expect(abs(Double(strokes.first?.length ?? -1) - 150) <= 2)
  }
}
