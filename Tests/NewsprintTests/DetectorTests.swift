import Foundation
import Newsprint
import Synchronization
import TestSupport
import Testing

/// What the fixtures hold, as values.
enum Fixture {
  static let batch = Project.fixtures.appending(path: "batch.jsonl").path

  static func articles() throws -> [Article] {
    try String(contentsOfFile: batch, encoding: .utf8).split(separator: "\n").map { line in
      let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let date = (object["published"] as? String).flatMap { try? Date($0, strategy: .iso8601) }
      return Article(
        id: try #require(object["id"]).self as? String ?? "\(object["id"] as? Int ?? 0)",
        text: try #require(object["text"] as? String), title: object["title"] as? String, outlet: object["source"] as? String,
        url: object["url"] as? String, published: date)
    }
  }

  private static let clustered = Result { try Detector().stories(articles()) }
  /// The fixtures' stories, found once.
  static var stories: Clustering { get throws { try clustered.get() } }

  /// Some invented articles, two of which are copies.
  static let harbour = [
    Article(
      id: "wire",
      text: "The harbour of Velmora stays closed until Monday, Mayor Idris Tavelan said, after a crane fell on a barge at dawn."),
    Article(
      id: "copy",
      text: "The harbour of Velmora stays closed until Friday, Mayor Idris Tavelan said, after a crane fell on a barge at dawn."),
    Article(id: "other", text: "Three gulls stole the mayor's sandwich on the pier of Lowen, witnesses told the Evening Post."),
  ]
}

struct DetectorTests {
  @Test func `articles in memory give what their file gives`() throws {
    let detector = try Detector()
    let articles = try Fixture.articles()
    let file = try detector.stories(in: [Fixture.batch])
    let memory = try Fixture.stories
    #expect(file.memberships.count == articles.count)
    // Times of publication with a date only are read to the day in both.
    #expect(Array(memory.memberships) == Array(file.memberships))
    #expect(Array(memory.stories) == Array(file.stories))
    let dropped = try detector.duplicates(in: [Fixture.batch]).dropped
    #expect(try Array(detector.duplicates(articles).dropped) == Array(dropped))
  }

  @Test func `threads do not matter`() throws {
    var options = Options()
    options.threads = 1
    let one = try Detector(options).stories(Fixture.articles())
    #expect(try Array(one.memberships) == Array(Fixture.stories.memberships))
  }

  @Test func `every article is in one story, and every story has its original`() throws {
    let clusters = try Fixture.stories
    #expect(clusters.stories.flatMap(\.members).sorted() == clusters.memberships.map(\.article).sorted())
    for story in clusters.stories { #expect(story.members.contains(story.original)) }
    for membership in clusters.memberships {
      #expect((0...1).contains(membership.confidence) && (0...1.0001).contains(membership.similarity))
    }
  }

  @Test func `kept and dropped are the batch`() throws {
    let articles = try Fixture.articles()
    for level in DedupeLevel.allCases {
      let result = try Detector().duplicates(articles, level: level)
      #expect((result.kept + result.dropped.map(\.article)).sorted() == articles.map(\.id).sorted())
      for duplicate in result.dropped { #expect(result.kept.contains(duplicate.original)) }
    }
  }

  @Test func `one comparison and many agree`() throws {
    let detector = try Detector()
    let (a, b) = (Fixture.harbour[0], Fixture.harbour[1])
    let one = detector.compare(a, b)
    #expect(one.relation == .edited)
    let change = try #require(one.findings.first { $0.category == .time })
    #expect(change.a.map { String(decoding: Array(a.text.utf8)[$0], as: UTF8.self) } == "Monday")
    #expect(change.b.map { String(decoding: Array(b.text.utf8)[$0], as: UTF8.self) } == "Friday")
    #expect(one.measures.byName["resemblance"] == one.measures.resemblance)
    for many in try detector.compare(Array(repeating: (a: a, b: b), count: 70)) { #expect(many.findings == one.findings) }
  }

  @Test func `an article alone is flagged as in its file`() throws {
    let detector = try Detector()
    let reports = Mutex<[QualityReport]>([])
    try detector.flags(in: [Fixture.batch], alone: true) { some in reports.withLock { $0 += some } }
    let alone = try Fixture.articles().map(detector.flags)
    #expect(alone == reports.withLock { $0 })
    #expect(alone.contains { !$0.flags.isEmpty })
  }

  @Test func `in its batch an article shows more flags`() throws {
    let detector = try Detector()
    let articles = try Fixture.articles()
    let together = try detector.flags(articles)
    #expect(together.map(\.article) == articles.map(\.id))
    let names = Set(together.flatMap(\.flags).map(\.name))
    #expect(names.isSuperset(of: ["serious-drift", "credit-dropped"]))
  }

  @Test func `a fingerprint compares with its like only`() throws {
    let detector = try Detector()
    let print = detector.fingerprint(Fixture.harbour[0].text)
    #expect(try print.resemblance(to: print) == 1)
    #expect(try print.hammingDistance(to: print) == 0)
    #expect(print.signature.count == print.parameters.permutations)
    var options = Options()
    options.fingerprint.shingleWords = 3
    let other = try Detector(options).fingerprint(Fixture.harbour[0].text)
    let error = #expect(throws: NewsprintError.self) { try print.resemblance(to: other) }
    #expect(error?.code == .mismatch)
  }

  @Test func `explanations say something of every category and every flag that is reported`() throws {
    let names = Set(Explanation.all.map(\.name))
    #expect(names.isSuperset(of: DriftCategory.allCases.map(\.rawValue)))
    for report in try Detector().flags(Fixture.articles()) { #expect(names.isSuperset(of: report.flags.map(\.name))) }
    for explanation in Explanation.all { #expect(!explanation.definition.isEmpty && !explanation.limits.isEmpty) }
  }
}
