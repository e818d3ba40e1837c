internal import Credits
internal import Drift
internal import Files
internal import Input
internal import Quality
internal import Tables
internal import Relations
internal import Stories

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
    for story in stories where grouping.stories[story].size > 1 {
      let members = grouping.stories[story].members
      let roles = assigner.roles(members, &worker.comparer)
      outcome.roles.append((story, roles))
      if let comparing { outcome.comparisons.add(members, roles, texts, options: comparing, &worker.comparer) }
    }
    let alone = try reportsBeside(stories, outcome.roles, &texts, &worker)
    let finder = CompositeFinder(table: corpus.table, texts: texts)
    outcome.composites = alone.compactMap { report in
      finder.reading(report.article, sources: report.others).map { (report.article, $0) }
    }
    if wantsFlags { flag(articles, alone, texts, &outcome, &worker.comparer) }
    return outcome
  }

  /// Versions, composites and what composites may draw on are measured.
  private func isMeasured(_ article: UInt32) -> Bool {
    let story = Int(grouping.storyOf[Int(article)])
    return grouping.stories[story].size > 1 || grouping.storiesByEvent[Int(grouping.eventOf[Int(article)])].count > 1
  }

  /// An article that is alone in its story, and the originals of the event's stories that it is linked to, the closest first.
  private typealias Report = (article: UInt32, others: [UInt32])

  /// The articles that are alone in their story and have other stories around them; reads what is missing of those.
  private func reportsBeside(
    _ stories: [Int], _ roles: [(story: Int, roles: StoryRoles)], _ texts: inout [UInt32: ReadArticle], _ worker: inout Worker
  ) throws(ReadingError) -> [Report] {
    var originals: [Int: UInt32] = [:]
    for (story, found) in roles { originals[story] = found.original }
    var reports: [Report] = []
    for story in stories where grouping.stories[story].size == 1 {
      let article = grouping.stories[story].members[0]
      guard grouping.storiesByEvent[Int(grouping.eventOf[Int(article)])].count > 1 else { continue }
      let others = linked.sources(of: article) { other in
        let story = Int(grouping.storyOf[Int(other)])
        return originals[story] ?? other
      }
      // Those of a large event may lie in another unit.
      let missing = others.prefix(RoleTuning.mostSources).filter { texts[$0] == nil }
      if !missing.isEmpty {
        for read in try worker.reader.read(Array(missing), of: corpus, store: store, measuring: { _ in true }) {
          texts[read.article] = read
        }
      }
      reports.append((article, others))
    }
    return reports
  }

  /// Whether half of a version stands in the original word for word: what was printed has to be credited, whatever was written
  /// round it.
  private func isPrinted(_ version: ReadArticle?, from original: ReadArticle?, _ comparer: inout VersionComparer) -> Bool {
    guard let first = original?.version, let second = version?.version, original?.credits.isSure == true else { return false }
    return comparer.overlap(first, second).ofB >= RoleTuning.printed
  }

  private func flag(
    _ articles: [UInt32], _ alone: [Report], _ texts: [UInt32: ReadArticle], _ outcome: inout Outcome,
    _ comparer: inout VersionComparer
  ) {
    var contexts: [UInt32: ClusterContext] = [:]
    for report in alone {
      let wordings = otherWordings(of: report, texts, &comparer)
      if !wordings.isEmpty {
        contexts[report.article] = ClusterContext(isSameText: false, original: nil, otherWordings: wordings)
      }
    }
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

extension EventPass {
  /// What other reports of the event quote otherwise; those that came after the report have to answer for it themselves.
  ///
  /// Of several that word one place alike the closest speaks.
  private func otherWordings(
    of report: Report, _ texts: [UInt32: ReadArticle], _ comparer: inout VersionComparer
  ) -> [OtherWording] {
    guard let own = texts[report.article] else { return [] }
    let published = corpus.table.published
    var found: [OtherWording] = []
    for other in report.others.prefix(RoleTuning.mostSources) {
      let isLater = published[Int(other)] > published[Int(report.article)] && published[Int(other)] != .max
      guard !isLater, let source = texts[other] else { continue }
      for wording in comparer.otherWordings(own, source) where !found.contains(where: { $0.range.overlaps(wording.range) }) {
        found.append(wording)
      }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

/// The other stories of an event that an article is linked to by verified pairs.
struct StoryNeighbours: Sendable {
  /// Links by article, the closest first once sorted.
  private var links: [UInt32: [(article: UInt32, similarity: Float)]] = [:]

  /// Links of articles that are alone in their story.
  init(_ grouping: StoryGrouping) {
    for edge in grouping.edges where edge.verdict != .template && edge.verdict != .unrelated {
      let (first, second) = (grouping.distinct.articles[Int(edge.first)], grouping.distinct.articles[Int(edge.second)])
      let stories = (grouping.storyOf[Int(first)], grouping.storyOf[Int(second)])
      guard grouping.eventOf[Int(first)] == grouping.eventOf[Int(second)], stories.0 != stories.1 else { continue }
      if grouping.stories[Int(stories.0)].members.count == 1 { links[first, default: []].append((second, edge.similarity)) }
      if grouping.stories[Int(stories.1)].members.count == 1 { links[second, default: []].append((first, edge.similarity)) }
    }
  }

  /// The originals of the linked stories, each once, the most similar first.
  func sources(of article: UInt32, original: (UInt32) -> UInt32) -> [UInt32] {
    let linked = (links[article] ?? []).sorted { ($1.similarity, $0.article) < ($0.similarity, $1.article) }
    var sources: [UInt32] = []
    for link in linked {
      let source = original(link.article)
      if !sources.contains(source) { sources.append(source) }
    }
    return sources
  }
}

/// Finds articles of their own story that draw on two other stories of the event or more.
struct CompositeFinder {
  let table: ArticleTable
  let texts: [UInt32: ReadArticle]

  /// What makes `article` a composite of the `sources` it is linked to, the closest first; nil when it is none.
  func reading(_ article: UInt32, sources: [UInt32]) -> RoleReading? {
    guard let own = texts[article] else { return nil }
    if own.credits.drawsOnSeveral {
      return RoleReading(
        role: .composite, confidence: RoleTuning.creditedComposite, similarity: 1,
        evidence: ["credits \(own.credits.wires.joined(separator: ", "))"])
    }
    let date = table.published[Int(article)]
    // Whoever is earlier is no composite of what came after it.
    let earlier = sources.filter { table.published[Int($0)] <= date || date == .max }.prefix(RoleTuning.mostSources)
    let measured = earlier.compactMap { texts[$0]?.version?.measured }
    guard let version = own.version?.measured, measured.count == earlier.count, earlier.count >= 2 else { return nil }
    let coverage = SourceCoverage(of: version, by: measured)
    let strong = zip(coverage.exclusive, earlier).filter { $0.0 >= RoleTuning.sourceShare }.map(\.1)
    // What an outlet has printed before is its own background.
    guard strong.count >= 2, !table.isOneOutlet(article, strong) else { return nil }
    // A report that brings back passages of two older ones has a lead of its own: it follows them up.
    let least = strong.count > 2 ? RoleTuning.severalSourcesTotal : RoleTuning.twoSourcesTotal
    let isMade = coverage.lead >= RoleTuning.sourcesLead && coverage.total >= least
    guard isMade || coverage.total >= RoleTuning.sourcesWhole else { return nil }
    return RoleReading(
      role: .composite, confidence: min(RoleTuning.mostComposite, RoleTuning.composite + coverage.total), similarity: 1,
      evidence: [Reason.count("draws on story", strong.count), Reason.share("verbatim", coverage.total)])
  }
}
