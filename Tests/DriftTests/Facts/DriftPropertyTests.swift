import Drift
import Lexicon
import Pipeline
import Output
import Reports
import TestSupport
import Testing

@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct DriftPropertyTests {
  private static let texts = [
    "The ferry Solveig sank off Bergen on Monday. All 40 passengers were saved.",
    "“No,” he said. She didn't agree with “the plan”.",
    "The ferry Ingrid sank off Stavanger on Tuesday. All 14 passengers were saved, reportedly.", "", "…", "12 34 56,7 $8m 9%",
    "OSLO - Prices rose 3 percent in March. The bank will not act.", "OSLO - Prices fell 4 pct in May. The bank may act in 2020.",
    "Größe und Ärger, „so“ war es.", "天气很好。我们走吧。", "A \"b\" “c” ‘d’ «e» „f“", "the the the\n\n\nthe",
  ]

  @Test(arguments: texts) func `identical texts have no finding`(text: String) {
    #expect(Analyzers.compare(text, text).findings.isEmpty)
  }

  @Test func `spans cut whole characters out of the text they point into`() {
    let analyzer = DriftAnalyzer()
    for a in Self.texts {
      for b in Self.texts {
        for finding in analyzer.compare(a, b).findings {
          #expect(finding.a != nil || finding.b != nil)
          if let span = finding.a { #expect(String(validating: Array(a.utf8)[span.range], as: UTF8.self)?.isEmpty == false) }
          if let span = finding.b { #expect(String(validating: Array(b.utf8)[span.range], as: UTF8.self)?.isEmpty == false) }
        }
      }
    }
  }

  @Test func `swapping the texts mirrors figures, dates, units and names`() {
    let analyzer = DriftAnalyzer()
    let mirrored: Set<DriftCategory> = [.number, .time, .unit, .name]
    for (place, a) in Self.texts.enumerated() {
      for b in Self.texts[..<place] {
        func spans(_ findings: [DriftFinding], swapped: Bool) -> Set<[Int?]> {
          Set(
            findings.filter { mirrored.contains($0.category) }.map {
              swapped ? [$0.b?.start, $0.b?.end, $0.a?.start, $0.a?.end] : [$0.a?.start, $0.a?.end, $0.b?.start, $0.b?.end]
            })
        }
        #expect(
          spans(analyzer.compare(a, b).findings, swapped: false) == spans(analyzer.compare(b, a).findings, swapped: true),
          "\(a) | \(b)")
      }
    }
  }

  @Test func `a sentence that was copied word for word has no finding, whatever changed beside it`() {
    let copied = "The fleet will be paid for by loans, and Norsund believes it will earn its price in five years, Marklund said."
    let a = "The yard in Vik got the order on Monday. \(copied) The first hull is laid in May. Nobody was hurt."
    let b = "The yard in Vik lost the order on Monday.\n\(copied)\nThe first hull is laid in June. Nobody was hurt."
    let findings = Analyzers.compare(a, b).findings
    #expect(!findings.isEmpty)
    for finding in findings {
      let span = finding.a?.range ?? 0..<0
      #expect(!String(decoding: Array(a.utf8)[span], as: UTF8.self).contains("Norsund"))
      #expect(!String(decoding: Array(a.utf8)[span], as: UTF8.self).contains("Marklund"))
    }
  }

  @Test func `what was compared before makes no difference`() {
    let used = DriftAnalyzer()
    for a in Self.texts { _ = used.compare(a, Self.texts[2]) }
    for a in Self.texts {
      #expect(used.compare(a, Self.texts[6]).findings == DriftAnalyzer().compare(a, Self.texts[6]).findings)
    }
  }

  @Test func `the sensitive preset never finds less, and filters only take away`() {
    var sensitive = DriftOptions()
    sensitive.preset = .sensitive
    var names = DriftOptions()
    names.categories = [.name]
    names.minimumSeverity = .major
    let (precise, wide, narrow) = (DriftAnalyzer(), DriftAnalyzer(options: sensitive), DriftAnalyzer(options: names))
    for a in Self.texts {
      let all = precise.compare(a, Self.texts[2]).findings
      let more = wide.compare(a, Self.texts[2]).findings
      #expect(all.count == more.count)
      #expect(all.count { $0.severity > .minor } <= more.count { $0.severity > .minor })
      let few = narrow.compare(a, Self.texts[2]).findings
      #expect(few.allSatisfy { $0.category == .name && $0.severity > .minor && all.contains($0) })
    }
  }

  @Test(
    arguments: [
      (String(repeating: "\"a\" ", count: 2_000), String(repeating: "“a” ", count: 2_000)),
      (String(repeating: "12 km, ", count: 500), String(repeating: "13 mi, ", count: 500)),
      (String(repeating: "word other ", count: 1_500), String(repeating: "other word ", count: 1_500)),
      (String(repeating: "Ab Cd, ", count: 300), String(repeating: "Ef Gh, ", count: 300)),
      (String(repeating: "May Monday ", count: 400), String(repeating: "March Sunday ", count: 400)),
      ("Meet A" + String(repeating: "a", count: 60_000), "Meet A" + String(repeating: "a", count: 30_000) + "b"),
      (
        "Meet " + (0..<800).map { "Ab\($0)" }.joined(separator: "-"),
        "Meet " + (0..<800).map { "Cd\($0)" }.joined(separator: "-")
      ),
      (
        (0..<200).map { "Name\($0)" }.joined(separator: " met "),
        (0..<200).reversed().map { "Name\($0)" }.joined(separator: " saw ")
      ),
      (String(repeating: "last year this week ", count: 400), String(repeating: "next week last year ", count: 400)),
      (String(repeating: "He did not say. ", count: 250), String(repeating: "She may say. ", count: 250)),
    ])
  func `hostile texts give findings in proportion to their length, with places inside them`(a: String, b: String) {
    let report = Analyzers.compare(a, b)
    #expect(report.closeness >= 0 && report.closeness <= 1)
    #expect(report.findings.map(\.count).reduce(0, +) <= (a.utf8.count + b.utf8.count) / 2)
    for finding in report.findings {
      #expect(finding.a.map { $0.start < $0.end && $0.end <= a.utf8.count } ?? true)
      #expect(finding.b.map { $0.start < $0.end && $0.end <= b.utf8.count } ?? true)
      #expect(finding.a != nil || finding.b != nil)
    }
  }

  @Test func `every category is explained`() {
    for category in DriftCategory.allCases {
      let text = ExplanationText.full(category.rawValue, style: TerminalStyle(width: 80, usesColour: false)) ?? ""
      #expect(text.contains("Example") && text.contains("Limits"), "\(category)")
    }
  }

  @Test func `the example of every rule is an example of it`() {
    let analyzer = DriftAnalyzer()
    for rule in DriftRules.all {
      let findings = analyzer.compare(rule.explanation.example.a, rule.explanation.example.b).findings
      #expect(findings.contains { $0.category == rule.category }, "\(rule.category): \(findings.map(\.rule))")
    }
  }
}

struct ComparisonOutputTests {
  private let a = Array("The council spent $4.6 million on «bridges».\u{1B}[31m".utf8)
  private let b = Array("The council spent $4.6 billion on «bridges».\u{1B}[31m".utf8)

  private var comparison: PairComparison {
    PairComparer(options: DriftOptions()).compare(String(decoding: a, as: UTF8.self), String(decoding: b, as: UTF8.self))
  }

  @Test func `JSON has byte offsets and the words they cut`() {
    let line = String(decoding: ComparisonJSON.line(comparison, a: a, b: b), as: UTF8.self)
    #expect(line.hasSuffix("}\n"))
    #expect(line.contains(#""a":{"end":30,"start":19,"text":"4.6 million"}"#))
    #expect(line.contains(#""severity":"critical""#))
  }

  @Test func `people see both sentences with the change marked, and no escape sequence of the text`() {
    let plain = ComparisonText.render(
      comparison, a: a, b: b, names: ("old", "new"), style: TerminalStyle(width: 60, usesColour: false))
    #expect(plain.contains("[$4.6 million]") && plain.contains("[$4.6 billion]"))
    #expect(!plain.contains("\u{1B}"))
    #expect(plain.split(separator: "\n").allSatisfy { $0.count <= 60 })
  }

  @Test func `the relation comes first`() {
    let same = Array("The council spent $4.6 million on bridges.".utf8)
    let text = ComparisonText.render(
      PairComparer(options: DriftOptions()).compare(same, same), a: same, b: same, names: ("x", "y"),
      style: TerminalStyle(width: 80, usesColour: false))
    #expect(text.contains("Relation of B to A: identical") && text.contains("No serious changes."))
  }
}
