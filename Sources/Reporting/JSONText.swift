/// Writes JSON by hand: keys in the order of the calls, numbers short, strings escaped as RFC 8259 asks.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func beginObject() { open("{") }
  mutating func endObject() { close("}") }
  mutating func beginArray() { open("[") }
  mutating func endArray() { close("]") }

  mutating func key(_ name: String) {
    separate()
    appendString(name)
    append(":")
    needsComma = false
  }

  mutating func value(_ text: String) {
    separate()
    appendString(text)
    needsComma = true
  }

  mutating func value(_ number: Int) {
    separate()
    append(String(number))
    needsComma = true
  }

  /// Rounded to four decimals.
  mutating func value(_ number: Double) {
    separate()
    let rounded = (number * 10_000).rounded() / 10_000
    append(rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : String(rounded))
    needsComma = true
  }

  mutating func null() {
    separate()
    append("null")
    needsComma = true
  }

  mutating func newline() {
    bytes.append(10)
    needsComma = false
  }

  private mutating func open(_ bracket: String) {
    separate()
    append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: String) {
    append(bracket)
    needsComma = true
  }

  private mutating func separate() { if needsComma { append(",") } }
  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func appendString(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 10: append("\\n")
      case 13: append("\\r")
      case 9: append("\\t")
      case 0..<0x20:
        append("\\u00")
        append(byte < 16 ? "0" : "1")
        append(String(byte & 15, radix: 16))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
