internal import Files

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
