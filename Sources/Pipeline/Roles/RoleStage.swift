internal import Articles
internal import Drift
internal import Files
internal import Input
internal import Quality

/// How much work goes into roles.
package enum RoleEffort: String, Sendable, CaseIterable {
  /// The articles' texts are not read again: roles by verified copies and dates alone, no credits.
  case none
  /// Every version is measured against its original; a machine's rewrite is told by its sentences and flags.
  case fast
  /// Drift findings too, where the sentences look like a machine's work.
  case full
  /// Full for batches of up to ``largestRead`` articles, none for larger ones.
  case auto

  /// Articles up to which ``auto`` reads texts again: some seconds' work.
  package static let largestRead = 20_000

  /// What is really done for so many articles.
  package func settled(articles: Int) -> RoleEffort {
    self == .auto ? (articles <= Self.largestRead ? .full : .none) : self
  }
}

/// Gives every article of a clustering its role, its credits, the evidence for them and, where asked, its flags.
///
/// Works event by event, so that each article is read once for all of it: the credits, the roles of its story, the composites of
/// its event, the flags. Articles without others in their event come in blocks. Events too large for the memory are cut between
/// stories.
struct RoleStage: Sendable {
  let batch: Batch
  let grouping: StoryGrouping
  let effort: RoleEffort
  let wantsFlags: Bool
  /// See ``ClusterJob/comparing``.
  var comparing: DriftOptions?

  /// Bytes of text that a thread holds at a time, one longer story aside; and articles, of those that are alone.
  private static let unitBytes = 32 << 20
  private static let unitArticles = 128

  /// What came out of all articles.
  struct Result {
    var members: [ClusterJob.Member]
    var confidences: [Float]
    var credits: [ArticleCredits]
    var quality: [QualityReport]
    var eventSources: [EventSources]
    var habits: [SiteHabit] = []
    var comparisons = VersionComparisons()
  }

  /// Starts from roles without texts.
  ///
  /// - Throws: ``ReadingError`` when a text cannot be read again.
  func run(_ plain: (members: [ClusterJob.Member], confidences: [Float])) throws -> Result {
    var result = Result(
      members: plain.members, confidences: plain.confidences,
      credits: [ArticleCredits](repeating: ArticleCredits(), count: plain.members.count),
      quality: wantsFlags ? [QualityReport](repeating: QualityReport(score: 0, flags: []), count: plain.members.count) : [],
      eventSources: [])
    let units = units()
    let (reading, tools) = (batch.options.reading, ReadingTools(knowledge: batch.corpus.boilerplate))
    let pass = EventPass(
      corpus: batch.corpus, store: batch.store, grouping: grouping, linked: StoryNeighbours(grouping), wantsFlags: wantsFlags,
      comparing: comparing)
    let found = try Parallel.map(
      units.count, in: batch.context,
      makeState: {
        EventPass.Worker(
          reader: ArticleReader(parser: RecordParser(options: reading), tools: tools),
          comparer: VersionComparer(effort: effort, reportsAll: comparing != nil))
      }
    ) { unit, worker in try pass.run(units[unit], &worker) }
    for outcome in found { take(outcome, into: &result) }
    finish(&result)
    return result
  }

  private func take(_ outcome: EventPass.Outcome, into result: inout Result) {
    for (article, credits) in outcome.credits { result.credits[Int(article)] = credits }
    for (article, report) in outcome.quality { result.quality[Int(article)] = report }
    for (story, roles) in outcome.roles {
      result.confidences[story] = roles.originalConfidence
      for (place, article) in grouping.stories[story].members.enumerated() where place < roles.readings.count {
        result.members[Int(article)].original = roles.original
        result.members[Int(article)].parent = roles.parents[place]
        result.members[Int(article)].take(roles.readings[place])
      }
    }
    for (article, reading) in outcome.composites { result.members[Int(article)].take(reading) }
    result.comparisons.add(outcome.comparisons)
  }

  private func finish(_ result: inout Result) {
    let event = EventCredits(
      grouping: grouping, members: result.members, credits: result.credits)
    for article in event.lost() { result.members[Int(article)].isCreditLost = true }
    result.eventSources = event.sources()
    if wantsFlags {
      result.habits = SiteHabits.settle(&result.quality, sites: batch.corpus.table.sites, credits: result.credits)
    }
  }

  /// Stories that are read together, in the order of the events; those that are alone in their event in blocks.
  private func units() -> [[Int]] {
    let locations = batch.corpus.table.locations
    var units: [[Int]] = []
    var alone: [Int] = []
    for stories in grouping.storiesByEvent {
      let stories = stories.map { Int($0) }
      if stories.count == 1, grouping.stories[stories[0]].size == 1 {
        alone.append(stories[0])
        continue
      }
      var unit: [Int] = []
      var bytes = 0
      for story in stories {
        let size = grouping.stories[story].members.reduce(0) { $0 + Int(locations[Int($1)].length) }
        if !unit.isEmpty, bytes + size > Self.unitBytes {
          units.append(unit)
          (unit, bytes) = ([], 0)
        }
        unit.append(story)
        bytes += size
      }
      units.append(unit)
    }
    // The large ones first, as no thread should begin one when the others are done.
    return units + Parallel.pieces(of: alone.count, size: Self.unitArticles).map { Array(alone[$0]) }
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

extension Role {
  /// Whether an article of this role is its source's text but for edits.
  var isSameText: Bool { self == .reprint || self == .edited || self == .excerpt }

  /// Whether flags hold an article's facts against its source's: other reports may have others.
  var isHeldToFacts: Bool { isSameText || self == .machineRewrite }
}
