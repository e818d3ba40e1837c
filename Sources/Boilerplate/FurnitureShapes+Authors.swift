internal import Text
/// Lines at the top that name who wrote an article or for which desk.
extension FurnitureShapes {
  /// "By Jane Roe", "Political Desk", "Jane Roe, John Doe and Max Poe" near the top, without the end of a sentence.
  func isAuthorLine(_ text: Span<UInt8>, _ line: FurnitureLine, _ words: FurnitureWords) -> Bool {
    guard line.isNearTop, line.total > 2, line.range.count <= 90, words.count >= 2, words.count <= 12,
      !line.endsSentence(text)
    else { return false }
    if vocabulary.by.contains(words.hashes[0]), words.count <= 9 { return capitalised(text, words, from: 1) == words.count - 1 }
    if words.count <= 4, line.index > 0, let last = words.hashes.last, vocabulary.desks.contains(last) {
      return capitalised(text, words, from: 0) == words.count
    }
    return line.index > 0 && isNameList(text, line, words)
  }

  /// Words from `first` on that begin with a capital letter or join names.
  private func capitalised(_ text: Span<UInt8>, _ words: FurnitureWords, from first: Int) -> Int {
    (first..<words.count).count {
      let byte = text[words.starts[$0]]
      return TextBytes.isUpper(byte) || byte == 0xC3 || vocabulary.and.contains(words.hashes[$0])
    }
  }

  /// At least two names of two or three capitalised words, joined by commas and "and" and nothing else.
  private func isNameList(_ text: Span<UInt8>, _ line: FurnitureLine, _ words: FurnitureWords) -> Bool {
    guard words.count >= 4, words.starts[0] == line.range.lowerBound, capitalised(text, words, from: 0) == words.count else {
      return false
    }
    var names = 0
    var length = 0
    for w in 0..<words.count {
      let joins = vocabulary.and.contains(words.hashes[w])
      if !joins { length += 1 }
      let next = w + 1 < words.count ? text[words.ends[w]] : 0x2C
      guard next == 0x20 || next == 0x2C, w + 1 == words.count || words.starts[w + 1] - words.ends[w] <= 2 else { return false }
      guard joins || next == 0x2C || w + 1 == words.count else { continue }
      if length == 0 { continue }
      guard (2...3).contains(length) else { return false }
      names += 1
      length = 0
    }
    return names >= 2
  }
}
