internal import Files
internal import Foundation
internal import GRDB

/// The inverted index: from keys to the articles that have them.
///
/// Every batch adds one sorted segment; when there are ``fanOut`` of a level they are merged into one of the next, as in a
/// log-structured merge tree (O'Neil et al. 1996), so that a posting is rewritten once a level and a search looks into
/// O(log n) segments. Segments lie in blocks, each found by its first key.
struct Postings {
  let database: Database

  /// Segments of one level that become one of the next.
  static let fanOut = 8
  /// Postings in a block; a key's articles stay together.
  static let blockPostings = 2048
  /// A key that more articles have tells nothing: the rest of its articles are left out of a merged segment.
  static let mostArticles = 128

  /// Adds the postings of a batch, in ascending order.
  func add(_ postings: [Posting]) throws {
    guard !postings.isEmpty else { return }
    var writer = try SegmentWriter(database, level: 0)
    for posting in postings { try writer.append(posting) }
    try writer.finish()
    try mergeFullLevels()
  }

  /// The articles of each key, ascending; keys that nobody has or that too many have are left out.
  ///
  /// - Parameter keys: ascending, each once.
  func find(_ keys: [UInt64]) throws -> [UInt64: [UInt32]] {
    var found: [UInt64: [UInt32]] = [:]
    for segment in try segments(nil) { try find(keys, in: segment, &found) }
    for (key, articles) in found { found[key] = articles.count > Self.mostArticles ? nil : articles.sorted() }
    return found
  }

  private func find(_ keys: [UInt64], in segment: Int64, _ found: inout [UInt64: [UInt32]]) throws {
    let block = try database.cachedStatement(
      sql: "SELECT first, data FROM block WHERE segment = ? AND first <= ? ORDER BY first DESC LIMIT 1")
    let following = try database.cachedStatement(
      sql: "SELECT first FROM block WHERE segment = ? AND first > ? ORDER BY first LIMIT 1")
    var next = 0
    while next < keys.count {
      guard let row = try Row.fetchOne(block, arguments: [segment, Int64(keys[next])]) else {
        next += 1
        continue
      }
      let first: Int64 = row["first"], data: Data = row["data"]
      // Keys up to the next block are looked for in this one.
      let limit = try Int64.fetchOne(following, arguments: [segment, first]).map { UInt64($0) } ?? .max
      var end = next
      while end < keys.count, keys[end] < limit { end += 1 }
      var place = next
      let isWhole = PostingBlock.forEach(data) { posting in
        while place < end, keys[place] < posting.key { place += 1 }
        if place < end, keys[place] == posting.key { found[posting.key, default: []].append(posting.article) }
      }
      guard isWhole else { throw BrokenBlock(segment: segment, first: first) }
      next = end
    }
  }

  /// Segments of a level, or all.
  private func segments(_ level: Int?) throws -> [Int64] {
    try Int64.fetchAll(
      database, sql: "SELECT number FROM segment WHERE ?1 IS NULL OR level = ?1 ORDER BY number", arguments: [level])
  }

  private func mergeFullLevels() throws {
    var level = 0
    while case let full = try segments(level), full.count >= Self.fanOut {
      try merge(full, into: level + 1)
      level += 1
    }
  }

  /// Writes everything anew as one segment, without the articles that `isGone`.
  func compact(isGone: (UInt32) -> Bool) throws {
    let all = try segments(nil)
    let level = try Int.fetchOne(database, sql: "SELECT max(level) FROM segment") ?? 0
    try merge(all, into: level, isGone: isGone)
  }

  private func merge(_ segments: [Int64], into level: Int, isGone: (UInt32) -> Bool = { _ in false }) throws {
    var readers = try segments.map { try SegmentReader(database, segment: $0) }
    var writer = try SegmentWriter(database, level: level)
    var (key, count) = (UInt64.max, 0)
    while true {
      var least: Int?
      for (index, reader) in readers.enumerated() {
        guard let posting = reader.posting else { continue }
        if let other = least.flatMap({ readers[$0].posting }), other < posting { continue }
        least = index
      }
      guard let least, let posting = readers[least].posting else { break }
      try readers[least].advance()
      guard !isGone(posting.article) else { continue }
      count = posting.key == key ? count + 1 : 1
      key = posting.key
      if count <= Self.mostArticles + 1 { try writer.append(posting) }
    }
    try writer.finish()
    for segment in segments { try database.execute(sql: "DELETE FROM segment WHERE number = ?", arguments: [segment]) }
  }

  /// Calls `body` with every posting, segment after segment.
  func forEach(_ body: (Posting) -> Void) throws {
    for segment in try segments(nil) {
      var reader = try SegmentReader(database, segment: segment)
      while let posting = reader.posting {
        body(posting)
        try reader.advance()
      }
    }
  }
}

/// A block that cannot be read: the file is damaged.
struct BrokenBlock: Error, CustomStringConvertible {
  var segment: Int64
  var first: Int64
  var description: String { "the postings of segment \(segment) from key \(first) are damaged" }
}

/// Writes one segment, block after block.
private struct SegmentWriter {
  private let database: Database
  private let segment: Int64
  private var waiting: [Posting] = []
  private var written = 0

  init(_ database: Database, level: Int) throws {
    self.database = database
    try database.execute(sql: "INSERT INTO segment (level, postings) VALUES (?, 0)", arguments: [level])
    segment = database.lastInsertedRowID
  }

  mutating func append(_ posting: Posting) throws {
    if waiting.count >= Postings.blockPostings, waiting[waiting.count - 1].key != posting.key { try flush() }
    waiting.append(posting)
  }

  private mutating func flush() throws {
    guard let first = waiting.first else { return }
    let statement = try database.cachedStatement(sql: "INSERT INTO block (segment, first, data) VALUES (?, ?, ?)")
    try statement.execute(arguments: [segment, Int64(first.key), PostingBlock.encode(waiting)])
    written += waiting.count
    waiting.removeAll(keepingCapacity: true)
  }

  mutating func finish() throws {
    try flush()
    try database.execute(sql: "UPDATE segment SET postings = ? WHERE number = ?", arguments: [written, segment])
  }
}

/// Reads one segment from its first posting to its last, a block at a time.
private struct SegmentReader {
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
    block.removeAll(keepingCapacity: true)
    let statement = try database.cachedStatement(
      sql: "SELECT first, data FROM block WHERE segment = ? AND first > ? ORDER BY first LIMIT 1")
    guard let row = try Row.fetchOne(statement, arguments: [segment, last]) else { return }
    last = row["first"]
    let data: Data = row["data"]
    var postings: [Posting] = []
    guard PostingBlock.forEach(data, { postings.append($0) }) else { throw BrokenBlock(segment: segment, first: last) }
    block = postings
  }
}
