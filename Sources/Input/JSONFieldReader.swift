internal import Articles
internal import CSIMDJSON
internal import Files

/// Takes a few fields out of lines of JSON that are no articles: labels, pairs of texts.
///
/// The one JSON parser of the program, under its rules: the last of equal keys counts.
package struct JSONFieldReader {
  /// The value of a field.
  package enum Value: Sendable, Hashable {
    case missing
    case string([UInt8])
    /// As it is written.
    case number([UInt8])
    /// Null, a boolean, a list, an object.
    case other

    /// The text of a string, or a number as it is written.
    package var text: String? {
      switch self {
      case .string(let bytes), .number(let bytes): String(decoding: bytes, as: UTF8.self)
      case .missing, .other: nil
      }
    }
  }

  /// Why a line gives no values.
  package struct Failure: Error {
    /// What is wrong with it, the middle of a sentence.
    package let reason: String
  }

  private let parser = JSONParser()
  private let count: Int

  /// A reader of at most seven fields.
  package init(_ names: [String]) {
    precondition(names.count <= ArticleField.allCases.count)
    count = names.count
    // No field has an empty name in the places that are left over but one that is called so, and that is not asked for.
    parser.look(for: names + Array(repeating: "", count: ArticleField.allCases.count - names.count), needsText: false)
  }

  /// The values of the fields in the order of their names; nil for a line of white space.
  ///
  /// - Throws: what is wrong with a line that is no object.
  package func read(_ line: Span<UInt8>) throws(Failure) -> [Value]? {
    guard !line.trimmed.isEmpty else { return nil }
    var record = newsprint_json_record()
    let bytes = [UInt8](capacity: line.count) { arena in
      if parser.parse([ByteRange(0, line.count)], of: line, limit: line.count, into: &arena) == 1 { record = parser[0] }
    }
    guard record.problem == UInt8(NEWSPRINT_JSON_FINE.rawValue) else { throw Failure(reason: JSONDiagnosis(line).reason) }
    let fields = [
      record.fields.0, record.fields.1, record.fields.2, record.fields.3, record.fields.4, record.fields.5, record.fields.6,
    ]
    return (0..<count).map { index in
      let bit = UInt8(1) << UInt8(index)
      guard record.present & bit != 0 else { return .missing }
      let range = ByteRange(fields[index])
      if record.numbers & bit != 0 { return .number(Array(bytes[range.indices])) }
      if record.strings & bit != 0 { return .string(Array(bytes[range.indices])) }
      return .other
    }
  }
}
