/// Chooses the article that a story's others come from.
///
/// Every sign adds to a candidate's score: earliest publication most of all, then the wire's own credit, how sound and whole the
/// text is, what of the others it contains, and whether others print its words. An update is never the original while there is
/// another; a stub before a paywall, a part of a longer version and a version with a machine's signs hardly ever. The confidence
/// is margin / (margin + 1/4) over the best other text: 0 when nothing tells two candidates apart.
struct OriginalChoice {
  struct Candidate {
    var article: UInt32
    var score: Float = 0
    var reasons: [String] = []
  }

  private(set) var candidates: [Candidate]
  private let table: ArticleTable
  private let times: StoryTimes
  /// How sound each candidate's text is.
  private let conditions: [TextCondition]

  /// - Parameters:
  ///   - members: All articles of the story.
  ///   - table: What is known of them without their texts.
  ///   - times: When they were published.
  ///   - texts: What was read of each.
  init(_ members: [UInt32], table: ArticleTable, times: StoryTimes, texts: [UInt32: ReadArticle]) {
    self.table = table
    self.times = times
    candidates = members.map { Candidate(article: $0) }
    conditions = members.map { texts[$0]?.version?.condition ?? TextCondition() }
    scoreDates()
    scoreCredits(members.map { texts[$0]?.credits ?? ArticleCredits() })
    scoreSoundness()
  }

  private mutating func add(_ index: Int, _ score: Float, _ reason: String?) {
    candidates[index].score += score
    if let reason { candidates[index].reasons.append(reason) }
  }

  private mutating func scoreDates() {
    let dates = candidates.map { times[$0.article] }
    let known = Set(dates).subtracting([.max])
    // One date beside versions without any says nothing about who was first.
    guard let first = known.min(), known.count > 1 else { return }
    let score = dates.contains(.max) ? ChoiceTuning.earliestKnown : ChoiceTuning.earliest
    for index in dates.indices where dates[index] == first { add(index, score, "earliest") }
  }

  private mutating func scoreCredits(_ credits: [ArticleCredits]) {
    let isAnyUncredited = credits.contains { !$0.isCredited }
    for (index, own) in credits.enumerated() {
      if own.isRevision { add(index, ChoiceTuning.revision, "revision marker") }
      if own.drawsOnSeveral {
        add(index, ChoiceTuning.drawsOnSeveral, "draws on several")
      } else if own.isCredited, isAnyUncredited {
        add(index, ChoiceTuning.credit, "credits \(own.wires.joined(separator: ", "))")
      }
    }
  }

  private mutating func scoreSoundness() {
    let best = conditions.map(\.worth).max() ?? 0
    let accented = conditions.max { $0.accents < $1.accents } ?? TextCondition()
    let leastDamage = conditions.map(\.damageRate).min() ?? 0
    guard best > 0 else { return }
    // Asked once: a story may have thousands of versions.
    let isAnyWorse = conditions.contains { $0.worth < ChoiceTuning.equalWorth * best }
    let bestWhole = conditions.lazy.filter { !$0.isStub }.map(\.worth).max() ?? 0
    for (index, condition) in conditions.enumerated() {
      // A few words more are the page's as often as the article's.
      let share = min(1, condition.worth / (ChoiceTuning.equalWorth * best))
      let isBest = condition.worth == best && isAnyWorse
      add(index, ChoiceTuning.worth * share, isBest ? "soundest text" : nil)
      if condition.isStub, bestWhole > condition.worth { add(index, ChoiceTuning.stub, "stub") }
      // The page around a text is no mark of its source.
      add(index, -ChoiceTuning.noise * min(1, Float(condition.noise) / Float(max(1, condition.words))), nil)
      let damage = condition.damageRate - leastDamage
      if damage > ChoiceTuning.comparableDamage || condition.hasLostAccents(beside: accented) {
        add(index, ChoiceTuning.broken, "broken text")
      } else {
        add(index, ChoiceTuning.scratched * damage / ChoiceTuning.comparableDamage, nil)
      }
    }
  }

  /// Whether the dates and markers leave it to the texts.
  var isOpen: Bool { candidates.count > 1 && confidence < ChoiceTuning.sureConfidence }

  /// What comparing the texts said of one of them.
  struct Comparison {
    /// Mean share of the other texts that this one has, and of this one that the others have.
    var ofOthers: Float = 0
    var inOthers: Float = 0
    /// Whether a longer version has nearly all of it.
    var isPart = false
    /// Whether another site prints a good part of it word for word, while other versions are reworded.
    var isPrintedByOthers = false
    /// How much nearer it is to the others than versions are on average, as a share of that; 0 for fewer than three versions.
    var centrality: Float = 0
    /// How many more signs of a machine it has than the version with fewest, 0...1.
    var machine: Float = 0
  }

