internal import CZstd
internal import Files
internal import Foundation
internal import GRDB
package import Input
internal import Output
internal import Synchronization

/// An article as the index keeps it: a line with its fields under Newsprint's names, and the record as it came, packed together,
/// since the one repeats the other.
struct StoredRecord: Sendable {
  /// JSON with `language`, `published`, `source`, `text`, `title`, `url` as far as they are known; no line break.
  var article: [UInt8]
  /// The record as it came, JSON on one line.
  var record: [UInt8]

  /// Appends the article's line with an id, and the line break.
  func appendLine(id: String, to bytes: inout [UInt8]) { Self.append(article, id: id, to: &bytes) }

  static func append(_ article: some Collection<UInt8>, id: String, to bytes: inout [UInt8]) {
    append(article, idAsJSON: "\"\(id)\"".utf8, to: &bytes)
  }

  fileprivate static func append(
    _ article: some Collection<UInt8>, idAsJSON id: some Collection<UInt8>, to bytes: inout [UInt8]
  ) {
    bytes += "{\"id\":".utf8
    bytes += id
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
  // Each is made when it is needed: who packs seldom unpacks.
  private var packing: OpaquePointer?
  private var unpacking: OpaquePointer?
  private var buffer: [UInt8] = []

  deinit {
    unsafe ZSTD_freeCCtx(packing)
    unsafe ZSTD_freeDCtx(unpacking)
  }

  mutating func pack(_ article: [UInt8], _ record: [UInt8]) -> Data {
    if unsafe packing == nil { unsafe packing = ZSTD_createCCtx() }
    buffer.removeAll(keepingCapacity: true)
    buffer += article
    buffer.append(0x0A)
    buffer += record
    // SAFETY: the output has room for the worst case that the library names, and the lengths are those of the arrays.
    let room = ZSTD_compressBound(buffer.count)
    let packed = unsafe [UInt8](unsafeUninitializedCapacity: room) { output, count in
      let size = unsafe buffer.withUnsafeBytes { input in
        unsafe ZSTD_compressCCtx(
          packing, output.baseAddress, room, input.baseAddress, input.count, IndexTuning.packing)
      }
      count = ZSTD_isError(size) == 0 ? size : 0
    }
    return Data(packed)
  }

  /// - Throws: ``ReadingError`` where the bytes are damaged.
  mutating func unpack(_ packed: Data) throws(ReadingError) -> StoredRecord {
    let plain = try plain(packed)
    let end = try Self.end(of: plain)
    return StoredRecord(article: Array(plain[..<end]), record: Array(plain[(end + 1)...]))
  }

  /// Appends the article's line alone, with an id.
  mutating func appendLine(_ packed: Data, idAsJSON id: some Collection<UInt8>, to bytes: inout [UInt8]) throws(ReadingError) {
    let plain = try plain(packed)
    StoredRecord.append(plain[..<(try Self.end(of: plain))], idAsJSON: id, to: &bytes)
  }

  private mutating func plain(_ packed: Data) throws(ReadingError) -> [UInt8] {
    if unsafe unpacking == nil { unsafe unpacking = ZSTD_createDCtx() }
    // SAFETY: the pointer is used within the call.
    let size = unsafe packed.withUnsafeBytes { unsafe ZSTD_getFrameContentSize($0.baseAddress, $0.count) }
    guard size < 1 << 31 else { throw StoredRecord.damaged }
    // SAFETY: as much room as the frame says it needs; the library writes no more than that.
    return unsafe [UInt8](unsafeUninitializedCapacity: Int(size)) { output, count in
      let written = unsafe packed.withUnsafeBytes { input in
        unsafe ZSTD_decompressDCtx(unpacking, output.baseAddress, output.count, input.baseAddress, input.count)
      }
      count = ZSTD_isError(written) == 0 ? written : 0
    }
  }

  /// Where the article's line ends.
  private static func end(of plain: [UInt8]) throws(ReadingError) -> Int {
    // SAFETY: what is found lies inside the array.
    let end = plain.withUnsafeBytes { bytes -> Int? in
      guard let start = unsafe bytes.baseAddress, let place = unsafe memchr(start, 0x0A, bytes.count) else { return nil }
      return unsafe UnsafeRawPointer(place) - start
    }
    guard let end else { throw StoredRecord.damaged }
    return end
  }
}

/// Packers that wait to be used again: a question unpacks ten records, and the library's state takes longer to make than these.
final class PackerPool: Sendable {
  /// A packer in the hands of one thread at a time.
  final class Loan: @unchecked Sendable {
    fileprivate var packer = RecordPacker()
    fileprivate init() {}
  }

