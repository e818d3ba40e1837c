/// Whole numbers as the rows of stages have them, read without a string: there are millions.
package enum Digits {
  /// The value of decimal digits, with a minus before them or not; nil when there is anything else, nothing, or more than fits.
  package static func decimal<Integer: FixedWidthInteger>(_ digits: ArraySlice<UInt8>, as _: Integer.Type = Integer.self)
    -> Integer?
  {
    guard digits.first == UInt8(ascii: "-") else { return decimal(of: digits).flatMap { Integer(exactly: $0) } }
    guard let magnitude = decimal(of: digits.dropFirst()), magnitude <= UInt64(Int64.max) + 1 else { return nil }
    return Integer(exactly: Int64(truncatingIfNeeded: 0 &- magnitude))
  }

  /// For one type, as a general function is slow when it is called from another module.
  private static func decimal(of digits: ArraySlice<UInt8>) -> UInt64? {
    guard !digits.isEmpty else { return nil }
    var value: UInt64 = 0
    for byte in digits {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isOver) = product.addingReportingOverflow(UInt64(byte - 0x30))
      guard !isTooLarge, !isOver else { return nil }
      value = sum
    }
    return value
  }

  /// The value of hexadecimal digits; nil when there is anything else, nothing, or more than 64 bits.
  package static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt64? {
    guard !digits.isEmpty else { return nil }
    var value: UInt64 = 0
    for byte in digits {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: return nil
      }
      guard value.leadingZeroBitCount >= 4 else { return nil }
      value = value << 4 | UInt64(digit)
    }
    return value
  }
}