  mutating func add(_ article: UInt32, _ comparison: Comparison, mostMachine: Float) {
    guard let index = candidates.firstIndex(where: { $0.article == article }) else { return }
    let (ofOthers, inOthers) = (comparison.ofOthers, comparison.inOthers)
    if abs(ofOthers - inOthers) >= ChoiceTuning.leastContained {
      add(
        index, ChoiceTuning.contains * (ofOthers - inOthers),
        ofOthers > inOthers ? Reason.share("contains the others", ofOthers) : nil)
    }
    if comparison.isPart { add(index, ChoiceTuning.part, "part of another") }
    if comparison.isPrintedByOthers { add(index, ChoiceTuning.printedByOthers, "printed by others") }
    // Rewrites and translations meet in what they were made from, and share less with each other.
    if comparison.centrality != 0 { add(index, ChoiceTuning.central * comparison.centrality, nil) }
    guard mostMachine > 0 else { return }
    let reason =
      comparison.machine == 0
      ? Reason.share("machine signs in others", mostMachine) : Reason.share("machine signs", comparison.machine)
    add(index, ChoiceTuning.machine * comparison.machine, reason)
  }

  /// The article with the best score; of equals the one that is preferred by date, length, content and id.
  var best: Candidate? {
    guard var best = ranked.first else { return nil }
    if candidates.count > 1, confidence < ChoiceTuning.leastConfidence { best.reasons.append("unknown: nothing decides") }
    return best
  }

  /// The best of each distinct text, best first.
  ///
  /// Of equals the one that `dedupe` keeps: by date, then the sounder text, then by length, content and id.
  var ranked: [Candidate] {
    let places = candidates.indices.sorted { first, second in
      let (a, b) = (candidates[first], candidates[second])
      if a.score != b.score { return a.score > b.score }
      let (one, two) = (Int(a.article), Int(b.article))
      let isSameTime = table.published[one] == table.published[two] && table.outletRank(one) == table.outletRank(two)
      let isSounder = isSameTime ? conditions[first].isSounder(than: conditions[second]) : nil
      return isSounder ?? table.isPreferred(one, to: two, .original)
    }
    let order = places.map { candidates[$0] }
    var seen: Set<ArticleTable.ContentHash> = []
    return order.filter { seen.insert(table.contents[Int($0.article)]).inserted }
  }

  var confidence: Float {
    let order = ranked
    guard let best = order.first else { return 0 }
    guard order.count > 1 else { return isDated(best.article) ? ChoiceTuning.datedConfidence : 0 }
    let margin = best.score - order[1].score
    return min(ChoiceTuning.mostConfidence, margin / (margin + ChoiceTuning.evenMargin))
  }

  /// Whether the article is earlier than every other of the same text.
  private func isDated(_ article: UInt32) -> Bool {
    let date = times[article]
    return candidates.allSatisfy { $0.article == article || times[$0.article] > date }
  }
}

/// When the versions of a story were published, as exactly as records and pages say it.
///
/// A record often has a day and no hour, and the page an hour: which of two versions of one day came first is then told by the
/// clocks that their pages print. A clock says nothing beside a version of that day without one, or where it speaks of another
/// day.
struct StoryTimes {
  /// Seconds since 1970, of members whose page tells more than their record.
  private var exact: [UInt32: Int64] = [:]
  private let published: [UInt32: Int64]

  static let day: Int64 = 86_400

  /// - Parameters:
  ///   - members: All articles of the story.
  ///   - published: The time in the record of each, `Int64.max` when unknown.
  ///   - clock: The time that the page of a member prints.
  init(_ members: [UInt32], published: (UInt32) -> Int64, clock: (UInt32) -> Int64?) {
    self.published = Dictionary(uniqueKeysWithValues: members.map { ($0, published($0)) })
    let days = Dictionary(grouping: members, by: published)
    let isWhole = days.allSatisfy { Self.clocks($0.value, of: $0.key, clock) != nil }
    for (day, group) in days {
      guard day != .max || group.count == members.count, let clocks = Self.clocks(group, of: day, clock) else { continue }
      for (member, time) in zip(group, clocks) {
        // Zones move a clock into the next day; beside times that are days it must not pass them.
        exact[member] = isWhole ? time : min(max(time, day), day + Self.day - 1)
      }
    }
  }

  /// The time of a member, `Int64.max` when unknown.
  subscript(_ member: UInt32) -> Int64 { exact[member] ?? published[member] ?? .max }

  /// The clocks of all members that one day has; nil when one of them has none, or the time is no day.
  private static func clocks(_ members: [UInt32], of day: Int64, _ clock: (UInt32) -> Int64?) -> [Int64]? {
    guard day == .max || day % Self.day == 0 else { return nil }
    let reach = RoleTuning.clockBefore..<RoleTuning.clockAfter
    let clocks = members.map(clock)
    guard clocks.allSatisfy({ time in time.map { day == .max || reach.contains($0 - day) } ?? false }) else { return nil }
    return clocks.map { $0 ?? day }
  }
}
