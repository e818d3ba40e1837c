internal import Files
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
