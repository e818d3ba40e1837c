internal import Copies
internal import Drift
internal import Relations

/// The roles of one story's members.
struct StoryRoles: Sendable {
  var original: UInt32
  var originalConfidence: Float
  /// In the order of the members.
  var readings: [RoleReading] = []
  /// The version that each member comes from; the original's own for the original.
  var parents: [UInt32] = []
  /// What changed in each member since its parent, for flags; empty when it is not asked.
  var drift: [[DriftFinding]] = []
}

/// Gives the versions of one story their roles: the original first, then the tree of versions, then each version against its
/// parent.
struct RoleAssigner {
  let table: ArticleTable
  let texts: [UInt32: ReadArticle]
  /// Whether what changed is kept for flags.
  let keepsDrift: Bool
  private let rule = RoleRule()

  init(table: ArticleTable, texts: [UInt32: ReadArticle], keepsDrift: Bool) {
    self.table = table
    self.texts = texts
    self.keepsDrift = keepsDrift
  }

  /// The roles of `members`, all of which are in ``texts``.
  func roles(_ members: [UInt32], _ comparer: inout VersionComparer) -> StoryRoles {
    let times = StoryTimes(members, published: { table.published[Int($0)] }, clock: { texts[$0]?.clock })
    var story = StoryVersions(members, table: table, times: times, texts: texts)
    var choice = OriginalChoice(members, table: table, times: times, texts: texts)
    if choice.isOpen { story.compareAll(&choice, &comparer) }
    guard let best = choice.best, let root = story.place(of: best.article) else {
      return StoryRoles(original: members[0], originalConfidence: 0)
    }
    var roles = StoryRoles(original: best.article, originalConfidence: choice.confidence)
    let original = RoleReading(role: .original, confidence: choice.confidence, similarity: 1, evidence: best.reasons)
    var assigned: [UInt32: Assigned] = [best.article: Assigned(reading: original, parent: best.article)]
    let tree = story.tree(root: root, &comparer)
    for place in tree.order {
      let first = place == root ? best.article : story.first(place)
      if place != root {
        let source = tree.parents[place] == root ? best.article : story.first(tree.parents[place])
        assigned[first] = assign(
          first, Sources(parent: source, original: best.article, areAll: story.count == 2), times, assigned, &comparer)
      }
      for twin in story.members(place) where twin != first { assigned[twin] = Self.twin(of: first, assigned) }
    }
    if let consensus = story.consensus(&comparer) { findMachines(&assigned, consensus, story, &comparer) }
    for member in members {
      guard let found = assigned[member] else { continue }
      roles.readings.append(found.reading)
      roles.parents.append(found.parent)
      if keepsDrift { roles.drift.append(drift(member, found, &comparer)) }
    }
    return roles
  }

  private struct Assigned {
    var reading: RoleReading
    var parent: UInt32
    /// Whether what changed since the parent is a change of this text: not in a twin, nor in what is new.
    var isCompared = false
  }

  /// Asked when the role is known for good: it says what flags look at.
  private func drift(_ member: UInt32, _ found: Assigned, _ comparer: inout VersionComparer) -> [DriftFinding] {
    guard found.isCompared, let version = texts[member], let parent = texts[found.parent] else { return [] }
    return comparer.evidence(version, parent, role: found.reading.role)
  }

  /// Rewrites that agree with the other versions of a large story as machines do, each sentence in its place, are machines' work.
  private func findMachines(
    _ assigned: inout [UInt32: Assigned], _ consensus: VersionConsensus, _ story: StoryVersions, _ comparer: inout VersionComparer
  ) {
    for place in 0..<story.count {
      guard let witnesses = consensus.witnesses(of: place), var found = assigned[story.first(place)],
        found.reading.role == .rewrite || found.reading.role == .edited, let version = texts[story.first(place)]?.version,
        witnesses.allSatisfy({ witness in
          guard let other = texts[story.first(witness)]?.version else { return false }
          return MachineSigns(comparer.measure(other, version)).keepsSentences
        })
      else { continue }
      found.reading.role = .machineRewrite
      found.reading.confidence = ConsensusTuning.confidence
      found.reading.evidence.append(Reason.share("agreement of \(story.count) versions", consensus.agreement(of: place)))
      assigned[story.first(place)] = found
    }
  }

