/// What a copy did to the credits of its original.
package struct AttributionComparison: Sendable, Hashable {
  /// Labels of agencies that the original credits and the copy does not.
  package var lost: [String]
  /// Labels that only the copy credits.
  package var gained: [String]
  /// Labels that both credit.
  package var kept: [String]
  /// True when the original credits an agency and the copy credits none.
  package var isCreditDropped: Bool

  /// Compares the credits of `original` and `copy`; agencies are compared by id.
  package init(original: WireAttribution, copy: WireAttribution) {
    let before = Self.labels(original)
    let after = Self.labels(copy)
    // Only what is beyond doubt can be lost, and a hint at the agency keeps it.
    lost = Self.labels(original, from: CreditTuning.standard.sure)
      .filter { pair in !copy.evidence.contains { $0.agency == pair.0 } }.map(\.1)
    gained = after.filter { pair in !before.contains { $0.0 == pair.0 } }.map(\.1)
    kept = before.filter { pair in after.contains { $0.0 == pair.0 } }.map(\.1)
    isCreditDropped = original.isSure && copy.evidence.isEmpty
  }

  private static func labels(
    _ attribution: WireAttribution, from least: Double = CreditTuning.standard.credited
  ) -> [(String, String)] {
    var result: [(String, String)] = []
    for piece in attribution.evidence where piece.confidence >= least && !result.contains(where: { $0.0 == piece.agency }) {
      result.append((piece.agency, piece.label))
    }
    return result
  }
}
