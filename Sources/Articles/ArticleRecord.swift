/// One article of a batch: where its fields lie in the batch's arena and where the record stands in the input.
package struct ArticleRecord: Sendable {
  /// The `id` field as text (numbers as they are written); empty when the record has none, see ``ArticleRecord/location``.
  package var id: ByteRange = .empty
  package var text: ByteRange = .empty
  package var title: ByteRange = .empty
  package var url: ByteRange = .empty
  /// The outlet.
  package var source: ByteRange = .empty
  package var language: ByteRange = .empty
  /// Publication time in seconds since 1970-01-01 00:00 UTC, or nil when the record has none.
  package var published: Int64?
  /// True when `id` was written as a JSON string, false for a number; decides how it is written again.
  package var idIsString = true
  package var location: RecordLocation

  package init(location: RecordLocation) { self.location = location }
}

/// Where a record's own bytes stand: enough to name it in a message and to read it again.
package struct RecordLocation: Sendable, Hashable {
  /// Index of the input in the list that was opened (``InputFile`` of the store).
  package var file: UInt32
  /// Line of the record's first byte, from 1.
  package var line: UInt32
  /// Offset of the first byte in the file, after decompression, from 0.
  package var offset: UInt64
  /// Length in bytes, without the line break.
  package var length: UInt32

  package init(file: UInt32, line: UInt32, offset: UInt64, length: UInt32) {
    self.file = file
    self.line = line
    self.offset = offset
    self.length = length
  }
}

/// A record that could not be used, with the place and the reason that a person needs to mend it.
package struct SkippedRecord: Sendable, Hashable {
  /// The input's name as the user gave it.
  package var file: String
  /// Line from 1, or nil when the whole file is meant.
  package var line: Int?
  /// What is wrong and what to do, one sentence.
  package var reason: String

  package init(file: String, line: Int?, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  /// Place and reason: `batch-07.jsonl:1842: field "text" is missing.`.
  package var message: String {
    line.map { "\(file):\($0): \(reason)" } ?? "\(file): \(reason)"
  }
}
