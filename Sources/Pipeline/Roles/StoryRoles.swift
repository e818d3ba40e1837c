internal import Relations
internal import Copies
internal import Files
internal import Drift
internal import Quality
internal import Input

/// The roles of one story's members.
struct StoryRoles: Sendable {
  var original: UInt32
  var originalConfidence: Float
  /// In the order of the members.
  var readings: [RoleReading]
  /// What changed in each member since the original; empty when it is not kept.
  var drift: [[DriftFinding]] = []
}

/// Judges one story: original first, then every other version against it.
struct StoryJudge {
  let corpus: Corpus
  let store: ArticleStore
  let credits: [ArticleCredits]
  let copies: [CopyStage.Copy?]

  /// From so many distinct texts on the choice of the original goes without comparing them pair by pair.
  private static let mostCompared = 6

  func roles(_ members: [UInt32], _ desk: inout StoryDesk) throws(ReadingError) -> StoryRoles {
    let distinct = distinctTexts(members)
    let texts = try StoryTexts(distinct, of: corpus, store: store, parser: &desk.parser)
    var measures = StoryMeasures(texts, isKept: distinct.count <= Self.mostCompared)
    var choice = OriginalChoice(members, table: corpus.table, credits: credits)
    if choice.isOpen, (2...Self.mostCompared).contains(distinct.count) { compareAll(distinct, &measures, &choice, &desk) }
    guard let best = choice.best else { return StoryRoles(original: members[0], originalConfidence: 0, readings: []) }
    let original = RoleReading(role: .original, confidence: choice.confidence, similarity: 1, evidence: best.reasons)
    let standing = representatives(distinct)
    let source = (article: best.article, text: representative(best.article, standing))
    var roles = StoryRoles(original: best.article, originalConfidence: choice.confidence, readings: [])
    var byContent: [ArticleTable.ContentHash: RoleReading] = [:]
    for member in members {
      let content = corpus.table.contents[Int(member)]
      if member == best.article {
        roles.readings.append(original)
      } else if content == corpus.table.contents[Int(best.article)] {
        roles.readings.append(RoleReading(role: .reprint, confidence: 0.99, similarity: 1, evidence: ["identical"]))
      } else if let known = byContent[content], known.role != .update {
        // Outlet and time may differ between members of one text, and with them the role of an update.
        roles.readings.append(known)
      } else {
        let reading = read(member, representative(member, standing), source, &measures, &desk)
        byContent[content] = reading
        roles.readings.append(reading)
      }
    }
    if desk.keepsDrift { roles.drift = drift(members, roles, source.text, standing, texts, &desk) }
    return roles
  }

  /// What changed in each member since the original.
  ///
  /// What a later version reports anew is no fault, and equal texts cannot differ.
  private func drift(
    _ members: [UInt32], _ roles: StoryRoles, _ original: UInt32, _ standing: Representatives, _ texts: StoryTexts,
    _ desk: inout StoryDesk
  ) -> [[DriftFinding]] {
    var byText: [UInt32: [DriftFinding]] = [original: []]
    return zip(members, roles.readings).map { member, reading in
      guard reading.role != .update, reading.role != .composite else { return [] }
      let text = representative(member, standing)
      if let known = byText[text] { return known }
      let found = desk.evidence(text, original, texts)
      byText[text] = found
      return found
    }
  }

  /// One article of each text, the preferred one, ascending by content.
  private func distinctTexts(_ members: [UInt32]) -> [UInt32] {
    let table = corpus.table
    let order = members.sorted { a, b in
      let contents = (table.contents[Int(a)], table.contents[Int(b)])
      return contents.0 == contents.1 ? table.isPreferred(Int(a), to: Int(b), .original) : contents.0 < contents.1
    }
    var distinct: [UInt32] = []
    for article in order {
      if let last = distinct.last, table.contents[Int(last)] == table.contents[Int(article)] { continue }
      distinct.append(article)
    }
    return distinct
  }

  /// The article that stands for all of one text, by content.
  private typealias Representatives = [ArticleTable.ContentHash: UInt32]

  private func representatives(_ distinct: [UInt32]) -> Representatives {
    Representatives(uniqueKeysWithValues: distinct.map { (corpus.table.contents[Int($0)], $0) })
  }

