package import Input
internal import Foundation
internal import GRDB
package import Pipeline

/// What an addition did.
package struct AdditionSummary: Sendable {
  /// Articles that were new, that are newer versions of known ones, and that were known.
  package var new = 0
  package var updated = 0
  package var known = 0
  /// How many of the new and newer ones joined a story that was there.
  package var joined = 0
  /// How many have no id, and how many of those took the place of an article of the same FILE:LINE.
  package var unnamed = 0
  package var unnamedUpdated = 0
  /// What was read and left out.
  package var reading = ArticleStream.Summary()

  package init() {}
}

/// What became of one article of an addition.
package struct AddedArticle: Sendable {
  package enum Outcome: String, Sendable {
    case new
    /// Its id was there with another text, which is an older version now.
    case newVersion = "new-version"
    /// Its id was there with this text: nothing was done.
    case known
  }

  /// The id, or FILE:LINE.
  package var id: String
  /// Line of the input, from 1.
  package var line: Int
  package var outcome: Outcome
}

extension IndexFile {
  /// Adds the articles of the inputs, batch after batch.
  ///
  /// An article whose id is there with the same text is left alone; with another text it is a new version, and the old one stays
  /// in its story.
  ///
  /// `onBatch` is called after each transaction with the sums so far and its articles in input order: those are there for good,
  /// whatever happens. Ask ``article(_:version:scope:)`` for their stories.
  ///
  /// - Throws: ``ReadingError`` that names an input or the index; the batches before it stay. What `onBatch` throws.
  package func add(
    _ inputs: ArticleInputs, options: IndexOptions = IndexOptions(), context: RunContext,
    onBatch: (AdditionSummary, [AddedArticle]) throws -> Void = { _, _ in }
  ) throws -> AdditionSummary {
    var summary = AdditionSummary()
    let reader = try NewArticleReader(inputs, options: options, context: context)
    // Where many come, they are read and packed while those before them are written.
    let parts = Ahead { try reader.next() }
    defer { parts.stop() }
    var isMuch = options.placing == .later
    while true {
      let part = try parts.next { options.placing != .atOnce && !$0.isEnd }
      summary.reading = part.summary
      if part.isEnd { break }
      let articles = part.articles
      let expected = max(reader.expected, summary.new + summary.updated + articles.count)
      let added = try write { database in
        let addition = Addition(database: database, directories: directories, options: options, context: context)
        if !isMuch, options.placing == .together { isMuch = try addition.isMuch(expected) }
        return try addition.add(articles, placing: !isMuch)
      }
      summary.new += added.outcomes.count { $0 == .new }
      summary.updated += added.outcomes.count { $0 == .newVersion }
      summary.known += added.outcomes.count { $0 == .known }
      summary.joined += added.joined
      summary.unnamed += articles.count(where: \.isUnnamed)
      summary.unnamedUpdated += zip(articles, added.outcomes).count { $0.isUnnamed && $1 == .newVersion }
      try onBatch(
        summary,
        zip(articles, added.outcomes).map { AddedArticle(id: $0.id, line: Int($0.inputLine), outcome: $1) })
    }
    // Some may wait since an addition that was broken off.
    if options.placing == .together { summary.joined += try placeWaiting(options: options, context: context) }
    return summary
  }
}

/// One batch into the index.
private struct Addition {
  let database: Database
  let directories: BlockDirectories
  let options: IndexOptions
  let context: RunContext

  /// Whether so many articles are to be stored first, with what waits from before.
  func isMuch(_ count: Int) throws -> Bool {
    let room = WaitingRoom(database: database, scope: options.scope)
    return try IndexTuning.isMuch(count + room.count(), beside: { try room.placed(upTo: $0) }, options)
  }

  func add(_ articles: [NewArticle], placing: Bool) throws -> (outcomes: [AddedArticle.Outcome], joined: Int) {
    let (outcomes, arrivals) = try arrivals(articles)
    guard !arrivals.isEmpty else { return (outcomes, 0) }
    guard placing else {
      try Settlement(database, scope: options.scope).addWaiting(arrivals)
      return (outcomes, 0)
    }
    let neighbourhood = Neighbourhood(database: database, directories: directories, options: options, context: context)
    let found = try neighbourhood.find(arrivals.map(\.article))
    return (outcomes, try Settlement(database, scope: options.scope).add(arrivals, found))
  }

  /// The newest version of an article.
  private struct Version {
    var number: Int64
    var version: Int
    var content: Data
  }

  /// The articles that the index has not got, with the versions that they replace, there or in the same batch.
  private func arrivals(_ articles: [NewArticle]) throws -> ([AddedArticle.Outcome], [Settlement.Arrival]) {
    let statement = try database.cachedStatement(
      sql: "SELECT number, version, content FROM article WHERE scope = ? AND id = ? ORDER BY version DESC LIMIT 1")
    let last = try Int64.fetchOne(database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'article'") ?? 0
    var newest: [String: Version] = [:]
    var outcomes: [AddedArticle.Outcome] = []
    var arrivals: [Settlement.Arrival] = []
    for article in articles {
      let content = article.content.data
      let before =
        try newest[article.id]
        ?? Row.fetchOne(statement, arguments: [options.scope, article.id]).map {
          Version(number: $0[0], version: $0[1], content: $0[2])
        }
      if before?.content == content {
        outcomes.append(.known)
        continue
      }
      outcomes.append(before == nil ? .new : .newVersion)
      let number = last + Int64(arrivals.count) + 1
      let version = (before?.version ?? 0) + 1
      arrivals.append(.init(article: article, number: number, version: version, replacing: before?.number))
      newest[article.id] = Version(number: number, version: version, content: content)
    }
    return (outcomes, arrivals)
  }
}
