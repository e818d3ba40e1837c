/// A compression: the bytes that its files begin with, and the stream that undoes it.
struct Compression: Sendable {
  var magic: [UInt8]
  var decompress: @Sendable (any ByteStream) throws(BrokenStream) -> any ByteStream

  static let all: [Compression] = []
}
