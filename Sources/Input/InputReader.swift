internal import Articles
internal import CSIMDJSON
internal import Files

/// One open input: reads its stream, cuts it between records, and keeps those that cannot be read where they lie.
struct InputReader {
  let file: InputFile
  private let stream: any ByteStream
  private var splitter: any RecordSplitter
  private let options: ReadingOptions
  /// The beginning of the next record, read with the chunk before.
  private var carry: [UInt8] = []
  /// Bytes of `carry` that the splitter has seen.
  private var scanned = 0
  /// Line of the next byte, from 1.
  private var line = 1
  /// Offset of the next byte, after decompression.
  private var offset: UInt64 = 0
  /// Bytes that the spool has.
  private var spooled: UInt64 = 0
  private var atEnd = false
  private var failure: BrokenStream?
  /// Bytes of a heading that still have to be passed over.
  private var prologue: Int

  init(file: InputFile, stream: any ByteStream, opening: FormatOpening, skipping prologue: Int, options: ReadingOptions) {
    self.file = file
    self.stream = stream
    self.splitter = opening.splitter
    self.prologue = prologue
    self.options = options
  }

  /// Adds the next records to `chunk`, up to about the chunk size.
  ///
  /// Returns false when the input has nothing more.
  ///
  /// - Throws: ``ReadingError`` when the records cannot be kept.
  mutating func fill(_ chunk: inout RecordChunk) throws(ReadingError) -> Bool {
    skipPrologue()
    let start = chunk.bytes.count
    chunk.bytes.append(contentsOf: carry)
    carry = []
    var target = max(options.chunkBytes, start + 1)
    while true {
      read(into: &chunk.bytes, upTo: target)
      if let fatal = failure?.fatal { throw fatal }
      let count = chunk.bytes.count - start
      let ends = atEnd && failure == nil
      let cut = splitter.scan(chunk.bytes.span.extracting(start...), from: scanned, first: false, atEnd: ends)
      if cut > 0 {
        let more = !atEnd || cut < count
        try finish(&chunk, start: start, cut: cut)
        if more { return true }
        return end(&chunk, left: 0)
      }
      scanned = count
      if count > options.maxRecordBytes {
        skipLongRecord(&chunk, start: start, reason: RecordProblem.tooLong(options.maxRecordBytes))
      } else if !Self.hasRoom(afterBytes: count) {
        skipLongRecord(&chunk, start: start, reason: RecordProblem.noMemory(count))
      } else if atEnd {
        if count > 0, failure == nil, splitter.recovery == .nextLine, let reason = splitter.unfinished(left: count) {
          skipFirstLine(&chunk, start: start, reason: reason)
          continue
        }
        line = firstLine(of: chunk, from: start)
        chunk.bytes.removeLast(count)
        return end(&chunk, left: count)
      } else {
        // Twice as much, but no more than shows that the record is too long.
        target = start + min(2 * count, options.maxRecordBytes) + options.chunkBytes
      }
    }
  }

  // MARK: Reading

  private mutating func read(into bytes: inout [UInt8], upTo target: Int) {
    while bytes.count < target && !atEnd {
      let before = bytes.count
      do throws(BrokenStream) {
        try bytes.append(addingCapacity: target - before) { output throws(BrokenStream) in try stream.read(into: &output) }
      } catch {
        failure = error
      }
      if bytes.count == before || failure != nil { atEnd = true }
    }
  }

  private mutating func skipPrologue() {
    guard prologue > 0 else { return }
    var bytes: [UInt8] = []
    read(into: &bytes, upTo: prologue)
    advance(over: bytes.span)
    prologue = 0
  }

  private mutating func advance(over bytes: Span<UInt8>) {
    line += bytes.count(of: .newline)
    offset += UInt64(bytes.count)
  }

  // MARK: Cutting

