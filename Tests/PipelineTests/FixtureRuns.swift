import TestSupport

@testable import Pipeline

/// What the jobs say of the fixtures as they stand, with two threads: computed once for all tests that hold something against it.
enum FixtureRuns {
  static let batch = Fixture.folder + "/batch.jsonl"

  private static let clusters = Result { try Clustering([batch]) }
  private static let plainClusters = Result { try Clustering([batch], roles: .none) }
  private static let copies = Result { try Deduplication([batch], level: .copy) }
  private static let identical = Result { try Deduplication([batch], level: .identical) }
  private static let stories = Result { try Deduplication([batch], level: .story) }

  static var clustering: Clustering { get throws { try clusters.get() } }
  /// With roles by verified copies and dates alone.
  static var plainClustering: Clustering { get throws { try plainClusters.get() } }

  static func deduplication(_ level: DedupeLevel = .copy) throws -> Deduplication {
    switch level {
    case .identical: try identical.get()
    case .copy: try copies.get()
    case .story: try stories.get()
    }
  }
}
