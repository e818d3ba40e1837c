internal import Foundation
internal import GRDB

/// The inverted index: from keys to the articles that have them.
///
/// Every batch adds one sorted segment, and the newest segments are merged while the one before is less than
/// ``IndexTuning/growth`` times as large, as in a log-structured merge tree (O'Neil and others 1996): sizes fall geometrically, a
/// search looks into O(log n) segments, and a posting is written again O(log n) times. Segments lie in blocks, each found by its
/// first key.
struct Postings {
  let database: Database
  /// Of large segments, for those who ask often.
  var directories: BlockDirectories?

  /// Adds the postings of a batch, in ascending order.
  func add(_ postings: [Posting]) throws {
    guard !postings.isEmpty else { return }
    try add { writer in for posting in postings { try writer.append(posting) } }
  }

  /// Adds the postings that `body` writes, in ascending order.
  func add(_ body: (inout SegmentWriter) throws -> Void) throws {
    var writer = try SegmentWriter(database)
    try body(&writer)
    try writer.finish()
    try mergeNewest()
  }

  /// Merges the newest segments as far as they are of like size.
  func mergeNewest() throws {
    var segments = try Row.fetchAll(database, sql: "SELECT number, postings FROM segment ORDER BY number DESC").map {
      (number: $0["number"] as Int64, postings: $0["postings"] as Int)
    }[...]
    var merged: [Int64] = []
    var size = 0
    while let next = segments.first, merged.isEmpty || next.postings < IndexTuning.growth * size {
      merged.append(next.number)
      size += next.postings
      segments.removeFirst()
    }
    if merged.count > 1 { try merge(merged.reversed()) }
  }

  // MARK: Search

  /// What there is for the keys, which ascend, each once.
  ///
  /// - Complexity: one or two blocks a key and segment; a pass over all blocks where there are more keys than blocks.
  func find(_ keys: [UInt64]) throws -> PostingLists {
    var found = PostingLists()
    let statement = try database.cachedStatement(sql: "SELECT number, postings FROM segment ORDER BY number")
    let segments = try Row.fetchAll(statement).map { (number: $0[0] as Int64, blocks: $0[1] as Int / IndexTuning.blockPostings) }
    directories?.keep(segments.map(\.number))
    for segment in segments {
      found = .merged(found, try segment.blocks < keys.count / 4 ? scan(segment.number, keys) : probe(segment, keys))
    }
    return found
  }

  /// Reads every block of the segment.
  private func scan(_ segment: Int64, _ keys: [UInt64]) throws -> PostingLists {
    var search = KeySearch(keys: keys)
    let rows = try Row.fetchCursor(
      database, sql: "SELECT first, data FROM block WHERE segment = ? ORDER BY first", arguments: [segment])
    while let row = try rows.next() {
      guard try row.withUnsafeData(atIndex: 1, { search.take($0 ?? Data()) }) else {
        throw BrokenBlock(segment: segment, first: row[0])
      }
    }
    return search.found
  }

  /// Reads the blocks that may have one of the keys.
  private func probe(_ segment: (number: Int64, blocks: Int), _ keys: [UInt64]) throws -> PostingLists {
    let directory = try directories?.directory(of: segment.number, blocks: segment.blocks, keys: keys.count, database)
    guard let directory else { return try probe(segment.number, keys) }
    let statement = try database.cachedStatement(sql: "SELECT data FROM block WHERE number = ?")
    var search = KeySearch(keys: keys)
    var last: Int64?
    while let key = search.next {
      // Of a block that was read before, nothing is left that could have the key.
      guard let number = directory.block(of: key), number != last else {
        search.skip()
        continue
      }
      last = number
      let rows = try Row.fetchCursor(statement, arguments: [number])
      defer { withExtendedLifetime(rows) {} }
      guard let row = try rows.next(), try row.withUnsafeData(atIndex: 0, { search.take($0 ?? Data()) }) else {
        throw BrokenBlock(segment: segment.number, first: Int64(key))
      }
    }
    return search.found
  }

