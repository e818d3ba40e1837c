internal import GRDB
internal import Synchronization
internal import Tables

/// Where the blocks of a segment lie: the first key of each, and its number.
struct BlockDirectory: Sendable {
  private var firsts: [Int64] = []
  private var numbers: [Int64] = []

  /// - Complexity: a pass over the segment's part of an index, some tenths of a microsecond a block.
  fileprivate init(_ segment: Int64, blocks: Int, _ database: Database) throws {
    firsts.reserveCapacity(blocks)
    numbers.reserveCapacity(blocks)
    let rows = try Row.fetchCursor(
      database, sql: "SELECT first, number FROM block WHERE segment = ? ORDER BY first", arguments: [segment])
    while let row = try rows.next() {
      firsts.append(row[0])
      numbers.append(row[1])
    }
  }

  /// The number of the block that may have a key; nil where none may.
  func block(of key: UInt64) -> Int64? {
    let place = firsts.partitioningIndex { $0 > Int64(key) }
    return place == 0 ? nil : numbers[place - 1]
  }
}

/// The directories of segments that many keys were looked up in, kept while the file is open.
///
/// To find a block by its key in the file takes longer than to read it by its number. A directory is read when what it would have
/// saved is what it takes to read, so that whoever asks one question does not wait for it. Segments do not change once they are
/// written, and no number is given twice.
final class BlockDirectories: Sendable {
  private struct State {
    var directories: [Int64: BlockDirectory] = [:]
    /// How many keys were looked up in each segment.
    var lookups: [Int64: Int] = [:]
  }

  private let state = Mutex(State())

  /// The directory of a segment of about `blocks` blocks in which `keys` keys are to be looked up; nil where it does not pay yet.
  func directory(of segment: Int64, blocks: Int, keys: Int, _ database: Database) throws -> BlockDirectory? {
    let (known, isDue) = state.withLock { state in
      if let known = state.directories[segment] { return (known as BlockDirectory?, false) }
      state.lookups[segment, default: 0] += keys
      return (nil, state.lookups[segment, default: 0] >= blocks / IndexTuning.blocksPerLookup)
    }
    // What a writer sees may never come to be.
    guard known == nil, isDue, database.configuration.readonly else { return known }
    let read = try BlockDirectory(segment, blocks: blocks, database)
    state.withLock { $0.directories[segment] = read }
    return read
  }

  /// Forgets what is known of segments that are gone.
  func keep(_ segments: [Int64]) {
    state.withLock { state in
      guard state.lookups.count > segments.count else { return }
      state.directories = state.directories.filter { segments.contains($0.key) }
      state.lookups = state.lookups.filter { segments.contains($0.key) }
    }
  }
}
