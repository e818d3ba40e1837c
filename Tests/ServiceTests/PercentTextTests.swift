import Foundation
import TestSupport
import Testing

@testable import Service

/// Escapes of addresses against Foundation's.
@Suite struct `Escapes of addresses` {
  private static let pieces = [
    "%", "%2", "%2F", "%c3%a9", "%C3", "%A9", "%00", "%zz", "a", "9", "~", "é", "新", "+", "/", "%25", "% 1",
  ]

  /// Foundation repairs bytes that are no UTF-8; an address that has such is refused here.
  private static func decoded(_ text: String) -> String? {
    text.removingPercentEncoding.flatMap { $0.unicodeScalars.contains("\u{FFFD}") ? nil : $0 }
  }

  @Test(arguments: 0..<200) func `are undone as Foundation undoes them`(seed: Int) {
    var random = SeededGenerator(seed)
    let text = (0..<random.below(8)).map { _ in random.pick(Self.pieces) }.joined()
    #expect(PercentText.decoded(text[...]) == Self.decoded(text), "\(text.debugDescription)")
    let blanks = text.replacingOccurrences(of: "+", with: " ")
    #expect(PercentText.decoded(text[...], plusIsSpace: true) == Self.decoded(blanks), "\(text.debugDescription)")
  }

  @Test(arguments: 0..<60) func `are made as Foundation makes them, and lead back`(seed: Int) throws {
    var random = SeededGenerator(seed)
    let text = (0..<random.below(12)).map { _ in random.pick(Self.pieces + [" ", "\n", "\u{0}", "\"", "👩‍👩‍👧"]) }.joined()
    var unreserved = CharacterSet(charactersIn: "-._~")
    for range in [
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
    ] {
      unreserved.insert(charactersIn: Unicode.Scalar(range.lowerBound)...Unicode.Scalar(range.upperBound))
    }
    let encoded = PercentText.encoded(text)
    #expect(encoded == text.addingPercentEncoding(withAllowedCharacters: unreserved))
    #expect(PercentText.decoded(encoded[...]) == text && PercentText.decoded(encoded[...], plusIsSpace: true) == text)
  }
}
