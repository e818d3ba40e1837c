internal import Articles
internal import Input
package import Pipeline

/// A batch in stories and events: where every article belongs, and what it is there.
///
/// ```swift
/// let clusters = try Detector().stories([
///   Article(id: "1", text: "The harbour of Velmora was closed on Monday after a crane fell."),
///   Article(id: "2", text: "The harbour of Velmora was closed on Monday after a crane fell."),
/// ])
/// for story in clusters.stories where story.members.count > 1 { print(story.id, story.original) }
/// ```
public struct Clustering: Sendable {
  /// Everything behind it, for the program's own reports.
  package let result: ClusterJob.Result

  init(_ result: ClusterJob.Result) { self.result = result }

  /// The articles that take part, in input order.
  public var memberships: List<Membership> {
    let active = result.batch.corpus.active
    return List(count: active.count) { [result] in result.membership(of: active[$0]) }
  }

  /// The stories in the order of their first articles.
  public var stories: List<Story> {
    List(count: result.stories.count) { [result] in result.story($0) }
  }

  /// Whether the texts were read again for roles and agencies, see ``RoleEffort``.
  public var hasRoles: Bool { !result.credits.isEmpty || result.batch.corpus.active.isEmpty }

  /// What was left out, with the reason.
  public var skipped: [SkippedRecord] {
    result.batch.corpus.skippedRecords(result.batch.store.names).map(SkippedRecord.init)
  }
}

/// Articles that come from the same text: copies, excerpts, updates, rewrites.
public struct Story: Sendable, Hashable, Identifiable {
  /// From the members' content: the same story has the same id in any batch and any order.
  public let id: String
  /// The event around it; its stories are about one happening and do not come from one text.
  public let event: String
  /// The id of the article that the others come from, as far as one can tell.
  public let original: String
  /// How sure the original is, 0...1; below .5 little speaks for it.
  public let originalConfidence: Double
  /// The least similar of the verified pairs that hold the story together, 0...1; 1 for a single article.
  public let weakestPair: Double
  /// The ids of its articles, in input order.
  public let members: [String]
}

/// Where one article belongs.
public struct Membership: Sendable, Hashable {
  /// The article's id, FILE:LINE for a record without one.
  public let article: String
  /// The id of its story.
  public let story: String
  /// The id of the event around the story.
  public let event: String
  /// What the article is in its story.
  public let role: Role
  /// How sure the role is, 0...1.
  public let confidence: Double
  /// The id of the story's original; the article's own for an original.
  public let original: String
  /// The id of the version that this one comes from, the nearest before it; the article's own for an original.
  public let parent: String
  /// Likeness to the original, 0...1: resemblance of a copy, containment of an excerpt, story similarity of a rewrite.
  public let similarity: Double
  /// What led to the role, short reasons for programs.
  public let evidence: [String]
  /// The agencies that its text credits; empty when roles went without texts, see ``RoleEffort/none``.
  public let agencies: [String]
  /// Whether the story is credited to an agency and this version names none.
  public let isCreditLost: Bool
}

/// What an article is in its story.
public enum Role: String, Sendable, CaseIterable {
  /// The one that the others come from.
  case original
  /// Verbatim but for trivia and boilerplate.
  case reprint
  /// A copy with changes.
  case edited
  /// The same story in other words.
  case rewrite
  /// The same story in a machine's words.
  case machineRewrite = "machine-rewrite"
  /// A part of another version, little else.
  case excerpt
  /// A later version of the same outlet or wire.
  case update
  /// Draws on several stories.
  case composite
  /// Alone in its story.
  case single
}

/// A record that could not be used.
public struct SkippedRecord: Sendable, Hashable {
  /// The input's name as it was given.
  public let file: String
  /// The line, from 1; nil when the whole file is meant.
  public let line: Int?
  /// What is wrong and what to do.
  public let reason: String

  init(_ record: Articles.SkippedRecord) {
    file = record.file
    line = record.line
    reason = record.reason
  }
}

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
