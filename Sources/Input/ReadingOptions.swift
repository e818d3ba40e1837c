/// The names under which a record's fields are found: JSON keys, or column headings.
package struct FieldNames: Sendable, Hashable {
  package var id = "id"
  package var text = "text"
  package var title = "title"
  package var url = "url"
  /// The outlet.
  package var source = "source"
  package var published = "published"
  package var language = "language"

  package init() {}

  /// In the order that parsers number the fields, see ``ArticleField``.
  var all: [String] { [id, text, title, url, source, published, language] }
}

/// A field that is copied out of a record; the raw value is its place in ``FieldNames``.
enum ArticleField: Int, CaseIterable {
  case id, text, title, url, source, published, language
}

/// What a person can choose about reading.
package struct ReadingOptions: Sendable {
  package var fields = FieldNames()
  /// A longer record is passed over without being held in memory.
  ///
  /// In bytes, at most 1 GiB.
  package var maxRecordBytes = 64 << 20
  /// About how much is read, and handed to one parser, at a time.
  ///
  /// In bytes.
  package var chunkBytes = 1 << 20
  /// Whether records must stay readable after the first pass: standard input and compressed files are then written,
  /// decompressed, to a temporary file that has no name.
  package var keepsRecords = true

  package init() {}

  /// The same options with every size in the range that the rest of the module relies on.
  var clamped: ReadingOptions {
    var options = self
    options.maxRecordBytes = min(max(1, maxRecordBytes), 1 << 30)
    options.chunkBytes = min(max(1, chunkBytes), 1 << 30)
    return options
  }
}
