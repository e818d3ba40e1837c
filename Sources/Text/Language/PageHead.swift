/// The stamps that a page prints before a story, or in a line of their own: date, clock, byline, counters.
///
/// Scrapers join them to the first sentence ("Last updated 3 minutes ago The harbour ..."), where two prints of one story differ
/// as a matter of course. A stamp is made of figures, dates and the words of stamps alone, and the story begins behind it with a
/// capital.
///
/// Complexity: linear in the tokens of the stamp.
struct PageHead {
  let bytes: [UInt8]
  let tokens: [Token]
  let vocabulary: LinguisticVocabulary
  private var words: PageWords { vocabulary.page }

  /// Tokens of a stamp.
  private static let longest = 30
  /// Capitalised words of a byline's name.
  private static let nameWords = 2

  /// One past the stamps and bylines that begin at `start`; nil when there are none.
  func end(from start: Int) -> Int? {
    var position = start
    while let next = bylineEnd(from: position) ?? stampEnd(from: position), next > position { position = next }
    return position > start ? position : nil
  }

  // MARK: Stamps

  /// The longest run of figures, dates and words of stamps that says when, how often or how long, and that a new sentence
  /// follows.
  private func stampEnd(from start: Int) -> Int? {
    guard start < tokens.count, opensStamp(start) else { return nil }
    var content = Content()
    var best: Int?
    var position = start
    while position < min(tokens.count, start + Self.longest), position == start || !isLineStart(position), isPart(position) {
      content.add(position, self)
      position += 1
      if content.isStamp, endsStamp(before: position) { best = position }
    }
    return best
  }

  /// What a run holds.
  private struct Content {
    var figures = 0
    var labels = 0
    var hasYear = false
    var hasClock = false
    var hasMonth = false

    /// A labelled figure, or a date with its year or clock.
    var isStamp: Bool { figures > 0 && labels > 0 || figures > 1 && (hasYear || hasMonth) && (hasClock || hasYear) }

    mutating func add(_ position: Int, _ head: PageHead) {
      let token = head.tokens[position]
      if head.isFigure(position) {
        figures += 1
        let digits = head.bytes[token.bytes]
        if digits.contains(0x3A) || token.kind == .word { hasClock = true }
        // A whole date in digits is one token.
        if digits.count(where: { $0 == 0x2E || $0 == 0x2F || $0 == 0x2D }) == 2 {
          (hasYear, hasMonth, figures) = (true, true, figures + 1)
        }
        if digits.count == 4, digits.starts(with: "20".utf8) || digits.starts(with: "19".utf8) { hasYear = true }
      } else if head.isMonth(token) {
        hasMonth = true
      } else if head.words.stamps.contains(token.word) || head.words.published.contains(token.word) {
        labels += 1
      }
    }
  }

  private func opensStamp(_ position: Int) -> Bool {
    let token = tokens[position]
    return isFigure(position) || isDate(token) || words.stamps.contains(token.word) || words.stampJoins.contains(token.word)
      || words.published.contains(token.word) || token.word == vocabulary.openBracket
  }

  private func isMonth(_ token: Token) -> Bool {
    vocabulary.calendar.months[token.word] != nil || words.months.contains(token.word)
  }

  private func isDate(_ token: Token) -> Bool {
    vocabulary.calendar.all.contains(token.word) || words.months.contains(token.word)
  }

  private func isPart(_ position: Int) -> Bool {
    let token = tokens[position]
    if isFigure(position) || token.kind == .mark || token.kind == .sign { return true }
    if isDate(token) || words.stamps.contains(token.word) || words.published.contains(token.word)
      || words.meridiems.contains(token.word) || words.zones.contains(token.word)
    {
      return true
    }
    // "The" begins the story.
    return words.stampJoins.contains(token.word) || words.joins.contains(token.word) && !token.shape.contains(.capitalised)
  }

  /// A number, or the minutes behind "18h".
  private func isFigure(_ position: Int) -> Bool {
    let token = tokens[position]
    if token.kind == .number { return true }
    let letters = bytes[token.bytes]
    return token.kind == .word && letters.count == 3 && letters.first == UInt8(ascii: "h")
      && letters.dropFirst().allSatisfy(TextBytes.isDigit)
  }

  /// Whether the text or line ends there, or a sentence can begin.
  private func endsStamp(before position: Int) -> Bool {
    guard position < tokens.count, !isLineStart(position) else { return true }
    let next = tokens[position]
    if next.kind == .quote { return true }
    guard next.kind == .word, !isPart(position) else { return false }
    return next.shape.contains(.capitalised) || bytes[Int(next.start)] >= Self.caseless
  }

  /// First bytes of letters without capitals, from Hebrew on.
  private static let caseless: UInt8 = 0xD6

  private func isLineStart(_ position: Int) -> Bool {
    !tokens[position].shape.isDisjoint(with: [.lineStart, .paragraphStart])
  }

  // MARK: Bylines

  /// `By Jana Rodgers`, `Foto: Jana Rodgers`: the word, a name of two words, and another capital behind it or the end of the
  /// line.
  private func bylineEnd(from start: Int) -> Int? {
    guard start < tokens.count, tokens[start].shape.contains(.capitalised) else { return nil }
    var position = start + 1
    if words.pictures.contains(tokens[start].word) {
      guard position < tokens.count, tokens[position].word == vocabulary.colon else { return nil }
      position += 1
    } else if !words.by.contains(tokens[start].word) {
      return nil
    }
    let end = position + Self.nameWords
    guard end <= tokens.count, (position..<end).allSatisfy({ isName($0) }) else { return nil }
    guard end < tokens.count, !isLineStart(end) else { return end }
    let next = tokens[end]
    if next.kind == .mark { return next.word == vocabulary.dash || bytes[next.bytes].elementsEqual("|".utf8) ? end + 1 : nil }
    return next.shape.contains(.capitalised) || next.kind == .number ? end : nil
  }

  private func isName(_ position: Int) -> Bool {
    let token = tokens[position]
    return token.kind == .word && token.shape.contains(.capitalised) && !isLineStart(position)
      && !isDate(token)
  }
}
