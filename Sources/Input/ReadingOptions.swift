/// The names under which a record's fields are found: JSON keys, or column headings.
///
/// A name with points is a path into nested objects, `article.body`, unless a field is called exactly so.
package struct FieldNames: Sendable, Hashable {
  package var id = "id"
  package var text = "text"
  package var title = "title"
  package var url = "url"
  /// The outlet.
  package var source = "source"
  package var published = "published"
  package var language = "language"
  /// The fields whose names a person has chosen: no other name is tried for them, and it is said when no record has them.
  package var chosen: Set<ArticleField> = []

  package init() {}

  /// In the order that parsers number the fields, see ``ArticleField``.
  var names: [String] { ArticleField.allCases.map { self[$0] } }

  package subscript(field: ArticleField) -> String {
    get { self[keyPath: field.path] }
    set { self[keyPath: field.path] = newValue }
  }

  /// Takes a name that a person has chosen; the one that the field has anyway is no choice.
  package mutating func choose(_ name: String, for field: ArticleField) {
    guard name != self[field] else { return }
    self[field] = name
    chosen.insert(field)
  }
}

/// A field that is copied out of a record; the raw value is its place in ``FieldNames``.
package enum ArticleField: Int, Sendable, CaseIterable {
  case id, text, title, url, source, published, language

  fileprivate var path: WritableKeyPath<FieldNames, String> {
    switch self {
    case .id: \.id
    case .text: \.text
    case .title: \.title
    case .url: \.url
    case .source: \.source
    case .published: \.published
    case .language: \.language
    }
  }

  /// As it is called in the option that names it: `text` for `--text-field`.
  var name: String { "\(self)" }

  /// What it holds, for people.
  var meaning: String {
    switch self {
    case .url: "address"
    case .source: "outlet"
    case .published: "time of publication"
    default: name
    }
  }
}

/// What a person can choose about reading.
package struct ReadingOptions: Sendable {
  package var fields = FieldNames()
  /// Which of day and month comes first where a date has only figures; nil when nobody said.
  package var dateOrder: DateOrder?
  /// A longer record is passed over without being held in memory.
  ///
  /// In bytes, at most 1 GiB.
  package var maxRecordBytes = 64 << 20
  /// The longest record that can be asked for, in bytes.
  package static let largestRecord = 1 << 30
  /// About how much is read, and handed to one parser, at a time.
  ///
  /// In bytes.
  package var chunkBytes = 1 << 20
  /// Whether records must stay readable after the first pass: those of standard input and of compressed files are then written,
  /// decompressed, to a temporary file that has no name.
  package var keepsRecords = true
  /// Where that file is made; nil is TMPDIR, or else /tmp.
  package var temporaryFolder: String?

  package init() {}

  /// The same options for records that Newsprint wrote itself: their fields have the default names, and any length is welcome.
  package var ofOwnRecords: ReadingOptions {
    var options = self
    options.fields = .init()
    options.maxRecordBytes = Self.largestRecord
    return options
  }

  /// The same options with every size in the range that the rest of the module relies on.
  var clamped: ReadingOptions {
    var options = self
    options.maxRecordBytes = min(max(1, maxRecordBytes), Self.largestRecord)
    options.chunkBytes = min(max(1, chunkBytes), Self.largestRecord)
    return options
  }
}
