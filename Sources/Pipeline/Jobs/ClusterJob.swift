package import Input
internal import Drift

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

/// Groups a batch into stories and events.
package struct ClusterJob: Sendable {
  package var options: BatchOptions
  package var roles: RoleEffort
  /// Whether the drift findings that flags are made of are kept, see ``Result/drift``.
  var keepsDrift = false
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
    /// From the members' content: the same in any batch.
    package var id: String
    /// Articles, ascending.
    package var members: [UInt32]
    /// The least similar of the verified pairs that hold the story together, 0...1; 1 for a single article.
    package var weakestPair: Float
    /// How sure the choice of the original is, 0...1: below .5 it is little more than a name for the story, 0 when nothing
    /// decides it.
    package var originalConfidence: Float
  }

  package struct Result: Sendable {
    package let batch: Batch
    /// By article; articles that were skipped have a place of their own.
    package var members: [Member]
    package var stories: [Story]
    /// Ids of the events, from their members' content.
    package var events: [String]
    package var candidates = 0
    /// Candidate pairs as articles, kept ones only, when ``StoryOptions/keepsCandidates`` is set.
    package var candidatePairs: [(UInt32, UInt32)] = []
    /// The verified pairs, as places of ``distinct``.
    package var edges: [StoryEdge] = []
    package let distinct: DistinctArticles
    /// By article; empty when roles went without texts.
    package var credits: [ArticleCredits] = []
    /// What changed in each version since its original, by article; empty unless ``ClusterJob/keepsDrift`` is set.
    var drift: [[DriftFinding]] = []
    /// Independent sources of each event; empty when roles went without texts.
    package var eventSources: [Int] = []
    /// How many articles and stories each event has.
    package var articlesOfEvent: [Int] = []
    package var storiesOfEvent: [Int] = []
  }

  /// - Throws: an error that names the input when one is missing, or when a text cannot be read again.
  package func run(inputs: ArticleInputs) throws -> Result {
    let batch = try Batch(inputs: inputs, options: options, wantsStories: true, context: context)
    let copies = try batch.findCopies { _ in true }
    context.onProgress(.stage(.stories))
    let distinct = DistinctArticles(batch.corpus, copies: copies.copies.map { $0?.of })
    let stage = StoryStage(options: options.stories, context: context)
    let found = try stage.run(distinct.sequences)
    context.onProgress(.stage(.roles))
    var result = StoryAssembly(batch: batch, copies: copies.copies, distinct: distinct, found: found).result()
    let effort = roles.settled(articles: batch.corpus.active.count)
    try RoleStage(batch: batch, copies: copies.copies, effort: effort, keepsDrift: keepsDrift).run(&result)
    return result
  }
}
