internal import Alignment
internal import Articles
internal import Boilerplate
package import Drift
internal import Files
package import Input
package import Pipeline
internal import Quality
internal import Relations
internal import Stories

/// Makes a ``ReportModel`` of a batch: clusters and flags it, then compares every version with the one it comes from.
///
/// This is the one place that knows both the line's results and the report's values.
package struct ReportJob: Sendable {
  package var options: BatchOptions
  package var drift: DriftOptions
  package var context: RunContext

  package init(options: BatchOptions, drift: DriftOptions, context: RunContext) {
    self.options = options
    self.drift = drift
    self.context = context
  }

  /// Articles, or stories, that a thread takes at a time.
  private static let blockArticles = 64
  private static let blockStories = 4

  /// What the job hands over beside the model: the line's own result, for the summary on the terminal.
  package struct Output: Sendable {
    package var model: ReportModel
    package let clusters: ClusterJob.Result
  }

  /// - Throws: ``ReadingError`` that names a missing input or a file that was changed meanwhile.
  package func run(inputs: [String], run: ReportRun) throws -> Output {
    var run = run
    run.inputs = inputs
    return try self.run(.paths(inputs), run: run)
  }

  /// The same for articles that need not be in files; `run` says what they are called.
  package func run(_ inputs: ArticleInputs, run: ReportRun) throws -> Output {
    var job = ClusterJob(options: options, roles: .full, context: context)
    job.wantsFlags = true
    job.keepsAlike = true
    job.comparing = drift
    let clusters = try job.run(inputs: inputs)
    var model = ReportModel(run: run)
    model.run.textBytes = clusters.batch.corpus.textBytes
    let skipped = clusters.batch.corpus.skippedRecords(clusters.batch.store.names)
    model.run.skipped = skipped.prefix(500).map(\.message)
    model.run.skippedCount = skipped.count
    let places = ArticlePlaces(clusters)
    model.articles = try articles(clusters, places)
    (model.stories, model.events) = Self.stories(clusters, places, model.articles)
    if !clusters.eventSources.isEmpty { model.namedSources = Set(clusters.eventSources.flatMap(\.names)).count }
    for (place, story) in model.stories.enumerated() { for member in story.members { model.articles[member].story = place } }
    model.nameStories()
    try compare(clusters, places, &model)
    NearMisses.add(clusters, places, to: &model)
    try NearMisses.judge(&model, in: context)
    return Output(model: model, clusters: clusters)
  }

  // MARK: Articles

  /// What a thread reuses from block to block.
  private struct Reader: ~Copyable {
    var parser: RecordParser
    var body: BodyReader
  }

  private func articles(_ clusters: ClusterJob.Result, _ places: ArticlePlaces) throws -> [ReportArticle] {
    let active = clusters.batch.corpus.active
    let pieces = Parallel.pieces(of: active.count, size: Self.blockArticles)
    let reading = options.reading
    let store = clusters.batch.store
    let table = clusters.batch.corpus.table
    let reader = BodyReader(detector: BoilerplateDetector.standard, knowledge: clusters.batch.corpus.boilerplate)
    let read = try Parallel.map(
      pieces.count, in: context, makeState: { Reader(parser: RecordParser(options: reading), body: reader) }
    ) { piece, reader in
      let batch = try store.read(active[pieces[piece]].map { table.locations[Int($0)] }, with: &reader.parser)
      return zip(pieces[piece], batch.records).map { place, record in
        var article = ReportArticle(record, of: batch, names: store.names)
        let index = active[place]
        reader.body.read(
          batch.bytes, text: record.text.indices, title: record.title.indices, site: table.sites[Int(index)], article: index)
        let body = reader.body.body(of: batch.bytes[record.text.indices])
        article.boilerplate = body.boilerplate.map { ReportSpan(body.source($0.range).indices) }
        article.add(clusters, Int(active[place]), places)
        if !clusters.quality.isEmpty { article.add(clusters.quality[Int(index)]) }
        return article
      }
    }
    return read.flatMap { $0 }
  }

  // MARK: Stories

  private static func stories(_ clusters: ClusterJob.Result, _ places: ArticlePlaces, _ articles: [ReportArticle])
    -> ([ReportStory], [ReportEvent])
  {
    var stories = clusters.stories.map { story -> ReportStory in
      let members = story.members.map(places.place).sorted { a, b in
        let keys = [a, b].map { (articles[$0].published ?? "~", articles[$0].role == .original ? 0 : 1, $0) }
        return keys[0] < keys[1]
      }
      let original = story.members.first.map { places.place(clusters.members[Int($0)].original) } ?? 0
      return ReportStory(
        id: story.id, headline: "", members: members, original: original,
        originalConfidence: Double(story.originalConfidence).shortened, weakestPair: Double(story.weakestPair).shortened,
        event: story.members.first.map { Int(clusters.members[Int($0)].event) } ?? 0)
    }
    // Error pages that many sites have lead no report.
    let isOfPages = stories.map { $0.members.allSatisfy { articles[$0].isNoArticle } ? 1 : 0 }
    stories = zip(stories, isOfPages).sorted { a, b in
      (a.1, b.0.members.count, a.0.members[0]) < (b.1, a.0.members.count, b.0.members[0])
    }.map(\.0)
    var events = clusters.events.enumerated().map { event, id -> ReportEvent in
      guard !clusters.eventSources.isEmpty else { return ReportEvent(id: id) }
      let sources = clusters.eventSources[event]
      return ReportEvent(id: id, sources: sources.count, namedSources: sources.names.count)
    }
    for (place, story) in stories.enumerated() { events[story.event].stories.append(place) }
    return (stories, events)
  }

  // MARK: Comparisons

  /// Puts what the versions changed into the model: found with their roles, here in the report's own terms.
  private func compare(_ clusters: ClusterJob.Result, _ places: ArticlePlaces, _ model: inout ReportModel) throws {
    let articles = model.articles
    let shared = model.stories.indices.filter { model.stories[$0].members.count > 1 }
    let stories = model.stories
    let pieces = Parallel.pieces(of: shared.count, size: Self.blockStories)
    let active = clusters.batch.corpus.active
    let known = clusters.comparisons.comparisons
    let found = try Parallel.map(pieces.count, in: context, makeState: {}) { piece, _ in
      shared[pieces[piece]].map { place in
        stories[place].members.compactMap { member -> ReportComparison? in
          guard let parent = articles[member].parent else { return nil }
          return Self.comparison(articles[parent], articles[member], (parent, member), known[active[member]])
        }
      }
    }
    for (place, comparisons) in zip(shared, found.joined()) {
      model.stories[place].comparisons = comparisons
      for comparison in comparisons { model.articles[comparison.b].similarity = comparison.likeness }
    }
    for pair in clusters.comparisons.likenesses {
      let (a, b) = (places.place(pair.a), places.place(pair.b))
      model.stories[model.articles[a].story].pairs.append(
        ReportPair(a: min(a, b), b: max(a, b), similarity: Double(pair.similarity).shortened))
    }
    for place in shared { model.stories[place].pairs.sort { ($0.a, $0.b) < ($1.a, $1.b) } }
  }

  /// The comparison of a pair of which `found` is known: nil for texts that are equal as far as they are read, and for those
  /// without words.
  static func comparison(
    _ a: ReportArticle, _ b: ReportArticle, _ places: (Int, Int), _ found: PairComparison?
  ) -> ReportComparison {
    guard let found else {
      let isIdentical = a.text == b.text
      return ReportComparison(
        a: places.0, b: places.1, relation: isIdentical ? .identical : .edited, closeness: isIdentical ? 1 : 0,
        isIdentical: isIdentical)
    }
    let (first, second) = (Array((a.text ?? "").utf8), Array((b.text ?? "").utf8))
    var comparison = ReportComparison(a: places.0, b: places.1, relation: found.relation.relation)
    comparison.measures = found.relation.similarity.map { .init(name: $0.name, value: $0.value.shortened) }
    comparison.isNews = b.role == .update
    comparison.closeness = found.drift.closeness.shortened
    comparison.findings = found.drift.findings.map { ReportFinding($0, first, second) }
    let alignment = ComparisonRows.Alignment(
      pairs: found.drift.alignment.pairs.map { .init(a: $0.aSentences, b: $0.bSentences, isMoved: $0.moved) },
      sentencesOfA: found.drift.sentencesOfA, sentencesOfB: found.drift.sentencesOfB)
    comparison.rows = ComparisonRows.rows(
      alignment, first, second, boilerplate: (a.boilerplate.map(\.range), b.boilerplate.map(\.range)))
    return comparison
  }
}

