internal import Text
/// Titles inside the text: the title field again as the first line, and a line at the top that is printed twice.
enum FurnitureTitle {
  static func mark(_ text: Span<UInt8>, _ title: Span<UInt8>?, _ scan: inout FurnitureScan) {
    let top = scan.lines.prefix(6)
    if let title, let first = top.prefix(3).first(where: { isSame(text, $0, title, 0..<title.count) }) {
      if !scan.isFurniture(first) { scan.insert(first, .title) }
    }
    for (index, first) in top.enumerated() where canBeTitle(text, first) {
      // Only short lines, such as a date or a desk, may stand between a title and its repetition.
      for line in top.dropFirst(index + 1) {
        if line.count == first.count, isSame(text, line, text, first), !scan.isFurniture(line) { scan.insert(line, .title) }
        if line.count > FurnitureDetector.shortLine { break }
      }
    }
  }

  private static func canBeTitle(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    line.count >= 12 && line.count <= FurnitureDetector.shortLine && text[line.upperBound - 1] != 0x2E
  }

  /// Whether both ranges have the same letters and digits in the same order.
  private static func isSame(_ a: Span<UInt8>, _ aRange: Range<Int>, _ b: Span<UInt8>, _ bRange: Range<Int>) -> Bool {
    guard !aRange.isEmpty, aRange.count <= 2 * bRange.count, bRange.count <= 2 * aRange.count else { return false }
    var i = aRange.lowerBound
    var j = bRange.lowerBound
    while true {
      let left = letter(a, &i, aRange.upperBound)
      guard left == letter(b, &j, bRange.upperBound) else { return false }
      if left == nil { return true }
    }
  }

  private static func letter(_ text: Span<UInt8>, _ i: inout Int, _ end: Int) -> UInt32? {
    while i < end {
      let (character, length) = TextBytes.character(text, i, end)
      i += length
      if case .letter(let scalar) = character { return scalar }
    }
    return nil
  }
}
