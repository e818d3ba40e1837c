/// One line of an article as the shape rules see it.
struct FurnitureLine: Sendable {
  /// Bytes without the white space at both ends; never empty.
  var range: Range<Int>
  /// Place among the lines with text, from 0, and their number.
  var index: Int
  var total: Int

  /// Lines at the top are where bylines and doubled titles stand.
  var isNearTop: Bool { index < 6 }

  /// Whether the line ends as a sentence does, closing quotes aside.
  func endsSentence(_ text: Span<UInt8>) -> Bool {
    var i = range.upperBound - 1
    while i > range.lowerBound, text[i] == 0x22 || text[i] == 0x27 || text[i] >= 0x80 { i -= 1 }
    return text[i] == 0x2E || text[i] == 0x21 || text[i] == 0x3F
  }
}

/// Text that is broken into lines of one width, as old wires are: there a line is no unit, and a short one no sign of furniture.
package enum FurnitureWrapping {
  /// Whether `lines` are the lines of hard-wrapped text: many, none long, most of them nearly as long as the longest.
  package static func isHardWrapped(_ lines: [Range<Int>]) -> Bool {
    guard lines.count >= 5 else { return false }
    var longest = 0
    for line in lines { longest = max(longest, line.count) }
    guard longest <= 100, longest >= 40 else { return false }
    var full = 0
    for line in lines where line.count * 3 >= longest * 2 { full += 1 }
    return full * 2 >= lines.count
  }
}
