/// Where confidence becomes severity, and what is reported at all.
package struct DriftOptions: Sendable, Hashable {
  package enum Preset: String, CaseIterable, Sendable {
    /// Few false alarms: a finding is serious from confidence .65.
    case precise
    /// More found and more to look at: serious from .55.
    case sensitive

    /// Confidence from which a finding is at least major.
    package var threshold: Double {
      switch self {
      case .precise: 0.65
      case .sensitive: 0.55
      }
    }
  }

  package var preset = Preset.precise
  package var minimumSeverity = DriftSeverity.minor
  /// The categories to report, or nil for all.
  package var categories: Set<DriftCategory>?

  /// Confidence from which a finding is critical, in both presets.
  package static let criticalThreshold = 0.80

  package init() {}

  /// How bad a change is: by its meaning, as far as it is sure that there is one.
  package func severity(of rule: DriftRuleID, confidence: Double) -> DriftSeverity {
    guard confidence >= preset.threshold else { return .minor }
    return confidence >= Self.criticalThreshold ? rule.gravity : min(rule.gravity, .major)
  }
}
