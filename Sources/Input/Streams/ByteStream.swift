internal import Files
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
}