  /// A member with the very text of `first`.
  private static func twin(of first: UInt32, _ assigned: [UInt32: Assigned]) -> Assigned {
    let similarity = assigned[first]?.reading.similarity ?? 1
    var reading = RoleReading(role: .reprint, confidence: RoleTuning.identical, similarity: similarity, evidence: ["identical"])
    inherit(&reading, from: assigned[first]?.reading)
    return Assigned(reading: reading, parent: first)
  }

  /// What a version is held against.
  private struct Sources {
    var parent: UInt32
    var original: UInt32
    /// Whether the story has no other text, so that nothing else can hold the version in it.
    var areAll: Bool
  }

  private func assign(
    _ member: UInt32, _ sources: Sources, _ times: StoryTimes, _ assigned: [UInt32: Assigned], _ comparer: inout VersionComparer
  ) -> Assigned {
    guard let version = texts[member], let parent = texts[sources.parent], let root = texts[sources.original] else {
      return Assigned(
        reading: RoleReading(role: .rewrite, confidence: 0, similarity: 0, evidence: ["no text"]), parent: sources.parent)
    }
    var reading = read(version, parent, isOneStory: sources.areAll, times, &comparer)
    if sources.parent != sources.original {
      // The role is told against the parent, the likeness of the line is to the original.
      reading.similarity = likeness(version, root, times, &comparer)
      let held = assigned[sources.parent]?.reading
      if held?.role == .machineRewrite, reading.role == .rewrite { reading = read(version, root, times, &comparer) }
      Self.inherit(&reading, from: held)
    }
    let isNew = reading.role == .update || reading.role == .composite
    return Assigned(reading: reading, parent: sources.parent, isCompared: !isNew)
  }

  /// A copy of an excerpt, of a rewrite or of an edited version is one itself; that of an original or an update is a reprint.
  private static func inherit(_ reading: inout RoleReading, from parent: RoleReading?) {
    guard let parent, reading.role == .reprint || (reading.role == .edited && parent.role != .edited) else { return }
    switch parent.role {
    case .excerpt, .rewrite, .machineRewrite, .edited:
      reading.evidence.append("copy of its parent")
      reading.role = parent.role
      reading.confidence = min(reading.confidence, parent.confidence)
    case .original, .reprint, .update, .composite, .single: break
    }
  }

  private func likeness(
    _ version: ReadArticle, _ original: ReadArticle, _ times: StoryTimes, _ comparer: inout VersionComparer
  ) -> Float {
    guard let first = original.version, let second = version.version else { return 0 }
    let evidence = comparer.measure(first, second)
    return rule.reading(evidence, setting(version, original, times)).similarity
  }

  private func read(
    _ version: ReadArticle, _ source: ReadArticle, isOneStory: Bool = false, _ times: StoryTimes,
    _ comparer: inout VersionComparer
  ) -> RoleReading {
    guard let first = source.version, let second = version.version, first.measured.words > 0, second.measured.words > 0 else {
      return RoleReading(role: .rewrite, confidence: 0, similarity: 0, evidence: ["no text"])
    }
    let evidence = comparer.measure(first, second)
    var setting = setting(version, source, times)
    setting.isOneStory = isOneStory
    var reading = rule.reading(evidence, setting)
    if reading.role == .edited, rule.mayDifferInTrivia(evidence), comparer.isTrivial(version, source) == true {
      reading.role = .reprint
      reading.confidence = RoleTuning.trivial
      reading.evidence.append("no fact differs")
      return reading
    }
    guard reading.role == .rewrite || reading.role == .edited, evidence.copy.resemblance < MachineTuning.mostVerbatim else {
      return reading
    }
    let signs = comparer.machineSigns(version, source, evidence, isLater: setting.isLater)
    if signs.isMachine(isLater: setting.isLater) {
      reading.role = .machineRewrite
      reading.confidence = signs.degree
      reading.evidence += signs.reasons
    }
    return reading
  }

