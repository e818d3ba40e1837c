import Stories
import Foundation
import Output
import Reports
import Testing

@Suite struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `containers nest and commas stand between values`() {
    let text = written { writer in
      writer.object { writer in
        writer.key("a")
        writer.array([1, 2]) { $0.integer($1) }
        writer.key("b")
        writer.object { _ in }
        writer.key("c")
        writer.array([[true], []]) { $0.array($1) { $0.bool($1) } }
        writer.key("d")
        writer.null()
      }
      writer.newline()
    }
    #expect(text == #"{"a":[1,2],"b":{},"c":[[true],[]],"d":null}"# + "\n")
  }

  @Test(arguments: [
    "", "plain", "quote \" and backslash \\", "tab\tnewline\nreturn\r", "\u{0}\u{1}\u{1F}\u{7F}", "é ß 漢字 🙂 \u{2028}",
    "</script>",
  ]) func `a string comes back from another parser as it was`(_ text: String) throws {
    let json = written { $0.string(text) }
    #expect(try JSONDecoder().decode(String.self, from: Data(json.utf8)) == text)
  }

  @Test func `numbers are rounded and what is no number is null`() {
    #expect(written { $0.number(0.123456) } == "0.1235")
    #expect(written { $0.number(1) } == "1.0")
    #expect(written { $0.number(-0.00001) } == "0.0")
    #expect(written { $0.number(.nan) } == "null")
    #expect(written { $0.number(.infinity) } == "null")
  }

  @Test func `forgetting leaves a fresh writer`() {
    var writer = JSONWriter()
    writer.array([1]) { $0.integer($1) }
    writer.removeAll()
    writer.string("x")
    #expect(String(decoding: writer.bytes, as: UTF8.self) == #""x""#)
  }
}

@Suite struct DecimalsTests {
  @Test(arguments: [
    (0.0, 4, "0.0000"), (1.0, 4, "1.0000"), (0.99995, 4, "1.0000"), (-0.5, 2, "-0.50"), (12.345, 1, "12.3"), (3.7, 0, "4"),
    (-0.004, 2, "0.00"),
  ]) func `a fixed number of digits`(value: Double, digits: Int, expected: String) {
    #expect(Decimals.fixed(value, digits: digits) == expected)
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567"), (Int.min, "-9,223,372,036,854,775,808")])
  func `thousands are set apart`(value: Int, expected: String) {
    #expect(Decimals.grouped(value) == expected)
  }

  @Test(arguments: [
    (0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 kB"), (202_400_000, "202.4 MB"), (5_000_000_000_000, "5.0 TB"),
  ])
  func `sizes for people`(count: Int, expected: String) {
    #expect(Decimals.bytes(count) == expected)
  }
}

@Suite struct ScoreReportTests {
  @Test func `figures are the same in both forms`() throws {
    let report = ScoreReport(scores: ClusterScores([(1, 1), (1, 1), (2, 2), (2, 3)]), mixedWithBackground: 2, missing: 1)
    var writer = JSONWriter()
    report.json(into: &writer)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String: Double])
    #expect(json["pair_precision"] == 0.5)
    #expect(json["pair_recall"] == 1)
    #expect(json["mixed_with_background"] == 2)
    #expect(report.text.contains("precision 0.5000  recall 1.0000"))
    #expect(report.text.contains("missing in the prediction"))
  }
}
