internal import Articles
internal import CSIMDJSON

/// The sentences that tell a person why a record was not used, or what in it was not, and what to do.
enum RecordProblem {
  static func reason(_ problem: UInt8, of record: Span<UInt8>, fields: FieldNames, limit: Int) -> String {
    let text = fields.text
    return switch UInt32(problem) {
    case NEWSPRINT_JSON_TEXT_MISSING.rawValue: missing(text, in: record)
    case NEWSPRINT_JSON_TEXT_NULL.rawValue: "field \"\(text)\" is null. Give the article's text, or leave the record out."
    case NEWSPRINT_JSON_TEXT_WRONG_TYPE.rawValue:
      "field \"\(text)\" is neither a string nor a list of strings. Write the article's text as a JSON string."
    case NEWSPRINT_JSON_TEXT_BLANK.rawValue: blank(text)
    case NEWSPRINT_JSON_TOO_LONG.rawValue: tooLong(limit)
    case NEWSPRINT_JSON_NO_MEMORY.rawValue: noMemory(record.count)
    default: JSONDiagnosis(record).reason
    }
  }

  /// Says which fields there are instead.
  static func missing(_ field: String, in record: Span<UInt8>) -> String {
    var outline = JSONOutline()
    _ = outline.add(record, at: record.trimmed.lowerBound)
    return "field \"\(field)\" is missing\(list(outline.fields.map(\.name))). Name the right one with --text-field, or leave the "
      + "record out."
  }

  /// ` (there are: id, body)`, nothing when there are none.
  static func list(_ fields: [String]) -> String {
    guard !fields.isEmpty else { return "" }
    let shown = fields.prefix(12).joined(separator: ", ").prefix(200)
    return " (there \(fields.count == 1 ? "is" : "are"): \(shown)\(fields.count > 12 ? ", ..." : ""))"
  }

  static func blank(_ field: String) -> String {
    "field \"\(field)\" is empty. Give the article's text, or leave the record out."
  }

  static func tooLong(_ limit: Int) -> String {
    "the record is longer than \(limit) bytes. Raise the limit with --max-record, or split the record."
  }

  static func noMemory(_ bytes: Int) -> String {
    "no memory was left for a record of \(bytes) bytes or more. Lower --max-record, or raise the process's limit (ulimit -v)."
  }

  static func invalidUTF8(at offset: Int) -> String {
    "byte \(offset + 1) of the record is not valid UTF-8. Convert the file to UTF-8."
  }

  /// That fields were found under other names than their own.
  static func guessed(_ asked: FieldNames, _ used: FieldNames, first: String, files: Int) -> SkippedRecord {
    let fields = FieldGuess.differences(asked, used)
    let parts = fields.map { "\"\(used[$0])\" is read as the \($0.meaning)" }
    let more = files > 1 ? ", and in \(files - 1) more files" : ""
    return SkippedRecord(file: first, line: nil, reason: "\(parts.joined(separator: ", "))\(more); \(another(fields)).")
  }

  /// That some records have fields under other names than most of their file.
  static func guessedToo(_ names: [(name: String, field: ArticleField)], in file: InputFile) -> SkippedRecord {
    let parts = names.map { "\"\($0.name)\" is read as the \($0.field.meaning)" }
    return SkippedRecord(
      file: file.name, line: nil,
      reason: "\(parts.joined(separator: ", ")) where a record has no likelier field; \(another(names.map(\.field))).")
  }

  /// How to say that others are meant.
  private static func another(_ fields: [ArticleField]) -> String {
    fields.count == 1 ? "--\(fields[0].name)-field names another" : "--text-field and the like name others"
  }

  /// That no record has a field which a person has named.
  static func notFound(_ field: ArticleField, _ name: String, in file: InputFile) -> SkippedRecord {
    SkippedRecord(
      file: file.name, line: nil,
      reason: "no record has a field \"\(name)\"\(list(file.headings)). Name the right one with --\(field.name)-field.")
  }

  static func columns(_ found: Int, expected: Int) -> String {
    let advice = found < expected ? "Fill the missing ones, if only with nothing." : "Quote fields that hold the separator."
    return "the row has \(found) columns, the heading \(expected). \(advice)"
  }

  static func longText(_ field: String, _ bytes: Int) -> String {
    "field \"\(field)\" has \(bytes) bytes, of which the first \(ArticleBatch.longestReading) are read: only the very same text counts "
      + "as its copy. Cut it into articles."
  }

  static func ignoredID(_ field: String) -> String {
    "field \"\(field)\" is neither a string nor a number; the article is called by its file and line. Give it a plain id."
  }

  static func replaced(_ field: String) -> String {
    "field \"\(field)\" has half of a surrogate pair, which is no character; U+FFFD stands for it."
  }

  static func ignored(_ field: String) -> String {
    "field \"\(field)\" is not a string and was ignored. Write it as a string."
  }

  static func ambiguousDate(_ field: String, _ bytes: Span<UInt8>) -> String {
    "field \"\(field)\" can be read as two dates (\"\(String(decoding: bytes.prefix(40), as: UTF8.self))\"). "
      + "Say --date-order dmy or mdy."
  }

  static func notOfPrint(_ field: String, _ bytes: Span<UInt8>) -> String {
    "field \"\(field)\" is no time of which there can be news (\"\(String(decoding: bytes.prefix(40), as: UTF8.self))\"): the article "
      + "counts as undated."
  }

  static func notADate(_ field: String, _ bytes: Span<UInt8>) -> String {
    "field \"\(field)\" is not a date (\"\(String(decoding: bytes.prefix(40), as: UTF8.self))\"). Use ISO 8601."
  }
}

extension Span<UInt8> {
  /// The bytes of a range as text.
  func string(_ range: Range<Int>) -> String { String(decoding: extracting(range).prefix(range.count), as: UTF8.self) }

  func prefix(_ length: Int) -> [UInt8] {
    (0..<Swift.min(length, count)).map { self[$0] }
  }
}
