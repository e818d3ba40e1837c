internal import Articles
internal import Drift
internal import Quality

extension DriftEvidence {
  /// A finding as flags need it; without words in the version it has an empty range.
  init(_ finding: DriftFinding) {
    self.init(
      rule: finding.rule, severity: FlagSeverity(finding.severity),
      confidence: finding.confidence, message: finding.message,
      range: finding.b.map { ByteRange($0.start, $0.end) } ?? .empty)
  }
}

extension FlagSeverity {
  init(_ severity: DriftSeverity) {
    switch severity {
    case .minor: self = .minor
    case .major: self = .major
    case .critical: self = .critical
    }
  }
}