  private func setting(_ version: ReadArticle, _ source: ReadArticle, _ times: StoryTimes) -> RoleRule.Setting {
    let dates = (times[source.article], times[version.article])
    return RoleRule.Setting(
      original: source.credits, version: version.credits, isSameSite: version.site != 0 && version.site == source.site,
      isLater: dates.0 != .max && dates.1 != .max && dates.1 > dates.0, isCut: version.isStub && !source.isStub)
  }
}

/// The role of a version, told from its relation to the version it comes from and from the agencies that it credits.
struct RoleRule {
  var relations = RelationRule()

  /// What is known about the two articles beside their texts.
  struct Setting {
    var original: ArticleCredits
    var version: ArticleCredits
    /// Same outlet, as far as both name one.
    var isSameSite: Bool
    /// Published after the original; false when a date is missing.
    var isLater: Bool
    /// Whether the version alone says that its reader has no more than the beginning.
    var isCut: Bool
    /// Whether the two alone are the story.
    var isOneStory = false

    fileprivate var pair: PairSetting {
      var pair = PairSetting()
      pair.isRevision = version.isRevision && !original.isRevision
      pair.isSameSite = isSameSite
      pair.isSameAgency = original.isCredited && original.agencies == version.agencies
      pair.isLater = isLater
      pair.isCut = isCut
      pair.isOneStory = isOneStory
      return pair
    }
  }

  /// The role without the machine's signs.
  func reading(_ evidence: PairEvidence, _ setting: Setting) -> RoleReading {
    let decision = relations.decide(evidence, setting.pair)
    var reading = RoleReading(
      role: Role(decision.relation), confidence: decision.confidence, similarity: decision.similarity,
      evidence: measures(evidence, decision))
    if !decision.relation.isSameStory {
      // The story's other members hold it there, not this pair.
      reading.confidence = RoleTuning.heldByOthers
      if decision.relation != .unrelated, setting.isSameSite, setting.isLater { reading.role = .update }
      reading.evidence.append("by way of others, itself \(decision.relation.rawValue)")
    }
    if setting.version.drawsOnSeveral, !setting.original.drawsOnSeveral, reading.role == .rewrite {
      reading.role = .composite
      reading.confidence = RoleTuning.creditedRewrite
      reading.evidence.append("credits \(setting.version.wires.joined(separator: ", "))")
    }
    return reading
  }

  /// Whether what differs between two versions may be trivia.
  func mayDifferInTrivia(_ evidence: PairEvidence) -> Bool { relations.mayDifferInTrivia(evidence) }

  private func measures(_ evidence: PairEvidence, _ decision: RelationRule.Decision) -> [String] {
    if decision.relation == .identical { return ["identical"] }
    var reasons = [
      Reason.share("resemblance", evidence.copy.resemblance), Reason.share("containment", evidence.copy.containmentOfB),
      Reason.share("sentences", min(evidence.coverageOfA, evidence.coverageOfB)), Reason.share("order", evidence.order),
      Reason.share("verbatim", evidence.verbatimOutsideQuotes),
    ]
    if decision.relation == .excerpt {
      reasons.append(Reason.share("length", Float(evidence.wordsOfB) / Float(max(1, evidence.wordsOfA))))
    }
    if decision.relation == .rewrite { reasons.append(Reason.share("story", evidence.similarity)) }
    if let reason = decision.reason { reasons.append(reason.rawValue) }
    return reasons
  }
}

/// A role with what led to it.
package struct RoleReading: Sendable {
  package var role: Role
  /// 0...1.
  package var confidence: Float
  /// Likeness to the original, 0...1: resemblance, for an excerpt containment, for a rewrite story similarity.
  package var similarity: Float
  /// Short reasons that a program can read: "order 0.98", "quotation altered x4".
  package var evidence: [String]
}

enum Reason {
  /// Such as `resemblance 0.13`.
  static func share(_ name: String, _ value: Float) -> String { "\(name) \(decimal(value))" }

  /// Such as `quotation altered x4`.
  static func count(_ name: String, _ count: Int) -> String { count > 1 ? "\(name) x\(count)" : name }

  private static func decimal(_ value: Float) -> String {
    let hundredths = Int((max(0, min(1, value)) * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
