internal import Files
internal import Foundation
internal import GRDB
package import Output
internal import Pipeline

extension IndexFile {
  /// One line for each article, in the order in which they came: as `newsprint cluster` writes them, as far as the index knows.
  package func writeClusters(to file: AtomicFile, scope: String = "") throws {
    try read { database in
      let counts = try Row.fetchAll(
        database, sql: "SELECT story, count(*) AS size FROM article WHERE scope = ? GROUP BY story", arguments: [scope])
      let sizes = Dictionary(counts.map { ($0["story"] as Int64, $0["size"] as Int) }, uniquingKeysWith: +)
      let originals = try Row.fetchAll(
        database,
        sql: """
          SELECT story, id, id_is_text FROM article WHERE scope = ? AND role = ? ORDER BY number DESC
          """, arguments: [scope, Role.original.rawValue])
      let original = Dictionary(
        originals.map { ($0["story"] as Int64, Identifier($0["id"], isText: $0["id_is_text"])) }, uniquingKeysWith: { $1 })
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT article.id, article.id_is_text, article.role, article.similarity, article.story, article.version,
            article.replaced, story.id AS story_id, event.id AS event_id, parent.id AS parent_id, article.number,
            parent.id_is_text AS parent_is_text
          FROM article JOIN story ON story.number = article.story JOIN event ON event.number = story.event
          LEFT JOIN article AS parent ON parent.number = article.parent
          WHERE article.scope = ? ORDER BY article.number
          """, arguments: [scope])
      var writer = JSONWriter()
      while let row = try rows.next() {
        writer.removeAll()
        Self.append(row, size: sizes[row["story"]] ?? 1, original: original[row["story"]], to: &writer)
        writer.newline()
        try file.write(writer.bytes.span)
      }
    }
  }

  private static func append(_ row: Row, size: Int, original: Identifier?, to writer: inout JSONWriter) {
    let id = Identifier(row["id"], isText: row["id_is_text"])
    let parent = (row["parent_id"] as String?).map { Identifier($0, isText: row["parent_is_text"]) }
    let isWaiting = row["story_id"] as String == WaitingRoom.id
    let name = isWaiting ? WaitingRoom.name(of: row["number"]) : ""
    writer.object { writer in
      writer.member("cluster", isWaiting ? name : row["story_id"] as String)
      writer.member("event", isWaiting ? name : row["event_id"] as String)
      writer.key("id")
      id.write(to: &writer)
      writer.key("original")
      (original ?? id).write(to: &writer)
      writer.key("parent")
      (parent ?? id).write(to: &writer)
      if isWaiting {
        writer.member("pending", true)
      }
      writer.member("role", row["role"] as String)
      writer.member("similarity", row["similarity"] as Double, digits: 4)
      writer.member("size", isWaiting ? 1 : size)
      if (row["replaced"] as Int64?) != nil {
        writer.member("superseded", true)
      }
      if row["version"] as Int > 1 {
        writer.member("version", row["version"] as Int)
      }
    }
  }

  /// The records as they came, one JSON object a line; older versions of an article too when `versions` is set.
  package func export(to file: AtomicFile, scope: String = "", versions: Bool = false) throws {
    try read { database in
      let packed = try Data.fetchCursor(
        database,
        sql: """
          SELECT data FROM article JOIN record ON record.article = article.number
          WHERE scope = ? AND (replaced IS NULL OR ?) ORDER BY number
          """, arguments: [scope, versions])
      var packer = RecordPacker()
      while let data = try packed.next() {
        let stored = try packer.unpack(data)
        try file.write(stored.record.span)
        try file.write("\n")
      }
    }
  }

  /// An article's id as it came: a string or a number.
  private struct Identifier {
    var text: String
    var isText: Bool

    init(_ text: String, isText: Bool) {
      self.text = text
      self.isText = isText
    }

    func write(to writer: inout JSONWriter) {
      if isText { writer.string(text) } else { writer.verbatim(Array(text.utf8).span) }
    }
  }
}
