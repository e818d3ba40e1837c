package import Files
internal import Synchronization

/// Bytes that arrive in order: a file, what a compressed file holds, or one stream's bytes with something done on the way.
protocol ByteStream: AnyObject {
  /// Appends some bytes, at most the free room of `output`; none at the end.
  ///
  /// - Throws: ``BrokenStream`` when the rest cannot be had; bytes that were appended before are good.
  func read(into output: inout OutputSpan<UInt8>) throws(BrokenStream)
}

/// The bytes of an open file, as they are.
final class FileStream: ByteStream {
  private let file: Descriptor
  private let progress: ReadingProgress

  init(_ file: Descriptor, progress: ReadingProgress) {
    self.file = file
    self.progress = progress
  }

  func read(into output: inout OutputSpan<UInt8>) throws(BrokenStream) {
    let before = output.count
    do {
      try file.read(into: &output)
    } catch {
      throw BrokenStream(reason: "reading failed: \(error.reason). What was read before is used.")
    }
    progress.add(output.count - before)
  }
}

/// A stream that ends before its data does: what was read stays good, the reason is told for the file.
struct BrokenStream: Error {
  /// The rest of a sentence about the file.
  var reason: String
  /// Set where the job cannot go on with what was read.
  var fatal: ReadingError?
}

/// How far reading has come, in bytes of the inputs as they lie on disk.
final class ReadingProgress: Sendable {
  private let bytes = Atomic<Int>(0)

  func add(_ count: Int) { bytes.wrappingAdd(count, ordering: .relaxed) }

  var value: Int { bytes.load(ordering: .relaxed) }
}

/// Bytes that are in memory already.
final class MemoryStream: ByteStream {
  private let bytes: [UInt8]
  private var position = 0
  private let progress: ReadingProgress

  init(_ bytes: [UInt8], progress: ReadingProgress) {
    self.bytes = bytes
    self.progress = progress
  }

  func read(into output: inout OutputSpan<UInt8>) throws(BrokenStream) {
    let count = min(bytes.count - position, output.freeCapacity)
    let bytes = bytes
    output.append(copying: bytes.span.extracting(position..<position + count))
    position += count
    progress.add(count)
  }
}

/// JSON lines that somebody makes while they are read: a run over what lies packed elsewhere begins before all is unpacked.
package final class LineMaker: Sendable {
  /// About how many bytes there will be.
  let expectedBytes: Int
  private let make: @Sendable () throws(ReadingError) -> [UInt8]?

  /// `make` gives the next lines, whole ones with their line breaks, and nil after the last; it is asked by one thread at a time.
  ///
  /// An error of it ends the job.
  package init(expectedBytes: Int, _ make: @escaping @Sendable () throws(ReadingError) -> [UInt8]?) {
    self.expectedBytes = expectedBytes
    self.make = make
  }

  func next() throws(ReadingError) -> [UInt8]? { try make() }
}

/// The bytes of lines that are made while they are read.
final class MadeStream: ByteStream {
  private let lines: LineMaker
  private let progress: ReadingProgress
  private var bytes: [UInt8] = []
  private var position = 0

  init(_ lines: LineMaker, progress: ReadingProgress) {
    self.lines = lines
    self.progress = progress
  }

  func read(into output: inout OutputSpan<UInt8>) throws(BrokenStream) {
    while position == bytes.count {
      do throws(ReadingError) {
        guard let next = try lines.next() else { return }
        (bytes, position) = (next, 0)
      } catch {
        throw BrokenStream(reason: error.reason, fatal: error)
      }
    }
    let count = min(bytes.count - position, output.freeCapacity)
    output.append(copying: bytes.span.extracting(position..<position + count))
    position += count
    progress.add(count)
  }
}

/// A stream whose beginning can be looked at before it is read.
final class PeekStream: ByteStream {
  private let stream: any ByteStream
  private var seen: [UInt8] = []
  private var failure: BrokenStream?
  /// True once the stream has ended inside ``peek(_:)``.
  private(set) var isWhole = false

  init(_ stream: any ByteStream) { self.stream = stream }

  /// The next `count` bytes, fewer when the stream ends or breaks before; reading gives them again.
  func peek(_ count: Int) -> [UInt8] {
    while seen.count < count && !isWhole && failure == nil {
      let before = seen.count
      do {
        try seen.append(addingCapacity: count - before) { output throws(BrokenStream) in try stream.read(into: &output) }
      } catch {
        failure = error
      }
      if seen.count == before && failure == nil { isWhole = true }
    }
    return Array(seen.prefix(count))
  }

  func read(into output: inout OutputSpan<UInt8>) throws(BrokenStream) {
    if !seen.isEmpty {
      let count = min(seen.count, output.freeCapacity)
      output.append(copying: seen.span.extracting(..<count))
      seen.removeFirst(count)
    } else if let failure {
      throw failure
    } else if !isWhole {
      try stream.read(into: &output)
    }
  }
}

/// The lines of JSON that a format makes of a whole file, which is read into memory for that.
final class ConvertedStream: ByteStream {
  private let stream: any ByteStream
  private let skipped: Int
  private let limit: Int
  private let convert: FormatOpening.Conversion
  private var lines: [UInt8] = []
  private var isConverted = false
  private var position = 0

  /// - Parameters:
  ///   - stream: The file.
  ///   - skipping: Bytes of a byte order mark.
  ///   - limit: The most bytes that are held, as for one record.
  ///   - convert: What makes the lines.
  init(_ stream: any ByteStream, skipping: Int, limit: Int, _ convert: @escaping FormatOpening.Conversion) {
    self.stream = stream
    self.limit = limit
    self.convert = convert
    skipped = skipping
  }

  func read(into output: inout OutputSpan<UInt8>) throws(BrokenStream) {
    if !isConverted {
      lines = try converted()
      isConverted = true
    }
    let part = position..<position + min(output.freeCapacity, lines.count - position)
    output.append(copying: lines.span.extracting(part))
    position = part.upperBound
  }

  private func converted() throws(BrokenStream) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let before = bytes.count
      try bytes.append(addingCapacity: 1 << 20) { [stream] output throws(BrokenStream) in try stream.read(into: &output) }
      if bytes.count == before { break }
      if bytes.count > limit {
        throw BrokenStream(
          reason: "the file is one object of more than \(limit) bytes. Raise the limit with --max-record, or write JSON lines.")
      }
    }
    bytes.removeFirst(skipped)
    return try convert(bytes)
  }
}
