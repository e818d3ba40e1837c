package import Input
internal import Articles
internal import Foundation
internal import GRDB
internal import Files
package import Pipeline
internal import Synchronization

/// What `index add` did.
package struct AdditionSummary: Sendable {
  /// Articles that were new, that are newer versions of known ones, and that were known.
  package var new = 0
  package var updated = 0
  package var known = 0
  /// How many of the new and newer ones joined a story that was there.
  package var joined = 0
  /// What was read and left out.
  package var reading = ArticleStream.Summary()
}

/// What became of one article that was added.
package struct AddedArticle: Sendable {
  package enum Outcome: String, Sendable, CaseIterable {
    case new
    /// A newer version of one that is there.
    case updated
    /// Nothing: it is there with the same text.
    case known
  }

  /// Where its record stands, from 1.
  package var line: Int
  package var id: String
  package var outcome: Outcome
}

extension IndexFile {
  /// Articles that one transaction takes.
  static let batchArticles = 10_000
  /// And bytes of their lines.
  static let batchBytes = 64 << 20

  /// Adds the articles of the inputs, batch after batch: when this returns, or `onBatch` was called, they are there for good.
  ///
  /// An article whose id is there with the same text is left alone; with another text it is a new version, and the old one stays in
  /// its story.
  ///
  /// - Throws: ``ReadingError`` that names an input or the index; batches before it stay.
  package func add(
    _ inputs: ArticleInputs, options: BatchOptions, scope: String = "", context: RunContext,
    onArticles: @escaping @Sendable ([AddedArticle]) -> Void = { _ in },
    onBatch: @escaping @Sendable (AdditionSummary) -> Void = { _ in }
  ) throws -> AdditionSummary {
    let state = Mutex(AdditionState())
    let addition = Addition(
      index: self, options: options, scope: scope, context: context, onArticles: onArticles)
    let store = Mutex<ArticleStore?>(nil)
    let reading = try ArticleStream(reading: options.reading, context: context).run(
      inputs: inputs, opened: { opened in store.withLock { $0 = opened } }, makeWorker: { () },
      work: { record, batch, _ in NewArticle(record, of: batch) }
    ) { items in
      try state.withLock { state in
        state.take(items)
        guard state.isFull, let store = store.withLock({ $0 }) else { return }
        try addition.commit(&state, store)
        onBatch(state.summary)
      }
    }
    return try state.withLock { state in
      if let store = store.withLock({ $0 }) { try addition.commit(&state, store) }
      state.summary.reading = reading
      return state.summary
    }
  }
}

/// What has been read and is not yet in the index.
private struct AdditionState: Sendable {
  var summary = AdditionSummary()
  var waiting: [NewArticle] = []
  var locations: [RecordLocation] = []
  var bytes = 0

  var isFull: Bool { waiting.count >= IndexFile.batchArticles || bytes >= IndexFile.batchBytes }

  mutating func take(_ items: [ArticleStream.Item<NewArticle>]) {
    for item in items {
      var article = item.value
      article.id = item.name
      waiting.append(article)
      locations.append(item.location)
      bytes += article.line.count
    }
  }
}

/// One batch after the other into the index.
private struct Addition {
  let index: IndexFile
  let options: BatchOptions
  let scope: String
  let context: RunContext
  let onArticles: @Sendable ([AddedArticle]) -> Void

  func commit(_ state: inout AdditionState, _ store: ArticleStore) throws {
    defer { (state.waiting, state.locations, state.bytes) = ([], [], 0) }
    guard !state.waiting.isEmpty else { return }
    var articles = state.waiting
    for place in articles.indices {
      try store.forEachRecord(at: [state.locations[place]]) { record, file in file.appendJSON(record, to: &articles[place].record)
      }
    }
    let change = try index.write { database in
      let (fresh, replaced) = try unknown(articles, database)
      let settled = try Settlement(database: database, scope: scope).add(
        fresh, replacing: replaced,
        neighbours: Neighbourhood(database: database, scope: scope, options: options, context: context))
      let places = Dictionary(uniqueKeysWithValues: fresh.enumerated().map { ($0.element.id, $0.offset) })
      let added = zip(articles, state.locations).map { article, location in
        AddedArticle(
          line: Int(location.line), id: article.id,
          outcome: places[article.id].map { replaced[$0] == nil ? .new : .updated } ?? .known)
      }
      return (new: fresh.count - replaced.count, updated: replaced.count, joined: settled, added: added)
    }
    onArticles(change.added)
    state.summary.new += change.new
    state.summary.updated += change.updated
    state.summary.joined += change.joined
    state.summary.known += articles.count - change.new - change.updated
  }

  /// The articles that the index has not got, and the numbers of the versions that some replace, by their place.
  private func unknown(_ articles: [NewArticle], _ database: Database) throws -> ([NewArticle], [Int: Int64]) {
    let statement = try database.cachedStatement(
      sql: "SELECT number, content FROM article WHERE scope = ? AND id = ? AND replaced IS NULL")
    var fresh: [NewArticle] = []
    var replaced: [Int: Int64] = [:]
    for article in articles {
      if let row = try Row.fetchOne(statement, arguments: [scope, article.id]) {
        let content: Data = row["content"]
        if content == article.content.data { continue }
        replaced[fresh.count] = row["number"]
      }
      fresh.append(article)
    }
    return (fresh, replaced)
  }
}

extension ArticleTable.ContentHash {
  /// As the index keeps it, the high half first.
  var data: Data {
    var bytes = Data()
    for half in [high, low] {
      for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: half >> UInt64(shift))) }
    }
    return bytes
  }
}
