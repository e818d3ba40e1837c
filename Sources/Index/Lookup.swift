internal import Foundation
internal import GRDB
internal import Files

/// Where an article stands in the index.
package struct Placement: Sendable {
  package var id: String
  /// Whether the id came as a string, not as a number.
  package var idIsText: Bool
  package var story: String
  package var event: String?
  package var role: String
  /// The version that it comes from; nil for an original.
  package var parent: String?
  package var similarity: Double
  /// There is a newer version of it.
  package var isSuperseded: Bool
}

/// An article of the index.
package struct StoredArticle: Sendable {
  package var placement: Placement
  /// The record as it came, JSON on one line.
  package var record: [UInt8]
  package var fields: ArticleFields
  /// Older versions of it.
  package var olderVersions: Int
}

/// What is known of an article by Newsprint's own names.
package struct ArticleFields: Sendable, Decodable {
  package var text: String?
  package var title: String?
  package var url: String?
  package var source: String?
  package var published: String?
  package var language: String?
}

/// A story of the index with some of its members.
package struct StoredStory: Sendable {
  package var id: String
  package var event: String?
  /// All members, older versions too.
  package var size: Int
  /// In the order in which they came.
  package var members: [Member]

  package struct Member: Sendable {
    package var placement: Placement
    package var fields: ArticleFields
    /// Newsprint's own line of the article, see ``StoredRecord/article``, under its id.
    package var line: [UInt8]
    /// For ``IndexFile/story(_:scope:after:limit:)``.
    package var number: Int64
  }
}

/// A story in a list.
package struct StorySummary: Sendable {
  package var id: String
  package var event: String?
  package var size: Int
}

/// An event of the index with its stories.
package struct StoredEvent: Sendable {
  package var id: String
  package var stories: [StorySummary]
}

// Every question names its scope, so that no answer can come from another one.
extension IndexFile {
  /// The current version of an article; nil when it is not in this scope.
  package func article(_ id: String, scope: String) throws -> StoredArticle? {
    try read { database in
      guard
        let row = try Row.fetchOne(
          database, sql: Self.placementQuery + " WHERE article.scope = ? AND article.id = ? AND article.replaced IS NULL",
          arguments: [scope, id])
      else { return nil }
      let packed: Data = row["record"]
      let record = try StoredRecord(packed: packed)
      let older =
        try Int.fetchOne(
          database, sql: "SELECT count(*) FROM article WHERE story = ? AND scope = ? AND id = ? AND replaced IS NOT NULL",
          arguments: [row["story_number"] as Int64, scope, id]) ?? 0
      return StoredArticle(
        placement: Placement(row), record: record.record, fields: ArticleFields(record), olderVersions: older)
    }
  }

  /// Where articles stand, in the order of their ids; nil for those that are not in this scope.
  package func placements(_ ids: [String], scope: String) throws -> [Placement?] {
    try read { database in
      let statement = try database.cachedStatement(
        sql: Self.placementQuery + " WHERE article.scope = ? AND article.id = ? AND article.replaced IS NULL")
      return try ids.map { try Row.fetchOne(statement, arguments: [scope, $0]).map(Placement.init) }
    }
  }

  /// A story by its id, or by that of one that went into it; nil when it is not in this scope.
  ///
  /// - Parameter after: number of the last member that was seen.
  package func story(_ id: String, scope: String, after: Int64 = 0, limit: Int) throws -> StoredStory? {
    try read { database in
      let found = try Row.fetchOne(
        database,
        sql: """
          SELECT target.number AS number, target.id AS id, event.id AS event FROM story
          JOIN story AS target ON target.number = ifnull(story.into_story, story.number)
          LEFT JOIN event ON event.number = target.event WHERE story.scope = ? AND story.id = ?
          """, arguments: [scope, id])
      guard let found else { return nil }
      let number: Int64 = found["number"]
      let size = try Int.fetchOne(database, sql: "SELECT count(*) FROM article WHERE story = ?", arguments: [number]) ?? 0
      guard size > 0 else { return nil }
      let rows = try Row.fetchAll(
        database,
        sql: Self.placementQuery + " WHERE article.story = ? AND article.number > ? ORDER BY article.number LIMIT ?",
        arguments: [number, after, limit])
      let members = try rows.map { row in
        let packed: Data = row["record"], placement = Placement(row)
        let record = try StoredRecord(packed: packed)
        return StoredStory.Member(
          placement: placement, fields: ArticleFields(record), line: record.article, number: row["number"])
      }
      return StoredStory(id: found["id"], event: found["event"], size: size, members: members)
    }
  }

  /// Stories that got an article after the one of this number, and the number to go on from.
  ///
  /// A story comes again when it grows.
  package func stories(since: Int64, scope: String, limit: Int) throws -> (stories: [StorySummary], next: Int64) {
    try read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT number, story FROM article WHERE scope = ? AND number > ? ORDER BY number LIMIT ?",
        arguments: [scope, since, limit])
      var seen: Set<Int64> = []
      var stories: [StorySummary] = []
      for row in rows {
        let story: Int64 = row["story"]
        guard seen.insert(story).inserted else { continue }
        stories += try Self.summaries(database, where: "story.number = ?", story)
      }
      return (stories, rows.last?["number"] ?? since)
    }
  }

  /// An event by its id; nil when it is not in this scope.
  package func event(_ id: String, scope: String, limit: Int) throws -> StoredEvent? {
    try read { database in
      guard
        let number = try Int64.fetchOne(
          database, sql: "SELECT number FROM event WHERE scope = ? AND id = ?", arguments: [scope, id])
      else { return nil }
      let stories = try Self.summaries(
        database, where: "story.event = ? AND story.into_story IS NULL ORDER BY story.number LIMIT \(limit)", number)
      return StoredEvent(id: id, stories: stories.filter { $0.size > 0 })
    }
  }

  // MARK: Queries

  private static let placementQuery = """
    SELECT article.number, article.id, article.id_is_text, article.role, article.similarity, article.record,
      article.replaced IS NOT NULL AS is_old, article.story AS story_number, story.id AS story_id, event.id AS event_id,
      parent.id AS parent_id
    FROM article JOIN story ON story.number = article.story LEFT JOIN event ON event.number = story.event
    LEFT JOIN article AS parent ON parent.number = article.parent
    """

  private static func summaries(_ database: Database, where condition: String, _ number: Int64) throws -> [StorySummary] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT story.id AS id, event.id AS event, (SELECT count(*) FROM article WHERE article.story = story.number) AS size
        FROM story LEFT JOIN event ON event.number = story.event WHERE \(condition)
        """, arguments: [number]
    ).map { StorySummary(id: $0["id"], event: $0["event"], size: $0["size"]) }
  }
}

extension Placement {
  fileprivate init(_ row: Row) {
    self.init(
      id: row["id"], idIsText: row["id_is_text"], story: row["story_id"], event: row["event_id"], role: row["role"],
      parent: row["parent_id"], similarity: row["similarity"], isSuperseded: row["is_old"])
  }
}

extension ArticleFields {
  fileprivate init(_ record: StoredRecord) {
    self = (try? JSONDecoder().decode(Self.self, from: Data(record.article))) ?? ArticleFields()
  }
}
