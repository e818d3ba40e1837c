internal import Articles
internal import Tables
internal import Text

/// What stands at the margins of an article and may be the page's when it recurs: a first or last line that is longer than a
/// heading, and the last sentences of the last line, where a scraper joined the page's foot to the article.
///
/// They are kept apart from short lines by the lowest bit of their hashes, as it takes more articles to tell: a last paragraph
/// may be the background of a few follow-ups.
enum BoilerplateMargins {
  /// Bytes of the longest line and of the longest tail.
  private static let longest = 400
  /// Tails of the last line that are looked at: its last sentence, its last two, its last three.
  private static let mostTails = 3
  /// Words of the shortest line or tail.
  private static let shortest = 4

  /// Takes the margins in among the lines that may recur.
  static func collect(_ text: Span<UInt8>, _ vocabulary: BoilerplateVocabulary, _ scan: inout BoilerplateScan) {
    guard let last = scan.lines.last, let first = scan.lines.first else { return }
    if isMargin(first, of: scan.lines) { append(text, [first.lowerBound], first.upperBound, vocabulary, &scan) }
    guard last.count > BoilerplateDetector.recurringLine else { return }
    var starts = tails(text, last)
    if isMargin(last, of: scan.lines) { starts.append(last.lowerBound) }
    append(text, starts, last.upperBound, vocabulary, &scan)
  }

  /// Whether a line may be the page's as a whole: the first or the last of several, longer than a heading and no long paragraph.
  static func isMargin(_ line: Range<Int>, of lines: [Range<Int>]) -> Bool {
    lines.count > 1 && (line == lines.first || line == lines.last) && line.count > BoilerplateDetector.recurringLine
      && line.count <= longest
  }

  /// Where the last sentences of a line begin, from the end.
  private static func tails(_ text: Span<UInt8>, _ line: Range<Int>) -> [Int] {
    var starts: [Int] = []
    var i = line.upperBound - 1
    while i > max(line.lowerBound, line.upperBound - longest), starts.count < mostTails {
      i -= 1
      guard text[i] == 0x20, i + 1 < line.upperBound, !TextBytes.isLower(text[i + 1]), endsSentence(text, line.lowerBound..<i)
      else { continue }
      starts.append(i + 1)
    }
    return starts
  }

  /// Takes in the pieces of the text from each of `starts`, descending, to `end`; their words are read once.
  private static func append(
    _ text: Span<UInt8>, _ starts: [Int], _ end: Int, _ vocabulary: BoilerplateVocabulary, _ scan: inout BoilerplateScan
  ) {
    guard let first = starts.last else { return }
    scan.words.read(text, first..<end, limit: longest)
    if vocabulary.namesAgency(text, scan.words) {
      // A credit is in the longest piece; shorter ones may be without it.
      return append(text, starts.dropLast(), end, vocabulary, &scan)
    }
    for start in starts {
      let word = scan.words.starts.partitioningIndex { $0 >= start }
      let hashes = scan.words.hashes[word...]
      guard hashes.count >= shortest, hashes.contains(where: { $0 != BoilerplateWords.number }) else { continue }
      scan.shortLines.append(.init(range: ByteRange(start, end), hash: BoilerplateScan.hash(hashes) | 1))
    }
  }

  /// Whether a full stop stands before the end of the range, closing quotes aside, or a closing bracket: "(Editing by Max Poe)".
  private static func endsSentence(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var i = range.upperBound - 1
    if text[i] == 0x29 { return true }
    while i > range.lowerBound, text[i] == 0x22 || text[i] == 0x27 || text[i] >= 0x80 { i -= 1 }
    return text[i] == 0x2E || text[i] == 0x21 || text[i] == 0x3F
  }
}

/// Of which articles the margins are wanted.
package enum WantedMargins: Sendable, Hashable {
  case none, all
  /// Of those of a sample, see ``UnknownSites``: those whose body lies no higher.
  case sample(upTo: UInt64)

  /// Whether an article is among them, by ``BoilerplateScan/body``.
  func include(_ body: UInt64) -> Bool {
    switch self {
    case .none: false
    case .all: true
    case .sample(let highest): UnknownSites.place(body) <= highest
    }
  }
}

extension BoilerplateScan {
  /// The hash of a line, of its words and their number; its lowest bit is free.
  static func hash(_ words: ArraySlice<UInt64>) -> UInt64 {
    words.reduce(UInt64(words.count)) { ($0 ^ $1) &* 0xD6E8_FEB8_6659_FD93 } & ~1
  }
}

extension BoilerplateScan.ShortLine {
  /// Whether it is a margin and no short line.
  var isMargin: Bool { Self.isMargin(hash) }

  /// The same of a hash alone.
  static func isMargin(_ hash: UInt64) -> Bool { hash & 1 == 1 }
}
