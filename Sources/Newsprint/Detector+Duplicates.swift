internal import Input
internal import Pipeline

extension Detector {
  /// Chooses one article of each group of copies and says what the others duplicate.
  ///
  /// Candidates come from MinHash bands and sampled shingles; each is verified exactly on the texts (resemblance and containment
  /// of Broder 1997, 10.1109/SEQUEN.1997.666900), so nothing is dropped on a hash alone, and groups never chain: a dropped article
  /// is a copy of the very article that stays. Linear in the words of the batch.
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