/// The place of each article of the line in the report, which has the active ones only.
struct ArticlePlaces: Sendable {
  private var places: [Int]

  init(_ clusters: ClusterJob.Result) {
    places = Array(repeating: 0, count: clusters.batch.corpus.table.count)
    for (place, article) in clusters.batch.corpus.active.enumerated() { places[Int(article)] = place }
  }

  func place(_ article: UInt32) -> Int { places[Int(article)] }
}

extension ReportArticle {
  fileprivate init(_ record: ArticleRecord, of batch: ArticleBatch, names: InputNames) {
    func field(_ range: ByteRange) -> String? { range.isEmpty ? nil : batch.string(range) }
    self.init(
      id: names.identifier(of: record, in: batch), title: batch.string(record.title), outlet: field(record.source),
      url: field(record.url), published: record.published.map(DateText.iso), language: field(record.language), role: .single,
      roleConfidence: 1, similarity: 1, text: batch.string(record.text))
    textLength = record.text.count
  }

  fileprivate mutating func add(_ clusters: ClusterJob.Result, _ article: Int, _ places: ArticlePlaces) {
    let member = clusters.members[article]
    words = Int(clusters.batch.corpus.table.wordCounts[article])
    role = member.role
    roleConfidence = Double(member.roleConfidence).shortened
    evidence = member.evidence
    similarity = Double(member.similarity).shortened
    isCreditLost = member.isCreditLost
    if Int(member.parent) != article { parent = places.place(member.parent) }
    if !clusters.credits.isEmpty { wires = clusters.credits[article].wires }
  }

