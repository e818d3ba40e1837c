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
