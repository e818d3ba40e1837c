internal import Files

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
