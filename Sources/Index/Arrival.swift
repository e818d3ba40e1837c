internal import Articles
package import Input
package import Pipeline
internal import Synchronization

/// An article after it was added: what became of it, and where it stands now.
package struct Arrival: Sendable {
  package var outcome: AddedArticle.Outcome
  package var placement: Placement
}

/// The answer to one line that was added.
package enum ArrivalLine: Sendable {
  case stored(line: Int, Arrival)
  /// What is wrong with the record, a sentence.
  case refused(line: Int, reason: String)
}

extension IndexFile {
  /// Adds articles as ``add(_:options:scope:context:onArticles:onBatch:)`` does, and says of each what became of it.
  ///
  /// - Returns: one answer for each record, in no order; none for a record whose text has no word, which has no place in any story.
  package func arrivals(
    of inputs: ArticleInputs, options: BatchOptions, scope: String, context: RunContext
  ) throws -> [ArrivalLine] {
    let added = Mutex<[AddedArticle]>([])
    let summary = try add(
      inputs, options: options, scope: scope, context: context, onArticles: { articles in added.withLock { $0 += articles } })
    var lines = summary.reading.skipped.compactMap { record in
      record.line.map { ArrivalLine.refused(line: $0, reason: record.reason) }
    }
    let articles = added.withLock { $0 }
    let placements = try placements(articles.map(\.id), scope: scope)
    for (article, placement) in zip(articles, placements) {
      if let placement { lines.append(.stored(line: article.line, Arrival(outcome: article.outcome, placement: placement))) }
    }
    return lines
  }
}
