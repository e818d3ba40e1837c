internal import Foundation
internal import GRDB
internal import Input
package import Pipeline

/// An article of the index.
package struct StoredArticle: Sendable {
  package var id: String
  /// Whether the id came as a string rather than a number.
  package var idIsText: Bool
  /// From 1; a newer version has the next.
  package var version: Int
  /// How many versions there are.
  package var versions: Int
  /// Ids of its story and the event around that; of an article that has none yet, `pending-` and a number.
  package var story: String
  package var event: String
  package var role: Role
  /// Id of the version that it comes from; nil for an original.
  package var parent: String?
  /// Likeness to the original, 0...1.
  package var similarity: Double
  /// Seconds since 1970; nil when unknown.
  package var published: Int64?
  /// When it came, in seconds since 1970.
  package var added: Int64
  /// The record as it came: JSON on one line.
  package var record: [UInt8]
  /// Text and title.
  package var text: [UInt8]
  package var title: [UInt8]
}

/// A story of the index: copies and rewrites of one article.
package struct StoredStory: Sendable {
  package var id: String
  package var event: String
  /// When articles came to it last, in seconds since 1970.
  package var changed: Int64
  /// Ids that other stories had before they went into this.
  package var aliases: [String]
  package var members: [Member]

  package struct Member: Sendable {
    package var id: String
    package var idIsText: Bool
    package var version: Int
    /// Whether there is a newer version of it.
    package var isSuperseded: Bool
    package var role: Role
    package var parent: String?
    package var similarity: Double
    package var published: Int64?
    package var added: Int64
  }
}

/// Stories about one event.
package struct StoredEvent: Sendable {
  package var id: String
  /// Ids that other events had before they went into this.
  package var aliases: [String]
  /// Ids of its stories, in the order in which they came.
  package var stories: [String]
}

/// A story in a list, with the places from where the list goes on.
package struct ListedStory: Sendable {
  package var id: String
  package var event: String
  /// When articles came to it last, in seconds since 1970.
  package var changed: Int64
  package var size: Int
  /// For ``IndexFile/stories(since:after:limit:scope:)``.
  package var number: Int64
}

extension IndexFile {
  /// The newest version of an article, or the one that is asked for; nil when there is none.
  package func article(_ id: String, version: Int? = nil, scope: String = "") throws -> StoredArticle? {
    try read { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT article.*, story.id AS story_id, event.id AS event_id, parent.id AS parent_id, record.data,
            (SELECT max(version) FROM article AS other WHERE other.scope = article.scope AND other.id = article.id) AS versions
          FROM article JOIN story ON story.number = article.story JOIN event ON event.number = story.event
          JOIN record ON record.article = article.number LEFT JOIN article AS parent ON parent.number = article.parent
          WHERE article.scope = ?1 AND article.id = ?2 AND (?3 IS NULL OR article.version = ?3)
          ORDER BY article.version DESC LIMIT 1
          """, arguments: [scope, id, version])
      guard let row else { return nil }
      let record = try PackerPool.shared.use { try $0.unpack(row["data"]) }
      let line = ArticleLine(record.article)
      let waits = row["story_id"] as String == WaitingRoom.id ? WaitingRoom.name(of: row["number"]) : nil
      return StoredArticle(
        id: row["id"], idIsText: row["id_is_text"], version: row["version"], versions: row["versions"],
        story: waits ?? row["story_id"], event: waits ?? row["event_id"], role: Role(rawValue: row["role"]) ?? .single,
        parent: row["parent_id"],
        similarity: row["similarity"], published: row["published"], added: row["added"], record: record.record, text: line.text,
        title: line.title)
    }
  }

  /// The story of this id, or the one that it went into; nil when there is none.
  ///
  /// At most `most` members are listed, the oldest first.
  package func story(_ id: String, most: Int = .max, scope: String = "") throws -> StoredStory? {
    try read { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT story.number, story.id, story.changed, event.id AS event FROM story AS asked
          JOIN story ON story.number = coalesce(asked.into_story, asked.number) JOIN event ON event.number = story.event
          WHERE asked.scope = ? AND asked.id = ? AND asked.id <> ''
          """, arguments: [scope, id])
      guard let row else { return nil }
      let number: Int64 = row["number"]
      let members = try Row.fetchAll(
        database,
        sql: """
          SELECT article.*, parent.id AS parent_id FROM article LEFT JOIN article AS parent ON parent.number = article.parent
          WHERE article.story = ? ORDER BY article.number LIMIT ?
          """, arguments: [number, most])
      return StoredStory(
        id: row["id"], event: row["event"], changed: row["changed"],
        aliases: try String.fetchAll(
          database, sql: "SELECT id FROM story WHERE into_story = ? ORDER BY number", arguments: [number]),
        members: members.map { row in
          StoredStory.Member(
            id: row["id"], idIsText: row["id_is_text"], version: row["version"],
            isSuperseded: (row["replaced"] as Int64?) != nil, role: Role(rawValue: row["role"]) ?? .single,
            parent: row["parent_id"], similarity: row["similarity"], published: row["published"], added: row["added"])
        })
    }
  }

  /// The event of this id, or the one that it went into; nil when there is none.
  package func event(_ id: String, scope: String = "") throws -> StoredEvent? {
    try read { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT event.number, event.id FROM event AS asked JOIN event ON event.number = coalesce(asked.into_event, asked.number)
          WHERE asked.scope = ? AND asked.id = ? AND asked.id <> ''
          """, arguments: [scope, id])
      guard let row else { return nil }
      let number: Int64 = row["number"]
      return StoredEvent(
        id: row["id"],
        aliases: try String.fetchAll(
          database, sql: "SELECT id FROM event WHERE into_event = ? ORDER BY number", arguments: [number]),
        stories: try String.fetchAll(
          database, sql: "SELECT id FROM story WHERE event = ? AND into_story IS NULL ORDER BY number", arguments: [number]))
    }
  }

  /// Stories that articles came to at `time` or later, the ones that changed longest ago first.
  ///
  /// A list goes on with the time (seconds since 1970) and the number of its last story: of the stories that changed at that very
  /// time, those after that number come. Aliases are left out.
  package func stories(since time: Int64, after number: Int64 = 0, limit: Int = 100, scope: String = "") throws -> [ListedStory] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT story.number, story.id, story.changed, event.id AS event,
            (SELECT count(*) FROM article WHERE article.story = story.number) AS size
          FROM story JOIN event ON event.number = story.event
          WHERE story.scope = ?1 AND story.into_story IS NULL AND (story.changed, story.number) > (?2, ?3)
          ORDER BY story.changed, story.number LIMIT ?4
          """, arguments: [scope, time, number, limit]
      ).map {
        ListedStory(id: $0["id"], event: $0["event"], changed: $0["changed"], size: $0["size"], number: $0["number"])
      }
    }
  }
}

/// Text and title of a stored line.
struct ArticleLine {
  var text: [UInt8] = []
  var title: [UInt8] = []

  init(_ line: [UInt8]) {
    guard let fields = try? JSONFieldReader(["text", "title"]).read(line.span) else { return }
    if case .string(let text) = fields[0] { self.text = text }
    if case .string(let title) = fields[1] { self.title = title }
  }
}
