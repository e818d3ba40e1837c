package import Files
internal import Foundation
package import GRDB

/// The one file of an index: articles as they came, postings of their keys, stories and events.
///
/// A SQLite database in WAL mode: one writer, many readers, and what a transaction wrote is there after a crash or not at all. The
/// application id in its header tells it from other databases, `sketch` says how keys are made: an index whose keys were made
/// otherwise is refused, since nothing would be found in it.
package final class IndexFile: Sendable {
  package let path: String
  let database: DatabasePool

  /// "NPRI" in the header of the file, where SQLite keeps it for applications.
  static let applicationID: Int32 = 0x4E50_5249
  /// How articles become keys; a change of ``ArticleKeys`` or of what it calls raises it.
  package static let sketchVersion = 1

  /// Opens an index; makes it where there is no file and `creating` is set. `anySketch` takes one whose keys are of another version,
  /// to make them anew.
  ///
  /// - Throws: ``ReadingError`` that says what the file is instead.
  package init(_ path: String, creating: Bool = false, anySketch: Bool = false) throws {
    self.path = path
    let exists = FileManager.default.fileExists(atPath: path)
    if !exists && !creating {
      throw ReadingError(
        .unreadable, "there is no index", at: .init(path), advice: "Make one with newsprint index add \(path) INPUT.")
    }
    if exists { try Self.checkHeader(path) }
    var configuration = Configuration()
    configuration.busyMode = .timeout(Self.patience)
    configuration.prepareDatabase { database in
      // A commit that was acknowledged survives a loss of power.
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    database = try Self.translating(path) { try DatabasePool(path: path, configuration: configuration) }
    try Self.translating(path) { try IndexSchema.migrator.migrate(database) }
    if !anySketch { try checkSketch() }
  }

  /// Seconds that a writer waits for another.
  private static let patience = 30.0

  /// A file that is no index is not touched.
  private static func checkHeader(_ path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw ReadingError(.unreadable, "the file cannot be opened", at: .init(path), advice: "Check its permissions.")
    }
    let header = [UInt8](try file.read(upToCount: 100) ?? Data())
    if header.isEmpty { return }
    let id = header.count == 100 ? header[68..<72].reduce(Int32(0)) { $0 << 8 | Int32($1) } : 0
    guard header.starts(with: Array("SQLite format 3\0".utf8)), id == applicationID else {
      throw ReadingError(.content, "the file is no index of Newsprint's", at: .init(path), advice: "Name another file.")
    }
  }

  private func checkSketch() throws {
    let found = try read { try Int.fetchOne($0, sql: "SELECT value FROM meta WHERE key = 'sketch'") }
    guard found == Self.sketchVersion else {
      throw ReadingError(
        .content, "its keys are of version \(found.map(String.init) ?? "?"), this program makes version \(Self.sketchVersion)",
        at: .init(path), advice: "Rebuild it with newsprint index upgrade \(path).")
    }
  }

  /// A consistent view while others write.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try Self.translating(path) { try database.read(body) }
  }

  /// One transaction: all of it or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try Self.translating(path) { try database.write(body) }
  }

  /// What SQLite says becomes an error that names the file.
  static func translating<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      let advice =
        switch error.resultCode {
        case .SQLITE_FULL: "Make room on the disk; nothing of this step was kept."
        case .SQLITE_BUSY: "Another process writes to it; try again."
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: "Run newsprint index check, and restore a copy."
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: "Check the permissions of the file and its folder."
        default: String?.none
        }
      throw ReadingError(.unwritable, error.message ?? "\(error.resultCode)", at: .init(path), advice: advice)
    }
  }
}