  private let idle = Mutex<[Loan]>([])

  static let shared = PackerPool()

  func use<Result>(_ body: (inout RecordPacker) throws -> Result) rethrows -> Result {
    let loan = idle.withLock { $0.popLast() } ?? Loan()
    defer { idle.withLock { $0.append(loan) } }
    return try body(&loan.packer)
  }
}

/// Stored articles as the input of a job over all of them: unpacked while the job reads them, so that they lie nowhere under a
/// name that a killed program would leave behind.
///
/// They are those that were there at the beginning, without what is removed before it is read.
extension IndexFile {
  /// The newest versions of a scope's articles, under their ids.
  package func articles(scope: String = "") throws -> ArticleInputs {
    unpacked(try read { try StoredExtent($0, scope: scope) }, versions: false) { row in
      guard row[2] as Bool else { return Array((row[1] as String).utf8) }
      var id = JSONWriter()
      id.string(row[1] as String)
      return id.bytes
    }
  }

  /// All versions of a scope's articles, in the order of the numbers by which they are called.
  func numberedArticles(_ extent: StoredExtent) -> ArticleInputs {
    unpacked(extent, versions: true) { Array("\"k\($0[0] as Int64)\"".utf8) }
  }

  /// `id` makes the JSON of an article's id of its number, its id, and whether that is text.
  private func unpacked(_ extent: StoredExtent, versions: Bool, id: @escaping @Sendable (Row) -> [UInt8]) -> ArticleInputs {
    let pages = RecordPages(index: self, extent: extent, versions: versions, id: id)
    let bytes = extent.count * IndexTuning.usualBytes
    return .made(LineMaker(expectedBytes: bytes) { () throws(ReadingError) in try pages.next() }, name: path)
  }
}

/// Which articles of a scope are there at one moment: numbers ascend, and no article changes.
struct StoredExtent: Sendable {
  let scope: String
  /// The last number of all.
  let end: Int64
  let count: Int

  init(_ database: Database, scope: String) throws {
    self.scope = scope
    let sql = "SELECT coalesce(max(number), 0), count(*) FROM article WHERE scope = ?"
    guard let row = try Row.fetchOne(database, sql: sql, arguments: [scope]) else { throw StoredRecord.damaged }
    (end, count) = (row[0], row[1])
  }
}

/// Unpacks a scope's records some at a time, each time in a view of its own, so that no view is held while a job runs.
private final class RecordPages: Sendable {
  private let index: IndexFile
  private let extent: StoredExtent
  private let versions: Bool
  private let id: @Sendable (Row) -> [UInt8]
  /// The last number that was read.
  private let last = Mutex<Int64>(0)

  init(index: IndexFile, extent: StoredExtent, versions: Bool, id: @escaping @Sendable (Row) -> [UInt8]) {
    (self.index, self.extent, self.versions, self.id) = (index, extent, versions, id)
  }

  /// The next lines; nil after the last.
  func next() throws(ReadingError) -> [UInt8]? {
    do {
      return try last.withLock { last in try index.read { try page(after: &last, $0) } }
    } catch {
      throw error as? ReadingError ?? ReadingError(.unreadable, "\(error)", at: .init(index.path))
    }
  }

  private func page(after last: inout Int64, _ database: Database) throws -> [UInt8]? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT number, id, id_is_text, data FROM article JOIN record ON record.article = number
        WHERE number > ?1 AND number <= ?2 AND +scope = ?3 AND (?4 OR replaced IS NULL OR replaced > ?2)
        ORDER BY number LIMIT ?5
        """)
    let rows = try Row.fetchCursor(
      statement, arguments: [last, extent.end, extent.scope, versions, IndexTuning.unpackedTogether])
    var lines: [UInt8] = []
    lines.reserveCapacity(IndexTuning.unpackedTogether * IndexTuning.usualBytes)
    try PackerPool.shared.use { packer in
      while let row = try rows.next() {
        last = row[0]
        try packer.appendLine(row[3], idAsJSON: id(row), to: &lines)
      }
    }
    return lines.isEmpty ? nil : lines
  }
}
