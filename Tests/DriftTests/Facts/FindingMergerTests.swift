import TestSupport
import Testing
import Text

@testable import Drift

/// Findings put together: whatever order they come in, none is lost, none told twice, and none made worse.
struct FindingMergerTests {
  private static let a = """
    Fjellfront seized the mill on Monday. The army shelled Fjellfront near the bridge at noon and Ana Lind saw it. Farmers lost \
    40 horses to Fjellfront. Bo Moe said that the mill grinds rye for the valley, and the mill was shut.
    """
  private static let b = """
    Ostgarde seized the mill on Tuesday. The army shelled Ostgarde near the bridge at noon and Eva Holm saw it. Farmers lost \
    90 horses to Ostgarde. Eva Holm said that the mill grinds oats for the valley, and the mill was open.
    """
  /// Rules of changes that are told once throughout, and of changes that are not.
  private static let rules: [DriftRuleID] = [
    .nameReplaced, .nameExchanged, .namePart, .numberValue, .termReplaced, .polarityAntonym, .omissionWords, .additionWords,
    .timeDay,
  ]

  private let reader = PassageReader()
  private let context: DriftContext
  private let options = DriftOptions()

  init() { context = reader.context(reader.pair(Self.a, Self.b)) }

  /// Findings about random words, many of them alike.
  private func findings(_ seed: Int, rules: [DriftRuleID] = rules) -> [DriftFinding] {
    var random = SeededGenerator(seed)
    let places = [context.a, context.b].map { text in
      let names = text.tokens.indices.filter { text.tokens[$0].shape.contains(.name) }
      return (0..<1 + random.below(3)).map { _ in
        random.below(3) > 0 ? random.pick(names) : random.below(text.tokens.count)
      }
    }
    return (0..<2 + random.below(14)).map { number in
      let rule = random.pick(rules), confidence = Double(random.below(11)) / 10
      let (i, j) = (random.pick(places[0]), random.pick(places[1]))
      return DriftFinding(
        rule: rule, severity: options.severity(of: rule, confidence: confidence), confidence: confidence,
        a: rule == .additionWords ? nil : DriftFinding.Span(context.a.byteRange(i..<i + 1)),
        b: rule == .omissionWords ? nil : DriftFinding.Span(context.b.byteRange(j..<j + 1)), message: "Change \(number).",
        count: 1 + random.below(2))
    }
  }

  /// What a reader sees of a finding, but for where it was met first.
  private struct Told: Hashable, Comparable {
    var rule: String
    var texts: [String]
    var severity: DriftSeverity
    var confidence: Double
    var count: Int

    static func < (one: Self, other: Self) -> Bool { "\(one)" < "\(other)" }
  }

  private func told(_ finding: DriftFinding) -> Told {
    Told(
      rule: finding.rule.rawValue,
      texts: [finding.a.map { context.a.string(in: $0) } ?? "", finding.b.map { context.b.string(in: $0) } ?? ""],
      severity: finding.severity, confidence: finding.confidence, count: finding.count)
  }

  private func merge(_ findings: [DriftFinding]) -> [DriftFinding] {
    FindingMerger.merge(findings, context: context, options: options)
  }

  @Test func `the order of the findings makes no difference to what is told`() {
    for seed in 0..<60 {
      var random = SeededGenerator(seed)
      let findings = findings(seed)
      let expected = merge(findings).map(told).sorted()
      for _ in 0..<4 {
        #expect(merge(findings.shuffled(using: &random)).map(told).sorted() == expected, "\(seed)")
      }
    }
  }

  @Test func `merging counts every finding once, and merging again changes nothing`() {
    for seed in 0..<120 {
      let findings = findings(seed), merged = merge(findings)
      #expect(merged.reduce(0) { $0 + $1.count } == findings.reduce(0) { $0 + $1.count }, "\(seed)")
      #expect(merge(merged) == merged, "\(seed)")
      #expect(merged.count <= findings.count && zip(merged, merged.dropFirst()).allSatisfy { $0.severity >= $1.severity })
      for finding in merged {
        let alike = findings.filter { told($0).texts == told(finding).texts && $0.category == finding.category }
        #expect(alike.contains { $0.a == finding.a && $0.b == finding.b }, "\(seed): \(finding)")
        #expect(finding.confidence <= alike.map(\.confidence).max() ?? -1)
        #expect(finding.severity <= alike.map(\.severity).max() ?? .minor)
      }
    }
  }

  @Test func `house style lowers some names, alike in any order, and touches nothing else`() {
    let style = HouseStyle(context: context)
    var styles = 0
    for seed in 0..<120 {
      var random = SeededGenerator(seed)
      let findings = findings(seed, rules: [.nameReplaced, .nameExchanged, .numberValue, .namePart])
      let folded = style.fold(findings)
      #expect(style.fold(folded) == folded)
      #expect(
        style.fold(findings.shuffled(using: &random)).map { told($0).texts }.sorted { "\($0)" < "\($1)" }
          == folded.map { told($0).texts }.sorted { "\($0)" < "\($1)" })
      #expect(folded.reduce(0) { $0 + $1.count } == findings.reduce(0) { $0 + $1.count })
      let (changed, kept) = (folded.filter { $0.rule == .nameStyle }, folded.filter { $0.rule != .nameStyle })
      styles += changed.count
      #expect(kept == findings.filter(kept.contains))
      #expect(Set(changed.map { told($0).texts }).count == changed.count, "each is told once")
      for finding in changed {
        #expect(finding.severity == .minor && finding.confidence <= 0.3 && finding.message.contains("(\(finding.count) times)"))
        let same = findings.filter { told($0).texts == told(finding).texts && !kept.contains($0) }
        #expect(same.allSatisfy { $0.count > 1 && [.nameReplaced, .nameExchanged].contains($0.rule) })
        #expect(same.reduce(0) { $0 + $1.count } == finding.count)
      }
    }
    #expect(styles > 10, "\(styles)")
  }

  /// A name in another's place throughout, with another finding of either name, or without.
  @Test func `a name is house style unless it has another partner`() throws {
    func finding(_ old: String, _ new: String) throws -> DriftFinding {
      let (i, j) = (
        try #require(context.a.tokens.indices.first { context.a.string($0..<$0 + 1) == old }),
        try #require(context.b.tokens.indices.first { context.b.string($0..<$0 + 1) == new })
      )
      return DriftFinding(
        rule: .nameReplaced, severity: .major, confidence: 0.7, a: .init(context.a.byteRange(i..<i + 1)),
        b: .init(context.b.byteRange(j..<j + 1)), message: "", count: 3)
    }
    let replaced = try finding("Fjellfront", "Ostgarde")
    #expect(merge([replaced]).map(\.rule) == [.nameStyle])
    for other in [try finding("Fjellfront", "Holm"), try finding("Moe", "Ostgarde")] {
      #expect(merge([replaced, other]).allSatisfy { $0.rule == .nameReplaced && $0.severity == .major })
      #expect(merge([other, replaced]).allSatisfy { $0.rule == .nameReplaced && $0.severity == .major })
    }
  }
}