  private func representative(_ article: UInt32, _ representatives: Representatives) -> UInt32 {
    representatives[corpus.table.contents[Int(article)]] ?? article
  }

  private func site(_ article: UInt32) -> UInt64 { corpus.table.sites[Int(article)] }

  /// Containment and machine's signs of every pair, for stories that dates leave open.
  private func compareAll(
    _ distinct: [UInt32], _ measures: inout StoryMeasures, _ choice: inout OriginalChoice, _ desk: inout StoryDesk
  ) {
    let texts = measures.texts
    var versions: [Version] = []
    for article in distinct {
      guard let version = measures.version(article, site: site(article), &desk) else { return }
      versions.append(version)
    }
    var ofOthers = [Float](repeating: 0, count: distinct.count)
    var inOthers = ofOthers
    var degrees = ofOthers
    for a in distinct.indices {
      for b in distinct.indices where b > a {
        let evidence = measures.evidence(versions[a], versions[b], &desk)
        ofOthers[a] += evidence.copy.containmentOfB
        inOthers[b] += evidence.copy.containmentOfB
        ofOthers[b] += evidence.copy.containmentOfA
        inOthers[a] += evidence.copy.containmentOfA
        guard MachineSigns.keepsSentences(evidence) else { continue }
        let signsOfA = desk.ownSigns(distinct[a], distinct[b], texts)
        let signsOfB = desk.ownSigns(distinct[b], distinct[a], texts)
        // The changes between the two are only looked at where the signs that tell the two apart would count.
        guard signsOfA > degrees[a] || signsOfB > degrees[b],
          desk.machineSigns(versions[b], versions[a], evidence, texts).isMachine
            || desk.machineSigns(versions[a], versions[b], evidence, texts).isMachine
        else { continue }
        degrees[a] = max(degrees[a], signsOfA)
        degrees[b] = max(degrees[b], signsOfB)
      }
    }
    let others = Float(distinct.count - 1)
    let standing = representatives(distinct)
    let least = degrees.min() ?? 0
    let most = degrees.max() ?? 0
    for member in choice.candidates.map(\.article) {
      guard let place = distinct.firstIndex(of: representative(member, standing)) else { continue }
      choice.addContainment(member, ofOthers: ofOthers[place] / others, inOthers: inOthers[place] / others)
      if most > least { choice.addMachineSigns(member, degrees[place] - least, others: most - least) }
    }
  }

  private func read(
    _ member: UInt32, _ text: UInt32, _ source: (article: UInt32, text: UInt32), _ measures: inout StoryMeasures,
    _ desk: inout StoryDesk
  ) -> RoleReading {
    guard let original = measures.version(source.text, site: site(source.article), &desk),
      let version = measures.version(text, site: site(member), &desk)
    else {
      return RoleReading(role: .rewrite, confidence: 0, similarity: 0, evidence: ["no text"])
    }
    let evidence = measures.evidence(original, version, &desk)
    var reading = desk.rule.reading(evidence, setting(member, source.article))
    if reading.role == .edited, desk.rule.mayDifferInTrivia(evidence),
      desk.isTrivial(text, source.text, measures.texts) == true
    {
      reading.role = .reprint
      reading.confidence = 0.7
      reading.evidence.append("no fact differs")
      return reading
    }
    guard reading.role == .rewrite || reading.role == .edited, evidence.copy.resemblance < 0.8 else { return reading }
    let signs = desk.machineSigns(version, original, evidence, measures.texts)
    if signs.isMachine {
      reading.role = .machineRewrite
      reading.confidence = signs.degree
      reading.evidence += signs.reasons
    }
    return reading
  }

  private func setting(_ version: UInt32, _ original: UInt32) -> RoleRule.Setting {
    let dates = (corpus.table.published[Int(original)], corpus.table.published[Int(version)])
    return RoleRule.Setting(
      original: credits[Int(original)], version: credits[Int(version)],
      isSameSite: site(version) != 0 && site(version) == site(original),
      isLater: dates.0 != .max && dates.1 != .max && dates.1 > dates.0)
  }
}
