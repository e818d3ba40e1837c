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
