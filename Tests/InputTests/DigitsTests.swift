import Input
import TestSupport
import Testing

/// Digits have the value that the standard library reads in them.
@Suite struct DigitsTests {
  private static let texts = [
    "0", "00", "7", "-7", "-", "", "+7", " 7", "7 ", "65535", "65536", "-1", "4294967295", "4294967296", "9223372036854775807",
    "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616",
    "99999999999999999999", "1e3", "٧", "deadbeef", "DEADBEEF", "ffffffffffffffff", "fffffffffffffffff", "0000000000000000f", "g",
  ]

  private func check<Integer: FixedWidthInteger>(_ text: String, _: Integer.Type) {
    // What the library takes and JSON has not.
    let expected = text.hasPrefix("+") ? nil : Integer(text)
    #expect(Digits.decimal(Array(text.utf8)[...], as: Integer.self) == expected, "\(text) as \(Integer.self)")
  }

  @Test(arguments: texts) func `as the standard library`(text: String) {
    check(text, Int.self)
    check(text, UInt16.self)
    check(text, UInt64.self)
    check(text, Int64.self)
    let isSigned = text.hasPrefix("+") || text.hasPrefix("-")
    #expect(Digits.hexadecimal(Array(text.utf8)[...]) == (isSigned ? nil : UInt64(text, radix: 16)), "\(text)")
  }

  @Test(arguments: 0..<20) func `any number written and read`(seed: Int) {
    var generator = SeededGenerator(seed)
    for _ in 0..<50 {
      let value = generator.next() >> UInt64(generator.below(64))
      // A slice that does not begin at 0.
      #expect(Digits.decimal(Array("xx\(value)".utf8)[2...], as: UInt64.self) == value)
      #expect(Digits.hexadecimal(Array("x\(String(value, radix: 16))".utf8)[1...]) == value)
    }
  }
}
