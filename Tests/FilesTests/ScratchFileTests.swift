import Files
import TestSupport
import Testing

/// Numbers that went to a temporary file come back as they were.
@Suite struct ScratchFileTests {
  /// What was appended: where it begins, and the numbers.
  private struct Piece<Word: FixedWidthInteger & BitwiseCopyable & Sendable>: Sendable {
    var offset: UInt64
    var words: [Word]
  }

  private func roundTrip<Word: FixedWidthInteger & BitwiseCopyable & Sendable>(_: Word.Type, seed: Int) throws {
    var random = SeededGenerator(seed)
    let file = try ScratchFile(in: nil)
    var pieces: [Piece<Word>] = []
    for _ in 0..<1 + random.below(20) {
      let words = (0..<random.below(300)).map { _ in Word(truncatingIfNeeded: random.next()) }
      pieces.append(Piece(offset: try file.append(words), words: words))
      let piece = random.pick(pieces)
      #expect(try file.read(Word.self, at: piece.offset, count: piece.words.count) == piece.words)
      // A part of it, as readers of sorted runs take it.
      let start = random.below(piece.words.count + 1)
      let count = random.below(piece.words.count - start + 1)
      let part = try file.read(
        Word.self, at: piece.offset + UInt64(start * MemoryLayout<Word>.size), count: count)
      #expect(part == Array(piece.words[start..<start + count]))
    }
    // One behind the other, without gaps.
    var end: UInt64 = 0
    for piece in pieces {
      #expect(piece.offset == end)
      end += UInt64(piece.words.count * MemoryLayout<Word>.size)
    }
  }

  @Test(arguments: 0..<8) func `numbers of every width come back, whole and in part`(seed: Int) throws {
    try roundTrip(UInt64.self, seed: seed)
    try roundTrip(UInt32.self, seed: seed)
    try roundTrip(Int32.self, seed: seed)
    try roundTrip(UInt8.self, seed: seed)
  }

  @Test func `numbers of several widths share a file`() throws {
    let file = try ScratchFile(in: nil)
    let bytes = try file.append([UInt8](0..<7))
    let words = try file.append([UInt64.max, 0, 1])
    #expect(bytes == 0 && words == 7)
    #expect(try file.read(UInt64.self, at: words, count: 3) == [.max, 0, 1])
    #expect(try file.read(UInt8.self, at: bytes, count: 7) == [UInt8](0..<7))
  }

  @Test(arguments: [(0, 4), (16, 2), (24, 1), (8, 3)]) func `what is not there is an error and no shorter list`(
    offset: UInt64, count: Int
  ) throws {
    let file = try ScratchFile(in: nil)
    _ = try file.append([UInt64(1), 2, 3])
    let error = #expect(throws: ReadingError.self) { try file.read(UInt64.self, at: offset, count: count) }
    #expect(error?.code == .temporary && error?.advice != nil)
    #expect(try file.read(UInt64.self, at: offset, count: 0).isEmpty)
  }

  @Test func `many threads read at once while the file is kept`() async throws {
    let file = try ScratchFile(in: nil)
    var offsets: [UInt64] = []
    for piece in 0..<40 { offsets.append(try file.append((0..<500).map { UInt64(piece * 1_000 + $0) })) }
    let places = offsets
    let faults = await withTaskGroup(of: Int.self) { group in
      for worker in 0..<8 {
        group.addTask {
          (0..<40).count { round in
            let piece = (round * 7 + worker) % 40
            let expected = (0..<500).map { UInt64(piece * 1_000 + $0) }
            return (try? file.read(UInt64.self, at: places[piece], count: 500)) != expected
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(faults == 0)
  }
}
