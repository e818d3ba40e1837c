import Files
import Fingerprints
import Foundation
import GRDB
import Input
import Pipeline
import TestSupport
import Testing

@testable import Index

/// What is no index, what is another version of one, and what was damaged.
@Suite struct OpeningTests {
  /// What opening says; nil when it opens.
  private func refusal(_ path: String, for access: IndexFile.Access = .reading, _ fingerprint: FingerprintConfiguration = .init())
    -> String?
  {
    do {
      _ = try IndexFile(path, for: access, fingerprint: fingerprint)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [IndexFile.Access.reading, .writing, .upgrading]) func `a file that is not there is named`(
    access: IndexFile.Access
  )
    throws
  {
    let path = try Place().path
    #expect(refusal(path, for: access)?.contains("there is no index") == true)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: ["{\"id\": 1}\n", "SQLite format 3\0", String(repeating: "x", count: 5000)])
  func `a file that is no index is refused and not touched`(content: String) throws {
    let folder = try Folder()
    let path = try folder.file("other", content)
    for access in [IndexFile.Access.reading, .writing, .creating, .upgrading] {
      #expect(refusal(path, for: access)?.contains("no index") == true)
    }
    #expect(try folder.text("other") == content)
    #expect(try folder.names == ["other"])
  }

  @Test func `what is confirmed was forced to the disk`() throws {
    let place = try Place()
    for access in [IndexFile.Access.creating, .writing, .upgrading] {
      let index = try place.open(access)
      // 2 is FULL: with less, a loss of power takes what was confirmed last.
      #expect(try index.write { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    }
  }

  @Test func `a file that lost power while it was made is made anew`() throws {
    let place = try Place()
    // A journal of a file that had no pages before: undoing it leaves an empty file.
    var journal = Data([0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7])
    for number in [0, 7, 0, 512, 8192] as [UInt32] { withUnsafeBytes(of: number.bigEndian) { journal.append(contentsOf: $0) } }
    journal.append(Data(count: 512 - journal.count))
    try Data(count: 8192).write(to: URL(filePath: place.path))
    try journal.write(to: URL(filePath: place.path + "-journal"))
    try place.open().add([record("a", text(1))])
    #expect(try place.open(.reading).article("a") != nil)
  }

  @Test func `an index that was broken off while it was made goes on`() throws {
    // Before its first table: SQLite had written the header alone.
    let place = try Place()
    try DatabaseQueue(path: place.path).inDatabase { _ = try String.fetchOne($0, sql: "PRAGMA journal_mode = WAL") }
    try? FileManager.default.removeItem(atPath: place.path + "-wal")
    try #require(!FileManager.default.fileExists(atPath: place.path + "-wal"))
    #expect(try place.open().add([record("a", text(1))]).new == 1)
    // Before it was said how keys are made.
    let other = try Place()
    try other.open().write { try $0.execute(sql: "DELETE FROM meta WHERE key = 'sketch'") }
    #expect(refusal(other.path) != nil)
    #expect(try other.open().add([record("a", text(1))]).new == 1)
    #expect(refusal(other.path) == nil)
  }

  @Test(arguments: [false, true])
  func `an index that was broken off before its first migration goes on, and is another's with a table`(
    isOther: Bool
  ) throws {
    let place = try Place()
    do {
      let pool = try DatabasePool(path: place.path)
      try pool.write { try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)") }
      if isOther { try pool.write { try $0.execute(sql: "CREATE TABLE a (b)") } }
      try pool.close()
    }
    try #require(!FileManager.default.fileExists(atPath: place.path + "-wal"))
    #expect(refusal(place.path)?.contains(isOther ? "no index of Newsprint's" : "none has finished it") == true)
    guard !isOther else { return #expect(refusal(place.path, for: .creating)?.contains("no index of Newsprint's") == true) }
    #expect(try place.open().add([record("a", text(1))]).new == 1)
    #expect(refusal(place.path) == nil)
  }

  @Test func `an index that was broken off before its first table goes on`() throws {
    let place = try Place()
    do {
      // What a pool leaves that was closed, or whose log was written back, before anything was put in.
      let pool = try DatabasePool(path: place.path)
      try pool.write { try $0.execute(sql: "CREATE TABLE a (b); DROP TABLE a") }
      try pool.close()
    }
    try #require(!FileManager.default.fileExists(atPath: place.path + "-wal"))
    #expect(refusal(place.path)?.contains("none has finished it") == true)
    #expect(try place.open().add([record("a", text(1))]).new == 1)
    #expect(refusal(place.path) == nil)
  }

  @Test func `another program's database is refused and not touched`() throws {
    let folder = try Folder()
    let path = folder.path + "/other.sqlite"
    do {
      let other = try DatabaseQueue(path: path)
      try other.write { try $0.execute(sql: "CREATE TABLE a (b); INSERT INTO a VALUES (1)") }
      try other.close()
    }
    let before = try Data(contentsOf: folder.url("other.sqlite"))
    #expect(refusal(path, for: .creating)?.contains("no index of Newsprint's") == true)
    #expect(try Data(contentsOf: folder.url("other.sqlite")) == before)
  }

  @Test func `a folder is refused`() throws {
    let folder = try Folder()
    #expect(refusal(folder.path, for: .creating) != nil)
  }

  @Test func `keys of another version are refused, both are shown, and an upgrade makes them anew`() throws {
    let place = try Place()
    let lines = batch(stories: 20, seed: 2)
    do {
      let index = try place.open()
      try index.add(lines)
      try index.write { database in
        try database.execute(sql: "UPDATE meta SET value = 'version 0, of old' WHERE key = 'sketch'")
        try database.execute(sql: "DELETE FROM block; DELETE FROM segment")
      }
    }
    for access in [IndexFile.Access.reading, .writing, .creating] {
      let said = try #require(refusal(place.path, for: access))
      #expect(said.contains("version 0, of old") && said.contains("version \(IndexFile.sketchVersion), "))
      #expect(said.contains("newsprint index upgrade"))
    }
    #expect(try place.open(.upgrading).upgrade(context: twoThreads) == lines.count)
    let index = try place.open(.writing)
    #expect(try index.problems() == [])
    #expect(try index.ask([lines[0]]).first?.story != nil)
  }

  @Test func `another configuration of fingerprints is another version`() throws {
    let place = try Place()
    try place.open().add([record("a", text(1))])
    let said = try #require(refusal(place.path, .init(shingleWords: 3)))
    #expect(said.contains("5-word") && said.contains("3-word"))
  }

  @Test func `an index of a newer program is refused`() throws {
    let place = try Place()
    try place.open().write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99')") }
    for access in [IndexFile.Access.reading, .writing, .creating, .upgrading] {
      #expect(refusal(place.path, for: access)?.contains("a newer version of Newsprint") == true)
    }
  }

  @Test func `an index that is being written is said to be locked`() throws {
    let place = try Place()
    let index = try place.open()
    let other = try IndexFile(place.path, for: .writing, patience: 0.2)
    try index.write { database in
      try database.execute(sql: "INSERT INTO meta VALUES ('test', 1)")
      let refusal = #expect(throws: ReadingError.self) { try other.add([record("a", text(1))]) }
      #expect(refusal?.description.contains("Another process is writing") == true)
      // Readers do not wait.
      #expect(try other.statistics().articles == 0)
    }
    #expect(try other.add([record("a", text(1))]).new == 1)
  }

  @Test func `a failed step is not half there`() throws {
    let place = try Place()
    let index = try place.open()
    try index.add(batch(stories: 10, seed: 1))
    let before = try index.clusters()
    let pages = try index.read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
    // As on a disk that is full.
    try index.writer().writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(pages + 4)") }
    let refusal = #expect(throws: ReadingError.self) { try index.add(batch(stories: 70, seed: 2)) }
    #expect(refusal?.description.contains("nothing of this step was kept") == true)
    #expect(try index.clusters() == before)
    try index.writer().writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
    #expect(try index.add(batch(stories: 70, seed: 2)).new > 70)
    #expect(try index.problems() == [])
  }

  @Test func `an error of the caller ends the addition after what was confirmed`() throws {
    struct Stop: Error {}
    let index = try Place().open()
    var options = IndexOptions()
    options.batchArticles = 5
    var confirmed: [String] = []
    let lines = (0..<300).map { record("a\($0)", text($0)) }.joined(separator: "\n")
    #expect(throws: Stop.self) {
      _ = try index.add(.memory(Array(lines.utf8), name: "test"), options: options, context: twoThreads) { _, added in
        confirmed += added.map(\.id)
        throw Stop()
      }
    }
    #expect(!confirmed.isEmpty && confirmed.count < 300)
    #expect(try index.statistics().articles == confirmed.count)
  }

  /// A sound index of some stories, and its articles.
  private static let sound: (bytes: Data, lines: [String])? = {
    guard let place = try? Place(), let index = try? place.open() else { return nil }
    let lines = batch(stories: 30, seed: 4)
    guard (try? index.add(lines)) != nil, (try? index.compact()) != nil,
      let bytes = try? Data(contentsOf: place.folder.url("news.index"))
    else { return nil }
    return (bytes, lines)
  }()

  /// Bytes of the file are turned over: the index is refused, or asked without a crash, and `check` sees what matters.
  @Test(arguments: 1...40) func `a damaged file is never a crash`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let place = try Place()
    var (bytes, lines) = try #require(Self.sound)
    switch seed % 4 {
    case 0: bytes = bytes.prefix(100 + generator.below(bytes.count - 100))
    case 1: for _ in 0..<4 { bytes[generator.below(bytes.count)] = UInt8(truncatingIfNeeded: generator.next()) }
    case 2:
      // A page that was never written.
      let page = generator.below(bytes.count / 8192)
      bytes.replaceSubrange(page * 8192..<(page + 1) * 8192, with: Data(count: 8192))
    default:
      let from = generator.below(bytes.count - 600)
      bytes.replaceSubrange(from..<from + 600, with: (0..<600).map { _ in UInt8(truncatingIfNeeded: generator.next()) })
    }
    try bytes.write(to: place.folder.url("news.index"))
    guard let index = try? IndexFile(place.path) else { return }
    let problems = try? index.problems()
    _ = try? index.ask(Array(lines.prefix(5)))
    _ = try? index.clusters()
    for line in lines.prefix(5) { _ = try? index.article(String(line.dropFirst(8).prefix { $0 != "\"" })) }
    // What else was hit may have been room that nothing uses.
    if seed % 4 == 0 || seed % 4 == 2 { #expect(problems != []) }
  }

  @Test func `damaged postings are found by check and mended by upgrade`() throws {
    let place = try Place()
    let lines = batch(stories: 30, seed: 4)
    let index = try place.open()
    try index.add(lines)
    try index.write { try $0.execute(sql: "UPDATE block SET data = substr(data, 1, length(data) / 2)") }
    #expect(try index.problems().count > 0)
    #expect(try place.open(.upgrading).upgrade(context: twoThreads) == lines.count)
    #expect(try index.problems() == [])
  }

  @Test(arguments: [
    "UPDATE record SET data = x'28B52FFD'", "UPDATE article SET content = x'00' WHERE number = 3",
    "DELETE FROM record WHERE article = 2", "UPDATE article SET replaced = 1 WHERE number = 2",
    "INSERT INTO story (scope, id, event, changed) VALUES ('', 'x', 1, 0)", "UPDATE article SET scope = 'other' WHERE number = 1",
  ]) func `what does not fit together is found by check`(damage: String) throws {
    let index = try Place().open()
    try index.add(batch(stories: 10, seed: 4))
    try index.write { try $0.execute(sql: damage) }
    #expect(try index.problems() != [])
  }
}
