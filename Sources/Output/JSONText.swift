internal import Files
/// Writing JSON strings.
package enum JSONText {
  /// Appends `bytes` as a JSON string with its quotes.
  ///
  /// What comes out is UTF-8 whatever goes in: U+FFFD stands for bytes that are no character, so that no line that is written is
  /// ever broken by what was read. Linear.
  package static func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
    guard bytes.isValidUTF8 else {
      let repaired = Array(String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self).utf8)
      return append(repaired.span, to: &output)
    }
    output.append(UInt8(ascii: "\""))
    var start = 0
    for index in 0..<bytes.count {
      let byte = bytes[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
      output.append(copying: bytes.extracting(start..<index))
      output.append(contentsOf: escape(byte).utf8)
      start = index + 1
    }
    output.append(copying: bytes.extracting(start...))
    output.append(UInt8(ascii: "\""))
  }

  private static func escape(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""): return "\\\""
    case UInt8(ascii: "\\"): return "\\\\"
    case UInt8(ascii: "\n"): return "\\n"
    case UInt8(ascii: "\r"): return "\\r"
    case UInt8(ascii: "\t"): return "\\t"
    default:
      let digits = String(byte, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}
