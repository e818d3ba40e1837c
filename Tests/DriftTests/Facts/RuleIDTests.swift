import Drift
import Testing

@Suite struct RuleIDTests {
  @Test(arguments: DriftRuleID.allCases)
  func `an id names its category`(id: DriftRuleID) {
    #expect(id.rawValue.hasPrefix(id.category.rawValue + "/"))
  }

  @Test func `severity is decided by meaning and never above it`() {
    let options = DriftOptions()
    for id in DriftRuleID.allCases {
      #expect(options.severity(of: id, confidence: 1) == id.gravity)
      #expect(options.severity(of: id, confidence: 0.64) == .minor)
      #expect(options.severity(of: id, confidence: 0.7) == min(id.gravity, .major))
    }
  }

  @Test func `every category is reported by some rule`() {
    #expect(Set(DriftRuleID.allCases.map(\.category)) == Set(DriftCategory.allCases))
    #expect(Set(DriftRules.all.map { $0.category }).isSuperset(of: Set(DriftCategory.allCases)))
  }
}
