internal import FoundationEssentials

/// Takes a few plain fields out of one line of JSON without building the rest.
struct LabelScanner {
  struct Failure: Error {
    var reason: String
  }

  private let names: [[UInt8]]
  /// By name: a string's text, a number as it is written; nil when the field is absent.
  private(set) var values: [String?]
  private var position = 0

  init(names: [String]) {
    self.names = names.map { Array($0.utf8) }
    values = [String?](repeating: nil, count: names.count)
  }

  /// Reads an object; false for a blank line.
  mutating func scan(_ bytes: Span<UInt8>) throws(Failure) -> Bool {
    guard skipBlanks(bytes) else { return false }
    try expect("{", bytes)
    guard !take("}", bytes) else { return try end(bytes) }
    repeat {
      let key = try string(bytes)
      try expect(":", bytes)
      let wanted = names.firstIndex { name in
        name.count == key.count - 2 && name.indices.allSatisfy { name[$0] == bytes[key.lowerBound + 1 + $0] }
      }
      let value = try value(bytes)
      if let wanted { values[wanted] = try text(bytes.extracting(value)) }
    } while take(",", bytes)
    try expect("}", bytes)
    return try end(bytes)
  }

  private mutating func end(_ bytes: Span<UInt8>) throws(Failure) -> Bool {
    if skipBlanks(bytes) { throw Failure(reason: "something follows the end of the record") }
    return true
  }

  /// False when nothing but white space is left.
  private mutating func skipBlanks(_ bytes: Span<UInt8>) -> Bool {
    while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
    return position < bytes.count
  }

  private mutating func take(_ byte: Unicode.Scalar, _ bytes: Span<UInt8>) -> Bool {
    guard skipBlanks(bytes), bytes[position] == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ byte: Unicode.Scalar, _ bytes: Span<UInt8>) throws(Failure) {
    if !take(byte, bytes) { throw Failure(reason: "this is no JSON object: \(byte) is missing at byte \(position + 1)") }
  }

  /// The range of a string with its quotes.
  private mutating func string(_ bytes: Span<UInt8>) throws(Failure) -> Range<Int> {
    try expect("\"", bytes)
    let start = position - 1
    while position < bytes.count {
      let byte = bytes[position]
      position += byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == UInt8(ascii: "\"") { return start..<position }
    }
    throw Failure(reason: "a string does not end")
  }

  /// The range of any value; containers are passed over by counting brackets.
  private mutating func value(_ bytes: Span<UInt8>) throws(Failure) -> Range<Int> {
    guard skipBlanks(bytes) else { throw Failure(reason: "a value is missing") }
    let start = position
    var depth = 0
    repeat {
      guard skipBlanks(bytes) else { throw Failure(reason: "the record ends too early") }
      switch bytes[position] {
      case UInt8(ascii: "\""): _ = try string(bytes)
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { throw Failure(reason: "a value is missing") }
        depth -= 1
        position += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        if depth == 0 { throw Failure(reason: "a value is missing") }
        position += 1
      default: skipScalar(bytes)
      }
    } while depth > 0
    return start..<position
  }

  private mutating func skipScalar(_ bytes: Span<UInt8>) {
    while position < bytes.count, !Self.isBlank(bytes[position]), !Self.endsScalar(bytes[position]) { position += 1 }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func endsScalar(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
  }

  /// A string without quotes and escapes, anything else as it is written.
  private func text(_ value: Span<UInt8>) throws(Failure) -> String? {
    let bytes = value.indices.map { value[$0] }
    guard bytes.first == UInt8(ascii: "\"") else { return String(decoding: bytes, as: UTF8.self) }
    guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self) }
    guard let text = try? JSONDecoder().decode(String.self, from: Data(bytes)) else {
      throw Failure(reason: "a string has a wrong escape")
    }
    return text
  }
}
