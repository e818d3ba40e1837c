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
    /// A drift category, or `headline`, `own-text`, `lead`, `passage`.
    public let category: String
    /// Major or critical.
    public let severity: Severity
    /// One sentence for people.
    public let message: String
  }
}

extension Detector {
  /// Chooses one article of each group of copies and says what the others duplicate.
  ///
  /// Candidates come from MinHash bands and sampled shingles; each is verified exactly on the texts (resemblance and containment
  /// of Broder 1997, 10.1109/SEQUEN.1997.666900), so nothing is dropped on a hash alone, and groups never chain: a dropped
  /// article is a copy of the very article that stays. Linear in the words of the batch.
  ///
  /// ```swift
  /// let articles = [
  ///   Article(id: "1", text: "The harbour of Velmora was closed on Monday after a crane fell on a barge."),
  ///   Article(id: "2", text: "The harbour of Velmora was closed on Monday after a crane fell on a barge."),
  /// ]
  /// print(Array(try Detector().duplicates(articles).kept))
  /// ```
  ///
  /// - Parameters:
  ///   - articles: The batch; ids must differ. One without an id is called `articles:1` and so on.
  ///   - level: How alike articles must be for one of them to be dropped.
  ///   - progress: Is told how far the run has come, from any thread.
  ///   - cancellation: Ends the run from outside.
  /// - Returns: Every article that has a word of text, as kept or dropped; the others are in ``Deduplication/skipped``.
  /// - Throws: ``NewsprintError/Code/repeatedID`` or ``NewsprintError/Code/cancelled``.
  public func duplicates(
    _ articles: [Article], level: DedupeLevel = .copy, progress: (@Sendable (Progress) -> Void)? = nil,
    cancellation: Cancellation? = nil
  ) throws(NewsprintError) -> Deduplication {
    var job = DedupeJob(level: level.job, options: inMemory, context: context(progress, cancellation))
    job.changes = options.changedCopies.job
    return try NewsprintError.wrapping { [job] in
      let result = try job.run(inputs: Article.inputs(articles))
      try result.corpus.requireDistinctIDs(result.store.names)
      return Deduplication(result)
    }
  }

  /// Chooses among the articles of files and folders; otherwise ``duplicates(_:level:progress:cancellation:)``.
  ///
  /// - Parameters:
  ///   - inputs: Paths of files and folders; `-` is standard input.
  ///   - level: How alike articles must be for one of them to be dropped.
  ///   - progress: Is told how far the run has come, from any thread.
  ///   - cancellation: Ends the run from outside.
  /// - Returns: Every article that could be read and whose id is new; the others are in ``Deduplication/skipped``.
  /// - Throws: ``NewsprintError/Code/input`` that names an input which is missing or was changed, or
  ///   ``NewsprintError/Code/cancelled``.
  public func duplicates(
    in inputs: [String], level: DedupeLevel = .copy, progress: (@Sendable (Progress) -> Void)? = nil,
    cancellation: Cancellation? = nil
  ) throws(NewsprintError) -> Deduplication {
    var job = DedupeJob(level: level.job, options: batch, context: context(progress, cancellation))
    job.changes = options.changedCopies.job
    return try NewsprintError.wrapping { [job] in Deduplication(try job.run(inputs: .paths(inputs))) }
  }
}
