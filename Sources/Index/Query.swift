internal import Articles
package import Drift
internal import Foundation
internal import GRDB
package import Input
package import Pipeline
internal import Synchronization

/// What the index says of an article that is not in it.
package struct QueryAnswer: Sendable {
  /// The article's id as JSON: as it was asked, or FILE:LINE as a string.
  package var identifier: [UInt8] = []
  /// Line of the input, from 1.
  package var line: Int
  /// Ids of the story and the event that it belongs to; nil when it is new to the index.
  package var story: String?
  package var event: String?
  /// What it would be in that story.
  package var role = Role.single
  /// Ids of the stored article that it is nearest to, and of the one that the story's others come from; nil where that is itself.
  package var parent: String?
  package var original: String?
  /// Likeness to the original, 0...1.
  package var similarity: Float = 1
  /// How it differs from its parent; nil without one.
  ///
  /// Relation and findings alone, see ``PairComparer/changes(_:_:titles:)``.
  package var comparison: PairComparison?
}

extension IndexFile {
  /// How two articles differ: texts of A and B, and their titles.
  package typealias Comparing = @Sendable (_ a: [UInt8], _ b: [UInt8], _ titles: ArticleTitles) -> PairComparison

  /// Says of each article of the inputs what it would be in the index, and changes nothing.
  ///
  /// Each is asked for on its own: articles of one query do not see each other.
  ///
  /// `compare` compares the article's parent (A) with it (B); nil when nobody asks for changes. `deliver` gets the answers in
  /// input order, some at a time.
  ///
  /// - Throws: ``ReadingError`` that names an input or the index.
  package func query(
    _ inputs: ArticleInputs, options: IndexOptions = IndexOptions(), context: RunContext, compare: Comparing?,
    deliver: @Sendable ([QueryAnswer]) throws -> Void
  ) throws -> ArticleStream.Summary {
    let inner = RunContext(threads: 1, isCancelled: context.isCancelled)
    let failure = Mutex<(any Error)?>(nil)
    let summary = try ArticleStream(reading: options.batch.reading, context: context).run(
      inputs: inputs, makeWorker: {},
      work: { record, batch, _ -> QueryAnswer? in
        guard failure.withLock({ $0 == nil }) else { return nil }
        do {
          let article = NewArticle(record, of: batch, names: nil)
          return try self.read { database in
            try Question(
              database: database, directories: self.directories, options: options, context: inner, compare: compare
            ).ask(article)
          }
        } catch {
          failure.withLock { $0 = $0 ?? error }
          return nil
        }
      }
    ) { items in
      if let error = failure.withLock({ $0 }) { throw error }
      try deliver(
        items.compactMap { item in
          var answer = item.value
          answer?.identifier = item.identifier
          return answer
        })
    }
    if let error = failure.withLock({ $0 }) { throw error }
    return summary
  }
}

/// One article that is asked about.
private struct Question {
  let database: Database
  let directories: BlockDirectories
  let options: IndexOptions
  let context: RunContext
  let compare: IndexFile.Comparing?

  func ask(_ article: NewArticle) throws -> QueryAnswer {
    var answer = QueryAnswer(line: Int(article.inputLine))
    let neighbourhood = Neighbourhood(database: database, directories: directories, options: options, context: context)
    let found = try neighbourhood.find([article])
    guard let story = found.stories.first(where: { $0.places.contains { $0.member == .new(0) } }),
      let place = story.places.first(where: { $0.member == .new(0) })
    else { return answer }
    // Which story it is, the nearest of its members says.
    let numbers = story.places.compactMap { if case .known(let number) = $0.member { number } else { nil } }
    guard let nearest = [place.parent, place.original].lazy.compactMap(Self.number).first ?? numbers.first else { return answer }
    let names = try database.cachedStatement(
      sql: """
        SELECT story.id, event.id FROM article JOIN story ON story.number = article.story
        JOIN event ON event.number = story.event WHERE article.number = ?
        """)
    let row = try Row.fetchOne(names, arguments: [nearest])
    (answer.story, answer.event) = (row?[0], row?[1])
    (answer.role, answer.similarity) = (place.role, place.similarity)
    (answer.parent, answer.original) = (try id(.known(nearest)), try id(place.original))
    if let compare, let record = found.records[nearest] {
      let a = ArticleLine(record.article), b = ArticleLine(article.line)
      answer.comparison = compare(a.text, b.text, ArticleTitles(a: a.title, b: b.title))
    }
    return answer
  }

  private static func number(_ member: Neighbourhood.Member) -> Int64? {
    if case .known(let number) = member { number } else { nil }
  }

  private func id(_ member: Neighbourhood.Member) throws -> String? {
    guard let number = Self.number(member) else { return nil }
    let statement = try database.cachedStatement(sql: "SELECT id FROM article WHERE number = ?")
    return try String.fetchOne(statement, arguments: [number])
  }
}
