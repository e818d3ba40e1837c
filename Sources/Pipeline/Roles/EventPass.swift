internal import Credits
internal import Drift
internal import Files
internal import Input
internal import Quality

/// Reads the stories of one event, or a block of articles without others, and says everything about them.
struct EventPass: Sendable {
  let corpus: Corpus
  let store: ArticleStore
  let grouping: StoryGrouping
  let linked: StoryNeighbours
  let wantsFlags: Bool
  /// Whether versions are compared for a report too, and how.
  let comparing: DriftOptions?

  /// What one thread reuses from event to event.
  struct Worker: ~Copyable {
    var reader: ArticleReader
    var comparer: VersionComparer
  }

  struct Outcome: Sendable {
    var credits: [(article: UInt32, credits: ArticleCredits)] = []
    /// Of stories with more than one article.
    var roles: [(story: Int, roles: StoryRoles)] = []
    var composites: [(article: UInt32, reading: RoleReading)] = []
    var quality: [(article: UInt32, report: QualityReport)] = []
    var comparisons = VersionComparisons()
  }

  /// - Throws: ``ReadingError`` when a text cannot be read again.
  func run(_ stories: [Int], _ worker: inout Worker) throws(ReadingError) -> Outcome {
    worker.comparer.startUnit()
    let articles = stories.flatMap { grouping.stories[$0].members }
    let read = try worker.reader.read(articles, of: corpus, store: store) { isMeasured($0) }
    var texts = Dictionary(uniqueKeysWithValues: read.map { ($0.article, $0) })
    var outcome = Outcome(credits: read.map { ($0.article, $0.credits) })
    let assigner = RoleAssigner(table: corpus.table, texts: texts, keepsDrift: wantsFlags)
    for story in stories where grouping.stories[story].members.count > 1 {
      let members = grouping.stories[story].members
      let roles = assigner.roles(members, &worker.comparer)
      outcome.roles.append((story, roles))
      if let comparing { outcome.comparisons.add(members, roles, texts, options: comparing, &worker.comparer) }
    }
    let composites = try findComposites(stories, outcome.roles, &texts, &worker)
    outcome.composites = composites
    if wantsFlags { flag(articles, texts, &outcome, &worker.comparer) }
    return outcome
  }

  /// Versions, composites and what composites may draw on are measured.
  private func isMeasured(_ article: UInt32) -> Bool {
    let story = Int(grouping.storyOf[Int(article)])
    return grouping.stories[story].members.count > 1 || grouping.storiesByEvent[Int(grouping.eventOf[Int(article)])].count > 1
  }

  /// Looks at the articles that are alone in their story, and have other stories around them.
  private func findComposites(
    _ stories: [Int], _ roles: [(story: Int, roles: StoryRoles)], _ texts: inout [UInt32: ReadArticle], _ worker: inout Worker
  ) throws(ReadingError) -> [(article: UInt32, reading: RoleReading)] {
    var originals: [Int: UInt32] = [:]
    for (story, found) in roles { originals[story] = found.original }
    var composites: [(article: UInt32, reading: RoleReading)] = []
    for story in stories where grouping.stories[story].members.count == 1 {
      let article = grouping.stories[story].members[0]
      guard grouping.storiesByEvent[Int(grouping.eventOf[Int(article)])].count > 1 else { continue }
      let sources = linked.sources(of: article) { other in
        let story = Int(grouping.storyOf[Int(other)])
        return originals[story] ?? other
      }
      // Those of a large event may lie in another unit.
      let missing = sources.prefix(RoleTuning.mostSources).filter { texts[$0] == nil }
      if !missing.isEmpty {
        for read in try worker.reader.read(Array(missing), of: corpus, store: store, measuring: { _ in true }) {
          texts[read.article] = read
        }
      }
      if let reading = CompositeFinder(table: corpus.table, texts: texts).reading(article, sources: sources) {
        composites.append((article, reading))
      }
    }
    return composites
  }

  /// Whether half of a version stands in the original word for word: what was printed has to be credited, whatever was written round it.
  private func isPrinted(_ version: ReadArticle?, from original: ReadArticle?, _ comparer: inout VersionComparer) -> Bool {
    guard let first = original?.version, let second = version?.version, original?.credits.isSure == true else { return false }
    return comparer.overlap(first, second).ofB >= RoleTuning.printed
  }

  private func flag(
    _ articles: [UInt32], _ texts: [UInt32: ReadArticle], _ outcome: inout Outcome, _ comparer: inout VersionComparer
  ) {
    var contexts: [UInt32: ClusterContext] = [:]
    for (story, roles) in outcome.roles {
      let credits = texts[roles.original]?.attribution
      for (place, article) in grouping.stories[story].members.enumerated() where place < roles.readings.count {
        let isOriginal = article == roles.original || roles.readings[place].role == .composite
        let role = roles.readings[place].role
        let isOwnPage = texts[article]?.credits.publisher.map { credits?.agencies.contains($0.key) == true } ?? false
        contexts[article] = ClusterContext(
          isMachineRewrite: role == .machineRewrite, isSameText: role.isSameText,
          isPrintedFromOriginal: !isOriginal && isPrinted(texts[article], from: texts[roles.original], &comparer),
          original: isOriginal || isOwnPage ? nil : credits.flatMap { $0.isSure ? $0 : nil },
          publisher: texts[article]?.credits.publisher,
          drift: isOriginal ? [] : roles.drift[place])
      }
    }
    for article in articles {
      guard let read = texts[article] else { continue }
      outcome.quality.append((article, comparer.report(read, cluster: contexts[article])))
    }
  }
}
