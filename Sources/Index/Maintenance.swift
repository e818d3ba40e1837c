internal import Articles
internal import Foundation
internal import GRDB
internal import Files
package import Pipeline

/// Figures of an index.
package struct IndexStatistics: Sendable {
  package var articles = 0
  package var versions = 0
  package var stories = 0
  package var events = 0
  package var scopes = 0
  package var segments = 0
  package var postings = 0
  /// In bytes: the file, the packed records in it, and the postings.
  package var fileBytes = 0
  package var recordBytes = 0
  package var postingBytes = 0
}

extension IndexFile {
  package func statistics() throws -> IndexStatistics {
    try read { database in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
      return IndexStatistics(
        articles: try count("SELECT count(*) FROM article WHERE replaced IS NULL"),
        versions: try count("SELECT count(*) FROM article WHERE replaced IS NOT NULL"),
        stories: try count("SELECT count(DISTINCT story) FROM article"),
        events: try count("SELECT count(DISTINCT event) FROM story WHERE into_story IS NULL"),
        scopes: try count("SELECT count(DISTINCT scope) FROM article"),
        segments: try count("SELECT count(*) FROM segment"), postings: try count("SELECT total(postings) FROM segment"),
        fileBytes: try count("SELECT (SELECT page_count FROM pragma_page_count()) * (SELECT page_size FROM pragma_page_size())"),
        recordBytes: try count("SELECT total(length(record)) FROM article"),
        postingBytes: try count("SELECT total(length(data)) FROM block"))
    }
  }

  /// Takes articles out with all their versions; a story that none is left of goes with them.
  ///
  /// - Returns: the ids that were not there.
  package func remove(_ ids: [String], scope: String = "") throws -> [String] {
    try write { database in
      var missing: [String] = []
      for id in ids {
        try database.execute(sql: "DELETE FROM article WHERE scope = ? AND id = ?", arguments: [scope, id])
        if database.changesCount == 0 { missing.append(id) }
      }
      try Self.dropEmptyStories(database, scope)
      return missing
    }
  }

  private static func dropEmptyStories(_ database: Database, _ scope: String) throws {
    try database.execute(
      sql: """
        DELETE FROM story WHERE scope = ?1 AND into_story IS NULL AND number NOT IN (SELECT story FROM article);
        """, arguments: [scope])
    try database.execute(
      sql: "DELETE FROM event WHERE scope = ? AND number NOT IN (SELECT event FROM story WHERE event IS NOT NULL)",
      arguments: [scope])
  }

  /// Writes the postings anew without those of articles that are gone, and gives the space back.
  package func compact() throws {
    try write { database in
      let numbers = Set(try Int64.fetchAll(database, sql: "SELECT number FROM article"))
      try Postings(database: database).compact { !numbers.contains(Int64($0)) }
    }
    try Self.translating(path) {
      try database.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
      try database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
  }

  /// Everything that is wrong with the file; empty when it is sound.
  ///
  /// Pages and indices as SQLite checks them, references, every record unpacked and held against its content's hash, every block of
  /// postings read, every article found under each of its keys.
  package func check(options: BatchOptions, context: RunContext) throws -> [String] {
    try read { database in
      var problems = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      problems += try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map {
        "table \($0["table"] as String): a reference leads nowhere"
      }
      var postings: Set<Posting> = []
      do {
        try Postings(database: database).forEach { postings.insert($0) }
      } catch {
        problems.append("\(error)")
      }
      problems += try self.checkRecords(database, postings, options, context)
      return problems
    }
  }

  private func checkRecords(
    _ database: Database, _ postings: Set<Posting>, _ options: BatchOptions, _ context: RunContext
  ) throws -> [String] {
    var problems: [String] = []
    let crowded = Dictionary(postings.map { ($0.key, 1) }, uniquingKeysWith: +).filter { $0.value > Postings.mostArticles }
    let rows = try Row.fetchCursor(database, sql: "SELECT number, id, scope, content, record FROM article ORDER BY number")
    while let row = try rows.next() {
      let number: Int64 = row["number"], id: String = row["id"], scope: String = row["scope"]
      let content: Data = row["content"], packed: Data = row["record"]
      guard let record = try? StoredRecord(packed: packed) else {
        problems.append("article \"\(id)\": its record cannot be unpacked")
        continue
      }
      let neighbours = Neighbourhood(database: database, scope: scope, options: options, context: context)
      let (keys, hash) = try neighbours.sketch(record.line(id: "n0"))
      if hash?.data != content { problems.append("article \"\(id)\": its text is not the one that was added") }
      let isFound = keys.allSatisfy { crowded[$0] != nil || postings.contains(Posting(key: $0, article: UInt32(number))) }
      if !isFound { problems.append("article \"\(id)\": some of its keys are missing") }
    }
    return problems
  }
}

extension IndexFile {
  /// Makes the keys of every article anew, for an index whose keys an older program made.
  ///
  /// - Returns: how many articles there are.
  package func upgrade(options: BatchOptions, context: RunContext) throws -> Int {
    try write { database in
      try database.execute(sql: "DELETE FROM segment")
      var last: Int64 = 0
      var count = 0
      while true {
        let rows = try Row.fetchAll(
          database, sql: "SELECT number, scope, record FROM article WHERE number > ? ORDER BY number LIMIT ?",
          arguments: [last, Self.batchArticles])
        guard let end = rows.last else { break }
        try self.addKeys(of: rows, database, options, context)
        last = end["number"]
        count += rows.count
      }
      try database.execute(sql: "UPDATE meta SET value = ? WHERE key = 'sketch'", arguments: [Self.sketchVersion])
      return count
    }
  }

  private func addKeys(of rows: [Row], _ database: Database, _ options: BatchOptions, _ context: RunContext) throws {
    var postings: [Posting] = []
    for (scope, members) in Dictionary(grouping: rows, by: { $0["scope"] as String }).sorted(by: { $0.key < $1.key }) {
      let lines = try members.enumerated().map { place, row in
        let packed: Data = row["record"]
        return try StoredRecord(packed: packed).line(id: "n\(place)")
      }
      let neighbours = Neighbourhood(database: database, scope: scope, options: options, context: context)
      for (row, keys) in zip(members, try neighbours.keys(lines)) {
        let number: Int64 = row["number"]
        for key in keys { postings.append(Posting(key: key, article: UInt32(number))) }
      }
    }
    try Postings(database: database).add(postings.sorted())
  }
}
