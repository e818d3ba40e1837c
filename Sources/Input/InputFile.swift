internal import Articles
internal import Files
internal import Synchronization

/// A file that was opened: what parsing its records, naming them and reading them again needs to know.
package final class InputFile: Sendable {
  /// Index in the store's list.
  let index: UInt32
  /// As the user gave it; in a folder, the folder's name and the path below it.
  let name: String
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
    return name == "-" ? .standardInput : try .reading(name)
  }

  /// Appends one of the file's records as a line of JSON, without the line break.
  package func appendJSON(_ record: Span<UInt8>, to output: inout [UInt8]) { format.appendJSON(record, in: self, to: &output) }
}

/// Which of the fields any record has had, one bit each; safe from several threads.
final class FieldsSeen: Sendable {
  private let bits = Atomic<UInt8>(0)

  func add(_ fields: UInt8) { bits.bitwiseOr(fields, ordering: .relaxed) }

  /// Whether there was a record at all with one of the fields.
  var any: Bool { bits.load(ordering: .relaxed) != 0 }

  func contains(_ field: ArticleField) -> Bool { bits.load(ordering: .relaxed) & 1 << UInt8(field.rawValue) != 0 }
}
