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

  /// What a dropped article is to the kept one.
  package enum Reason: Sendable, Hashable {
    case copy(CopyRelation)
    /// A version of one story, at the level of stories.
    case version(Role)

    package var name: String {
      switch self {
      case .copy(let relation): relation.rawValue
      case .version(let role): role.rawValue
      }
    }
  }

  /// An article that is not kept, and why.
  package struct Dropped: Sendable {
    package var article: UInt32
    /// The kept article that it duplicates.
    package var of: UInt32
    package var reason: Reason
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
    return try finish(batch, dropped, articles: batch.corpus.active.count)
  }

  /// Looks for what the dropped articles say otherwise; `articles` is how many the whole batch has.
  func finish(_ batch: Batch, _ dropped: [Dropped], articles: Int) throws -> Result {
    var all = dropped
    if changes.areLookedFor(articles: articles) {
      context.onProgress(.stage(.changes))
      try ChangePass(batch: batch).run(&all)
    }
    if changes == .kept { try ChangedVersions(batch: batch).keep(&all) }
    let gone = Set(all.map(\.article))
    return Result(
      corpus: batch.corpus, store: batch.store, kept: batch.corpus.active.filter { !gone.contains($0) }, dropped: all)
  }

  private func dropCopies(_ inputs: ArticleInputs) throws
    -> (batch: Batch, dropped: [Dropped])
  {
    var batch = try Batch(
      inputs: inputs, options: options, wantsStories: false, wantsContentsOnly: level == .identical, context: context)
    let copies = try batch.findCopies { [level] relation in level == .copy || relation == .identical }
    return (batch, Self.dropped(copies.copies, of: batch.corpus.active))
  }

  /// The copies as articles that are dropped.
  static func dropped(_ copies: [CopyStage.Copy?], of articles: [UInt32]) -> [Dropped] {
    articles.compactMap { article in
      guard let copy = copies[Int(article)] else { return nil }
      return Dropped(
        article: article, of: copy.of, reason: .copy(copy.relation), similarity: copy.resemblance, containment: copy.containment)
    }
  }

  private func dropByStory(_ inputs: ArticleInputs) throws
    -> (batch: Batch, dropped: [Dropped])
  {
    // What stays by length, time or place in the input needs no role.
    let roles = options.keep.policy == .original ? RoleEffort.auto : .none
    let clusters = try ClusterJob(options: options, roles: roles, context: context).run(inputs: inputs)
    let keepers = StoryKeepers(rule: options.keep, table: clusters.batch.corpus.table)
    var dropped: [Dropped] = []
    for story in clusters.stories where story.members.count > 1 {
      let original = clusters.members[Int(story.members[0])].original
      // Where the original is a part of a longer version, that one stays: nothing is lost with the part.
      for (article, keeper) in keepers.dropped(story.members, original: clusters.wholes[original] ?? original) {
        let member = clusters.members[Int(article)]
        // The original itself may go for a preferred outlet, or be outside the window of the one that is kept.
        let other = member.original == article ? clusters.members[Int(keeper)] : member
        dropped.append(
          Dropped(article: article, of: keeper, reason: .version(other.role), similarity: other.similarity))
      }
    }
    return (clusters.batch, dropped.sorted { $0.article < $1.article })
  }
}

/// Which articles of a story stay: the original, or that of the preferred outlet, and one for each window of time.
struct StoryKeepers {
  let rule: KeepRule
  let table: ArticleTable

  /// The members that go, each with the one that stays for it.
  func dropped(_ members: [UInt32], original: UInt32) -> [(article: UInt32, keeper: UInt32)] {
    var waiting = members.sorted { isFirst($0, $1, original) }
    var dropped: [(article: UInt32, keeper: UInt32)] = []
    while !waiting.isEmpty {
      let keeper = waiting.removeFirst()
      waiting.removeAll { article in
        let isNear = rule.isWithinWindow(table.published[Int(keeper)], table.published[Int(article)])
        if isNear { dropped.append((article, keeper)) }
        return isNear
      }
    }
    return dropped
  }

  /// Preferred outlets before others, then the original, then the order of the rule.
  private func isFirst(_ a: UInt32, _ b: UInt32, _ original: UInt32) -> Bool {
    let ranks = (table.outletRank(Int(a)), table.outletRank(Int(b)))
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    if a == original || b == original { return a == original && b != original }
    return table.isPreferred(Int(a), to: Int(b), rule.policy)
  }
}
