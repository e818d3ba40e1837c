internal import Copies
package import Drift
package import Input
package import Quality
internal import Relations
internal import Tables

/// What an article is in its story.
package enum Role: String, Sendable, CaseIterable {
  case original
  case reprint
  case edited
  case rewrite
  case machineRewrite = "machine-rewrite"
  case excerpt
  case update
  case composite
  case single
}

extension Role {
  /// The role of an article with this relation to its parent; what is no version by itself is held as a rewrite.
  init(_ relation: Relation) {
    switch relation {
    case .identical, .reprint: self = .reprint
    case .edited: self = .edited
    case .excerpt: self = .excerpt
    case .update: self = .update
    case .rewrite, .template, .sharedQuotes, .unrelated: self = .rewrite
    }
  }

  /// The role of a copy of the story's original.
  init(_ relation: CopyRelation) {
    switch relation {
    case .identical, .reprint: self = .reprint
    case .edited: self = .edited
    case .excerpt: self = .excerpt
    }
  }
}

/// Groups a batch into stories and events.
package struct ClusterJob: Sendable {
  package var options: BatchOptions
  package var roles: RoleEffort
  /// Whether every article is flagged too, see ``Result/quality``; needs full roles.
  package var wantsFlags = false
  /// Whether the pairs that were found alike are kept, see ``Result/alike``.
  package var keepsAlike = false
  /// How versions are compared for a report; nil when they are not.
  ///
  /// See ``Result/comparisons``. Needs full roles.
  package var comparing: DriftOptions?
  package var context: RunContext

  package init(options: BatchOptions = BatchOptions(), roles: RoleEffort = .auto, context: RunContext) {
    self.options = options
    self.roles = roles
    self.context = context
  }

  /// One article's place.
  package struct Member: Sendable {
    /// Index of the story, and of the event around it, in ``Result/stories`` and ``Result/events``.
    package var story: UInt32
    package var event: UInt32
    package var role: Role
    /// The article that the story's others come from, as far as one can tell; itself for an original.
    package var original: UInt32
    /// The version that this one comes from, the nearest before it; itself for an original.
    package var parent: UInt32
    /// Likeness to the original, 0...1: resemblance of a copy, containment of an excerpt, story similarity of a rewrite.
    package var similarity: Float
    /// How sure the role is, 0...1.
    package var roleConfidence: Float = 1
    /// What led to the role, short reasons for programs.
    package var evidence: [String] = []
    /// Whether the story is credited to an agency and this version names none.
    package var isCreditLost = false
  }

  package struct Story: Sendable {
    fileprivate let grouped: StoryGrouping.Story
    /// How sure the choice of the original is, 0...1: below .5 it is little more than a name for the story, 0 when nothing
    /// decides it.
    package let originalConfidence: Float

    /// From the members' content: the same in any batch.
    package var id: String { grouped.id }
    /// Articles, ascending; made when they are asked for.
    package var members: [UInt32] { grouped.members }
    /// How many articles there are.
    package var size: Int { grouped.size }
    /// The least similar of the verified pairs that hold the story together, 0...1; 1 for a single article.
    package var weakestPair: Float { grouped.weakestPair }
  }

  package struct Result: Sendable {
    package let batch: Batch
    /// By article; articles that were skipped have a place of their own.
    package let members: [Member]
    package let stories: [Story]
    /// The article that has the whole of each excerpt, by the excerpt.
    package let wholes: [UInt32: UInt32]
    /// Ids of the events, from their members' content.
    package let events: ContentIDs
    /// How many pairs of articles were held against each other.
    package let candidates: Int
    /// Candidate pairs as articles, kept ones only, when ``StoryOptions/keepsCandidates`` is set.
    package let candidatePairs: [(UInt32, UInt32)]
    /// Pairs alike enough for one event at least, as articles; empty unless ``ClusterJob/keepsAlike`` is set.
    package let alike: [StoryEdge]
    /// By article; empty when roles went without texts.
    package let credits: [ArticleCredits]
    /// Flags and score of every article; empty unless ``ClusterJob/wantsFlags`` is set.
    package let quality: [QualityReport]
    /// Defects that a site's pages have by the hundred; empty unless ``ClusterJob/wantsFlags`` is set.
    package let habits: [SiteHabit]
    /// Independent sources of each event; empty when roles went without texts.
    package let eventSources: [EventSources]
    /// What the versions changed; empty unless ``ClusterJob/comparing`` is set.
    package let comparisons: VersionComparisons
  }

  /// `supplement` adds articles that are chosen by those of the inputs; `witness` sees all as they are read.
  ///
  /// - Throws: an error that names the input when one is missing, or when a text cannot be read again.
  package func run(inputs: ArticleInputs, supplement: Batch.Supplement? = nil, witness: Ingestion.Witness? = nil) throws -> Result
  {
    var batch = try Batch(
      inputs: inputs, options: options, wantsStories: true, context: context, supplement: supplement, witness: witness)
    let copies = try batch.findCopies { _ in true }.copies
    context.onProgress(.stage(.stories))
    let distinct = DistinctArticles(batch.corpus, copies: copies.map { $0?.of })
    let found = try findStories(&batch, distinct)
    return try finish(batch, copies, distinct, found, articles: batch.corpus.active.count)
  }

  private func findStories(_ batch: inout Batch, _ distinct: DistinctArticles) throws -> StoryStage.Result {
    var stage = StoryStage(options: options.stories, context: context)
    stage.memory = batch.memory
    return try stage.run(batch.takeTexts(distinct), origins: distinct.origins(batch.corpus.table))
  }

  /// Makes stories and roles of what was found; `articles` is how many the whole batch has.
  func finish(
    _ batch: Batch, _ copies: [CopyStage.Copy?], _ distinct: DistinctArticles, _ found: StoryStage.Result, articles: Int
  ) throws -> Result {
    context.onProgress(.stage(wantsFlags ? .flags : .roles))
    let grouping = StoryGrouping(batch: batch, copies: copies, distinct: distinct, found: found)
    let plain = PlainRoles(batch: batch, copies: copies, grouping: grouping).roles()
    let effort = wantsFlags ? .full : roles.settled(articles: articles)
    let settled =
      effort == .none
      ? RoleStage.Result(
        members: plain.members, confidences: plain.confidences, credits: [], quality: [], eventSources: [])
      : try RoleStage(batch: batch, grouping: grouping, effort: effort, wantsFlags: wantsFlags, comparing: comparing).run(plain)
    let pairs = found.candidatePairs.map { (distinct.articles[$0.first], distinct.articles[$0.second]) }
    let alike = (keepsAlike ? found.edges : []).map { edge in
      var edge = edge
      edge.first = distinct.articles[Int(edge.first)]
      edge.second = distinct.articles[Int(edge.second)]
      return edge
    }
    return Result(
      batch: batch, members: settled.members,
      stories: zip(grouping.stories, settled.confidences).map {
        Story(grouped: $0, originalConfidence: $1)
      },
      wholes: Self.wholes(copies), events: grouping.events, candidates: found.candidates, candidatePairs: pairs, alike: alike,
      credits: settled.credits, quality: settled.quality, habits: settled.habits, eventSources: settled.eventSources,
      comparisons: settled.comparisons)
  }

  private static func wholes(_ copies: [CopyStage.Copy?]) -> [UInt32: UInt32] {
    var wholes: [UInt32: UInt32] = [:]
    for (article, copy) in copies.enumerated() {
      if let copy, copy.relation == .excerpt { wholes[UInt32(article)] = copy.of }
    }
    return wholes
  }
}