  /// The same without a directory.
  private func probe(_ segment: Int64, _ keys: [UInt64]) throws -> PostingLists {
    let statement = try database.cachedStatement(
      sql: "SELECT first, data FROM block WHERE segment = ? AND first <= ? ORDER BY first DESC LIMIT 1")
    var search = KeySearch(keys: keys)
    var last: Int64?
    while let key = search.next {
      // A cursor's row is not copied, as one that is fetched is; it lives as long as the cursor.
      let rows = try Row.fetchCursor(statement, arguments: [segment, Int64(key)])
      defer { withExtendedLifetime(rows) {} }
      // Of a block that was read before, nothing is left that could have the key.
      guard let row = try rows.next(), row[0] != last else {
        search.skip()
        continue
      }
      last = row[0]
      guard try row.withUnsafeData(atIndex: 1, { search.take($0 ?? Data()) }) else {
        throw BrokenBlock(segment: segment, first: row[0])
      }
    }
    return search.found
  }

  /// Looks for ascending keys in ascending postings.
  private struct KeySearch {
    let keys: [UInt64]
    private var place = 0
    private(set) var found = PostingLists()

    init(keys: [UInt64]) { self.keys = keys }

    var next: UInt64? { place < keys.count ? keys[place] : nil }

    mutating func skip() { place += 1 }

    /// Takes what a block has of the keys; the next key is one that is not below its last.
    mutating func take(_ block: Data) -> Bool {
      PostingBlock.search(block, for: keys, from: &place, into: &found)
    }
  }

  // MARK: Merging

  /// Oldest first.
  private func segments() throws -> [Int64] { try Int64.fetchAll(database, sql: "SELECT number FROM segment ORDER BY number") }

  /// Writes everything anew as one segment, without the articles that `isGone` and without blocks that a crash left.
  func compact(isGone: (UInt32) -> Bool) throws {
    try database.execute(sql: "DELETE FROM block WHERE segment NOT IN (SELECT number FROM segment)")
    try merge(segments(), isGone: isGone)
  }

  func removeAll() throws { try database.execute(sql: "DELETE FROM block; DELETE FROM segment") }

  private func merge(_ segments: [Int64], isGone: (UInt32) -> Bool = { _ in false }) throws {
    var readers = try segments.map { try SegmentReader(database, segment: $0) }
    var writer = try SegmentWriter(database)
    var (key, count) = (UInt64.max, 0)
    var last: Posting?
    while true {
      var least: (reader: Int, posting: Posting)?
      for (index, reader) in readers.enumerated() {
        guard let posting = reader.posting else { continue }
        if least.map({ posting < $0.posting }) ?? true { least = (index, posting) }
      }
      guard let (reader, posting) = least else { break }
      try readers[reader].advance()
      guard posting != last, !isGone(posting.article) else { continue }
      last = posting
      count = posting.key == key ? count + 1 : 1
      key = posting.key
      // One more than there may be, so that it is known that there were.
      if count <= IndexTuning.mostArticles + 1 { try writer.append(posting) }
    }
    try writer.finish()
    for segment in segments {
      try database.execute(sql: "DELETE FROM block WHERE segment = ?", arguments: [segment])
      try database.execute(sql: "DELETE FROM segment WHERE number = ?", arguments: [segment])
    }
  }

  /// Calls `body` with every posting, segment after segment.
  func forEach(_ body: (Posting) -> Void) throws {
    for segment in try segments() {
      var reader = try SegmentReader(database, segment: segment)
      while let posting = reader.posting {
        body(posting)
        try reader.advance()
      }
    }
  }
}

/// Writes one segment, block after block.
struct SegmentWriter {
  private let database: Database
  private let segment: Int64
  private var cutter = BlockCutter()

  static let insertion = "INSERT INTO block (segment, first, data) VALUES (?, ?, ?)"

  init(_ database: Database) throws {
    self.database = database
    try database.execute(sql: "INSERT INTO segment (postings) VALUES (0)")
    segment = database.lastInsertedRowID
  }

  mutating func append(_ posting: Posting) throws {
    if let block = cutter.append(posting) { try write(block) }
  }

  private func write(_ block: BlockCutter.Block) throws {
    let statement = try database.cachedStatement(sql: Self.insertion)
    try statement.execute(arguments: [segment, block.first, block.data])
  }

  /// Writes the rest; a segment that nothing was written to is none.
  mutating func finish() throws {
    if let block = cutter.cut() { try write(block) }
    if cutter.written == 0 {
      try database.execute(sql: "DELETE FROM segment WHERE number = ?", arguments: [segment])
    } else {
      try database.execute(sql: "UPDATE segment SET postings = ? WHERE number = ?", arguments: [cutter.written, segment])
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
