internal import Foundation
internal import GRDB
internal import Files
package import Output

extension IndexFile {
  /// One line for each article, in the order in which they came: as `newsprint cluster` writes them, as far as the index knows.
  package func writeClusters(to file: AtomicFile, scope: String = "") throws {
    try read { database in
      let sizes = try Dictionary(
        Row.fetchAll(database, sql: "SELECT story, count(*) AS size FROM article GROUP BY story").map {
          ($0["story"] as Int64, $0["size"] as Int)
        },
        uniquingKeysWith: +)
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT article.id, article.id_is_text, article.role, article.similarity, article.story, story.id AS story_id,
            event.id AS event_id, parent.id AS parent_id, parent.id_is_text AS parent_is_text, article.replaced IS NOT NULL AS is_old
          FROM article JOIN story ON story.number = article.story LEFT JOIN event ON event.number = story.event
          LEFT JOIN article AS parent ON parent.number = article.parent
          WHERE article.scope = ? ORDER BY article.number
          """, arguments: [scope])
      var writer = JSONWriter()
      while let row = try rows.next() {
        let id = Identifier(row["id"], isText: row["id_is_text"])
        let parent = (row["parent_id"] as String?).map { Identifier($0, isText: row["parent_is_text"]) }
        writer.removeAll()
        writer.object { writer in
          writer.key("cluster")
          writer.string(row["story_id"] as String)
          writer.key("event")
          writer.string((row["event_id"] as String?) ?? "")
          writer.key("id")
          id.write(to: &writer)
          writer.key("parent")
          (parent ?? id).write(to: &writer)
          writer.key("role")
          writer.string(row["role"] as String)
          writer.key("similarity")
          writer.number(row["similarity"] as Double, digits: 4)
          writer.key("size")
          writer.integer(sizes[row["story"] as Int64] ?? 1)
          if row["is_old"] as Bool {
            writer.key("superseded")
            writer.bool(true)
          }
        }
        writer.newline()
        try file.write(writer.bytes.span)
      }
    }
  }

  /// The records as they came, one JSON object a line; older versions of an article too when `versions` is set.
  package func export(to file: AtomicFile, scope: String = "", versions: Bool = false) throws {
    try read { database in
      let rows = try Row.fetchCursor(
        database, sql: "SELECT record FROM article WHERE scope = ? AND (replaced IS NULL OR ?) ORDER BY number",
        arguments: [scope, versions])
      while let row = try rows.next() {
        let packed: Data = row["record"]
        try file.write(try (StoredRecord(packed: packed).record + [0x0A]).span)
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
