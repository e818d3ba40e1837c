extension String {
  /// White space and control characters as single blanks.
  var onOneLine: String {
    split { $0.isWhitespace || $0.unicodeScalars.allSatisfy { $0.value < 0x20 || $0.value == 0x7F } }.joined(separator: " ")
  }

  /// At most so many characters, the last of them dots.
  func shortened(to most: Int) -> String {
    // Counting characters of a megabyte takes long; bytes tell most texts.
    utf8.count <= most || count <= most ? self : prefix(most - 1) + "…"
  }

  /// At most so many characters, cut before the last ones: what tells two versions of one outlet apart stands at the end.
  func shortenedInside(_ most: Int) -> String {
    let end = most / 3
    return count <= most ? self : prefix(most - 1 - end) + "…" + suffix(end)
  }

  /// At most so many characters, cut behind a word where the text has any.
  func shortenedToWords(_ most: Int) -> String {
    guard utf8.count > most, count > most else { return self }
    let cut = prefix(most - 2)
    guard let blank = cut.lastIndex(where: \.isWhitespace) else { return shortened(to: most) }
    return cut[..<blank] + " …"
  }

  /// Where an ASCII text stands first, in bytes.
  func utf8Range(of text: String) -> Range<Int>? {
    let (own, wanted) = (Array(utf8.prefix(4096)), Array(text.utf8))
    guard own.count >= wanted.count else { return nil }
    for start in 0...(own.count - wanted.count) where own[start..<start + wanted.count].elementsEqual(wanted) {
      return start..<start + wanted.count
    }
    return nil
  }
}
