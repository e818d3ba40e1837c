internal import Drift
internal import Foundation
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

  /// A story alone is the page; what was one story in the index and is several when read together has an overview before it.
  private init(_ model: ReportModel, comparison: Int? = nil) throws {
    let report = try HTMLReport(model)
    html = Array((model.stories.count == 1 ? report.document(story: 0, comparison: comparison) : report.document()).utf8)
    policy = report.policy + "; frame-ancestors 'none'"
  }

  /// Versions of one story, clustered as a batch of their own.
  init(story id: String, of articles: [StoredArticle], _ setting: ServiceSetting) throws {
    var bytes: [UInt8] = []
    for article in articles { bytes += PairReport.Side(article).line }
    var options = setting.index.batch
    options.reading = options.reading.ofOwnRecords
    let job = ReportJob(options: options, drift: setting.drift, context: setting.context)
    try self.init(try job.run(.memory(bytes, name: "index"), run: Self.run("Story \(id)")).model)
  }

  /// B beside A.
  init(_ a: StoredArticle, _ b: StoredArticle, found: PairComparison) throws {
    try self.init(
      PairReport.model(PairReport.Side(a), PairReport.Side(b), found: found, run: Self.run("\(a.id) and \(b.id)")),
      comparison: 0)
  }

  private static func run(_ title: String) -> ReportRun {
    var run = ReportRun(version: Version.current)
    run.title = title
    run.inputs = ["index"]
    return run
  }
}

extension PairReport.Side {
  /// Outlet and address come from the record, under Newsprint's names of fields.
  fileprivate init(_ article: StoredArticle) {
    let fields = (try? JSONFieldReader(["source", "url"]).read(article.record.span)) ?? [.missing, .missing]
    self.init(
      id: article.id, text: String(decoding: article.text, as: UTF8.self), title: String(decoding: article.title, as: UTF8.self),
      outlet: fields[0].text, url: fields[1].text, published: article.published.map(ReportRun.date))
  }

  /// As a record, on a line of its own.
  fileprivate var line: [UInt8] {
    JSON.line { writer in
      writer.object { writer in
        for (name, value) in [
          ("id", id), ("published", published), ("source", outlet), ("text", text), ("title", title), ("url", url),
        ] {
          guard let value else { continue }
          writer.key(name)
          writer.string(value)
        }
      }
    }
  }
}

extension ServiceCalls {
  /// The versions of a story that came last, a page of them.
  func storyPage(_ id: String, scope: Scope) async throws -> LivePage {
    try await readers.run { [self] in
      guard let story = try index.story(id, scope: scope.name) else { throw Self.notFound("story", id, at: "path.id") }
      let members = story.members.filter { !$0.isSuperseded }.suffix(ServiceLimits.page)
      let articles = try members.compactMap { try index.article($0.id, version: $0.version, scope: scope.name) }
      return try LivePage(story: story.id, of: articles, setting)
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
      let titles = ArticleTitles(a: sides[0].title, b: sides[1].title)
      let found = comparers.use { $0.compare(sides[0].text, sides[1].text, titles: titles) }
      return try LivePage(sides[0], sides[1], found: found)
    }
  }
}
