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
  /// The two times that a date may mean whose day and month can be exchanged; ``published`` is nil then.
  package var openDate: OpenDate?
  /// True when `id` was written as a JSON string, false for a number; decides how it is written again.
  package var idIsString = true
  package var location: RecordLocation

  package init(location: RecordLocation) { self.location = location }
}

/// A date such as `09/11/2016`, of which nobody said whether the day or the month comes first.
///
/// It cannot order two articles. But two that are days apart either way are days apart.
package struct OpenDate: Sendable, Hashable {
  /// Seconds since 1970 where the day comes first, and where the month does.
  package var dayFirst: Int64
  package var monthFirst: Int64

  package init(dayFirst: Int64, monthFirst: Int64) {
    self.dayFirst = dayFirst
    self.monthFirst = monthFirst
  }
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

/// What was wrong in records that are used all the same, one entry for each kind of fault in each file.
///
/// A million bad dates are one warning that names the first place and counts the others, in memory too.
package struct Warnings: Sendable, Hashable {
  /// A kind of fault; two of the same kind in one file are one warning.
  package enum Kind: Sendable, Hashable {
    case notADate
    case ambiguousDate
    /// A field of a type that cannot be read, by its place among the fields.
    case ignored(Int)
    /// A character that does not exist, in a field.
    case replaced(Int)
    case repeatedID
    /// A text that is not read to its end, see ``ArticleBatch/longestReading``.
    case longText
    /// Said once for the file.
    case file(String)
  }

  private struct Key: Sendable, Hashable {
    var file: String
    var kind: Kind
  }

  /// The first record of each kind and how many there are, in the order in which they came.
  package private(set) var entries: [(record: SkippedRecord, kind: Kind, count: Int)] = []
  private var places: [Key: Int] = [:]

  package init() {}

  package var isEmpty: Bool { entries.isEmpty }

  package mutating func add(_ kind: Kind, _ record: SkippedRecord) { add(record, kind, 1) }

  private mutating func add(_ record: SkippedRecord, _ kind: Kind, _ count: Int) {
    let key = Key(file: record.file, kind: kind)
    if let place = places[key] {
      entries[place].count += count
    } else {
      places[key] = entries.count
      entries.append((record, kind, count))
    }
  }

  /// Adds the warnings of records that come later.
  package static func += (left: inout Warnings, right: Warnings) {
    for entry in right.entries { left.add(entry.record, entry.kind, entry.count) }
  }

  /// Place, reason and number of each: `a.jsonl:7: field "published" is not a date ("soon"). Use ISO 8601. (and 999 more)`.
  package var messages: [String] {
    entries.map { entry in
      entry.count > 1 ? "\(entry.record.message) (and \(entry.count - 1) more in this file)" : entry.record.message
    }
  }

  package static func == (left: Warnings, right: Warnings) -> Bool { left.messages == right.messages }

  package func hash(into hasher: inout Hasher) { hasher.combine(messages) }
}
