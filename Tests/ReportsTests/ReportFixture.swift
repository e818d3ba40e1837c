import Drift
import Foundation
import Pipeline
import Quality
import Relations

@testable import Reports

/// A small invented report, made by hand, with a clock that stands.
enum ReportFixture {
  static let original = "The old bridge was the weakest of three. It will close on Monday.\nNobody was hurt."
  static let copy = "Share this story\nThe old bridge was the worst of three. It will close on Monday.\nThe mayor agreed."

  static func model(title: String = "Old bridge closes", outlets: (String, String) = ("Valley Herald", "Coast Mirror"))
    -> ReportModel
  {
    var run = ReportRun(version: "0.0.0")
    run.date = ReportRun.date(1_742_000_000)
    run.inputs = ["bridge.jsonl"]
    run.options = [.init(name: "Drift", value: "precise")]
    run.skipped = ["bridge.jsonl:4: field \"text\" is missing."]
    run.skippedCount = 1
    var model = ReportModel(run: run)
    model.articles = [
      article("a1", title, outlets.0, 1_741_996_800, .original, original),
      article("a2", title, outlets.1, 1_742_000_400, .edited, copy),
      article("a3", "Lights on the coast", outlets.1, 1_742_000_500, .single, "A lamp was lit at the lighthouse."),
    ]
    model.articles[0].wires = ["Reuters"]
    model.articles[1].parent = 0
    model.articles[1].similarity = 0.62
    model.articles[1].isCreditLost = true
    model.articles[1].boilerplate = [ReportSpan(0..<16)]
    model.articles[1].flags = [
      ReportFlag(
        flag: "credit-dropped", severity: .major, message: "The original credits Reuters; this article does not.", span: nil)
    ]
    model.articles[2].story = 1
    var story = ReportStory(
      id: "00aa11bb22cc33dd", headline: title, members: [0, 1], original: 0, originalConfidence: 0.9, weakestPair: 0.62, event: 0)
    story.comparisons = [comparison]
    story.nearMisses = [ReportNearMiss(member: 0, other: 2, similarity: 0.17, reason: .belowThreshold, relation: .sharedQuotes)]
    let lone = ReportStory(
      id: "99ff88ee77dd66cc", headline: "Lights on the coast", members: [2], original: 2, originalConfidence: 1, weakestPair: 1,
      event: 0)
    model.stories = [story, lone]
    model.events = [ReportEvent(id: "0011223344556677", stories: [0, 1], sources: 2, namedSources: 1)]
    model.namedSources = 1
    return model
  }

  static var comparison: ReportComparison {
    var comparison = ReportComparison(a: 0, b: 1, relation: .edited)
    comparison.closeness = 0.9
    comparison.measures = [.init(name: "resemblance", value: 0.62)]
    let (a, b) = (Array(original.utf8), Array(copy.utf8))
    func span(_ words: String, _ text: [UInt8]) -> ReportSpan? {
      String(decoding: text, as: UTF8.self).utf8Range(of: words).map { ReportSpan($0, text: words) }
    }
    comparison.findings = [
      ReportFinding(
        category: .degree, severity: .critical, confidence: 0.9, rule: "degree/scale",
        message: "The degree changed: “weakest” became “worst”.", count: 1, a: span("weakest", a), b: span("worst", b)),
      ReportFinding(
        category: .omission, severity: .minor, confidence: 0.3, rule: "omission/words",
        message: "A statement with its speaker is left out: “Nobody”.",
        count: 2, a: span("Nobody was hurt", a), b: nil),
    ]
    comparison.rows = [
      ReportRow(b: ReportSpan(0..<16), isBoilerplate: true),
      ReportRow(a: ReportSpan(0..<40), b: ReportSpan(17..<55)),
      ReportRow(a: ReportSpan(41..<65), b: ReportSpan(56..<80), isSame: true),
      ReportRow(a: ReportSpan(66..<82)),
      ReportRow(b: ReportSpan(81..<98)),
    ]
    return comparison
  }

  private static func article(_ id: String, _ title: String, _ outlet: String, _ time: Int64, _ role: Role, _ text: String)
    -> ReportArticle
  {
    var article = ReportArticle(id: id, title: title, role: role, roleConfidence: 0.8, similarity: 1)
    article.outlet = outlet
    article.published = ReportRun.date(time)
    article.words = text.split(separator: " ").count
    article.textLength = text.utf8.count
    article.text = text
    return article
  }
}
