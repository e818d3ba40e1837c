/// Numbers in hexadecimal digits, with zeros before them.
package enum Hexadecimal {
  /// The 64 bits of a hash in 16 digits.
  package static func text(_ hash: UInt64) -> String {
    var bytes: [UInt8] = []
    append(hash, 16, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  package static func append(_ value: UInt64, _ count: Int, to bytes: inout [UInt8]) {
    for place in (0..<count).reversed() {
      let digit = UInt8(truncatingIfNeeded: value >> UInt64(4 * place) & 15)
      bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
}

extension JSONWriter {
  /// A hash as a string of 16 hexadecimal digits, since JSON readers lose digits of 64-bit numbers.
  package mutating func hash(_ value: UInt64) { string { Hexadecimal.append(value, 16, to: &$0) } }
}
