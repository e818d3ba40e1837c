package import Articles
internal import Files
internal import Output
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
  /// What the file was when it was opened; nil for what is no plain file.
  private let snapshot: FileSnapshot?
  /// The bytes, where they are in memory already.
  let content: [UInt8]?
  /// The id of an article that is the whole file.
  let articleID: String
  /// The fields that a record had so far.
  let seen = FieldsSeen()

  init(path: InputPath, index: UInt32, format: any RecordFormat, opening: FormatOpening, spool: Spool?, snapshot: FileSnapshot?) {
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
    self.snapshot = snapshot
  }

  /// The file, to be read at offsets.
  ///
  /// - Throws: ``ReadingError`` when it is gone, or what its name leads to is not what was read before.
  func descriptor() throws(ReadingError) -> Descriptor {
    if let spool { return spool.file }
    do throws(SystemError) {
      let descriptor = path == "-" ? .standardInput : try Descriptor.reading(path)
      if try snapshot?.isContinued(by: descriptor) != false { return descriptor }
    } catch {
      throw ReadingError(.unreadable, "the file cannot be read again: \(error.reason)", at: .init(name), cause: error)
    }
    throw ReadingError(.changed, "the file was changed while it was read", at: .init(name), advice: "Start again.")
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

/// The inputs' names, and the ids of articles that have none of their own.
package struct InputNames: Sendable, Hashable {
  let names: [String]
  /// Whether the articles come from memory, where nobody but the caller names them.
  var areInMemory = false

  /// As the user gave it; in a folder, with the path below it.
  package func name(of file: UInt32) -> String { Int(file) < names.count ? names[Int(file)] : "?" }

  /// `FILE:LINE`.
  package func place(of location: RecordLocation) -> String { "\(name(of: location.file)):\(location.line)" }

  /// The article's id, or `FILE:LINE`.
  package func identifier(of record: ArticleRecord, in batch: ArticleBatch) -> String {
    record.id.isEmpty ? place(of: record.location) : batch.string(record.id)
  }

  /// Appends the id as JSON: a number as it was written, anything else as a string.
  ///
  /// `renamed` is the name of an article whose id another had before.
  package func appendIdentifier(
    of record: ArticleRecord, in batch: ArticleBatch, renamed: [UInt8]? = nil, to output: inout [UInt8]
  ) {
    if let renamed { return JSONText.append(renamed.span, to: &output) }
    appendIdentifier(
      batch.bytes.span.extracting(record.id.indices), isString: record.idIsString, at: record.location, to: &output)
  }

  /// Appends an id of these bytes; without any, `FILE:LINE`.
  package func appendIdentifier(_ id: Span<UInt8>, isString: Bool, at location: RecordLocation, to output: inout [UInt8]) {
    if id.isEmpty {
      JSONText.append(Array(place(of: location).utf8).span, to: &output)
    } else if isString {
      JSONText.append(id, to: &output)
    } else {
      output.append(copying: id)
    }
  }
}

/// A temporary file without a name that keeps the records of a stream, so that they can be read again.
///
/// Only bytes that were cut into records come here: what was passed over, however long, takes no room.
final class Spool: Sendable {
  let file: Descriptor
  private let folder: String

  /// - Throws: ``ReadingError`` when no file can be made: that is no fault of the input, so nothing goes on without it.
  init(in folder: String?) throws(ReadingError) {
    self.folder = folder ?? Descriptor.temporaryFolder
    file = try .scratch(in: self.folder)
  }

  /// Appends bytes; one thread at a time.
  func append(_ bytes: Span<UInt8>, of name: String) throws(ReadingError) {
    do { try file.write(bytes) } catch {
      throw ReadingError(
        .temporary, "its records cannot be kept in \(folder): \(error.reason)", at: .init(name),
        advice: "Name another folder with --temp, or make room.", cause: error)
    }
  }
}
