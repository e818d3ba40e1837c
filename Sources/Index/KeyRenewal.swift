internal import Foundation
internal import GRDB
package import Pipeline

extension IndexFile {
  /// Makes the keys of every article anew, for an index whose keys an older program made, or whose postings are damaged.
  ///
  /// - Returns: how many articles there are.
  package func upgrade(options: IndexOptions = IndexOptions(), context: RunContext) throws -> Int {
    try write { database in
      try Postings(database: database).removeAll()
      var options = options
      var count = 0
      for scope in try String.fetchAll(database, sql: "SELECT DISTINCT scope FROM article ORDER BY scope") {
        options.scope = scope
        let renewal = KeyRenewal(database: database, options: options, context: context)
        count += try renewal.forEachPart { try renewal.write($0) }
      }
      try setSketch(database)
      return count
    }
  }
}

/// Makes keys of articles that are stored.
struct KeyRenewal {
  let database: Database
  let options: IndexOptions
  let context: RunContext

  /// Some of the scope's articles, ascending, and what their records give.
  struct Part {
    var numbers: [Int64]
    var ids: [String]
    var contents: [Data]
    var hasAll: [Bool]
  }

  /// Calls `body` with all articles of the scope, some at a time, in the order of their numbers.
  ///
  /// - Returns: how many there are.
  func forEachPart(_ body: (Part) throws -> Void) throws -> Int {
    var last: Int64 = 0
    var count = 0
    while true {
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT number, id, content, has_all_keys FROM article WHERE scope = ? AND number > ? ORDER BY number LIMIT ?
          """, arguments: [options.scope, last, IndexTuning.batchArticles])
      guard let end = rows.last else { return count }
      try body(
        Part(
          numbers: rows.map { $0[0] }, ids: rows.map { $0[1] }, contents: rows.map { $0[2] }, hasAll: rows.map { $0[3] }))
      last = end[0]
      count += rows.count
      context.onProgress(.stage(.copies))
    }
  }

  /// Writes the keys of a part; those before it have theirs.
  func write(_ part: Part) throws {
    let lines = try lines(of: part.numbers)
    let keys = try ArticleKeys.reading(lines, count: part.numbers.count, options: options, context: context).keys
    try Postings(database: database).add(keys.postings(numbers: part.numbers, hasAll: part.hasAll))
  }

  /// Gives articles that had only the keys of copies their stories' keys too.
  func giveAllKeys(_ numbers: [Int64]) throws {
    guard !numbers.isEmpty else { return }
    let all = [Bool](repeating: true, count: numbers.count)
    let keys = try ArticleKeys.reading(lines(of: numbers), count: numbers.count, options: options, context: context).keys
    try Postings(database: database).add(keys.postings(numbers: numbers, hasAll: all))
    let statement = try database.cachedStatement(sql: "UPDATE article SET has_all_keys = 1 WHERE number = ?")
    for number in numbers { try statement.execute(arguments: [number]) }
  }

  /// The lines of articles, which are called by their places.
  func lines(of numbers: [Int64]) throws -> [UInt8] {
    let records = try RecordLoading(database: database, context: context).load(numbers)
    var lines: [UInt8] = []
    for (place, number) in numbers.enumerated() { records[number]?.appendLine(id: "n\(place)", to: &lines) }
    return lines
  }
}
