internal import Input
internal import Pipeline

extension Detector {
  /// Groups articles into stories (articles from the same text) and events (stories about the same happening).
  ///
  /// Stories are found by rare words and word pairs, verified by weighted similarity and grouped by signed label propagation; see
  /// <doc:Architecture>. Near-linear in the words of the batch; ``RoleEffort/full`` adds as much again.
  ///
  /// ```swift
  /// let articles = [
  ///   Article(id: "1", text: "The harbour of Velmora was closed on Monday after a crane fell on a barge."),
  ///   Article(id: "2", text: "The harbour of Velmora was closed on Monday after a crane fell on a barge."),
  /// ]
  /// for membership in try Detector().stories(articles).memberships {
  ///   print(membership.article, membership.role, "of", membership.original)
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - articles: The batch; ids must differ, and the order does not matter. One without an id is called `articles:1` and so on.
  ///   - progress: Is told how far the run has come, from any thread.
  ///   - cancellation: Ends the run from outside.
  /// - Returns: Every article that has a word of text; the others are in ``Clustering/skipped``.
  /// - Throws: ``NewsprintError/Code/repeatedID`` or ``NewsprintError/Code/cancelled``.
  public func stories(
    _ articles: [Article], progress: (@Sendable (Progress) -> Void)? = nil, cancellation: Cancellation? = nil
  ) throws(NewsprintError) -> Clustering {
    let job = ClusterJob(options: inMemory, roles: options.roles.effort, context: context(progress, cancellation))
    return try NewsprintError.wrapping {
      let result = try job.run(inputs: Article.inputs(articles))
      try result.batch.corpus.requireDistinctIDs(result.batch.store.names)
      return Clustering(result)
    }
  }

  /// Groups the articles of files and folders; otherwise ``stories(_:progress:cancellation:)``.
  ///
  /// - Parameters:
  ///   - inputs: Paths of files and folders; `-` is standard input.
  ///   - progress: Is told how far the run has come, from any thread.
  ///   - cancellation: Ends the run from outside.
  /// - Returns: Every article that could be read and whose id is new; the others are in ``Clustering/skipped``.
  /// - Throws: ``NewsprintError/Code/input`` that names an input which is missing or was changed, or
  ///   ``NewsprintError/Code/cancelled``.
  public func stories(
    in inputs: [String], progress: (@Sendable (Progress) -> Void)? = nil, cancellation: Cancellation? = nil
  ) throws(NewsprintError) -> Clustering {
    let job = ClusterJob(options: batch, roles: options.roles.effort, context: context(progress, cancellation))
    return try NewsprintError.wrapping { Clustering(try job.run(inputs: .paths(inputs))) }
  }

  /// ``stories(in:progress:cancellation:)`` that keeps the candidate pairs, to measure what the search misses.
  package func storiesWithCandidates(
    in inputs: [String], progress: (@Sendable (Progress) -> Void)? = nil
  ) throws(NewsprintError) -> Clustering {
    var batch = batch
    batch.stories.keepsCandidates = true
    let job = ClusterJob(options: batch, roles: options.roles.effort, context: context(progress, nil))
    return try NewsprintError.wrapping { Clustering(try job.run(inputs: .paths(inputs))) }
  }
}
