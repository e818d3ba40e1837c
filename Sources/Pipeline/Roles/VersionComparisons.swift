internal import Boilerplate
package import Drift
internal import Relations

/// What the versions of stories changed, and how alike they are: what a report shows beside roles and flags.
///
/// Found while the versions' texts are at hand for their roles, from the same measures and the same drift.
package struct VersionComparisons: Sendable {
  /// How alike two versions of one story are, 0...1.
  package struct Likeness: Sendable, Hashable {
    package let a: UInt32
    package let b: UInt32
    package let similarity: Float
  }

  /// Every version against its parent, by the version; without those that have the very bytes of their parent, and without
  /// articles that have no word.
  package private(set) var comparisons: [UInt32: PairComparison] = [:]
  /// Every two versions of stories of 4 to 20.
  package private(set) var likenesses: [Likeness] = []

  /// Sizes of story of which all pairs are measured: a table of more cannot be read.
  private static let measuredSizes = 4...20

  /// Adds the versions of one story, whose roles and texts are known.
  mutating func add(
    _ members: [UInt32], _ roles: StoryRoles, _ texts: [UInt32: ReadArticle], options: DriftOptions,
    _ comparer: inout VersionComparer
  ) {
    for (member, parent) in zip(members, roles.parents) where member != parent {
      guard let version = texts[member], let source = texts[parent], version.body.text != source.body.text else { continue }
      comparisons[member] = comparer.comparison(version, source, options: options)
    }
    guard Self.measuredSizes.contains(members.count) else { return }
    for (place, a) in members.enumerated() {
      for b in members.dropFirst(place + 1) {
        guard let first = texts[a], let second = texts[b] else { continue }
        likenesses.append(Likeness(a: a, b: b, similarity: Self.similarity(first, second, &comparer)))
      }
    }
  }

  private static func similarity(_ a: ReadArticle, _ b: ReadArticle, _ comparer: inout VersionComparer) -> Float {
    if a.body.text == b.body.text { return 1 }
    guard let first = a.version, let second = b.version else { return 0 }
    return min(1, comparer.measure(first, second).similarity)
  }

  /// Adds what another thread found.
  mutating func add(_ other: VersionComparisons) {
    comparisons.merge(other.comparisons) { $1 }
    likenesses += other.likenesses
  }
}
