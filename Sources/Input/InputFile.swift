internal import Articles
internal import Files
internal import Synchronization

/// A file that was opened: what parsing its records, naming them and reading them again needs to know.
package final class InputFile: Sendable {
  /// Index in the store's list.
  let index: UInt32
  /// As the user gave it; in a folder, the folder's name and the path below it.
  let name: String
  /// Where it lies, see ``PathText``.
  private let path: String
  let format: any RecordFormat
  /// The names under which this file's fields are read: those asked for, or the usual ones that it has instead.
  let fields: FieldNames
  /// What the fields at the beginning of the file are called; empty when the format has none.
  let headings: [String]
  /// Headings and dialect, for tables.
  let table: TableLayout?
  /// Where the records' bytes can be read again; nil for a plain file, which is opened by name.
  let spool: Spool?
  /// The bytes, where they are in memory already.
  let content: [UInt8]?
  /// The id of an article that is the whole file.
  let articleID: String
  /// The fields that a record had so far.
  let seen = FieldsSeen()

  init(path: InputPath, index: UInt32, format: any RecordFormat, opening: FormatOpening, spool: Spool?) {
    self.index = index
    name = path.name
    self.path = path.path
    articleID = path.articleID
    content = path.content
    self.format = format
    fields = opening.fields
    headings = opening.headings
    table = opening.table
    self.spool = spool
  }

  /// The file, to be read at offsets.
  func descriptor() throws(SystemError) -> Descriptor {
    if let spool { return spool.file }
    return path == "-" ? .standardInput : try .reading(path)
  }

  /// Appends one of the file's records as a line of JSON, without the line break.
  package func appendJSON(_ record: Span<UInt8>, to output: inout [UInt8]) { format.appendJSON(record, in: self, to: &output) }
}

/// Which of the fields any record has had, and under which other names; safe from several threads.
final class FieldsSeen: Sendable {
  private let bits = Atomic<UInt8>(0)
  /// For each field one bit for each place among its other names.
  private let others = InlineArray<7, Atomic<UInt32>> { _ in Atomic(0) }

  func add(_ fields: UInt8) { bits.bitwiseOr(fields, ordering: .relaxed) }

  /// A record had the field under the other name at `place`, from 1.
  func add(_ field: ArticleField, place: UInt8) {
    let bit = UInt32(1) << UInt32(min(place, 31))
    if others[field.rawValue].load(ordering: .relaxed) & bit == 0 { others[field.rawValue].bitwiseOr(bit, ordering: .relaxed) }
  }

  /// The other names under which records had the field, the likeliest first.
  func otherNames(_ field: ArticleField) -> [String] {
    let bits = others[field.rawValue].load(ordering: .relaxed)
    return FieldGuess.usual(field).enumerated().filter { bits >> UInt32(min($0.offset + 1, 31)) & 1 != 0 }.map(\.element)
  }

  /// Whether there was a record at all with one of the fields.
  var any: Bool { bits.load(ordering: .relaxed) != 0 }

  func contains(_ field: ArticleField) -> Bool { bits.load(ordering: .relaxed) & 1 << UInt8(field.rawValue) != 0 }
}
