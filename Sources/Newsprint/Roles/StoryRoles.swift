internal import Matching
internal import Reading

/// The roles of one story's members.
struct StoryRoles: Sendable {
  var original: UInt32
  var originalConfidence: Float
  /// In the order of the members.
  var readings: [RoleReading]
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
    var choice = OriginalChoice(members, table: corpus.table, credits: credits)
    if choice.isOpen, (2...Self.mostCompared).contains(distinct.count) { compareAll(distinct, texts, &choice, &desk) }
    guard let best = choice.best else { return StoryRoles(original: members[0], originalConfidence: 0, readings: []) }
    var byContent: [ArticleTable.ContentHash: RoleReading] = [:]
    let measured = texts.measurable(
      representative(best.article, distinct), site: site(best.article), &desk.furniture, &desk.meter)
    var readings: [RoleReading] = []
    for member in members {
      if member == best.article {
        readings.append(RoleReading(role: .original, confidence: choice.confidence, similarity: 1, evidence: best.reasons))
        continue
      }
      let content = corpus.table.contents[Int(member)]
      if content == corpus.table.contents[Int(best.article)] {
        readings.append(RoleReading(role: .reprint, confidence: 0.99, similarity: 1, evidence: ["identical"]))
        continue
      }
      let reading: RoleReading
      // Outlet and time may differ between members of one text, and with them the role.
      if let known = byContent[content], known.role != .update {
        reading = known
      } else {
        reading = read(member, representative(member, distinct), best.article, distinct, measured, texts, &desk)
        byContent[content] = reading
      }
      readings.append(reading)
    }
    return StoryRoles(original: best.article, originalConfidence: choice.confidence, readings: readings)
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

  private func representative(_ article: UInt32, _ distinct: [UInt32]) -> UInt32 {
    let content = corpus.table.contents[Int(article)]
    return distinct.first { corpus.table.contents[Int($0)] == content } ?? article
  }

  private func site(_ article: UInt32) -> UInt64 { corpus.table.sites[Int(article)] }

  /// Containment and machine's signs of every pair, for stories that dates leave open.
  private func compareAll(_ distinct: [UInt32], _ texts: StoryTexts, _ choice: inout OriginalChoice, _ desk: inout StoryDesk) {
    var articles: [PairMeter.Article] = []
    for article in distinct {
      guard let read = texts.measurable(article, site: site(article), &desk.furniture, &desk.meter) else { return }
      articles.append(read)
    }
    var ofOthers = [Float](repeating: 0, count: distinct.count)
    var inOthers = ofOthers
    var degrees = ofOthers
    for a in distinct.indices {
      for b in distinct.indices where b > a {
        let evidence = desk.meter.measure(articles[a], articles[b])
        ofOthers[a] += evidence.copy.containmentOfB
        inOthers[b] += evidence.copy.containmentOfB
        ofOthers[b] += evidence.copy.containmentOfA
        inOthers[a] += evidence.copy.containmentOfA
        guard MachineSigns.keepsSentences(evidence) else { continue }
        let pair = (Version(article: distinct[a], measured: articles[a]), Version(article: distinct[b], measured: articles[b]))
        guard
          desk.machineSigns(pair.1, pair.0, evidence, texts).isMachine
            || desk.machineSigns(pair.0, pair.1, evidence, texts).isMachine
        else { continue }
        degrees[b] = max(degrees[b], desk.ownSigns(distinct[b], distinct[a], texts))
        degrees[a] = max(degrees[a], desk.ownSigns(distinct[a], distinct[b], texts))
      }
    }
    let others = Float(distinct.count - 1)
    let least = degrees.min() ?? 0
    let most = degrees.max() ?? 0
    for member in choice.candidates.map(\.article) {
      guard let place = distinct.firstIndex(of: representative(member, distinct)) else { continue }
      choice.addContainment(member, ofOthers: ofOthers[place] / others, inOthers: inOthers[place] / others)
      if most > least { choice.addMachineSigns(member, degrees[place] - least, others: most - least) }
    }
  }

  private func read(
    _ member: UInt32, _ text: UInt32, _ original: UInt32, _ distinct: [UInt32], _ measured: PairMeter.Article?,
    _ texts: StoryTexts,
    _ desk: inout StoryDesk
  ) -> RoleReading {
    let setting = setting(member, original)
    guard let measured, let version = texts.measurable(text, site: site(member), &desk.furniture, &desk.meter) else {
      return RoleReading(role: .rewrite, confidence: 0, similarity: 0, evidence: ["no text"])
    }
    let evidence = desk.meter.measure(measured, version)
    var reading = desk.rule.reading(evidence, setting)
    let source = representative(original, distinct)
    if reading.role == .edited, desk.rule.mayDifferInTrivia(evidence), desk.isTrivial(text, source, texts) == true {
      reading.role = .reprint
      reading.confidence = 0.7
      reading.evidence.append("no fact differs")
      return reading
    }
    guard reading.role == .rewrite || reading.role == .edited, evidence.copy.resemblance < 0.8 else { return reading }
    let signs = desk.machineSigns(
      Version(article: text, measured: version), Version(article: source, measured: measured), evidence, texts)
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
