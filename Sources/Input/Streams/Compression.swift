internal import Files
/// A compression: the bytes that its files begin with, and the stream that undoes it.
///
/// A new compression is a new stream in this folder and a line in ``all``.
struct Compression: Sendable {
  var magic: [UInt8]
  var decompress: @Sendable (any ByteStream) throws(BrokenStream) -> any ByteStream

  static let all: [Compression] = [
    Compression(magic: [0x1F, 0x8B]) { stream throws(BrokenStream) in try GzipStream(stream) },
    Compression(magic: [0x28, 0xB5, 0x2F, 0xFD]) { stream throws(BrokenStream) in try ZstandardStream(stream) },
    // A skippable frame, with which parallel compressors begin.
    Compression(magic: [0x50, 0x2A, 0x4D, 0x18]) { stream throws(BrokenStream) in try ZstandardStream(stream) },
  ]
}
