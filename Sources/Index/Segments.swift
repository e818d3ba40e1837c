internal import Foundation
internal import GRDB

/// Writes one segment, block after block.
struct SegmentWriter {
  private let database: Database
  private let segment: Int64
  private var waiting: [Posting] = []
  private var written = 0

  init(_ database: Database) throws {
    self.database = database
    try database.execute(sql: "INSERT INTO segment (postings) VALUES (0)")
    segment = database.lastInsertedRowID
  }

  mutating func append(_ posting: Posting) throws {
    if waiting.count >= IndexTuning.blockPostings, waiting[waiting.count - 1].key != posting.key { try flush() }
    waiting.append(posting)
  }

  private mutating func flush() throws {
    guard let first = waiting.first else { return }
    let statement = try database.cachedStatement(sql: "INSERT INTO block (segment, first, data) VALUES (?, ?, ?)")
    try statement.execute(arguments: [segment, Int64(first.key), PostingBlock.encode(waiting)])
    written += waiting.count
    waiting.removeAll(keepingCapacity: true)
  }

  /// Writes the rest; a segment that nothing was written to is none.
  mutating func finish() throws {
    try flush()
    if written == 0 {
      try database.execute(sql: "DELETE FROM segment WHERE number = ?", arguments: [segment])
    } else {
      try database.execute(sql: "UPDATE segment SET postings = ? WHERE number = ?", arguments: [written, segment])
    }
  }
}

/// Reads one segment from its first posting to its last, a block at a time.
struct SegmentReader {
  private let database: Database
  private let segment: Int64
  private var block: [Posting] = []
  private var next = 0
  private var last: Int64 = -1

  init(_ database: Database, segment: Int64) throws {
    self.database = database
    self.segment = segment
    try load()
  }

  /// The posting at hand; nil at the end.
  var posting: Posting? { next < block.count ? block[next] : nil }

  mutating func advance() throws {
    next += 1
    if next == block.count { try load() }
  }

  private mutating func load() throws {
    next = 0
    var postings = block
    postings.removeAll(keepingCapacity: true)
    block = []
    let statement = try database.cachedStatement(
      sql: "SELECT first, data FROM block WHERE segment = ? AND first > ? ORDER BY first LIMIT 1")
    guard let row = try Row.fetchOne(statement, arguments: [segment, last]) else { return }
    last = row[0]
    guard PostingBlock.forEach(row[1], { postings.append($0) }) else { throw BrokenBlock(segment: segment, first: last) }
    block = postings
  }
}