  fileprivate mutating func add(_ report: QualityReport) {
    score = report.score.shortened
    flags = report.flags.map { flag in
      ReportFlag(
        flag: flag.flag.rawValue, severity: flag.severity, message: flag.message,
        span: flag.range.isEmpty ? nil : ReportSpan(flag.range.indices, text: flag.text))
    }
  }
}

extension ReportFinding {
  fileprivate init(_ finding: DriftFinding, _ a: [UInt8], _ b: [UInt8]) {
    func span(_ span: DriftFinding.Span?, _ text: [UInt8]) -> ReportSpan? {
      span.map { ReportSpan($0.range, text: String(decoding: text[$0.range], as: UTF8.self)) }
    }
    self.init(
      category: finding.category, severity: finding.severity, confidence: finding.confidence, rule: finding.rule.rawValue,
      message: finding.message, count: finding.count, a: span(finding.a, a), b: span(finding.b, b))
  }
}

extension Double {
  /// Rounded to four digits after the point, as every output writes shares.
  var shortened: Double { (self * 10_000).rounded() / 10_000 }
}

/// A report of two articles that somebody wants to see side by side, whether or not they are one story.
package enum PairReport {
  /// One of the two.
  package struct Side: Sendable {
    package var id: String
    package var text: String
    package var title: String
    package var outlet: String?
    package var url: String?
    /// ISO 8601 in UTC.
    package var published: String?

    package init(id: String, text: String, title: String, outlet: String?, url: String?, published: String?) {
      (self.id, self.text, self.title, self.outlet, self.url, self.published) = (id, text, title, outlet, url, published)
    }
  }

  /// The report of B beside A.
  ///
  /// - Parameters:
  ///   - a: what B is held against.
  ///   - b: the later of the two.
  ///   - found: how B differs from A.
  ///   - run: how the report was made.
  /// - Returns: one story of two versions with their comparison.
  package static func model(_ a: Side, _ b: Side, found: PairComparison, run: ReportRun) -> ReportModel {
    var model = ReportModel(run: run)
    model.articles = [article(a, .original), article(b, .edited)]
    model.articles[1].parent = 0
    let comparison = ReportJob.comparison(model.articles[0], model.articles[1], (0, 1), found)
    model.articles[1].similarity = comparison.likeness
    var story = ReportStory(
      id: "0", headline: model.articles[0].headline, members: [0, 1], original: 0, originalConfidence: 1,
      weakestPair: comparison.likeness, event: 0)
    story.comparisons = [comparison]
    model.stories = [story]
    model.events = [ReportEvent(id: "0", stories: [0])]
    model.run.textBytes = a.text.utf8.count + b.text.utf8.count
    return model
  }

  private static func article(_ side: Side, _ role: Role) -> ReportArticle {
    var article = ReportArticle(
      id: side.id, title: side.title, outlet: side.outlet, url: side.url, published: side.published, role: role,
      roleConfidence: 1, similarity: 1, text: side.text)
    article.textLength = side.text.utf8.count
    return article
  }
}
