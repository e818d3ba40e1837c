internal import Files
internal import Mustache

/// Text as HTML: the one place where it becomes that, for elements and for attributes in quotation marks.
///
/// Works on bytes. The template engine's own escaping goes by characters and so passes over a quotation mark or a bracket that a
/// combining mark follows. Control characters are shown as their pictures and bidirectional overrides by their numbers, so that
/// what a reader sees is what stands there.
package enum HTMLText {
  /// Linear.
  package static func escape(_ text: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count + text.utf8.count / 16)
    append(text.utf8.span, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends UTF-8 as HTML.
  package static func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
    var start = 0
    var index = 0
    func flush(_ end: Int) { if end > start { output.append(copying: bytes.extracting(start..<end)) } }
    while index < bytes.count {
      guard let (replacement, length) = replacement(bytes, index) else {
        index += 1
        continue
      }
      flush(index)
      output.append(contentsOf: replacement.utf8)
      index += length
      start = index
    }
    flush(bytes.count)
  }

  /// What stands for the character at `index`, and how many bytes that has; nil for one that stays.
  private static func replacement(_ bytes: Span<UInt8>, _ index: Int) -> (String, Int)? {
    switch bytes[index] {
    case UInt8(ascii: "<"): return ("&lt;", 1)
    case UInt8(ascii: ">"): return ("&gt;", 1)
    case UInt8(ascii: "&"): return ("&amp;", 1)
    case UInt8(ascii: "\""): return ("&quot;", 1)
    case UInt8(ascii: "'"): return ("&#39;", 1)
    case 0x09, 0x0A: return nil
    case 0x0D: return ("", 1)
    case 0x00..<0x20: return (String(Unicode.Scalar(0x2400 + UInt32(bytes[index])).map(Character.init) ?? " "), 1)
    case 0x7F: return ("\u{2421}", 1)
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA0: return ("\u{FFFD}", 2)
    case 0xE2 where index + 2 < bytes.count:
      switch (bytes[index + 1], bytes[index + 2]) {
      case (0x80, 0xA8...0xA9): return ("\n", 3)
      case (0x80, 0xAA...0xAE): return ("[U+202" + hexadecimal(bytes[index + 2] - 0xA0) + "]", 3)
      case (0x81, 0xA6...0xA9): return ("[U+206" + hexadecimal(bytes[index + 2] - 0xA0) + "]", 3)
      default: return nil
      }
    default: return nil
    }
  }

  private static func hexadecimal(_ value: UInt8) -> String { String(value, radix: 16, uppercase: true) }

  /// ``HTMLText`` as the templates know it.
  struct ContentType: MustacheContentType {
    static let name = "NEWSPRINT"
    func escapeText(_ text: String) -> String { HTMLText.escape(text) }
  }
}
