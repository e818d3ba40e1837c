/// Places in UTF-8 texts.
package enum Places {
  /// Whether a range lies in the text and begins and ends between characters.
  package static func isWhole(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    func isBorder(_ place: Int) -> Bool { place == bytes.count || place < bytes.count && bytes[place] & 0xC0 != 0x80 }
    return range.lowerBound >= 0 && isBorder(range.lowerBound) && isBorder(range.upperBound)
  }

  /// Texts made of `text` by putting in what readers stumble over: whole characters all, so that what comes out is UTF-8.
  package static func mutations(of text: String, count: Int, seed: Int) -> [String] {
    let pieces: [String] = [
      "é", "e\u{301}", "新聞", "🗞️", "\u{FEFF}", "\u{AD}", "\u{200B}", "\u{202E}", "\u{A0}", "&amp;", "&eacute;", "<p>", "</p>",
      "<br/>", "\n",
      "\n\n", "\"", "“", "”", "«", "»", "(", ")", " - ", "—", "…", ".", "’", "\u{FFFD}", "â€™", "ﬁ", "ß", "İ", "1,234.5", "٣",
      "½", "不",
    ]
    var random = SeededGenerator(seed)
    return (0..<count).map { _ in
      var scalars = Array(text.unicodeScalars)
      for _ in 0..<1 + random.below(6) {
        let place = random.below(scalars.count + 1)
        switch random.below(4) {
        case 0: scalars.removeSubrange(place..<min(scalars.count, place + random.below(12)))
        case 1:
          scalars.insert(
            contentsOf: scalars[place..<min(scalars.count, place + random.below(40))], at: random.below(scalars.count + 1))
        default: scalars.insert(contentsOf: Array(random.pick(pieces).unicodeScalars), at: place)
        }
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return String(view)
    }
  }
}
