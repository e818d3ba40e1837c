internal import Text

/// Whether the last line of a Chinese or Japanese article breaks off: a clause behind a comma, without the full stop that the
/// lines before it have.
enum BrokenIdeographs {
  /// Characters of a last line that is no byline or label.
  private static let fewest = 12

  /// Linear in the last lines.
  static func endOpenly(_ text: [UInt8]) -> Bool {
    let lines = text.split(separator: 0x0A).map { $0.drop(while: TextBytes.isSpace) }.filter { !$0.isEmpty }
    guard lines.count > 1, let last = lines.last, let before = lines.dropLast().last, ends(before).isClosed else { return false }
    let end = ends(last)
    guard !end.isClosed, end.isIdeograph || end.isDots else { return false }
    var characters = 0
    var hasComma = false
    var i = last.startIndex
    while i + 2 < last.endIndex {
      guard last[i] >= 0xE3, last[i] <= 0xEF else {
        i += 1
        continue
      }
      let mark = (last[i], last[i + 1], last[i + 2])
      if isStop(mark) {
        (characters, hasComma) = (0, false)
      } else if mark == (0xEF, 0xBC, 0x8C) || mark == (0xE3, 0x80, 0x81) {
        hasComma = true
      } else if mark.0 <= 0xE9 {
        characters += 1
      }
      i += 3
    }
    return hasComma && characters >= fewest
  }

  private static func isStop(_ mark: (UInt8, UInt8, UInt8)) -> Bool {
    mark == (0xE3, 0x80, 0x82) || mark == (0xEF, 0xBC, 0x81) || mark == (0xEF, 0xBC, 0x9F)
  }

  /// How a line ends: with a full stop, quotation marks and brackets aside, with dots, or with a character.
  private static func ends(_ line: ArraySlice<UInt8>) -> (isClosed: Bool, isDots: Bool, isIdeograph: Bool) {
    var end = line.endIndex
    while end > line.startIndex, TextBytes.isSpace(line[end - 1]) { end -= 1 }
    // Closing quotation marks and brackets of both widths.
    while end - 3 > line.startIndex, isClosing((line[end - 3], line[end - 2], line[end - 1])) { end -= 3 }
    guard end - 3 >= line.startIndex else { return (false, false, false) }
    let mark = (line[end - 3], line[end - 2], line[end - 1])
    if mark == (0xE2, 0x80, 0xA6) || mark == (0x2E, 0x2E, 0x2E) { return (false, true, false) }
    return (isStop(mark), false, (0xE4...0xE9).contains(mark.0) || mark.0 == 0xE3 && mark.1 >= 0x81)
  }

  private static func isClosing(_ mark: (UInt8, UInt8, UInt8)) -> Bool {
    mark == (0xE2, 0x80, 0x9D) || mark == (0xE3, 0x80, 0x8D) || mark == (0xE3, 0x80, 0x8F) || mark == (0xEF, 0xBC, 0x89)
  }
}
