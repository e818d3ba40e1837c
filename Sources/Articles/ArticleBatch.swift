/// Articles that were read together: their fields in one arena of bytes, their records in reading order.
///
/// A batch is what reading hands to the rest of the line. No article has a `String` or an array of its own: a field is a
/// range of `bytes`, so a batch of thousands of articles costs two allocations.
package struct ArticleBatch: Sendable {
  /// The bytes that follow the last field, so that code may read whole vectors past the end of a text.
  package static let padding = 64
  /// A text is read closely up to so many bytes: a book, or a thousand articles that nobody has cut apart.
  ///
  /// What is behind them costs no more memory than its own bytes. Such a text is a copy only of the very same text.
  package static let longestReading = 2 << 20

  /// The fields' bytes, valid UTF-8 each, followed by at least ``padding`` zero bytes.
  package var bytes: [UInt8] = []
  package var records: [ArticleRecord] = []
  /// What could not be read between the records.
  package var skipped: [SkippedRecord] = []
  /// What was wrong in records that are used all the same: a field that is no date, or of a type that cannot be text.
  package var warnings = Warnings()

  package init() {}

  /// One article of which only the text and the title are known; both are UTF-8.
  package init(text: [UInt8], title: [UInt8] = []) {
    bytes = text + title + [UInt8](repeating: 0, count: Self.padding)
    var record = ArticleRecord(location: RecordLocation(file: 0, line: 1, offset: 0, length: UInt32(text.count + title.count)))
    record.text = ByteRange(0, text.count)
    record.title = ByteRange(text.count, text.count + title.count)
    records = [record]
  }

  package func string(_ range: ByteRange) -> String {
    String(decoding: bytes[range.indices], as: UTF8.self)
  }

  package func text(of record: ArticleRecord) -> String { string(record.text) }
}

/// A range of bytes in a batch's arena; 8 bytes where `Range<Int>` has 16.
package struct ByteRange: Sendable, Hashable {
  package var start: UInt32
  package var end: UInt32

  package init(_ start: Int, _ end: Int) {
    self.start = UInt32(start)
    self.end = UInt32(end)
  }

  package static let empty = ByteRange(0, 0)
  package var count: Int { Int(end) - Int(start) }
  package var isEmpty: Bool { start == end }
  package var indices: Range<Int> { Int(start)..<Int(end) }
}
