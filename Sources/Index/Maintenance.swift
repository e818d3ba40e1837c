internal import Foundation
internal import GRDB
internal import Files
package import Pipeline

/// Figures of an index.
package struct IndexStatistics: Sendable {
  /// Articles, and older versions of them.
  package var articles = 0
  package var versions = 0
  package var stories = 0
  package var events = 0
  /// Articles that have no story yet.
  package var pending = 0
  package var scopes = 0
  package var segments = 0
  package var postings = 0
  /// In bytes: the file, the packed records in it, the postings, and what is free for the next articles.
  package var fileBytes = 0
  package var recordBytes = 0
  package var postingBytes = 0
  package var freeBytes = 0
}

extension IndexFile {
  /// Figures of the whole file.
  package func statistics() throws -> IndexStatistics {
    try read { database in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
      let pageSize = try count("PRAGMA page_size")
      return IndexStatistics(
        articles: try count("SELECT count(*) FROM article WHERE replaced IS NULL"),
        versions: try count("SELECT count(*) FROM article WHERE replaced IS NOT NULL"),
        stories: try count("SELECT count(*) FROM story WHERE into_story IS NULL"),
        events: try count("SELECT count(*) FROM event WHERE into_event IS NULL"),
        pending: try count("SELECT count(*) FROM article WHERE story IN (SELECT number FROM story WHERE id = '')"),
        scopes: try count("SELECT count(DISTINCT scope) FROM article"),
        segments: try count("SELECT count(*) FROM segment"), postings: try count("SELECT total(postings) FROM segment"),
        fileBytes: try count("PRAGMA page_count") * pageSize,
        recordBytes: try count("SELECT total(length(data)) FROM record"),
        postingBytes: try count("SELECT total(length(data)) FROM block"),
        freeBytes: try count("PRAGMA freelist_count") * pageSize)
    }
  }

  /// Takes articles out with all their versions; a story that none is left of goes with them.
  ///
  /// - Returns: the ids that were not there.
  package func remove(_ ids: [String], options: IndexOptions = IndexOptions(), context: RunContext) throws -> [String] {
    try write { database in
      let removal = Removal(database: database, options: options, context: context)
      let statement = try database.cachedStatement(sql: "SELECT number FROM article WHERE scope = ? AND id = ?")
      var missing: [String] = []
      var numbers: Set<Int64> = []
      for id in ids {
        let found = try Int64.fetchAll(statement, arguments: [options.scope, id])
        if found.isEmpty { missing.append(id) }
        numbers.formUnion(found)
      }
      try removal.remove(numbers.sorted())
      return missing
    }
  }

  /// Takes articles out that were published before a time; those without a date stay.
  ///
  /// `time` is in seconds since 1970.
  ///
  /// - Returns: how many.
  package func remove(before time: Int64, options: IndexOptions = IndexOptions(), context: RunContext) throws -> Int {
    try write { database in
      let numbers = try Int64.fetchAll(
        database, sql: "SELECT number FROM article WHERE scope = ? AND published < ? ORDER BY number",
        arguments: [options.scope, time])
      try Removal(database: database, options: options, context: context).remove(numbers)
      return numbers.count
    }
  }

  /// Writes the postings anew without those of articles that are gone, and gives the space back.
  package func compact() throws {
    try write { database in
      let numbers = Set(try Int64.fetchAll(database, sql: "SELECT number FROM article"))
      try Postings(database: database).compact { !numbers.contains(Int64($0)) }
    }
    try Self.translating(path) {
      let writer = try writer()
      try writer.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
      try writer.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
  }
}

/// Takes articles out, and leaves stories and keys right.
private struct Removal {
  let database: Database
  let options: IndexOptions
  let context: RunContext

  func remove(_ numbers: [Int64]) throws {
    guard !numbers.isEmpty else { return }
    let gone = Set(numbers)
    let orphans = try orphans(of: numbers).filter { !gone.contains($0) }
    try KeyRenewal(database: database, options: options, context: context).giveAllKeys(orphans)
    var stories: Set<Int64> = []
    let story = try database.cachedStatement(sql: "SELECT story FROM article WHERE number = ?")
    let delete = try database.cachedStatement(sql: "DELETE FROM article WHERE number = ?")
    // The newest first: an older version would take the place of the newest otherwise.
    for number in numbers.reversed() {
      if let story = try Int64.fetchOne(story, arguments: [number]) { stories.insert(story) }
      try delete.execute(arguments: [number])
    }
    let waiting = try WaitingRoom(database: database, scope: options.scope).story()
    for story in stories.sorted() where story != waiting { try dropIfEmpty(story) }
  }

  /// Copies that only the keys of these articles would lead to by their stories' words.
  private func orphans(of numbers: [Int64]) throws -> [Int64] {
    let statement = try database.cachedStatement(sql: "SELECT number FROM article WHERE parent = ? AND NOT has_all_keys")
    return Set(try numbers.flatMap { try Int64.fetchAll(statement, arguments: [$0]) }).sorted()
  }

  private func dropIfEmpty(_ story: Int64) throws {
    let isUsed = try Int.fetchOne(database, sql: "SELECT 1 FROM article WHERE story = ? LIMIT 1", arguments: [story]) != nil
    if isUsed {
      return try Settlement(database, scope: options.scope).restoreOriginal(of: story)
    }
    let event = try Int64.fetchOne(database, sql: "SELECT event FROM story WHERE number = ?", arguments: [story])
    try database.execute(sql: "DELETE FROM story WHERE number = ?1 OR into_story = ?1", arguments: [story])
    guard let event else { return }
    try database.execute(
      sql: """
        DELETE FROM event WHERE (number = ?1 OR into_event = ?1) AND NOT EXISTS (SELECT 1 FROM story WHERE story.event = ?1)
        """, arguments: [event])
  }
}
