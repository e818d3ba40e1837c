internal import Articles
internal import Text

/// What stands at the margins of an article and may be the page's when it recurs: a first or last line that is longer than a heading,
/// and the last sentences of the last line, where a scraper joined the page's foot to the article.
///
/// They are kept apart from short lines by the lowest bit of their hashes, as it takes more articles to tell: a last paragraph may be
/// the background of a few follow-ups.
enum BoilerplateMargins {
  /// Bytes of the longest line and of the longest tail.
  private static let longest = 400
  /// Tails of the last line that are looked at: its last sentence, its last two, its last three.
  private static let mostTails = 3
  /// Words of the shortest line or tail.
  private static let shortest = 4

  /// Takes the margins in among the lines that may recur.
  static func collect(_ text: Span<UInt8>, _ vocabulary: BoilerplateVocabulary, _ scan: inout BoilerplateScan) {
    guard let last = scan.lines.last else { return }
    if scan.lines.count > 1 {
      for line in [scan.lines[0], last] where line.count > BoilerplateDetector.recurringLine && line.count <= longest {
        append(text, line, vocabulary, &scan)
      }
    }
    guard last.count > BoilerplateDetector.recurringLine else { return }
    var tails = 0
    var i = last.upperBound - 1
    while i > max(last.lowerBound, last.upperBound - longest), tails < mostTails {
      i -= 1
      guard text[i] == 0x20, i + 1 < last.upperBound, !TextBytes.isLower(text[i + 1]), endsSentence(text, last.lowerBound..<i)
      else { continue }
      append(text, i + 1..<last.upperBound, vocabulary, &scan)
      tails += 1
    }
  }

  private static func append(
    _ text: Span<UInt8>, _ range: Range<Int>, _ vocabulary: BoilerplateVocabulary, _ scan: inout BoilerplateScan
  ) {
    scan.words.read(text, range, limit: 96)
    guard scan.words.count >= shortest, !vocabulary.namesAgency(text, scan.words),
      scan.words.hashes.contains(where: { $0 != BoilerplateWords.number })
    else { return }
    scan.shortLines.append(
      .init(range: ByteRange(range.lowerBound, range.upperBound), hash: BoilerplateScan.hash(scan.words) | 1))
  }

  /// Whether a full stop stands before the end of the range, closing quotes and brackets aside.
  private static func endsSentence(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var i = range.upperBound - 1
    while i > range.lowerBound, text[i] == 0x22 || text[i] == 0x27 || text[i] == 0x29 || text[i] >= 0x80 { i -= 1 }
    return text[i] == 0x2E || text[i] == 0x21 || text[i] == 0x3F
  }
}

extension BoilerplateScan {
  /// The hash of a line, of its words and their number; its lowest bit is free.
  static func hash(_ words: BoilerplateWords) -> UInt64 {
    words.hashes.reduce(UInt64(words.count)) { ($0 ^ $1) &* 0xD6E8_FEB8_6659_FD93 } & ~1
  }
}

extension BoilerplateScan.ShortLine {
  /// Whether it is a margin and no short line.
  var isMargin: Bool { Self.isMargin(hash) }

  /// The same of a hash alone.
  static func isMargin(_ hash: UInt64) -> Bool { hash & 1 == 1 }
}
