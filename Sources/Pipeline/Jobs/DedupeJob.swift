package import Copies
package import Input

/// How alike two articles must be for one of them to be dropped.
package enum DedupeLevel: String, Sendable, CaseIterable {
  /// The same words, order and punctuation; white space aside.
  case identical
  /// Identical, reprint, edited and excerpt.
  case copy
  /// Rewrites too: one article a story.
  case story
}

/// Keeps one article of each group of copies.
package struct DedupeJob: Sendable {
  package var level: DedupeLevel
  package var options: BatchOptions
  package var context: RunContext

  package init(level: DedupeLevel = .copy, options: BatchOptions = BatchOptions(), context: RunContext) {
    self.level = level
    self.options = options
    self.context = context
  }

  /// An article that is not kept, and why.
  package struct Dropped: Sendable {
    package var article: UInt32
    /// The kept article that it duplicates.
    package var of: UInt32
    /// `identical`, `reprint`, `edited`, `excerpt` or `rewrite`.
    package var reason: String
    /// Resemblance of the two, or their story similarity for a rewrite; 0...1.
    package var similarity: Float
    /// Share of the dropped article that the kept one has, 0...1; nil for a rewrite.
    package var containment: Float?
  }

  package struct Result: Sendable {
    package let corpus: Corpus
    package let store: ArticleStore
    /// Kept articles in input order.
    package var kept: [UInt32]
    /// Dropped ones in input order.
    package var dropped: [Dropped]
  }

  /// - Throws: an error that names the input when one is missing, or when a text cannot be read again.
  package func run(inputs: ArticleInputs) throws -> Result {
    if level == .story { return try runOnStories(inputs) }
    let batch = try Batch(inputs: inputs, options: options, wantsStories: false, context: context)
    let copies = try batch.findCopies { [level] relation in level == .copy || relation == .identical }
    return result(batch) { article -> Dropped? in
      guard let copy = copies.copies[article] else { return nil }
      return Dropped(
        article: UInt32(article), of: copy.of, reason: copy.relation.name, similarity: copy.resemblance,
        containment: copy.containment)
    }
  }

  private func runOnStories(_ inputs: ArticleInputs) throws -> Result {
    // What stays by length, time or place in the input needs no role.
    let roles = options.keep == .original ? RoleEffort.auto : .none
    let clusters = try ClusterJob(options: options, roles: roles, context: context).run(inputs: inputs)
    return result(clusters.batch) { article -> Dropped? in
      let member = clusters.members[article]
      guard Int(member.original) != article else { return nil }
      return Dropped(
        article: UInt32(article), of: member.original, reason: member.role.rawValue, similarity: member.similarity)
    }
  }

  private func result(_ batch: Batch, _ dropped: (Int) -> Dropped?) -> Result {
    var result = Result(corpus: batch.corpus, store: batch.store, kept: [], dropped: [])
    for article in batch.corpus.active {
      if let copy = dropped(Int(article)) { result.dropped.append(copy) } else { result.kept.append(article) }
    }
    return result
  }
}

extension CopyRelation {
  package var name: String {
    switch self {
    case .identical: "identical"
    case .reprint: "reprint"
    case .edited: "edited"
    case .excerpt: "excerpt"
    }
  }
}
