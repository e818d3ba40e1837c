internal import Files
package import Fingerprints
internal import Foundation
internal import GRDB

/// The one file of an index: articles as they came, postings of their keys, stories and events.
///
/// A SQLite database in WAL mode: one writer, many readers, each with a view of its own that does not change. What a transaction
/// wrote is there after a crash or not at all. Safe from several threads; several processes may have the file open.
///
/// - ``add(_:options:context:onBatch:)`` puts articles in, ``remove(_:options:context:)`` takes them out;
/// - ``query(_:options:context:compare:deliver:)`` says what an article would be, and stores nothing;
/// - ``article(_:version:scope:)``, ``story(_:most:scope:)``, ``event(_:scope:)`` and ``stories(since:after:limit:scope:)`` say
///   what is there;
/// - ``writeClusters(to:scope:)``, ``export(to:scope:versions:)`` and ``statistics()`` go through the whole;
/// - ``refresh(options:roles:context:)``, ``compact()``, ``check(options:context:)`` and ``upgrade(options:context:)`` look after
///   it.
///
/// Every one of them throws ``ReadingError``, which names the file and says what to do.
package final class IndexFile: Sendable {
  package let path: String
  let database: any DatabaseReader
  /// How keys are made here.
  let fingerprint: FingerprintConfiguration
  let directories = BlockDirectories()

  /// What a file is opened for.
  package enum Access: Sendable {
    /// To be asked only; the file and its folder may be read-only.
    case reading
    case writing
    /// Makes the index where there is none.
    case creating
    /// To make the keys anew, whatever version they are of.
    case upgrading
  }

  /// "NPRI" in the header of the file, where SQLite keeps it for applications.
  static let applicationID: Int32 = 0x4E50_5249
  /// How articles become keys; a change of ``ArticleKeys`` or of what it calls raises it.
  package static let sketchVersion = 3
  /// In bytes: packed records leave little of a page empty.
  private static let pageSize = 8192
  /// Pages of the log after which they are written to their places: one batch rather than a thousand pages.
  private static let checkpointPages = 8192

  /// Opens an index.
  ///
  /// `patience` is how many seconds a writer waits for another.
  ///
  /// - Throws: ``ReadingError`` that says what the file is instead, which version it has, or why it cannot be opened.
  package init(
    _ path: String, for access: Access = .reading, fingerprint: FingerprintConfiguration = .init(), patience: Double = 30
  ) throws {
    self.path = path
    self.fingerprint = fingerprint
    let exists = FileManager.default.fileExists(atPath: path)
    if !exists && access != .creating {
      throw ReadingError(
        .unreadable, "there is no index", at: .init(path), advice: "Make one with newsprint index add \(path) INPUT.")
    }
    if exists {
      Self.undoHalves(path)
      try Self.checkHeader(path)
    }
    database = try Self.translating(path) { try Self.open(path, for: access, patience) }
    try checkSchema(for: access)
    if access != .upgrading { try checkSketch(for: access) }
  }

  private static func open(_ path: String, for access: Access, _ patience: Double) throws -> any DatabaseReader {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      guard access != .reading else { return }
      try database.execute(sql: "PRAGMA page_size = \(pageSize)")
      try database.execute(sql: "PRAGMA wal_autocheckpoint = \(checkpointPages)")
      let cache = database.configuration.readonly ? IndexTuning.readerCacheBytes : IndexTuning.cacheBytes
      try database.execute(sql: "PRAGMA cache_size = -\(cache >> 10)")
    }
    guard access == .reading, !isWritable(path) else {
      let pool = try DatabasePool(path: path, configuration: configuration)
      // A commit that was acknowledged survives a loss of power. Set here, as a pool that opens asks for less (NORMAL).
      if access != .reading { try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") } }
      return pool
    }
    // On a medium that cannot be written, SQLite must not look for the files it keeps beside one that is in use.
    configuration.readonly = true
    let place = URL(filePath: path).absoluteString + "?immutable=1"
    return try DatabaseQueue(path: place, configuration: configuration)
  }

  private static func isWritable(_ path: String) -> Bool {
    let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    return FileManager.default.isWritableFile(atPath: path) && FileManager.default.isWritableFile(atPath: folder)
  }

  /// A file that is no index is not touched; an empty one is what a crash leaves that came before the first transaction.
  private static func checkHeader(_ path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw ReadingError(.unreadable, "the file cannot be opened", at: .init(path), advice: "Check its permissions.")
    }
    let header: [UInt8]
    do { header = [UInt8](try file.read(upToCount: 100) ?? Data()) } catch {
      throw ReadingError(.unreadable, "this is no file", at: .init(path), advice: "Name the file of an index.")
    }
    let hasLog = FileManager.default.fileExists(atPath: path + "-wal")
    if header.isEmpty || hasLog && header.count < 100 { return }
    func number(at place: Int) -> Int32 { header.count == 100 ? header[place..<place + 4].reduce(0) { $0 << 8 | Int32($1) } : 0 }
    let id = number(at: 68)
    // The header of a new index is in the log until that is written back; before its first table there is none either.
    let mayBeNew = id == 0 && (hasLog || header.count == 100 && (number(at: 40) == 0 || isUnfinished(path)))
    guard header.starts(with: Array("SQLite format 3\0".utf8)), id == applicationID || mayBeNew else {
      throw ReadingError(
        .content, "the file is no index of Newsprint's", at: .init(path), advice: "Name another file; this one was not touched.")
    }
  }

  /// Whether a file holds nothing: no table, or the empty list of migrations alone.
  ///
  /// So it is left by a program that is ended before the first of them; an older one wrote its name with that.
  private static func isUnfinished(_ path: String) -> Bool {
    var configuration = Configuration()
    configuration.readonly = true
    // It has no log, and gets none by being looked at.
    let place = URL(filePath: path).absoluteString + "?immutable=1"
    let isEmpty = try? DatabaseQueue(path: place, configuration: configuration).read { database in
      let tables = try Set(String.fetchAll(database, sql: "SELECT tbl_name FROM sqlite_schema"))
      guard !tables.isEmpty else { return true }
      return try tables == ["grdb_migrations"] && Int.fetchOne(database, sql: "SELECT count(*) FROM grdb_migrations") == 0
    }
    return isEmpty ?? false
  }

  /// Lets SQLite undo what a loss of power left by half when the file was made: before that, its header may say nothing.
  private static func undoHalves(_ path: String) {
    guard let journal = FileHandle(forReadingAtPath: path + "-journal"),
      (try? journal.read(upToCount: 8)) == Data([0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7])
    else { return }
    // Whatever cannot be undone is met again, and named, by what follows.
    _ = try? DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "PRAGMA schema_version") }
  }

  private func checkSchema(for access: Access) throws {
    let migrator = IndexSchema.migrator
    let (isNewer, isComplete) = try read { database in
      (try migrator.hasBeenSuperseded(database), try migrator.hasCompletedMigrations(database))
    }
    if isNewer {
      throw ReadingError(
        .content, "a newer version of Newsprint made this index", at: .init(path),
        advice: "Use that version, or export the articles with it and add them to a new index.")
    }
    if isComplete { return }
    guard access != .reading, let writer = database as? any DatabaseWriter else {
      throw ReadingError(
        .content, "an older version of Newsprint made this index, or none has finished it", at: .init(path),
        advice: "Bring it up to date with newsprint index upgrade \(path).")
    }
    // First of all: a file with tables and without this is another application's.
    try write { try $0.execute(sql: "PRAGMA application_id = \(Self.applicationID)") }
    try Self.translating(path) { try migrator.migrate(writer) }
    if access == .creating { try write { try self.setSketch($0, onlyIfMissing: true) } }
  }

  // MARK: Versions of keys

  /// How keys are made, as text, to be compared and shown.
  private var sketch: String { "version \(Self.sketchVersion), \(fingerprint)" }

  func setSketch(_ database: Database, onlyIfMissing: Bool = false) throws {
    try database.execute(
      sql: "INSERT OR \(onlyIfMissing ? "IGNORE" : "REPLACE") INTO meta VALUES ('sketch', ?)", arguments: [sketch])
  }

  private func checkSketch(for access: Access) throws {
    let found = try read { try String.fetchOne($0, sql: "SELECT value FROM meta WHERE key = 'sketch'") }
    // Whoever made the tables was broken off before it said this, and has added nothing.
    if found == nil, access != .reading { return try write { try setSketch($0, onlyIfMissing: true) } }
    guard found == sketch else {
      throw ReadingError(
        .content, "its keys are of another kind (\(found ?? "unknown")) than this program makes (\(sketch))", at: .init(path),
        advice: "Make them anew with newsprint index upgrade \(path).")
    }
  }

  // MARK: Transactions

  /// A consistent view while others write.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try Self.translating(path) { try database.read(body) }
  }

  /// One transaction: all of it or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try Self.translating(path) { try writer().write(body) }
  }

  func writer() throws -> any DatabaseWriter {
    if let writer = database as? any DatabaseWriter, !writer.configuration.readonly { return writer }
    throw ReadingError(
      .unwritable, "the index is read-only", at: .init(path), advice: "Check the permissions of the file and its folder.")
  }

  /// What SQLite says becomes an error that names the file.
  static func translating<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      let advice: String? =
        switch error.resultCode.primaryResultCode {
        case .SQLITE_FULL, .SQLITE_IOERR:
          "Look after the disk and its room; nothing of this step was kept, everything before it was."
        case .SQLITE_BUSY, .SQLITE_LOCKED: "Another process is writing to it; try again when that is done."
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: "Run newsprint index check; restore a copy, or export what can be read."
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: "Check the permissions of the file and its folder."
        default: nil
        }
      throw ReadingError(.unwritable, error.message ?? "\(error.resultCode)", at: .init(path), advice: advice)
    } catch let error as BrokenBlock {
      throw ReadingError(
        .content, error.description, at: .init(path), advice: "Make the keys anew with newsprint index upgrade \(path).")
    }
  }
}

