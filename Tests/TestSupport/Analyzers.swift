package import Drift
package import Text

/// Analyzers that tests share: making one costs more than most comparisons of a test.
///
/// Results do not depend on what was read or compared before, which `DriftPropertyTests` proves with analyzers of its own.
package enum Analyzers {
  private static let drift = Pool<DriftOptions, DriftAnalyzer> { DriftAnalyzer(options: $0) }
  private static let languages = Pool<Language?, LinguisticAnalysis> { LinguisticAnalysis(words: WordTable(), language: $0) }

  package static func compare(_ a: String, _ b: String, options: DriftOptions = DriftOptions()) -> DriftReport {
    drift.lend(options) { $0.compare(a, b) }
  }

  /// Hands an analysis and its words to `body`, which may keep nothing of either.
  package static func read<Result>(
    _ language: Language? = .english, _ body: (LinguisticAnalysis) throws -> Result
  ) rethrows -> Result {
    try languages.lend(language, body)
  }
}
