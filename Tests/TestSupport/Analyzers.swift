package import Drift
import Foundation

/// Analyzers that tests use one after the other: making one costs more than most comparisons of a test.
///
/// Results do not depend on what was compared before, which `DriftPropertyTests` proves with analyzers of its own.
package enum Analyzers {
  /// Nobody has an analyzer that lies here.
  private final class Pool: @unchecked Sendable {
    private let lock = NSLock()
    private var idle: [DriftOptions: [DriftAnalyzer]] = [:]

    func take(_ options: DriftOptions) -> DriftAnalyzer? { lock.withLock { idle[options]?.popLast() } }
    func put(_ analyzer: DriftAnalyzer) { lock.withLock { idle[analyzer.options, default: []].append(analyzer) } }
  }

  private static let pool = Pool()

  package static func compare(_ a: String, _ b: String, options: DriftOptions = DriftOptions()) -> DriftReport {
    let analyzer = pool.take(options) ?? DriftAnalyzer(options: options)
    defer { pool.put(analyzer) }
    return analyzer.compare(a, b)
  }
}
