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
  /// What is done about copies that say something else than the article they copy.
  package var changes = ChangedCopies.none
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
    /// What it says otherwise than the kept one, serious changes only; empty when they were not looked for.
    package var changes: [CopyChange] = []
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
    let (batch, dropped) = level == .story ? try dropByStory(inputs) : try dropCopies(inputs)
    var all = dropped
    if changes.areLookedFor(articles: batch.corpus.active.count) {
      context.onProgress(.stage(.changes))
      try ChangePass(batch: batch).run(&all)
    }
    if changes == .kept { all.removeAll { !$0.changes.isEmpty } }
    let gone = Set(all.map(\.article))
    return Result(
      corpus: batch.corpus, store: batch.store, kept: batch.corpus.active.filter { !gone.contains($0) }, dropped: all)
  }

  private func dropCopies(_ inputs: ArticleInputs) throws
    -> (batch: Batch, dropped: [Dropped])
  {
    var batch = try Batch(inputs: inputs, options: options, wantsStories: false, context: context)
    let copies = try batch.findCopies { [level] relation in level == .copy || relation == .identical }
    let dropped = batch.corpus.active.compactMap { article -> Dropped? in
      guard let copy = copies.copies[Int(article)] else { return nil }
      return Dropped(
        article: article, of: copy.of, reason: copy.relation.name, similarity: copy.resemblance, containment: copy.containment)
    }
    return (batch, dropped)
  }

  private func dropByStory(_ inputs: ArticleInputs) throws
    -> (batch: Batch, dropped: [Dropped])
  {
    // What stays by length, time or place in the input needs no role.
    let roles = options.keep.policy == .original ? RoleEffort.auto : .none
    let clusters = try ClusterJob(options: options, roles: roles, context: context).run(inputs: inputs)
    let published = clusters.batch.corpus.table.published
    let dropped = clusters.batch.corpus.active.compactMap { article -> Dropped? in
      let member = clusters.members[Int(article)]
      guard member.original != article,
        options.keep.isWithinWindow(published[Int(article)], published[Int(member.original)])
      else { return nil }
      return Dropped(article: article, of: member.original, reason: member.role.rawValue, similarity: member.similarity)
    }
    return (clusters.batch, dropped)
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
