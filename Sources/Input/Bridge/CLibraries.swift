internal import Articles
internal import CSIMDJSON
internal import CZlib
internal import CZstd
internal import Files

/// simdjson with its buffers: one for each thread.
@safe final class JSONParser {
  private let handle: OpaquePointer?
  private var names: [String] = []
  private var needsText = true
  /// What was said last, when it was fields of articles.
  private var articleFields: FieldNames?

  /// A parser that looks for no field until ``look(for:)``.
  init() {
    // SAFETY: the callee allocates, and gives null without memory, which every call accepts as no parser; see `deinit`.
    unsafe handle = newsprint_json_create()
  }

  // SAFETY: the handle is this object's own and nothing uses it later.
  deinit { unsafe newsprint_json_destroy(handle) }

  /// The fields that the next records are searched for, in the order of ``ArticleField``.
  ///
  /// Unless `needsText`, the second of them may be missing.
  func look(for fields: [String], needsText: Bool = true) {
    guard fields != names || needsText != self.needsText || articleFields != nil else { return }
    names = fields
    articleFields = nil
    self.needsText = needsText
    let bytes = fields.map { Array($0.utf8) }
    // SAFETY: both arrays live through the call, which copies them.
    unsafe newsprint_json_look_for(handle, bytes.flatMap(\.self), bytes.map { UInt32($0.count) }, needsText ? 1 : 0)
  }

  /// The fields that the next articles are searched for: their own names, and for those that nobody chose the usual others.
  func look(for fields: FieldNames) {
    guard fields != articleFields else { return }
    look(for: fields.names)
    articleFields = fields
    let guessed = ArticleField.allCases.filter { !fields.chosen.contains($0) }
    let others = guessed.flatMap { field in FieldGuess.usual(field).map { (field: UInt8(field.rawValue), name: Array($0.utf8)) } }
    // SAFETY: the arrays live through the call, which copies them; each name has a field and a length.
    unsafe newsprint_json_also_look_for(
      handle, guessed.reduce(0) { $0 | 1 << UInt32($1.rawValue) }, others.count, others.map(\.field), others.flatMap(\.name),
      others.map { UInt32($0.name.count) })
  }

  /// Parses each line of `bytes` and appends the fields to `arena`, which has room for as many bytes.
  ///
  /// Returns the number of records that ``subscript(_:)`` then gives.
  func parseLines(_ bytes: Span<UInt8>, limit: Int, into arena: inout OutputSpan<UInt8>) -> Int {
    precondition(bytes.count <= arena.freeCapacity)
    return unsafe arena.withUnsafeMutableBufferPointer { arena, used in
      unsafe bytes.withUnsafeBufferPointer {
        // SAFETY: the callee reads the span's bytes and writes no more bytes than those; the room was checked above.
        unsafe newsprint_json_parse_lines(handle, $0.baseAddress, $0.count, limit, arena.baseAddress, &used)
      }
    }
  }

  /// Parses one record in each of `ranges`, under the same rules as ``parseLines(_:limit:into:)``.
  func parse(_ ranges: [ByteRange], of bytes: Span<UInt8>, limit: Int, into arena: inout OutputSpan<UInt8>) -> Int {
    precondition(bytes.count <= arena.freeCapacity && ranges.allSatisfy { $0.start <= $0.end && $0.end <= bytes.count })
    let ranges = ranges.map { newsprint_range(start: $0.start, end: $0.end) }
    return unsafe arena.withUnsafeMutableBufferPointer { arena, used in
      unsafe bytes.withUnsafeBufferPointer {
        // SAFETY: the ranges lie inside the span, do not overlap, and the callee writes no more bytes than it reads.
        unsafe newsprint_json_parse_ranges(handle, $0.baseAddress, ranges, ranges.count, limit, arena.baseAddress, &used)
      }
    }
  }

  /// A record of the last parse; `index` is below the count that it returned.
  subscript(_ index: Int) -> newsprint_json_record {
    // SAFETY: the records stay in place until the next parse; the caller keeps to the count.
    unsafe newsprint_json_records(handle)[index]
  }

  /// What is wrong with a record of the last parse, a `newsprint_json_problem`.
  func problem(_ index: Int) -> UInt8 { self[index].problem }
}

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
