/// The numbers of ``RoleRule`` and ``CompositeFinder``.
///
/// Set by hand, tried on Fixtures and seeds.
enum RoleTuning {
  // MARK: Composites

  /// Least share of the words that each of two sources alone must have, and that all must have together.
  static let sourceShare: Float = 0.05
  static let sourcesTotal: Float = 0.2
  /// As many linked stories are looked at.
  static let mostSources = 6
  static let creditedComposite: Float = 0.85
}
