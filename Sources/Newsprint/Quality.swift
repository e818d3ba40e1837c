/// What is wrong with an article.
public struct QualityReport: Sendable, Hashable {
  /// The article's id.
  public let article: String
  /// 0 (clean) to 1; ranks articles and is no probability.
  public let score: Double
  /// In the order of the text.
  public let flags: [QualityFlag]
}

/// One defect of an article, with its place.
public struct QualityFlag: Sendable, Hashable {
  /// Which flag it is, see ``Explanation``.
  public let name: String
  /// How much it counts.
  public let severity: Severity
  /// UTF-8 bytes of the article's text; empty where something is missing.
  public let range: Range<Int>
  /// The words at ``range``.
  public let text: String
  /// What is wrong, one sentence for people.
  public let message: String
}
