import TestSupport
import Testing

@testable import Drift

/// A falsified copy raises suspicions, some of its rules and to the threshold only; it never lowers anything.
struct FalsifiedCopyProperties {
  private static func options(_ preset: DriftOptions.Preset) -> DriftOptions {
    var options = DriftOptions()
    options.preset = preset
    return options
  }

  private static func findings(_ random: inout SeededGenerator, _ options: DriftOptions) -> [DriftFinding] {
    let common: [DriftRuleID] = [.polarityAntonym, .negationHead, .numberValue, .termReplaced, .termUnrelated, .quotationAltered]
    return (0..<random.below(9)).map { place in
      let rule = random.below(3) == 0 ? random.pick(DriftRuleID.allCases) : random.pick(common)
      let confidence = Double(random.below(21)) / 20
      return DriftFinding(
        rule: rule, severity: options.severity(of: rule, confidence: confidence), confidence: confidence,
        a: .init(place * 9..<place * 9 + 4), b: .init(place * 9..<place * 9 + 4), message: "Change \(place).")
    }
  }

  @Test(arguments: DriftOptions.Preset.allCases) func `only suspicions are raised, and to the threshold`(
    preset: DriftOptions.Preset
  ) {
    let options = Self.options(preset)
    var raised = 0
    for seed in 0..<2_000 {
      var random = SeededGenerator(seed)
      let findings = Self.findings(&random, options)
      let closeness = Double(50 + random.below(51)) / 100, passages = 1 + random.below(20)
      let weighed = FalsifiedCopy.weigh(findings, passages: passages, closeness: closeness, options: options)
      #expect(weighed.count == findings.count)
      for (before, after) in zip(findings, weighed) where before != after {
        raised += 1
        var expected = before
        expected.confidence = preset.threshold
        expected.severity = options.severity(of: before.rule, confidence: preset.threshold)
        #expect(after == expected && after.confidence > before.confidence && after.severity >= before.severity)
        #expect(before.confidence >= 0.2 && closeness >= 0.7)
        // What raises is serious by itself.
        let others = findings.filter { $0.confidence >= preset.threshold }
        let turned = others.count { [.polarity, .negation].contains($0.category) }
        #expect(others.count >= 2 && (turned >= 2 && 6 * turned >= passages || closeness >= 0.85), "\(findings)")
        // Whoever has read this finding alone reads the others, too.
        #expect(FalsifiedCopy.mayRaise([before], closeness: closeness, options: options), "\(before)")
      }
    }
    #expect(raised > 100, "\(raised)")
  }

  @Test func `the order of the findings makes no difference, nor do faint ones more`() {
    let options = DriftOptions()
    for seed in 0..<500 {
      var random = SeededGenerator(seed)
      let findings = Self.findings(&random, options)
      let weighed = FalsifiedCopy.weigh(findings, passages: 4, closeness: 0.9, options: options)
      let order = findings.indices.shuffled(using: &random)
      let shuffled = FalsifiedCopy.weigh(order.map { findings[$0] }, passages: 4, closeness: 0.9, options: options)
      #expect(shuffled == order.map { weighed[$0] })
      let faint = findings.filter { $0.confidence < options.preset.threshold }
      #expect(FalsifiedCopy.weigh(faint, passages: 4, closeness: 0.9, options: options) == faint)
      // A closer copy is no less suspicious.
      let closer = FalsifiedCopy.weigh(findings, passages: 4, closeness: 1, options: options)
      #expect(zip(weighed, closer).allSatisfy { $0.severity <= $1.severity })
    }
  }
}
