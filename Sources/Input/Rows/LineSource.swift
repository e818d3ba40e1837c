package import Files
internal import Synchronization

/// A file, or standard input, read into memory as a whole, compressed ones unpacked.
package enum WholeFile {
  private static let blockBytes = 1 << 20

  /// The bytes of the file; `-` stands for standard input.
  ///
  /// A file that has more than `limit` bytes, decompressed, is not held in memory.
  ///
  /// - Throws: ``ReadingError`` with the path and the system's reason, or with what the file is when it is no text.
  package static func read(_ path: String, limit: Int = .max) throws(ReadingError) -> [UInt8] {
    let bytes: [UInt8]
    do { bytes = try self.bytes(of: stream(path), limit: limit) } catch {
      throw ReadingError(.unreadable, error.reason, at: .init(Visible.text(path)))
    }
    guard let advice = ForeignContent.binary(Array(bytes.prefix(ForeignContent.headBytes)), name: FileName.plain(path)) else {
      return bytes
    }
    let sentences = advice.split(separator: ". ", maxSplits: 1).map(String.init)
    throw ReadingError(.content, sentences[0], at: .init(Visible.text(path)), advice: sentences.dropFirst().first)
  }

  private static func opened(_ path: String) throws(BrokenStream) -> Descriptor {
    let file: Descriptor
    let kind: FileKind
    do {
      kind = try FileKind(path: path)
      file = try .reading(path)
    } catch {
      throw BrokenStream(reason: "the file cannot be read: \(error.reason); check the path and its permissions")
    }
    if case .folder = kind { throw BrokenStream(reason: "this is a folder; name one file") }
    return file
  }

  /// What the file holds, unpacked.
  static func stream(_ path: String) throws(BrokenStream) -> any ByteStream {
    let file: Descriptor = path == "-" ? .standardInput : try opened(path)
    let raw = PeekStream(FileStream(file, progress: ReadingProgress()))
    let magic = raw.peek(4)
    let compression = Compression.all.first { magic.starts(with: $0.magic) }
    return try compression?.decompress(raw) ?? raw
  }

  private static func bytes(of stream: any ByteStream, limit: Int) throws(BrokenStream) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let before = bytes.count
      do {
        try bytes.append(addingCapacity: blockBytes) { output throws(BrokenStream) in try stream.read(into: &output) }
      } catch {
        throw BrokenStream(reason: "the file cannot be read to its end, so nothing of it is used; fetch it again")
      }
      if bytes.count == before { return bytes }
      if bytes.count > limit {
        throw BrokenStream(reason: "the file is longer than \(limit) bytes; raise the limit with --max-record, or split it")
      }
    }
  }
}

/// The lines of a file that are not blank, some at a time and in order, from any thread; compressed files unpacked.
///
/// Memory is bounded by the longest line that is allowed: longer ones are passed over without being held.
package final class LineSource: Sendable {
  /// Lines that stand one after the other.
  package struct Block: Sendable {
    /// Place in the order of the file, from 0.
    package let index: Int
    package fileprivate(set) var lines: [Line] = []
    fileprivate var bytes: [UInt8] = []

    /// What `body` makes of a line of this block, without its line break; nil for a line that is too long.
    package func read<Result>(_ line: Line, _ body: (Span<UInt8>) -> Result) -> Result? {
      line.range.map { body(bytes.span.extracting($0)) }
    }
  }

  package struct Line: Sendable {
    /// Number in the file, from 1.
    package let number: Int
    /// In the block's bytes; nil when the line is longer than allowed.
    fileprivate let range: Range<Int>?
  }

  private struct State {
    var lines: LineReader
    var nextBlock = 0
    var hasFailed = false
  }

  private let path: String
  private let state: Mutex<State>

  /// A block ends behind so many lines or bytes.
  private static let blockLines = 32
  private static let blockBytes = 1 << 20

  /// - Parameters:
  ///   - path: A file; `-` is standard input.
  ///   - longest: Bytes of the longest line that is given out.
  /// - Throws: ``ReadingError`` with the path and the system's reason.
  package init(_ path: String, longest: Int) throws(ReadingError) {
    self.path = path
    do throws(BrokenStream) { state = Mutex(State(lines: LineReader(try WholeFile.stream(path), longest: longest))) } catch {
      throw ReadingError(.unreadable, error.reason, at: .init(Visible.text(path)))
    }
  }

  /// The next lines, nil after the last ones.
  ///
  /// - Throws: ``ReadingError`` when the file breaks off; there is nothing after that.
  package func next() throws(ReadingError) -> Block? {
    try state.withLock { state throws(ReadingError) in
      guard !state.hasFailed else { return nil }
      var block = Block(index: state.nextBlock)
      do throws(BrokenStream) {
        while block.lines.count < Self.blockLines, block.bytes.count < Self.blockBytes,
          let number = try state.lines.next(into: &block.bytes)
        {
          block.lines.append(Line(number: number.line, range: number.range))
        }
      } catch {
        state.hasFailed = true
        throw ReadingError(
          .unreadable, "the file cannot be read to its end, so nothing of it is used; fetch it again",
          at: .init(Visible.text(path)))
      }
      if block.lines.isEmpty { return nil }
      state.nextBlock += 1
      return block
    }
  }
}

/// Cuts a stream into lines.
private struct LineReader {
  private let stream: any ByteStream
  private let longest: Int
  private var buffer: [UInt8] = []
  /// Where the next line begins, and as far as no line break was found behind it.
  private var start = 0
  private var searched = 0
  private var number = 1
  private var atEnd = false

  private static let readBytes = 1 << 20

  init(_ stream: any ByteStream, longest: Int) {
    self.stream = stream
    self.longest = longest
  }

  /// Appends the next line that is not blank; the range is nil, and nothing appended, when it is too long.
  mutating func next(into bytes: inout [UInt8]) throws(BrokenStream) -> (line: Int, range: Range<Int>?)? {
    while true {
      let end = buffer.span.firstIndex(of: .newline, .newline, .newline, from: searched)
      searched = end
      if end == buffer.count, !atEnd {
        if end - start > longest { return (try skipLine(), nil) }
        try read()
        continue
      }
      guard start < buffer.count else { return nil }
      let line = start..<end, place = number
      advance(behind: end)
      if line.count > longest { return (place, nil) }
      guard buffer[line].contains(where: { $0 > 0x20 }) else { continue }
      let first = bytes.count
      bytes.append(copying: buffer.span.extracting(line))
      return (place, first..<bytes.count)
    }
  }

  private mutating func advance(behind end: Int) {
    start = min(end + 1, buffer.count)
    searched = start
    number += 1
  }

  /// Passes over the line, and says which it was.
  private mutating func skipLine() throws(BrokenStream) -> Int {
    let place = number
    while true {
      start = buffer.count
      try read()
      let end = buffer.span.firstIndex(of: .newline, .newline, .newline, from: start)
      if end < buffer.count || atEnd {
        advance(behind: end)
        return place
      }
    }
  }

  /// Reads more behind what is not used yet.
  private mutating func read() throws(BrokenStream) {
    buffer.removeFirst(start)
    searched -= start
    start = 0
    let before = buffer.count
    try buffer.append(addingCapacity: max(Self.readBytes, before)) { [stream] output throws(BrokenStream) in
      try stream.read(into: &output)
    }
    atEnd = buffer.count == before
  }
}
