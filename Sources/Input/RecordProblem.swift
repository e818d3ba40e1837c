internal import CSIMDJSON

/// The sentences that tell a person why a record was not used, or what in it was not, and what to do.
enum RecordProblem {
  static func reason(_ problem: UInt8, of record: Span<UInt8>, options: ReadingOptions) -> String {
    let text = options.fields.text
    return switch UInt32(problem) {
    case NEWSPRINT_JSON_TEXT_MISSING.rawValue: missing(text)
    case NEWSPRINT_JSON_TEXT_NULL.rawValue: "field \"\(text)\" is null. Give the article's text, or leave the record out."
    case NEWSPRINT_JSON_TEXT_WRONG_TYPE.rawValue: "field \"\(text)\" is not a string. Write the article's text as a JSON string."
    case NEWSPRINT_JSON_TEXT_BLANK.rawValue: blank(text)
    case NEWSPRINT_JSON_ID_WRONG_TYPE.rawValue:
      "field \"\(options.fields.id)\" is neither a string nor a number. Give the article a plain id, or none."
    case NEWSPRINT_JSON_TOO_LONG.rawValue: tooLong(options.maxRecordBytes)
    case NEWSPRINT_JSON_NO_MEMORY.rawValue: "no memory was left for the record of \(record.count) bytes. Lower --max-record."
    default: JSONDiagnosis(record).reason
    }
  }

  static func missing(_ field: String) -> String {
    "field \"\(field)\" is missing. Name the right one with --text-field, or leave the record out."
  }

  static func blank(_ field: String) -> String {
    "field \"\(field)\" is empty. Give the article's text, or leave the record out."
  }

  static func tooLong(_ limit: Int) -> String {
    "the record is longer than \(limit) bytes. Raise the limit with --max-record, or split the record."
  }

  static func invalidUTF8(at offset: Int) -> String {
    "byte \(offset + 1) of the record is not valid UTF-8. Convert the file to UTF-8."
  }

  static func columns(_ found: Int, expected: Int) -> String {
    let advice = found < expected ? "Fill the missing ones, if only with nothing." : "Quote fields that hold the separator."
    return "the row has \(found) columns, the heading \(expected). \(advice)"
  }

  static func ignored(_ field: String) -> String {
    "field \"\(field)\" is not a string and was ignored. Write it as a string."
  }

  static func notADate(_ field: String, _ bytes: Span<UInt8>) -> String {
    "field \"\(field)\" is not a date (\"\(String(decoding: bytes.prefix(40), as: UTF8.self))\"). Use ISO 8601."
  }
}

extension Span<UInt8> {
  func prefix(_ length: Int) -> [UInt8] {
    (0..<Swift.min(length, count)).map { self[$0] }
  }
}
