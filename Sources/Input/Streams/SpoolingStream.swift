internal import Files
/// A stream whose bytes are also written to a temporary file without a name, so that they can be read again.
final class SpoolingStream: ByteStream {
  let file: Descriptor
  private let stream: any ByteStream

  init(_ stream: any ByteStream) throws(BrokenStream) {
    self.stream = stream
    do { file = try .temporary() } catch {
      throw BrokenStream(reason: "no temporary file can be made in \(Descriptor.temporaryFolder): \(error.reason). Set TMPDIR.")
    }
  }

  func read(into output: inout OutputSpan<UInt8>) throws(BrokenStream) {
    let before = output.count
    try stream.read(into: &output)
    do { try file.write(output.span.extracting(before...)) } catch {
      // Records that could not be read again must not be used.
      output.removeLast(output.count - before)
      throw BrokenStream(
        reason: "its decompressed bytes cannot be kept in \(Descriptor.temporaryFolder): \(error.reason). Set TMPDIR.")
    }
  }
}
