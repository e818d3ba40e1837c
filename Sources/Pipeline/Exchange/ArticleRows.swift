internal import Articles
internal import Files
internal import FoundationEssentials
package import Input
package import Output
internal import Synchronization

/// Makes rows of the articles of any inputs: the beginning of the stages where nobody else makes the rows.
package struct ArticleRows: Sendable {
  package var options: BatchOptions
  package var context: RunContext

  package init(options: BatchOptions, context: RunContext) {
    self.options = options
    self.context = context
  }

  /// Calls `deliver` with the rows in input order, numbered from `first` on.
  ///
  /// - Throws: ``ReadingError`` that names a missing input or an article without an id, what `deliver` throws.
  package func run(
    inputs: ArticleInputs, first: GlobalNumber, deliver: @Sendable (JSONWriter) throws -> Void
  ) throws -> ArticleStream.Summary {
    let numbers = RowNumbers(next: first)
    return try ArticleStream(reading: options.reading, context: context).run(
      inputs: inputs, makeWorker: { RowMaker() },
      work: { record, batch, _ in RowMaker.members(record, batch) },
      deliver: { items in
        var writer = JSONWriter()
        for item in items {
          guard item.value.hasID else {
            throw ReadingError(
              .content, "the article \(item.name) has no id", advice: "Give each article an id of its own.")
          }
          CorpusStatistics.row(.article, to: &writer) { members in
            members["id"] = { $0.verbatim(item.identifier.span) }
            let number = numbers.take()
            members["n"] = { $0.integer(number) }
            for (name, value) in item.value.texts { members[name] = { $0.string(value.span) } }
          }
        }
        try deliver(writer)
      })
  }
}

/// Hands out the numbers; deliveries come one at a time.
private final class RowNumbers: Sendable {
  private let next: Mutex<GlobalNumber>

  init(next: GlobalNumber) { self.next = Mutex(next) }

  func take() -> GlobalNumber {
    next.withLock { next in
      next += 1
      return next - 1
    }
  }
}

/// What a row has of a record.
private struct RowMaker: ~Copyable {
  struct Members: Sendable {
    var hasID: Bool
    var texts: [(String, [UInt8])]
  }

  static func members(_ record: ArticleRecord, _ batch: ArticleBatch) -> Members {
    var texts: [(String, [UInt8])] = [("text", Array(batch.bytes[record.text.indices]))]
    for (name, range) in [("source", record.source), ("title", record.title), ("url", record.url)] where !range.isEmpty {
      texts.append((name, Array(batch.bytes[range.indices])))
    }
    if let published = record.published {
      texts.append(("published", Array(Date(timeIntervalSince1970: Double(published)).ISO8601Format().utf8)))
    }
    return Members(hasID: !record.id.isEmpty, texts: texts)
  }
}
