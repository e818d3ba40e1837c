internal import Articles
internal import CSIMDJSON
package import Files
internal import FoundationEssentials

/// One JSON object of a line, its members found and not yet read: for files that the program has written itself.
package struct JSONRow: Sendable {
  private struct Member {
    /// The inside of the name's string.
    var name: Range<Int>
    var value: Range<Int>
  }

  private let bytes: [UInt8]
  /// In the order in which they stand; of equal names the last counts.
  private var members: [Member] = []
  private let location: ReadingError.Location

  /// - Throws: ``ReadingError`` when the line is no object.
  package init(_ line: [UInt8], at location: ReadingError.Location) throws(ReadingError) {
    bytes = line
    self.location = location
    guard let found = Self.members(line.span) else { throw error("the line is no JSON object") }
    members = found
  }

  private static func members(_ span: Span<UInt8>) -> [Member]? {
    var cursor = JSONCursor()
    guard cursor.take("{", span) else { return nil }
    var found: [Member] = []
    if cursor.take("}", span) { return found }
    found.reserveCapacity(12)
    repeat {
      guard let name = cursor.string(span), cursor.take(":", span), cursor.peek(span) != nil else { return nil }
      let start = cursor.position
      guard cursor.skipValue(span) else { return nil }
      found.append(Member(name: name, value: start..<cursor.position))
    } while cursor.take(",", span)
    return cursor.take("}", span) ? found : nil
  }

  private func find(_ name: String) -> Range<Int>? {
    members.last { $0.name.count == name.utf8.count && bytes[$0.name].elementsEqual(name.utf8) }?.value
  }

  /// An error at this row.
  package func error(_ reason: String) -> ReadingError {
    ReadingError(.content, reason, at: location, advice: "Make the rows with the same version of this program.")
  }

  private func wrong(_ name: String) -> ReadingError { error("the member \"\(name)\" is missing or not as it should be") }

  package func has(_ name: String) -> Bool {
    guard let range = find(name) else { return false }
    return !bytes[range].elementsEqual("null".utf8)
  }

  /// The bytes of a member's value as they stand.
  package func verbatim(_ name: String) throws(ReadingError) -> ArraySlice<UInt8> {
    guard let range = find(name) else { throw wrong(name) }
    return bytes[range]
  }

  package func integer<Integer: FixedWidthInteger>(_ name: String, as type: Integer.Type = Integer.self) throws(ReadingError)
    -> Integer
  {
    guard let value = Digits.decimal(try verbatim(name), as: type) else { throw wrong(name) }
    return value
  }

  package func float(_ name: String) throws(ReadingError) -> Float {
    guard let value = Float(String(decoding: try verbatim(name), as: UTF8.self)) else { throw wrong(name) }
    return value
  }

  package func bool(_ name: String) throws(ReadingError) -> Bool { try verbatim(name).elementsEqual("true".utf8) }

  package func string(_ name: String) throws(ReadingError) -> String {
    guard let value = Self.string(try verbatim(name)) else { throw wrong(name) }
    return value
  }

  /// The inside of a string without escapes, such as digits.
  package func plain(_ name: String) throws(ReadingError) -> ArraySlice<UInt8> {
    guard let value = Self.plain(try verbatim(name)) else { throw wrong(name) }
    return value
  }

  /// A number of 64 bits in hexadecimal digits.
  package func hash(_ name: String) throws(ReadingError) -> UInt64 {
    guard let value = Digits.hexadecimal(try plain(name)) else { throw wrong(name) }
    return value
  }

  package func hashes(_ name: String) throws(ReadingError) -> [UInt64] {
    try list(name, ofPlain: Digits.hexadecimal)
  }

  package func integers<Integer: FixedWidthInteger>(_ name: String, as type: Integer.Type = Integer.self) throws(ReadingError)
    -> [Integer]
  {
    try list(name, of: { Digits.decimal($0, as: type) })
  }

  package func strings(_ name: String) throws(ReadingError) -> [String] { try list(name, of: Self.string) }

  /// What `read` makes of each string of a list, which are without escapes.
  ///
  /// - Throws: ``ReadingError`` when there is another value in it, or `read` gives nil.
  package func list<Element>(_ name: String, ofPlain read: (ArraySlice<UInt8>) -> Element?) throws(ReadingError) -> [Element] {
    try list(name, of: { Self.plain($0).flatMap(read) })
  }

  /// Bytes in base64.
  package func data(_ name: String) throws(ReadingError) -> [UInt8] {
    guard let data = Data(base64Encoded: try string(name)) else { throw wrong(name) }
    return Array(data)
  }

  /// An object inside this one.
  package func object(_ name: String) throws(ReadingError) -> JSONRow { try JSONRow(Array(try verbatim(name)), at: location) }

  private func list<Element>(_ name: String, of read: (ArraySlice<UInt8>) -> Element?) throws(ReadingError) -> [Element] {
    let value = try verbatim(name)
    let span = bytes.span
    var cursor = JSONCursor(value.startIndex)
    guard cursor.take("[", span) else { throw wrong(name) }
    if cursor.take("]", span) { return [] }
    var result: [Element] = []
    repeat {
      guard cursor.peek(span) != nil else { throw wrong(name) }
      let start = cursor.position
      guard cursor.skipValue(span), let element = read(bytes[start..<cursor.position]) else { throw wrong(name) }
      result.append(element)
    } while cursor.take(",", span)
    return result
  }

  private static func isQuoted(_ value: ArraySlice<UInt8>) -> Bool {
    value.count >= 2 && value.first == UInt8(ascii: "\"") && value.last == UInt8(ascii: "\"")
  }

  private static func plain(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard isQuoted(value) else { return nil }
    let inner = value.dropFirst().dropLast()
    return inner.contains(UInt8(ascii: "\\")) ? nil : inner
  }

  private static func string(_ value: ArraySlice<UInt8>) -> String? {
    guard isQuoted(value) else { return nil }
    if let inner = plain(value) { return String(decoding: inner, as: UTF8.self) }
    return try? JSONDecoder().decode(String.self, from: Data(value))
  }
}

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
