internal import Files
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
