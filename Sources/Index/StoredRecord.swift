internal import CZstd
internal import Files
internal import Foundation

/// An article as the index keeps it: a line with its fields under Newsprint's names, and the record as it came, packed together, since the
/// one repeats the other.
struct StoredRecord: Sendable {
  /// JSON with `language`, `published`, `source`, `text`, `title`, `url` as far as they are known; no line break.
  var article: [UInt8]
  /// The record as it came, JSON on one line.
  var record: [UInt8]

  /// Appends the article's line with an id, and the line break.
  func appendLine(id: String, to bytes: inout [UInt8]) { Self.append(article, id: id, to: &bytes) }

  static func append(_ article: [UInt8], id: String, to bytes: inout [UInt8]) {
    bytes += "{\"id\":\"\(id)\"".utf8
    // An article without a word is "{}".
    if article.count > 2 { bytes.append(UInt8(ascii: ",")) }
    bytes += article.dropFirst()
    bytes.append(0x0A)
  }

  static let damaged = ReadingError(
    .content, "a stored record is damaged", advice: "Run newsprint index check; restore a copy, or export what can be read.")
}

/// Packs and unpacks records; one for each thread, since the library's own state costs more to make than a record to pack.
@safe struct RecordPacker: ~Copyable {
  private let packing = unsafe ZSTD_createCCtx()
  private let unpacking = unsafe ZSTD_createDCtx()
  private var buffer: [UInt8] = []
  private static let level: Int32 = 3

  deinit {
    unsafe ZSTD_freeCCtx(packing)
    unsafe ZSTD_freeDCtx(unpacking)
  }

  mutating func pack(_ article: [UInt8], _ record: [UInt8]) -> Data {
    buffer.removeAll(keepingCapacity: true)
    buffer += article
    buffer.append(0x0A)
    buffer += record
    // SAFETY: the output has room for the worst case that the library names, and the lengths are those of the arrays.
    var packed = Data(count: ZSTD_compressBound(buffer.count))
    let size = unsafe packed.withUnsafeMutableBytes { output in
      unsafe buffer.withUnsafeBytes { input in
        unsafe ZSTD_compressCCtx(
          packing, output.baseAddress, output.count, input.baseAddress, input.count, Self.level)
      }
    }
    packed.count = ZSTD_isError(size) == 0 ? size : 0
    return packed
  }

  /// - Throws: ``ReadingError`` where the bytes are damaged.
  mutating func unpack(_ packed: Data) throws(ReadingError) -> StoredRecord {
    // SAFETY: the pointer is used within the call.
    let size = unsafe packed.withUnsafeBytes { unsafe ZSTD_getFrameContentSize($0.baseAddress, $0.count) }
    guard size < 1 << 31 else { throw StoredRecord.damaged }
    // SAFETY: as much room as the frame says it needs; the library writes no more than that.
    let plain = unsafe [UInt8](unsafeUninitializedCapacity: Int(size)) { output, count in
      let written = unsafe packed.withUnsafeBytes { input in
        unsafe ZSTD_decompressDCtx(unpacking, output.baseAddress, output.count, input.baseAddress, input.count)
      }
      count = ZSTD_isError(written) == 0 ? written : 0
    }
    guard let end = plain.firstIndex(of: 0x0A) else { throw StoredRecord.damaged }
    return StoredRecord(article: Array(plain[..<end]), record: Array(plain[(end + 1)...]))
  }
}
