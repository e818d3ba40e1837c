internal import CZstd
internal import Files
internal import Foundation
internal import Output

/// An article as the index keeps it: a line with its fields under Newsprint's names, and the record as it came, packed together, since the
/// one repeats the other.
struct StoredRecord {
  /// JSON with `id`, `published`, `source`, `text`, `title`, `url` as far as they are known; no line break.
  var article: [UInt8]
  /// The record as it came, JSON on one line.
  var record: [UInt8]

  private static let level: Int32 = 3

  func packed() throws(ReadingError) -> Data {
    let plain = article + [0x0A] + record
    // SAFETY: the output has room for the worst case that the library names, and the lengths are those of the arrays.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(plain.count)) { output, count in
      let size = unsafe plain.withUnsafeBufferPointer { input in
        unsafe ZSTD_compress(output.baseAddress, output.count, input.baseAddress, input.count, Self.level)
      }
      count = ZSTD_isError(size) == 0 ? size : 0
    }
    guard !bytes.isEmpty else { throw ReadingError(.unwritable, "a record cannot be packed") }
    return Data(bytes)
  }

  init(article: [UInt8], record: [UInt8]) {
    self.article = article
    self.record = record
  }

  /// - Throws: ``ReadingError`` where the bytes are damaged.
  init(packed: Data) throws(ReadingError) {
    let packed = [UInt8](packed)
    // SAFETY: the pointer is used within the call.
    let size = unsafe packed.withUnsafeBufferPointer { unsafe ZSTD_getFrameContentSize($0.baseAddress, $0.count) }
    guard size < 1 << 31 else { throw Self.damaged }
    // SAFETY: as much room as the frame says it needs; the library writes no more than that.
    let plain = unsafe [UInt8](unsafeUninitializedCapacity: Int(size)) { output, count in
      let written = unsafe packed.withUnsafeBufferPointer { input in
        unsafe ZSTD_decompress(output.baseAddress, output.count, input.baseAddress, input.count)
      }
      count = ZSTD_isError(written) == 0 ? written : 0
    }
    guard let end = plain.firstIndex(of: 0x0A) else { throw Self.damaged }
    article = Array(plain[..<end])
    record = Array(plain[(end + 1)...])
  }

  private static let damaged = ReadingError(.content, "a stored record is damaged", advice: "Restore a copy of the index.")

  /// The article's line under another id.
  func line(id: String) -> [UInt8] { Array("{\"id\":\"\(id)\",".utf8) + article.dropFirst() }
}
