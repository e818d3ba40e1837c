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

/// What a gzip file holds (RFC 1952), all its members one after the other.
final class GzipStream: ByteStream {
  private let inflate: Inflate
  private var input: CompressedInput
  /// Between two members, where a file may end.
  private var betweenMembers = false
  private var atEnd = false

  init(_ stream: any ByteStream) throws(BrokenStream) {
    input = CompressedInput(stream)
    inflate = try Inflate()
  }

  func read(into output: inout OutputSpan<UInt8>) throws(BrokenStream) {
    let before = output.count
    while output.count == before && !atEnd {
      if input.isEmpty { try input.refill() }
      if input.isEmpty {
        atEnd = true
        if betweenMembers { return }
        throw BrokenStream(reason: "the gzip data ends early. The records before are used; fetch the file again for the rest.")
      }
      if betweenMembers { if try !startMember() { return } }
      switch inflate.step(&input, into: &output) {
      case .going: break
      case .memberEnd: betweenMembers = true
      case .corrupt:
        atEnd = true
        throw BrokenStream(reason: "the gzip data is damaged. The records before are used; fetch the file again for the rest.")
      }
    }
  }

  /// Begins the next member; false when only padding follows (zeros, as tapes leave them).
  private func startMember() throws(BrokenStream) -> Bool {
    while !input.isEmpty && input.first == 0 {
      input.skipFirst()
      if input.isEmpty { try input.refill() }
    }
    if input.isEmpty {
      atEnd = true
      return false
    }
    betweenMembers = false
    inflate.restart()
    return true
  }
}

/// The compressed bytes that wait to be unpacked.
struct CompressedInput {
  private let stream: any ByteStream
  private(set) var bytes: [UInt8] = []
  private(set) var start = 0

  init(_ stream: any ByteStream) {
    self.stream = stream
    bytes.reserveCapacity(Self.blockBytes)
  }

  private static let blockBytes = 256 << 10

  var isEmpty: Bool { start == bytes.count }
  var first: UInt8 { bytes[start] }

  mutating func skipFirst() { start += 1 }
  mutating func skip(_ count: Int) { start += count }

  /// Reads more; stays empty at the end.
  mutating func refill() throws(BrokenStream) {
    bytes.removeAll(keepingCapacity: true)
    start = 0
    try bytes.append(addingCapacity: Self.blockBytes) { [stream] output throws(BrokenStream) in try stream.read(into: &output) }
  }
}

/// How far one call of a decompressor came.
enum UnpackingStep {
  case going, memberEnd, corrupt
}

/// What a Zstandard file holds (RFC 8878), all its frames one after the other.
final class ZstandardStream: ByteStream {
  private let decoder: ZstandardDecoder
  private var input: CompressedInput
  private var betweenFrames = false
  /// Whether the last call filled all the room, so that more may wait inside the decoder.
  private var mayHoldMore = false
  private var atEnd = false

  init(_ stream: any ByteStream) throws(BrokenStream) {
    input = CompressedInput(stream)
    decoder = try ZstandardDecoder()
  }

  func read(into output: inout OutputSpan<UInt8>) throws(BrokenStream) {
    let before = output.count
    while output.count == before && !atEnd {
      if input.isEmpty && (!mayHoldMore || betweenFrames) {
        try input.refill()
        if input.isEmpty {
          atEnd = true
          if betweenFrames { return }
          throw BrokenStream(
            reason: "the Zstandard data ends early. The records before are used; fetch the file again for the rest.")
        }
      }
      let step = decoder.step(&input, into: &output)
      mayHoldMore = output.freeCapacity == 0
      betweenFrames = step == .memberEnd
      if step == .corrupt {
        atEnd = true
        throw BrokenStream(
          reason: "the Zstandard data is damaged. The records before are used; fetch the file again for the rest.")
      }
    }
  }
}
