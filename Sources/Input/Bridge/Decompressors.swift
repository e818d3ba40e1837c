internal import Files
internal import CZlib
internal import CZstd

/// zlib's state for one gzip file.
@safe final class Inflate {
  // zlib keeps a pointer back to the stream, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>

  init() throws(BrokenStream) {
    // SAFETY: the memory is this object's own, initialised here and freed in `deinit`.
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // 15 bits of window and 16 for the header of gzip.
    let status = unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw BrokenStream(reason: "no memory is left to unpack it.") }
  }

  deinit {
    // SAFETY: nothing uses the stream after its owner.
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  func restart() {
    // SAFETY: the stream was initialised and stays in place.
    unsafe inflateReset(stream)
  }

  func step(_ input: inout CompressedInput, into output: inout OutputSpan<UInt8>) -> UnpackingStep {
    let waiting = input.bytes.count - input.start
    var status = Z_OK
    // SAFETY: zlib reads at most `avail_in` bytes of the input and writes at most `avail_out` into the free room; both
    // pointers are set anew in each call.
    unsafe input.bytes.withUnsafeBufferPointer { bytes in
      unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress.map { unsafe $0 + input.start })
      unsafe stream.pointee.avail_in = uInt(clamping: waiting)
      unsafe output.withUnsafeMutableBufferPointer { buffer, count in
        unsafe stream.pointee.next_out = buffer.baseAddress.map { unsafe $0 + count }
        let room = uInt(clamping: buffer.count - count)
        unsafe stream.pointee.avail_out = room
        status = unsafe inflate(stream, Z_NO_FLUSH)
        count += unsafe Int(room - stream.pointee.avail_out)
      }
    }
    input.skip(unsafe waiting - Int(stream.pointee.avail_in))
    switch status {
    case Z_OK, Z_BUF_ERROR: return .going
    case Z_STREAM_END: return .memberEnd
    default: return .corrupt
    }
  }
}

/// libzstd's state for one file.
@safe final class ZstandardDecoder {
  private let context: OpaquePointer

  init() throws(BrokenStream) {
    // SAFETY: a new context, freed in `deinit`.
    guard let context = unsafe ZSTD_createDCtx() else { throw BrokenStream(reason: "no memory is left to unpack it.") }
    // Files of `zstd --long=31` need windows of 2 GiB; only what is used takes memory.
    unsafe ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, 31)
    unsafe self.context = context
  }

  // SAFETY: nothing uses the context after its owner.
  deinit { unsafe ZSTD_freeDCtx(context) }

  func step(_ input: inout CompressedInput, into output: inout OutputSpan<UInt8>) -> UnpackingStep {
    let start = input.start
    var consumed = 0
    var left = 0
    // SAFETY: libzstd reads the input up to its size and writes the free room up to its size.
    unsafe input.bytes.withUnsafeBufferPointer { bytes in
      var source = unsafe ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: start)
      unsafe output.withUnsafeMutableBufferPointer { buffer, count in
        var target = unsafe ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: count)
        left = unsafe ZSTD_decompressStream(context, &target, &source)
        count = unsafe target.pos
      }
      consumed = unsafe source.pos - start
    }
    input.skip(consumed)
    if ZSTD_isError(left) != 0 { return .corrupt }
    return left == 0 ? .memberEnd : .going
  }
}
