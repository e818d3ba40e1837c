internal import Articles
internal import Drift
package import Index
internal import Input
internal import Files
package import Newsprint
internal import Output
package import Pipeline
internal import Reports
internal import Synchronization

/// What can be asked of an index, whoever asks: HTTP, or an assistant.
///
/// Every answer is JSON.
///
/// Each call names its scope, and sees nothing of the others.
package final class ServiceCalls: Sendable {
  let setting: ServiceSetting
  private let file: IndexFile?
  let readers: Readers
  let writer: Writer?
  let metrics = ServiceMetrics()
  let comparers: ComparerPool
  let detector: Detector

  /// Calls of an index; without one there is nothing to look up, and texts can be compared and flagged all the same.
  package init(_ index: IndexFile?, _ setting: ServiceSetting) throws {
    file = index
    self.setting = setting
    readers = Readers(threads: setting.limits.readers, room: setting.limits.waitingReads)
    writer = index.map { Writer($0, setting) }
    comparers = ComparerPool(setting.drift)
    detector = try Detector()
  }

  /// Ends when everything that was begun is done.
  package func stop() async throws {
    try await writer?.stop()
    try await readers.stop()
  }

  var index: IndexFile {
    get throws(Problem) {
      guard let file else { throw Problem(.notFound, "There is no index.", advice: "Start the program with an index.") }
      return file
    }
  }

  // MARK: Questions

  /// What an article would be in the index; nothing is stored.
  func query(_ body: [UInt8], scope: Scope) async throws -> [UInt8] {
    let article = try SentArticle(body, needsID: false)
    return try await readers.run { [self] in
      let found = Mutex<QueryAnswer?>(nil)
      let context = RunContext(threads: 1)
      let summary = try index.query(
        .memory(article.line, name: "body"), options: setting.options(scope), context: context,
        compare: { [comparers] a, b, titles in comparers.use { $0.changes(a, b, titles: titles) } },
        deliver: { answers in found.withLock { $0 = answers.first } })
      guard let answer = found.withLock({ $0 }) else {
        throw Problem(
          .unusable, (summary.skipped.first?.reason ?? "The record cannot be read").sentence, at: "body",
          advice: "Correct the article and send it again.")
      }
      return JSON.line { QueryJSON.write(answer, to: &$0) }
    }
  }

  /// How B differs from A.
  func compare(_ body: [UInt8], scope: Scope) async throws -> [UInt8] {
    let pair = try PairBody(body)
    return try await readers.run { [self] in
      let (a, b) = (try article(pair.a, scope, at: "body.a"), try article(pair.b, scope, at: "body.b"))
      let comparison = comparers.use { $0.compare(a.text, b.text, titles: .init(a: a.title, b: b.title)) }
      return ComparisonJSON.line(comparison, a: a.text, b: b.text)
    }
  }

  /// What is wrong with an article, looked at alone.
  func flag(_ body: [UInt8]) async throws -> [UInt8] {
    let article = try SentArticle(body, needsID: false)
    return try await readers.run { [self] in
      let report = detector.flagReport(text: article.text, title: article.title)
      var writer = JSONWriter()
      FlagReport.append(report, identifier: JSON.string(article.id ?? "").bytes, to: &writer)
      return writer.bytes
    }
  }

  /// Text and title of one side of a comparison.
  private func article(_ side: PairBody.Side, _ scope: Scope, at place: String) throws -> (text: [UInt8], title: [UInt8]) {
    switch side {
    case .article(let text, let title): return (text, title)
    case .stored(let id):
      guard let stored = try index.article(id, scope: scope.name) else { throw Self.notFound("article", id, at: "\(place).id") }
      return (stored.text, stored.title)
    }
  }

  // MARK: What is stored

  func article(_ id: String, scope: Scope) async throws -> [UInt8] {
    try await readers.run { [self] in
      guard let article = try index.article(id, scope: scope.name) else { throw Self.notFound("article", id, at: "path.id") }
      return JSON.line { PlacementJSON.write(article, to: &$0) }
    }
  }

  func story(_ id: String, scope: Scope, limit: Int) async throws -> [UInt8] {
    try await readers.run { [self] in
      // One more than is asked for tells whether there are more.
      guard let story = try index.story(id, most: limit + 1, scope: scope.name) else {
        throw Self.notFound("story", id, at: "path.id")
      }
      return JSON.line { PlacementJSON.write(story, limit: limit, to: &$0) }
    }
  }

  /// Stories that changed at `since` (seconds since 1970) or later; of those at that very time, the ones after `after`.
  func stories(since: Int64, after: Int64, scope: Scope, limit: Int) async throws -> [UInt8] {
    try await readers.run { [self] in
      let stories = try index.stories(since: since, after: after, limit: limit, scope: scope.name)
      return JSON.line { PlacementJSON.write(stories, since: since, after: after, to: &$0) }
    }
  }

  func event(_ id: String, scope: Scope, limit: Int) async throws -> [UInt8] {
    try await readers.run { [self] in
      guard let event = try index.event(id, scope: scope.name) else { throw Self.notFound("event", id, at: "path.id") }
      return JSON.line { PlacementJSON.write(event, limit: limit, to: &$0) }
    }
  }

  /// Ends without an error when the index can be read.
  func probe() async throws {
    try await readers.run { [self] in _ = try index.stories(since: 0, limit: 1) }
  }

  // MARK: Changes

  /// Adds one article.
  ///
  /// - Returns: whether it is new, and where it stands.
  func add(_ body: [UInt8], scope: Scope) async throws -> (isNew: Bool, id: String, json: [UInt8]) {
    let article = try SentArticle(body, needsID: true)
    guard let outcome = try await changes().add([article], scope: scope).first else {
      throw Problem(.failure, "There is no answer.", advice: "Try again.")
    }
    switch outcome {
    case .refused(let problem):
      metrics.countArticle("refused")
      throw problem
    case .stored(let arrival):
      metrics.countArticle(arrival.outcome.rawValue)
      return (arrival.outcome == .new, arrival.article.id, JSON.line { PlacementJSON.write(arrival, to: &$0) })
    }
  }

  /// Removes an article with all its versions.
  func remove(_ id: String, scope: Scope) async throws {
    guard try await changes().remove(id, scope: scope) else { throw Self.notFound("article", id, at: "path.id") }
  }

  /// The writer, where there is one and it may be used.
  func changes() throws(Problem) -> Writer {
    try requireWritable()
    _ = try index
    guard let writer else { throw Problem(.failure, "There is no writer.", advice: "Start the program with an index.") }
    return writer
  }

  func requireWritable() throws(Problem) {
    guard setting.isReadOnly else { return }
    throw Problem(.readOnly, "The service was started with --read-only.", advice: "Ask another instance, or its operator.")
  }

  // MARK: Helpers

  static func notFound(_ what: String, _ id: String, at place: String) -> Problem {
    Problem(
      .notFound, "There is no \(what) of this id in the scope.", at: place, advice: "Check the id; scopes do not see each other.")
  }
}

/// JSON in one piece.
enum JSON {
  static func line(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    write(&writer)
    writer.newline()
    return writer.bytes
  }

  static func string(_ value: String) -> JSONWriter {
    var writer = JSONWriter()
    writer.string(value)
    return writer
  }
}
