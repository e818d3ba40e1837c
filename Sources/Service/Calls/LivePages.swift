internal import Drift
internal import Index
internal import Input
internal import Newsprint
internal import Output
internal import Pipeline
internal import Reports

/// The report's pages of one story, or of two articles, made when they are asked for.
struct LivePage: Sendable {
  var html: [UInt8]
  /// The policy that has to be sent with it.
  var policy: String

  private init(_ model: ReportModel) throws {
    let report = try HTMLReport(model)
    html = Array(report.document().utf8)
    policy = report.policy + "; frame-ancestors 'none'"
  }

  /// The versions of a story that came last, at most a page of them: clustered as a batch of their own.
  init(_ story: StoredStory, _ setting: ServiceSetting) throws {
    var bytes: [UInt8] = []
    for member in story.members where !member.placement.isSuperseded { bytes += member.named + [0x0A] }
    var options = setting.batch
    options.reading.fields = .init()
    options.reading.maxRecordBytes = 1 << 30
    let job = ReportJob(options: options, drift: setting.drift, context: setting.context)
    try self.init(try job.run(.memory(bytes, name: "index"), run: Self.run("Story \(story.id)")).model)
  }

  /// B beside A.
  init(_ a: StoredArticle, _ b: StoredArticle, found: PairComparison) throws {
    let title = "\(a.placement.id) and \(b.placement.id)"
    try self.init(PairReport.model(Self.side(a), Self.side(b), found: found, run: Self.run(title)))
  }

  private static func run(_ title: String) -> ReportRun {
    var run = ReportRun(version: Version.current)
    run.title = title
    run.inputs = ["index"]
    return run
  }

  private static func side(_ article: StoredArticle) -> PairReport.Side {
    let fields = article.fields
    return PairReport.Side(
      id: article.placement.id, text: fields.text ?? "", title: fields.title ?? "", outlet: fields.source, url: fields.url,
      published: fields.published)
  }
}

extension StoredStory.Member {
  /// Newsprint's own line of the article, under its id.
  fileprivate var named: [UInt8] { Array("{\"id\":".utf8) + JSON.string(placement.id).bytes + Array(",".utf8) + line.dropFirst() }
}

extension ServiceCalls {
  func storyPage(_ id: String, scope: Scope) async throws -> LivePage {
    try await readers.run { [self] in
      guard let story = try index.story(id, scope: scope.name, limit: ServiceLimits.page) else {
        throw Self.notFound("story", id, at: "path.id")
      }
      return try LivePage(story, setting)
    }
  }

  func comparisonPage(_ a: String, _ b: String, scope: Scope) async throws -> LivePage {
    try await readers.run { [self] in
      let sides = try [("a", a), ("b", b)].map { name, id in
        guard let article = try index.article(id, scope: scope.name) else {
          throw Self.notFound("article", id, at: "query.\(name)")
        }
        return article
      }
      let texts = sides.map { (Array(($0.fields.text ?? "").utf8), Array(($0.fields.title ?? "").utf8)) }
      let found = comparers.use { $0.compare(texts[0].0, texts[1].0, titles: .init(a: texts[0].1, b: texts[1].1)) }
      return try LivePage(sides[0], sides[1], found: found)
    }
  }
}