/// The tables, and how an index of an older program gets them.
///
/// A migration that was once given out never changes: what comes later is another one, with the next number.
enum IndexSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(sql: "PRAGMA application_id = \(IndexFile.applicationID)")
      try database.execute(sql: first)
    }
    // Articles may wait for their stories, which a program of the first version would take for one story.
    migrator.registerMigration("2") { try $0.execute(sql: "INSERT INTO meta VALUES ('waiting', 1)") }
    return migrator
  }

  /// The tables of the first version.
  ///
  /// An article keeps its number for good, and no other gets it. A newer version of it is another article, with the next
  /// `version`; `replaced` of the older one names it. Records lie apart, so that what changes stays small.
  ///
  /// A story or event that went into another one names it, so that its id still leads somewhere. `changed` is when articles came
  /// to a story last, in seconds since 1970.
  ///
  /// A segment's blocks are found by their first keys; their numbers follow each other.
  private static let first = """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE event (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      scope TEXT NOT NULL,
      id TEXT NOT NULL,
      into_event INTEGER REFERENCES event ON DELETE SET NULL,
      UNIQUE (scope, id)
    ) STRICT;
    CREATE INDEX event_into ON event (into_event) WHERE into_event IS NOT NULL;
    CREATE TABLE story (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      scope TEXT NOT NULL,
      id TEXT NOT NULL,
      event INTEGER NOT NULL REFERENCES event,
      into_story INTEGER REFERENCES story ON DELETE SET NULL,
      changed INTEGER NOT NULL,
      UNIQUE (scope, id)
    ) STRICT;
    CREATE INDEX story_event ON story (event);
    CREATE INDEX story_into ON story (into_story) WHERE into_story IS NOT NULL;
    CREATE INDEX story_changed ON story (scope, changed) WHERE into_story IS NULL;
    CREATE TABLE article (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      scope TEXT NOT NULL,
      id TEXT NOT NULL,
      id_is_text INTEGER NOT NULL,
      version INTEGER NOT NULL,
      content BLOB NOT NULL,
      published INTEGER,
      added INTEGER NOT NULL,
      story INTEGER NOT NULL REFERENCES story,
      role TEXT NOT NULL,
      parent INTEGER REFERENCES article ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
      similarity REAL NOT NULL,
      replaced INTEGER REFERENCES article ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
      has_all_keys INTEGER NOT NULL,
      UNIQUE (scope, id, version)
    ) STRICT;
    CREATE INDEX article_story ON article (story);
    CREATE INDEX article_parent ON article (parent) WHERE parent IS NOT NULL;
    CREATE INDEX article_replaced ON article (replaced) WHERE replaced IS NOT NULL;
    CREATE TABLE record (
      article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      data BLOB NOT NULL
    ) STRICT;
    CREATE TABLE segment (number INTEGER PRIMARY KEY AUTOINCREMENT, postings INTEGER NOT NULL) STRICT;
    CREATE TABLE block (
      number INTEGER PRIMARY KEY,
      segment INTEGER NOT NULL,
      first INTEGER NOT NULL,
      data BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX block_first ON block (segment, first);
    """
}
