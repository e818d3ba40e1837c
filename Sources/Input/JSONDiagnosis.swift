/// Finds what is wrong with a record that the fast parser has refused, byte by byte: it runs only for broken records.
struct JSONDiagnosis {
  let reason: String

  init(_ record: Span<UInt8>) {
    if let offset = Self.firstInvalidUTF8(record) {
      reason = RecordProblem.invalidUTF8(at: offset)
      return
    }
    var scanner = JSONScanner(count: record.count)
    do {
      try scanner.scanDocument(record)
      reason =
        scanner.startsObject
        ? "the record is not valid JSON. Check its syntax."
        : "the record is not a JSON object. Write each article as {\"id\": ..., \"text\": ...}."
    } catch {
      reason = "broken JSON at column \(error.offset + 1): \(error.what)."
    }
  }

  /// The offset of the first byte that is not part of valid UTF-8 (Unicode 15.0, table 3-7), or nil.
  static func firstInvalidUTF8(_ bytes: Span<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let length: Int
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0...0xEF: length = 3
      case 0xF0...0xF4: length = 4
      default: return index
      }
      guard index + length <= bytes.count, continues(bytes, index, length) else { return index }
      index += length
    }
    return nil
  }

  private static func continues(_ bytes: Span<UInt8>, _ index: Int, _ length: Int) -> Bool {
    let second: ClosedRange<UInt8> =
      switch bytes[index] {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard second.contains(bytes[index + 1]) else { return false }
    for next in index + 2..<max(index + 2, index + length) where bytes[next] & 0xC0 != 0x80 { return false }
    return true
  }
}

struct JSONSyntaxError: Error {
  var offset: Int
  /// What is wrong and what to do, the middle of a sentence.
  var what: String
}

/// A plain reader of JSON's grammar (RFC 8259) that knows where it fails.
///
/// Like the fast parser it also takes NaN, Infinity and halves of surrogate pairs, which some writers put out.
///
/// Linear; no recursion.
struct JSONScanner {
  private var position = 0
  private let count: Int
  private(set) var startsObject = false
  /// Whether something was taken that the grammar does not know.
  private(set) var usesExtensions = false

  init(count: Int) { self.count = count }

  /// Reads one value with nothing but white space around it.
  mutating func scanDocument(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
    skipBlanks(bytes)
    startsObject = position < count && bytes[position] == UInt8(ascii: "{")
    try scanValue(bytes)
    skipBlanks(bytes)
    if position < count { throw fail("something follows the end of the record; put each record on a line of its own") }
  }

  private func fail(_ what: String) -> JSONSyntaxError { JSONSyntaxError(offset: position, what: what) }

  private mutating func skipBlanks(_ bytes: Span<UInt8>) {
    while position < count && bytes[position].isBlank { position += 1 }
  }

  private mutating func take(_ byte: Unicode.Scalar, _ bytes: Span<UInt8>) -> Bool {
    skipBlanks(bytes)
    guard position < count, bytes[position] == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  private mutating func scanValue(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
    var containers: [Unicode.Scalar] = []
    repeat {
      try openOrScan(bytes, &containers)
      while let container = containers.last {
        if take(",", bytes) {
          if container == "}" { try scanKey(bytes) }
          break
        }
        guard take(container, bytes) else {
          throw fail(position < count ? "a comma or \(container) is missing" : "the record ends before its \(container)")
        }
        containers.removeLast()
      }
    } while !containers.isEmpty
  }

  /// Reads one scalar, or opens containers up to the first value inside them.
  private mutating func openOrScan(_ bytes: Span<UInt8>, _ containers: inout [Unicode.Scalar]) throws(JSONSyntaxError) {
    while true {
      if take("{", bytes) {
        if take("}", bytes) { return }
        containers.append("}")
        try scanKey(bytes)
      } else if take("[", bytes) {
        if take("]", bytes) { return }
        containers.append("]")
      } else {
        return try scanScalar(bytes)
      }
      if containers.count >= 1024 { throw fail("the record is nested more than 1024 levels deep; flatten it") }
    }
  }

  private mutating func scanKey(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
    skipBlanks(bytes)
    guard position < count else { throw fail("the record ends before a field's name") }
    guard bytes[position] == UInt8(ascii: "\"") else { throw fail("a field's name in double quotes is missing") }
    try scanString(bytes)
    if !take(":", bytes) { throw fail("a colon after the field's name is missing") }
  }

  private mutating func scanScalar(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
    skipBlanks(bytes)
    guard position < count else { throw fail("the record ends before a value") }
    switch bytes[position] {
    case UInt8(ascii: "\""): try scanString(bytes)
    case UInt8(ascii: "-") where position + 1 < count && bytes[position + 1] == UInt8(ascii: "I"): try scanWord(bytes)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try scanNumber(bytes)
    default: try scanWord(bytes)
    }
  }

  private mutating func scanWord(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
    for word in ["true", "false", "null", "NaN", "Infinity", "-Infinity"] {
      let utf8 = Array(word.utf8)
      guard position + utf8.count <= count else { continue }
      if utf8.indices.allSatisfy({ bytes[position + $0] == utf8[$0] }) {
        position += utf8.count
        if word.contains(where: \.isUppercase) { usesExtensions = true }
        return
      }
    }
    throw fail("this is not a JSON value; strings need double quotes")
  }

  private mutating func scanDigits(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
    let start = position
    while position < count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    if position == start { throw fail("a digit is missing") }
  }

  private mutating func scanNumber(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let start = position
    try scanDigits(bytes)
    if bytes[start] == UInt8(ascii: "0"), position > start + 1 {
      position = start
      throw fail("a number begins with 0; put it in double quotes")
    }
    if position < count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      try scanDigits(bytes)
    }
    if position < count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") { position += 1 }
      try scanDigits(bytes)
    }
  }

  private mutating func scanString(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
    let start = position
    position += 1
    while position < count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"): try scanEscape(bytes)
      case 0..<0x20: throw fail("a control character stands in a string; write it as an escape such as \\n")
      default: position += 1
      }
    }
    position = start
    throw fail("this string has no closing quote; the record may be cut off")
  }

  private mutating func scanEscape(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
    guard position + 1 < count else {
      position += 1
      return
    }
    switch bytes[position + 1] {
    case UInt8(ascii: "u"): try scanUnicodeEscape(bytes)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 2
    default: throw fail("this is not an escape of JSON; write a backslash as \\\\")
    }
  }

  /// `\uXXXX`; those from D800 to DFFF should come in pairs (RFC 8259, section 7).
  private mutating func scanUnicodeEscape(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
    guard let high = hexadecimal(bytes, at: position) else { throw fail("\\u needs four hexadecimal digits") }
    let low = (0xD800...0xDBFF).contains(high) ? hexadecimal(bytes, at: position + 6) : nil
    let isPair = low.map { (0xDC00...0xDFFF).contains($0) } ?? false
    if !isPair && (0xD800...0xDFFF).contains(high) { usesExtensions = true }
    position += isPair ? 12 : 6
  }

  private func hexadecimal(_ bytes: Span<UInt8>, at start: Int) -> UInt32? {
    guard start + 6 <= count, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u") else { return nil }
    var value: UInt32 = 0
    for index in start + 2..<start + 6 {
      guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue, bytes[index] < 0x80 else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
