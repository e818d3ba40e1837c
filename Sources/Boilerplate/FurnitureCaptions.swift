internal import Text
/// Captions of pictures and videos, told by how their line ends.
struct FurnitureCaptions: Sendable {
  let vocabulary: FurnitureVocabulary
  /// Longest caption that is recognised, in bytes.
  static let longest = 450

  /// Whether the line is a caption: it ends with a picture credit in parentheses, or with the running time of a video.
  ///
  /// A name in parentheses after the last sentence of an article is a credit of the text and no caption, so the last two
  /// lines are exempt unless the credit speaks of pictures.
  func isCaption(_ text: Span<UInt8>, _ line: FurnitureLine, _ scratch: inout FurnitureWords) -> Bool {
    guard line.range.count <= Self.longest, line.range.count >= 12 else { return false }
    let last = text[line.range.upperBound - 1]
    if last == 0x29 { return endsWithCredit(text, line, &scratch) }
    return TextBytes.isDigit(last) && endsWithRunningTime(text, line.range)
  }

  private func endsWithCredit(_ text: Span<UInt8>, _ line: FurnitureLine, _ words: inout FurnitureWords) -> Bool {
    let end = line.range.upperBound - 1
    guard let open = (max(line.range.lowerBound, end - 60)..<end).last(where: { text[$0] == 0x28 }) else { return false }
    // The credit follows a sentence, or is the whole line.
    var before = open - 1
    while before >= line.range.lowerBound, text[before] == 0x20 { before -= 1 }
    let follows = before < line.range.lowerBound || text[before] == 0x2E || text[before] >= 0x80 || text[before] == 0x22
    guard follows else { return false }
    words.read(text, open..<end, limit: 12)
    guard words.count > 0, words.count <= 8 else { return false }
    let names = (0..<words.count).allSatisfy {
      let byte = text[words.starts[$0]]
      return TextBytes.isUpper(byte) || byte >= 0x80 || vocabulary.pictureCredit.contains(words.hashes[$0])
    }
    guard names, words.hashes.contains(where: vocabulary.pictureCredit.contains) else { return false }
    return line.index + 2 < line.total || (open..<end).contains { text[$0] == 0x2F } && words.count > 2
  }

  /// Whether the line ends with minutes and seconds behind a full stop, as the caption of a video does.
  private func endsWithRunningTime(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var i = range.upperBound - 1
    while i > range.lowerBound, TextBytes.isDigit(text[i]) || text[i] == 0x3A { i -= 1 }
    let clock = i + 1..<range.upperBound
    guard clock.count >= 4, clock.count <= 8, text[clock.upperBound - 3] == 0x3A, text[i] == 0x20, i > range.lowerBound
    else { return false }
    let before = text[i - 1]
    return before == 0x2E || before == 0x21 || before == 0x3F || before == 0x22
  }
}
