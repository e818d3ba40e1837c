internal import Articles
internal import Drift
internal import Foundation
internal import GRDB
package import Input
package import Pipeline
internal import Synchronization

/// What the index says of an article that is not in it.
package struct QueryAnswer: Sendable {
  /// The article's id, as it was asked.
  package var id: String
  /// Ids of the story and the event that it belongs to; nil when it is new to the index.
  package var story: String?
  package var event: String?
  /// What it would be in that story.
  package var role: Role
  /// The stored article that it comes from, and the story's original.
  package var parent: String?
  package var original: String?
  /// Likeness to the original, 0...1.
  package var similarity: Float
  package var evidence: [String]
  /// How it differs from the version that it comes from; nil without one.
  package var comparison: PairComparison?
}

extension IndexFile {
  /// Says of each article of the inputs what it would be in the index, and changes nothing.
  ///
  /// Each is asked for on its own: articles of one query do not see each other.
  ///
  /// - Parameter comparer: makes what compares an article with its parent, once a thread.
  /// - Throws: ``ReadingError`` that names an input or the index.
  package func query(
    _ inputs: ArticleInputs, options: BatchOptions, scope: String = "", context: RunContext,
    comparer: @Sendable () -> PairComparer, deliver: @Sendable ([QueryAnswer]) throws -> Void
  ) throws -> ArticleStream.Summary {
    let inner = RunContext(threads: 1, isCancelled: context.isCancelled)
    let failure = Mutex<(any Error)?>(nil)
    let summary = try ArticleStream(reading: options.reading, context: context).run(
      inputs: inputs, makeWorker: comparer,
      work: { record, batch, comparer -> QueryAnswer? in
        do {
          return try self.read { database in
            let neighbours = Neighbourhood(database: database, scope: scope, options: options, context: inner)
            return try self.answer(NewArticle(record, of: batch), neighbours, database, comparer)
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
          guard var answer = item.value else { return nil }
          answer.id = item.name
          return answer
        })
    }
    if let error = failure.withLock({ $0 }) { throw error }
    return summary
  }

  private func answer(
    _ article: NewArticle, _ neighbours: Neighbourhood, _ database: Database, _ comparer: PairComparer
  ) throws -> QueryAnswer {
    var answer = QueryAnswer(id: "", role: .single, similarity: 1, evidence: [])
    let found = try neighbours.find([article], roles: .full)
    guard let story = found.stories.first(where: { $0.places.contains { $0.member == .new(0) } }),
      let place = story.places.first(where: { $0.member == .new(0) })
    else { return answer }
    func id(_ member: Neighbourhood.Member) throws -> String? {
      guard case .known(let number) = member else { return nil }
      return try String.fetchOne(database, sql: "SELECT id FROM article WHERE number = ?", arguments: [number])
    }
    (answer.role, answer.similarity, answer.evidence) = (place.role, place.similarity, place.evidence)
    (answer.parent, answer.original) = (try id(place.parent), try id(place.original))
    // An original among known versions still has a story; the nearest of them says which.
    guard let known = story.places.lazy.compactMap({ if case .known(let number) = $0.member { number } else { nil } }).first
    else {
      return answer
    }
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT story.id AS story, event.id AS event FROM article JOIN story ON story.number = article.story
        LEFT JOIN event ON event.number = story.event WHERE article.number = ?
        """, arguments: [known])
    (answer.story, answer.event) = (row?["story"], row?["event"])
    if case .known(let parent) = place.parent, let record = found.records[parent] {
      let texts = [record.article, article.line].map(Self.textAndTitle)
      answer.comparison = comparer.compare(
        texts[0].text, texts[1].text, titles: .init(a: texts[0].title, b: texts[1].title))
    }
    return answer
  }

  /// Text and title of a stored line.
  private static func textAndTitle(_ line: [UInt8]) -> (text: [UInt8], title: [UInt8]) {
    struct Fields: Decodable { var text: String?, title: String? }
    let fields = try? JSONDecoder().decode(Fields.self, from: Data(line))
    return (Array((fields?.text ?? "").utf8), Array((fields?.title ?? "").utf8))
  }
}

extension IndexFile {
  /// What one article would be in the index, or why its record cannot be used.
  package enum OneAnswer: Sendable {
    case answer(QueryAnswer)
    /// A sentence.
    case refused(String)
  }

  /// Says of one record what it would be in the index, and changes nothing.
  ///
  /// - Parameters:
  ///   - line: the record, JSON on one line.
  ///   - comparer: compares the article with its parent.
  package func query(
    _ line: [UInt8], options: BatchOptions, scope: String, context: RunContext, comparer: PairComparer
  ) throws -> OneAnswer {
    let source = try ArticleSource(inputs: .memory(line, name: "body"), options: options.reading)
    var parser = source.makeParser()
    guard let batch = try source.nextChunk()?.parse(with: &parser), let record = batch.records.first else {
      return .refused("The record cannot be read.")
    }
    let inner = RunContext(threads: 1, isCancelled: context.isCancelled)
    var answer = try read { database in
      let neighbours = Neighbourhood(database: database, scope: scope, options: options, context: inner)
      return try self.answer(NewArticle(record, of: batch), neighbours, database, comparer)
    }
    answer.id = source.names.identifier(of: record, in: batch)
    return .answer(answer)
  }
}
