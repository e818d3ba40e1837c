package import Files
/// A file, or standard input, read into memory as a whole, compressed ones unpacked.
package enum WholeFile {
  private static let blockBytes = 1 << 20

  /// The bytes of the file; `-` stands for standard input.
  ///
  /// - Throws: ``ReadingError`` with the path and the system's reason.
  ///
  /// A file that has more than `limit` bytes, decompressed, is not held in memory.
  package static func read(_ path: String, limit: Int = .max) throws(ReadingError) -> [UInt8] {
    do {
      return try bytes(of: stream(path), limit: limit)
    } catch {
      throw ReadingError(.unreadable, error.reason, at: .init(Visible.text(path)))
    }
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
