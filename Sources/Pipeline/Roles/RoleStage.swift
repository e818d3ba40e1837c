internal import Files
internal import Input
internal import Boilerplate

/// Gives every article of a clustering its role, its credits and the evidence for them, from the texts themselves.
struct RoleStage {
  let batch: Batch
  let copies: [CopyStage.Copy?]
  let effort: RoleEffort
  /// Whether the findings of every version are kept beside its role.
  var keepsDrift = false

  /// Stories that a thread takes at a time.
  private static let blockStories = 16

  func run(_ result: inout ClusterJob.Result) throws {
    guard effort != .none else { return }
    result.credits = try CreditPass(batch: batch).run(batch.corpus.active)
    try assignStories(&result)
    try assignComposites(&result)
    LostCredits.mark(&result)
    result.eventSources = EventSources.count(result)
  }

  private func makeDesk(_ detector: BoilerplateDetector) -> StoryDesk {
    StoryDesk(
      parser: RecordParser(options: batch.options.reading), detector: detector, knowledge: batch.corpus.boilerplate,
      effort: effort,
      keepsDrift: keepsDrift)
  }

  private func assignStories(_ result: inout ClusterJob.Result) throws {
    let stories = result.stories
    if keepsDrift { result.drift = Array(repeating: [], count: result.members.count) }
    let shared = stories.indices.filter { stories[$0].members.count > 1 }
    let judge = StoryJudge(corpus: batch.corpus, store: batch.store, credits: result.credits, copies: copies)
    let pieces = Parallel.pieces(of: shared.count, size: Self.blockStories)
    let detector = BoilerplateDetector()
    let judged = try Parallel.map(pieces.count, in: batch.context, makeState: { makeDesk(detector) }) {
      piece, desk throws(ReadingError) in
      var roles: [StoryRoles] = []
      for story in shared[pieces[piece]] { roles.append(try judge.roles(stories[story].members, &desk)) }
      return roles
    }
    for (story, roles) in zip(shared, judged.joined()) {
      result.stories[story].originalConfidence = roles.originalConfidence
      for (article, reading) in zip(stories[story].members, roles.readings) {
        result.members[Int(article)].original = roles.original
        result.members[Int(article)].take(reading)
      }
      for (article, drift) in zip(stories[story].members, roles.drift) { result.drift[Int(article)] = drift }
    }
  }

  /// Looks at the articles that are alone in their story, and have other stories around them.
  private func assignComposites(_ result: inout ClusterJob.Result) throws {
    let linked = StoryNeighbours(result)
    var candidates: [(article: UInt32, sources: [UInt32])] = []
    for story in result.stories where story.members.count == 1 {
      guard result.storiesOfEvent[Int(result.members[Int(story.members[0])].event)] > 1 else { continue }
      candidates.append((story.members[0], linked.sources(of: story.members[0])))
    }
    let finder = CompositeFinder(corpus: batch.corpus, store: batch.store, credits: result.credits)
    let pieces = Parallel.pieces(of: candidates.count, size: Self.blockStories)
    let detector = BoilerplateDetector()
    let all = candidates
    let found = try Parallel.map(pieces.count, in: batch.context, makeState: { makeDesk(detector) }) {
      piece, desk throws(ReadingError) in
      var readings: [RoleReading?] = []
      for candidate in all[pieces[piece]] {
        readings.append(try finder.reading(candidate.article, sources: candidate.sources, &desk))
      }
      return readings
    }
    for (candidate, reading) in zip(candidates, found.joined()) {
      if let reading { result.members[Int(candidate.article)].take(reading) }
    }
  }
}

extension ClusterJob.Member {
  mutating func take(_ reading: RoleReading) {
    role = reading.role
    roleConfidence = reading.confidence
    similarity = reading.similarity
    evidence = reading.evidence
  }
}
