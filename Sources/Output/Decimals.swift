/// Numbers for people and for JSON, the same on every machine and in every locale.
package enum Decimals {
  /// The value rounded to `digits` digits after the point, without needless zeros: `0.25`, `1.0`.
  package static func shortest(_ value: Double, digits: Int) -> String {
    let scale = power(digits)
    // So great a number has no digits behind the point.
    guard (value * scale).isFinite else { return String(value) }
    let rounded = (value * scale).rounded() / scale
    return String(rounded == 0 ? 0 : rounded)
  }

  /// The value with exactly `digits` digits after the point: `0.2500`.
  package static func fixed(_ value: Double, digits: Int) -> String {
    let scale = power(digits)
    guard value.isFinite, abs(value) < 1e15, abs(value * scale) < 0x1p63 else { return String(value) }
    let scaled = Int64((value * scale).rounded())
    let magnitude = String(scaled.magnitude)
    let padded = String(repeating: "0", count: max(0, digits + 1 - magnitude.count)) + magnitude
    let sign = scaled < 0 ? "-" : ""
    guard digits > 0 else { return sign + padded }
    return "\(sign)\(padded.dropLast(digits)).\(padded.suffix(digits))"
  }

  /// Thousands set apart: `1,234,567`.
  package static func grouped(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var text = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// How many there are of something: `1 story`, `1,234 stories`.
  package static func counted(_ value: Int, _ one: String, _ many: String) -> String {
    "\(grouped(value)) \(value == 1 ? one : many)"
  }

  /// A size for people, in decimal units: `202.4 MB`.
  package static func bytes(_ count: Int) -> String {
    var value = Double(count)
    for unit in ["bytes", "kB", "MB", "GB"] {
      if value < 1000 { return unit == "bytes" ? counted(count, "byte", "bytes") : "\(fixed(value, digits: 1)) \(unit)" }
      value /= 1000
    }
    return "\(fixed(value, digits: 1)) TB"
  }

  private static func power(_ digits: Int) -> Double {
    (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
  }
}

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
