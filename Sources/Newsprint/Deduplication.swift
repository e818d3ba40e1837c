internal import Input
package import Pipeline

/// Which articles of a batch stay, and what the others duplicate.
///
/// ```swift
/// let result = try Detector().duplicates([
///   Article(id: "1", text: "The harbour of Velmora was closed on Monday after a crane fell."),
///   Article(id: "2", text: "The harbour of Velmora was closed on Monday after a crane fell."),
/// ])
/// for duplicate in result.dropped { print(duplicate.article, "duplicates", duplicate.original) }
/// ```
public struct Deduplication: Sendable {
  /// Everything behind it, for the program's own reports.
  package let result: DedupeJob.Result

  init(_ result: DedupeJob.Result) { self.result = result }

  /// The ids of the articles that stay, in input order.
  public var kept: List<String> {
    List(count: result.kept.count) { [result] in result.identifier(result.kept[$0]) }
  }

  /// The articles that do not, in input order.
  public var dropped: List<Duplicate> {
    List(count: result.dropped.count) { [result] in Duplicate(result.dropped[$0], of: result) }
  }

  /// What was left out, with the reason.
  public var skipped: [SkippedRecord] { result.corpus.skippedRecords(result.store.names).map(SkippedRecord.init) }
}

/// An article that is not kept, and why.
public struct Duplicate: Sendable, Hashable {
  /// The dropped article's id.
  public let article: String
  /// The id of the kept article that it duplicates.
  public let original: String
  /// What it is to the kept article.
  public let relation: Relation
  /// Exact resemblance of the two, or their story similarity for a rewrite; 0...1.
  public let similarity: Double
  /// Share of the dropped article's shingles that the kept one has, 0...1; nil for a rewrite.
  public let containment: Double?
  /// What it says otherwise than the kept article, serious changes only; empty unless ``Options/changedCopies`` asks for them.
  public let changes: [Change]

  /// One thing that a copy says otherwise.
  public struct Change: Sendable, Hashable {
    /// A drift category, or `headline`, `own-text`, `passage`.
    public let category: String
    /// Major or critical.
    public let severity: Severity
    /// One sentence for people.
    public let message: String
  }
}
