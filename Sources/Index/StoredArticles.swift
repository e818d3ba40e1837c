internal import Files
internal import Foundation
internal import GRDB
package import Input
internal import Output
internal import Synchronization

/// Stored articles as the input of a job over all of them: unpacked while the job reads them, so that they lie nowhere under a
/// name that a killed program would leave behind.
///
/// They are those that were there at the beginning, without what is removed before it is read.
extension IndexFile {
  /// The newest versions of a scope's articles, under their ids.
  package func articles(scope: String = "") throws -> ArticleInputs {
    unpacked(try read { try StoredExtent($0, scope: scope) }, versions: false) { row in
      guard row[2] as Bool else { return Array((row[1] as String).utf8) }
      var id = JSONWriter()
      id.string(row[1] as String)
      return id.bytes
    }
  }

  /// All versions of a scope's articles, in the order of the numbers by which they are called.
  func numberedArticles(_ extent: StoredExtent) -> ArticleInputs {
    unpacked(extent, versions: true) { Array("\"k\($0[0] as Int64)\"".utf8) }
  }

  /// `id` makes the JSON of an article's id of its number, its id, and whether that is text.
  private func unpacked(_ extent: StoredExtent, versions: Bool, id: @escaping @Sendable (Row) -> [UInt8]) -> ArticleInputs {
    let pages = RecordPages(index: self, extent: extent, versions: versions, id: id)
    let bytes = extent.count * IndexTuning.usualBytes
    return .made(LineMaker(expectedBytes: bytes) { () throws(ReadingError) in try pages.next() }, name: path)
  }
}

/// Which articles of a scope are there at one moment: numbers ascend, and no article changes.
struct StoredExtent: Sendable {
  let scope: String
  /// The last number of all.
  let end: Int64
  let count: Int

  init(_ database: Database, scope: String) throws {
    self.scope = scope
    let sql = "SELECT coalesce(max(number), 0), count(*) FROM article WHERE scope = ?"
    guard let row = try Row.fetchOne(database, sql: sql, arguments: [scope]) else { throw StoredRecord.damaged }
    (end, count) = (row[0], row[1])
  }
}

/// Unpacks a scope's records some at a time, each time in a view of its own, so that no view is held while a job runs.
private final class RecordPages: Sendable {
  private let index: IndexFile
  private let extent: StoredExtent
  private let versions: Bool
  private let id: @Sendable (Row) -> [UInt8]
  /// The last number that was read.
  private let last = Mutex<Int64>(0)

  init(index: IndexFile, extent: StoredExtent, versions: Bool, id: @escaping @Sendable (Row) -> [UInt8]) {
    (self.index, self.extent, self.versions, self.id) = (index, extent, versions, id)
  }

  /// The next lines; nil after the last.
  func next() throws(ReadingError) -> [UInt8]? {
    do {
      return try last.withLock { last in try index.read { try page(after: &last, $0) } }
    } catch {
      throw error as? ReadingError ?? ReadingError(.unreadable, "\(error)", at: .init(index.path))
    }
  }

  private func page(after last: inout Int64, _ database: Database) throws -> [UInt8]? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT number, id, id_is_text, data FROM article JOIN record ON record.article = number
        WHERE number > ?1 AND number <= ?2 AND +scope = ?3 AND (?4 OR replaced IS NULL OR replaced > ?2)
        ORDER BY number LIMIT ?5
        """)
    let rows = try Row.fetchCursor(
      statement, arguments: [last, extent.end, extent.scope, versions, IndexTuning.unpackedTogether])
    var lines: [UInt8] = []
    lines.reserveCapacity(IndexTuning.unpackedTogether * IndexTuning.usualBytes)
    try PackerPool.shared.use { packer in
      while let row = try rows.next() {
        last = row[0]
        try packer.appendLine(row[3], idAsJSON: id(row), to: &lines)
      }
    }
    return lines.isEmpty ? nil : lines
  }
}