  /// Ends a part at `cut` and keeps the rest for later.
  private mutating func finish(_ chunk: inout RecordChunk, start: Int, cut: Int) throws(ReadingError) {
    let end = start + cut
    // A part without any record takes no room, neither in the chunk nor in the spool: floods of line breaks.
    let isBlank = splitter.recovery == .nextLine && chunk.bytes.span.extracting(start..<end).trimmed.isEmpty
    let part = ChunkPart(
      file: file, range: start..<end, line: line, offset: file.spool == nil ? offset : spooled, ends: splitter.ends)
    if !isBlank {
      try file.spool?.append(chunk.bytes.span.extracting(start..<end), of: file.name)
      spooled += UInt64(cut)
    }
    advance(over: chunk.bytes.span.extracting(start..<end))
    if !isBlank { chunk.parts.append(part) }
    carry = Array(chunk.bytes[end...])
    chunk.bytes.removeLast(carry.count + (isBlank ? cut : 0))
    scanned = 0
  }

  /// The input has ended: says what is wrong with its end.
  ///
  /// Always false, for ``fill(_:)``.
  private mutating func end(_ chunk: inout RecordChunk, left: Int) -> Bool {
    if let reason = failure?.reason ?? splitter.unfinished(left: left) {
      chunk.skipped.append(SkippedRecord(file: file.name, line: line, reason: reason))
    }
    return false
  }

  // MARK: Bad records

  /// Whether a record of which `count` bytes were read, and which has not ended, may grow further.
  ///
  /// It will take twice its bytes here, as much again for its fields, and its index and its copies in an output.
  private static func hasRoom(afterBytes count: Int) -> Bool { count < 16 << 20 || ProcessMemory.hasRoom(for: 8 * count) }

  /// The line where the record behind `start` begins: not that of the white space or the comma before it.
  private func firstLine(of chunk: RecordChunk, from start: Int) -> Int {
    line + chunk.bytes[start...].prefix { $0.isBlank || $0 == UInt8(ascii: ",") }.count { $0 == .newline }
  }

  /// The record at `start` has outgrown the limit, or what memory there is: passes over it without keeping it.
  ///
  /// A table's row that does not end for a long while has a quote too many: reading then goes on at the next line.
  private mutating func skipLongRecord(_ chunk: inout RecordChunk, start: Int, reason: String) {
    let first = firstLine(of: chunk, from: start)
    chunk.skipped.append(SkippedRecord(file: file.name, line: first, reason: reason))
    var left = splitter.recovery == .nextLine ? 4 * max(options.maxRecordBytes, 1 << 20) : Int.max
    while true {
      let ended = scanLong(chunk.bytes.span.extracting(start...), byLine: left <= 0)
      left -= ended > 0 ? 0 : chunk.bytes.count - start
      drop(ended > 0 ? ended : chunk.bytes.count - start, of: &chunk, from: start)
      if ended > 0 || atEnd { return }
      read(into: &chunk.bytes, upTo: start + options.chunkBytes)
    }
  }

  private mutating func scanLong(_ bytes: Span<UInt8>, byLine: Bool) -> Int {
    guard byLine else { return splitter.scan(bytes, from: scanned, first: true, atEnd: atEnd) }
    splitter.reset()
    var lines = LineSplitter()
    return lines.scan(bytes, from: scanned, first: true, atEnd: atEnd)
  }

  /// The file ends inside the record at `start`: passes over the record's first line, to go on behind it.
  private mutating func skipFirstLine(_ chunk: inout RecordChunk, start: Int, reason: String) {
    chunk.skipped.append(SkippedRecord(file: file.name, line: line, reason: reason))
    var lines = LineSplitter()
    let ended = lines.scan(chunk.bytes.span.extracting(start...), from: 0, first: true, atEnd: true)
    drop(ended, of: &chunk, from: start)
    splitter.reset()
  }

  private mutating func drop(_ count: Int, of chunk: inout RecordChunk, from start: Int) {
    advance(over: chunk.bytes.span.extracting(start..<start + count))
    chunk.bytes.removeSubrange(start..<start + count)
    scanned = 0
  }
}

/// How the process handles memory that was freed.
package enum ProcessMemory {
  /// Keeps freed memory for the next chunk rather than handing it back to the system, which would have to clear every page again:
  /// reading and parsing take a third of the time.
  ///
  /// For the whole process, so that only a program calls it, once, at its start. Does nothing without glibc.
  package static func keepForReuse() {
    newsprint_keep_freed_memory()
  }

  /// Whether the system has `bytes` left for this process: under a limit, growing an array beyond it would end the process.
  ///
  /// Asked only where much is wanted, as each question is a call of the system.
  static func hasRoom(for bytes: Int) -> Bool { newsprint_has_memory(bytes) != 0 }
}
