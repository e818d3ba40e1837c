internal import Files
/// A file that was opened: what parsing its records, naming them and reading them again needs to know.
package final class InputFile: Sendable {
  /// Index in the store's list.
  let index: UInt32
  /// As the user gave it; in a folder, the folder's name and the path below it.
  let name: String
  let format: any RecordFormat
  /// Headings and separator, for tables.
  package let table: TableLayout?
  /// Where the decompressed bytes can be read again; nil for a plain file, which is opened by name.
  let spool: Descriptor?
  /// The bytes, where they are in memory already.
  let content: [UInt8]?
  /// The id of an article that is the whole file.
  let articleID: String

  init(path: InputPath, index: UInt32, format: any RecordFormat, table: TableLayout?, spool: Descriptor?) {
    self.index = index
    name = path.name
    articleID = path.articleID
    content = path.content
    self.format = format
    self.table = table
    self.spool = spool
  }

  /// The file, to be read at offsets.
  func descriptor() throws(SystemError) -> Descriptor {
    if let spool { return spool }
    return name == "-" ? .standardInput : try .reading(name)
  }

  /// Appends one of the file's records as a line of JSON, without the line break.
  package func appendJSON(_ record: Span<UInt8>, to output: inout [UInt8]) {
    format.appendJSON(record, in: self, to: &output)
  }
}
