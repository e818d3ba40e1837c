internal import Text
internal import Boilerplate

/// The lines of a text, and the pieces of them that may hold a credit.
struct CreditLines: Sendable {
  /// Trimmed lines with text.
  private var lines: [Range<Int>] = []
  /// Whether sentences run over the ends of lines.
  private let isWrapped: Bool
  /// Lines up to so many bytes are read as a whole; of longer ones a window around each name.
  private static let wholeLine = 600
  private static let before = 250
  private static let after = 350

  init(_ text: Span<UInt8>) {
    var start = 0
    while start < text.count {
      let end = TextBytes.lineFeed(text, from: start)
      let line = TextBytes.trimmed(text, start..<end)
      if !line.isEmpty { lines.append(line) }
      start = end + 1
    }
    isWrapped = BoilerplateWrapping.isHardWrapped(lines)
  }

  /// The segments that hold the mentions, each mention in one segment.
  func segments(_ text: Span<UInt8>, _ mentions: [AgencyMention], _ vocabulary: CreditVocabulary) -> [CreditSegment] {
    var result: [CreditSegment] = []
    var next = 0
    for (index, line) in lines.enumerated() {
      while next < mentions.count, mentions[next].range.lowerBound < line.upperBound {
        let mention = mentions[next].range
        let window = window(text, line, around: mention)
        var end = next + 1
        while end < mentions.count,
          mentions[end].range.upperBound + 150 <= window.upperBound || window.upperBound == line.upperBound,
          mentions[end].range.upperBound <= window.upperBound
        {
          end += 1
        }
        result.append(segment(text, index, window, mentions[next..<end], vocabulary))
        next = end
      }
      if next == mentions.count { break }
    }
    return result
  }

  /// Pieces that may be a block of reporters and editors: lines in brackets, lines near the foot that begin with the phrase, and
  /// the last bracket of the last lines.
  func blocks(_ text: Span<UInt8>, _ vocabulary: CreditVocabulary) -> [CreditSegment] {
    var result: [CreditSegment] = []
    for (index, line) in lines.enumerated() where result.count < 50 {
      let isLast = index + 3 >= lines.count
      let isBracketed = text[line.lowerBound] == 0x28 || text[line.lowerBound] == 0x5B
      guard isLast || isBracketed || index + 8 >= lines.count else { continue }
      if line.count <= Self.wholeLine, beginsReporting(text, line, vocabulary) {
        result.append(segment(text, index, line, [], vocabulary))
      } else if isLast, let open = lastBracket(text, line), beginsReporting(text, open..<line.upperBound, vocabulary) {
        result.append(segment(text, index, open..<line.upperBound, [], vocabulary))
      }
    }
    return result
  }

  private func beginsReporting(_ text: Span<UInt8>, _ range: Range<Int>, _ vocabulary: CreditVocabulary) -> Bool {
    let head = range.lowerBound..<whole(text, min(range.lowerBound + 24, range.upperBound), range)
    let first = CreditTokenizer.tokens(text, head, mentions: []).first { $0.kind == .word }
    return first.map { vocabulary.beginsReporting($0.hash) } ?? false
  }

  /// The beginnings of those of the first lines that begin in capitals and have a slash, as datelines of several cities do.
  func heads(_ text: Span<UInt8>, _ vocabulary: CreditVocabulary) -> [CreditSegment] {
    lines.indices.prefix(6).compactMap { index in
      let line = lines[index]
      guard line.count > 20, TextBytes.isUpper(text[line.lowerBound]), TextBytes.isUpper(text[line.lowerBound + 1]),
        (line.lowerBound..<line.lowerBound + 20).contains(where: { text[$0] == 0x2F })
      else { return nil }
      return segment(
        text, index, line.lowerBound..<whole(text, min(line.lowerBound + 200, line.upperBound), line), [], vocabulary)
    }
  }

  // MARK: Pieces of lines

  private func segment(
    _ text: Span<UInt8>, _ index: Int, _ range: Range<Int>, _ mentions: ArraySlice<AgencyMention>, _ vocabulary: CreditVocabulary
  ) -> CreditSegment {
    let tokens = CreditTokenizer.tokens(text, range, mentions: mentions)
    return CreditSegment(
      tokens: tokens, phrases: vocabulary.occurrences(in: tokens), startsLine: range.lowerBound == lines[index].lowerBound,
      endsLine: range.upperBound == lines[index].upperBound, fromTop: index, fromBottom: lines.count - 1 - index,
      lineLength: lines[index].count, followsSentence: followsSentence(text, index))
  }

  /// Whether the line begins something new: always but in hard-wrapped text, where the line before it must end a sentence, be
  /// short, or stand apart.
  private func followsSentence(_ text: Span<UInt8>, _ index: Int) -> Bool {
    guard isWrapped, index > 0 else { return true }
    let before = lines[index - 1]
    if before.count < 40 || lines[index].lowerBound - before.upperBound > 1 { return true }
    let last = text[before.upperBound - 1]
    return !TextBytes.isLower(last) && !TextBytes.isUpper(last) && last != 0x2C && !TextBytes.isDigit(last)
  }

  private func window(_ text: Span<UInt8>, _ line: Range<Int>, around mention: Range<Int>) -> Range<Int> {
    if line.count <= Self.wholeLine { return line }
    let low = max(line.lowerBound, mention.lowerBound - Self.before)
    let high = min(line.upperBound, mention.upperBound + Self.after)
    return whole(text, low, line)..<max(mention.upperBound, whole(text, high, line))
  }

  /// The next place at or after `place` where no word and no character is cut.
  private func whole(_ text: Span<UInt8>, _ place: Int, _ line: Range<Int>) -> Int {
    if place == line.lowerBound { return place }
    var place = place
    while place < line.upperBound, !TextBytes.isSpace(text[place]) { place += 1 }
    return place
  }

  private func lastBracket(_ text: Span<UInt8>, _ line: Range<Int>) -> Int? {
    (max(line.lowerBound, line.upperBound - 800)..<line.upperBound).last { text[$0] == 0x28 }
  }
}
