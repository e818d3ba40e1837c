/// How much work goes into roles.
package enum RoleEffort: String, Sendable, CaseIterable {
  /// The articles' texts are not read again: roles by verified copies and dates alone, no credits.
  case none
  /// Every version is measured against its original; a machine's rewrite is told by its sentences and flags.
  case fast
  /// Drift findings too, where the sentences look like a machine's work.
  case full
  /// Full for batches of up to ``largestRead`` articles, none for larger ones.
  case auto

  /// Articles up to which ``auto`` reads texts again: some seconds' work.
  package static let largestRead = 20_000

  /// What is really done for so many articles.
  package func settled(articles: Int) -> RoleEffort {
    self == .auto ? (articles <= Self.largestRead ? .full : .none) : self
  }
}
