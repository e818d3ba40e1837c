internal import Text

/// The lines of a text, and the pieces of them that may hold a credit.
struct CreditLines: Sendable {
  private let text: TokenText
  private let vocabulary: CreditVocabulary
  /// Tokens of each line with text.
  private let lines: [Range<Int>]
  /// Whether sentences run over the ends of lines.
  private let isWrapped: Bool
  private let tuning = CreditTuning.standard

  init(_ text: TokenText, _ vocabulary: CreditVocabulary) {
    self.text = text
    self.vocabulary = vocabulary
    lines = text.lines
    isWrapped = LineWrapping.isHardWrapped(lines.map { text.byteRange($0) })
  }

  /// The segments that hold the mentions, each mention in one segment.
  func segments(_ mentions: [AgencyMention]) -> [CreditSegment] {
    var result: [CreditSegment] = []
    var next = 0
    for (index, line) in lines.enumerated() {
      while next < mentions.count, mentions[next].range.lowerBound < line.upperBound {
        let window = window(line, around: mentions[next].range)
        var end = next + 1
        while end < mentions.count, mentions[end].range.upperBound <= window.upperBound,
          window.upperBound == line.upperBound || mentions[end].range.upperBound + tuning.after / 2 <= window.upperBound
        {
          end += 1
        }
        result.append(segment(index, window, mentions[next..<end]))
        next = end
      }
      if next == mentions.count { break }
    }
    return result
  }

  /// Pieces that may be a block of reporters and editors: lines in brackets, lines near the foot that begin with the phrase, and
  /// the last bracket of the last lines.
  func blocks() -> [CreditSegment] {
    var result: [CreditSegment] = []
    for (index, line) in lines.enumerated() where result.count < 50 {
      let isLast = index + tuning.bottomLines >= lines.count
      guard isLast || byte(line.lowerBound) == UInt8(ascii: "(") || index + tuning.topLines >= lines.count else { continue }
      if line.count <= tuning.wholeLine, beginsReporting(line.lowerBound) {
        result.append(segment(index, line, []))
      } else if isLast, let open = lastBracket(line), beginsReporting(open) {
        result.append(segment(index, open..<line.upperBound, []))
      }
    }
    return result
  }

  private func beginsReporting(_ place: Int) -> Bool {
    (place..<min(place + 3, text.tokens.count)).contains { vocabulary.begins(.reporting, text, $0) }
  }

  /// The beginnings of those of the first lines that begin in capitals and have a slash, as datelines of several cities do.
  func heads() -> [CreditSegment] {
    lines.indices.prefix(tuning.bylineLines).compactMap { index in
      let head = lines[index].prefix(20)
      guard head.count > 4, text.tokens[head.lowerBound].shape.contains(.allCapitals), head.contains(where: { byte($0) == 0x2F })
      else { return nil }
      return segment(index, head.lowerBound..<head.upperBound, [])
    }
  }

  // MARK: Pieces of lines

  private func segment(_ index: Int, _ range: Range<Int>, _ mentions: ArraySlice<AgencyMention>) -> CreditSegment {
    let tokens = CreditToken.tokens(text, range, mentions: mentions)
    let line = lines[index]
    let followsByline = index > 0 && index < tuning.bylineLines && vocabulary.begins(.byline, text, lines[index - 1].lowerBound)
    return CreditSegment(
      tokens: tokens, phrases: vocabulary.occurrences(in: tokens), startsLine: range.lowerBound == line.lowerBound,
      endsLine: range.upperBound == line.upperBound, fromTop: index, fromBottom: lines.count - 1 - index,
      tokensBefore: range.lowerBound, lineLength: text.byteRange(line).count, followsSentence: followsSentence(index),
      followsHead: followsByline || index == 1 && !endsSentence(lines[0]), followsByline: followsByline)
  }

  private func endsSentence(_ line: Range<Int>) -> Bool {
    guard let last = line.last else { return false }
    return ".!?\"".utf8.contains(byte(last)) || text.tokens[last].kind == .quote
  }

  /// Whether the line begins something new: always but in hard-wrapped text, where the line before it must end a sentence, be
  /// short, or stand apart.
  private func followsSentence(_ index: Int) -> Bool {
    guard isWrapped, index > 0 else { return true }
    let before = text.byteRange(lines[index - 1])
    if before.count < 40 || text.tokens[lines[index].lowerBound].shape.contains(.paragraphStart) { return true }
    guard let last = lines[index - 1].last else { return true }
    return text.tokens[last].kind != .word && text.tokens[last].kind != .number && byte(last) != UInt8(ascii: ",")
  }

  private func window(_ line: Range<Int>, around mention: Range<Int>) -> Range<Int> {
    if line.count <= tuning.wholeLine { return line }
    let low = max(line.lowerBound, mention.lowerBound - tuning.before)
    return low..<min(line.upperBound, mention.upperBound + tuning.after)
  }

  private func lastBracket(_ line: Range<Int>) -> Int? {
    line.suffix(tuning.wholeLine).last { byte($0) == UInt8(ascii: "(") }
  }

  private func byte(_ place: Int) -> UInt8 { text.bytes[Int(text.tokens[place].start)] }
}
