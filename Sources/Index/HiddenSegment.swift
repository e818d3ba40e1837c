internal import Foundation
internal import GRDB

/// Cuts ascending postings into blocks; a key's articles stay together.
struct BlockCutter {
  struct Block {
    var first: Int64
    var data: Data
  }

  private var waiting: [Posting] = []
  /// Postings in the blocks that were cut.
  private(set) var written = 0

  /// Takes a posting in; gives a block when it begins the next one.
  mutating func append(_ posting: Posting) -> Block? {
    let isFull = waiting.count >= IndexTuning.blockPostings && waiting[waiting.count - 1].key != posting.key
    let block = isFull ? cut() : nil
    waiting.append(posting)
    return block
  }

  /// What is left; nil where nothing is.
  mutating func cut() -> Block? {
    guard let first = waiting.first else { return nil }
    let block = Block(first: Int64(first.key), data: PostingBlock.encode(waiting))
    written += waiting.count
    waiting.removeAll(keepingCapacity: true)
    return block
  }
}

/// Writes one segment that is much, some blocks a transaction, so that others write between; nobody sees it before it is whole.
///
/// Its blocks have a number that no segment has yet, and never another one gets. What a crash leaves of it goes with
/// ``Postings/compact(isGone:)``.
struct HiddenSegmentWriter {
  private let index: IndexFile
  private let segment: Int64
  private var cutter = BlockCutter()
  private var blocks: [BlockCutter.Block] = []
  private var count = 0
  private let blocksTogether: Int

  init(_ index: IndexFile, blocksTogether: Int = IndexTuning.blocksTogether) throws {
    self.index = index
    self.blocksTogether = blocksTogether
    segment = try index.write { database in
      try database.execute(sql: "INSERT INTO segment (postings) VALUES (0)")
      let number = database.lastInsertedRowID
      try database.execute(sql: "DELETE FROM segment WHERE number = ?", arguments: [number])
      return number
    }
  }

  mutating func append(_ posting: Posting) throws {
    guard let block = cutter.append(posting) else { return }
    blocks.append(block)
    if blocks.count == blocksTogether { try flush() }
  }

  private mutating func flush() throws {
    try index.write { database in
      let statement = try database.cachedStatement(sql: SegmentWriter.insertion)
      for block in blocks { try statement.execute(arguments: [segment, block.first, block.data]) }
    }
    count += blocks.count
    blocks.removeAll(keepingCapacity: true)
  }

  /// Makes the segment one that is looked into; one that nothing was written to is none.
  mutating func finish() throws {
    if let block = cutter.cut() { blocks.append(block) }
    try flush()
    guard count > 0 else { return }
    try index.write { database in
      // Whoever compacts meanwhile takes the blocks for what a crash left.
      let there = try Int.fetchOne(database, sql: "SELECT count(*) FROM block WHERE segment = ?", arguments: [segment])
      guard there == count else {
        throw DatabaseError(resultCode: .SQLITE_BUSY, message: "another process compacted the index meanwhile")
      }
      try database.execute(
        sql: "INSERT INTO segment (number, postings) VALUES (?, ?)", arguments: [segment, cutter.written])
      try Postings(database: database).mergeNewest()
    }
  }

  /// Takes out what was written; what cannot be taken out is as after a crash.
  func discard() {
    try? index.write { try $0.execute(sql: "DELETE FROM block WHERE segment = ?", arguments: [segment]) }
  }
}
