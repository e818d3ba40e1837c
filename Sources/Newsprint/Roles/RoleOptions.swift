/// How much work goes into roles.
public enum RoleEffort: String, Sendable, CaseIterable {
  /// The articles' texts are not read again: roles by verified copies and dates alone, no credits.
  case none
  /// Every version is measured against its original; a machine's rewrite is told by its sentences and flags.
  case fast
  /// Drift findings too, where the sentences look like a machine's work.
  case full
}
