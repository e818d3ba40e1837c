internal import Articles
internal import Text

/// What of the page stands between two sentences of one line.
///
/// A scraper that drops line breaks glues the page's own lines to the paragraphs around them: "… he said. Story Continued Below
/// The bill would …". Looked for where a sentence ends, and only phrases of several words, so that no sentence of the article
/// begins with one: a phrase of the page is written with capitals, or in so many words that nobody else writes them. Such a
/// long phrase is found behind words without the end of a sentence too: "… by Ada Lane Sign up for our daily newsletter".
enum BoilerplateInsets {
  /// Words of the shortest phrase that is the page's where each word has a capital, or it asks to share; and where the first
  /// alone has one.
  static let (capitalisedWords, plainWords) = (3, 4)
  /// Bytes of the longest sentence that a phrase at its beginning speaks for.
  private static let longestSentence = 300
  /// Marks behind which the page may stand: a full stop, an exclamation or question mark, the bracket of a sign-off.
  fileprivate static let ends: [UInt8] = [0x2E, 0x21, 0x3F, 0x29]

  /// Where the sentence behind the mark at `place` begins, closing quotes and brackets aside; nil where none does.
  fileprivate static func sentence(_ text: Span<UInt8>, behind place: Int, _ line: Range<Int>) -> Int? {
    var i = place + 1
    while i < line.upperBound, text[i] == 0x22 || text[i] == 0x29 { i += 1 }
    // A curly quote: E2 80 9D or E2 80 99.
    if i + 3 < line.upperBound, text[i] == 0xE2, text[i + 1] == 0x80, text[i + 2] == 0x9D || text[i + 2] == 0x99 { i += 3 }
    guard i < line.upperBound, TextBytes.isSpace(text[i]) else { return nil }
    while i < line.upperBound, TextBytes.isSpace(text[i]) { i += 1 }
    return i < line.upperBound && !TextBytes.isLower(text[i]) ? i : nil
  }

  /// Whether what begins at `place` stands apart from what is before it in its line: behind the end of a sentence, a bracket, a
  /// closing quote, or more than one space.
  static func isApart(_ text: Span<UInt8>, _ place: Int, _ line: Range<Int>) -> Bool {
    var i = place
    var spaces = 0
    while i > line.lowerBound {
      let isWide = i - 1 > line.lowerBound && text[i - 1] == 0xA0 && text[i - 2] == 0xC2
      guard isWide || TextBytes.isSpace(text[i - 1]) else { break }
      i -= isWide ? 2 : 1
      spaces += 1
    }
    guard spaces > 0, i > line.lowerBound else { return false }
    // A straight quote closes behind a word.
    return spaces > 1 || ends.contains(text[i - 1]) || text[i - 1] == 0x3A || SentenceStops.isWideEnd(text, line.lowerBound..<i)
      || text[i - 1] == 0x22 && i - 2 > line.lowerBound && !TextBytes.isSpace(text[i - 2])
  }

  /// Whether the phrase at `range` is the page's here.
  fileprivate static func stands(_ phrase: BoilerplatePhrases.Phrase, _ text: Span<UInt8>, _ range: Range<Int>, _ lineEnd: Int)
    -> Bool
  {
    var next = range.upperBound
    while next < lineEnd, TextBytes.isSpace(text[next]) { next += 1 }
    switch phrase.match {
    case .suffix, .contains: return false
    case .prefix:
      let goesOn = next < lineEnd && TextBytes.isLower(text[next]) && !phrase.kind.fillsParagraphs
      return phrase.wordCount >= plainWords + (goesOn ? 1 : 0)
    case .line: break
    }
    if next == lineEnd || text[next] == 0x3A { return phrase.wordCount > 1 }
    // What goes on in small letters, or in a script without capitals, may be the article's sentence.
    guard TextBytes.isUpper(text[range.lowerBound]), next > range.upperBound || text[next] == 0x21,
      !TextBytes.isLower(text[next]), text[next] < 0xC3 || text[next] == 0xE2
    else { return false }
    return phrase.wordCount >= plainWords
      || phrase.wordCount >= capitalisedWords && (phrase.kind == .share || isCapitalised(text, range))
  }

  /// Whether each word begins with a capital.
  private static func isCapitalised(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.dropFirst().allSatisfy { !TextBytes.isSpace(text[$0 - 1]) || !TextBytes.isLower(text[$0]) }
  }

  /// How far a phrase that ends at `end` goes: to the end of its sentence, to its colon, or no further.
  fileprivate static func end(of phrase: BoilerplatePhrases.Phrase, _ text: Span<UInt8>, _ end: Int, _ lineEnd: Int) -> Int {
    if phrase.match == .prefix, phrase.kind.fillsParagraphs { return sentenceEnd(text, end, lineEnd) }
    return end < lineEnd && text[end] == 0x3A ? end + 1 : end
  }

  /// The end of the sentence that goes on at `start`; `start` where it does not end within ``longestSentence`` bytes.
  private static func sentenceEnd(_ text: Span<UInt8>, _ start: Int, _ lineEnd: Int) -> Int {
    let limit = min(lineEnd, start + longestSentence)
    for i in start..<limit where ends.contains(text[i]) && text[i] != 0x29 {
      if i + 1 == lineEnd || TextBytes.isSpace(text[i + 1]) { return i + 1 }
    }
    return limit == lineEnd ? lineEnd : start
  }
}

extension BoilerplateDetector {
  /// Marks the insets of `line` from `start` on.
  func markInsets(_ text: Span<UInt8>, _ line: Range<Int>, from start: Int, _ scan: inout BoilerplateScan) {
    // A clock or a pager of the line was found before them.
    let first = scan.spans.lastIndex { $0.range.end <= line.lowerBound }.map { $0 + 1 } ?? 0
    markBehindSentences(text, line, from: start, &scan)
    markBehindWords(text, line, from: start, &scan)
    if scan.spans.count > first + 1 { scan.sortSpans(from: first) }
  }

  private func markBehindSentences(_ text: Span<UInt8>, _ line: Range<Int>, from start: Int, _ scan: inout BoilerplateScan) {
    for mark in BoilerplateInsets.ends {
      var place = TextBytes.next(mark, in: text, start..<line.upperBound)
      while place < line.upperBound {
        if let next = BoilerplateInsets.sentence(text, behind: place, line),
          let (kind, end) = inset(text, next..<line.upperBound, &scan.words)
        {
          scan.append(next..<end, kind)
        }
        place = TextBytes.next(mark, in: text, place + 1..<line.upperBound)
      }
    }
  }

  /// Marks long phrases that begin with a capital, whatever stands before them.
  private func markBehindWords(_ text: Span<UInt8>, _ line: Range<Int>, from start: Int, _ scan: inout BoilerplateScan) {
    let count = TextBytes.readCapitals(text, start..<line.upperBound, into: &scan.capitals)
    for index in 0..<count {
      let rest = Int(scan.capitals[index])..<line.upperBound
      guard rest.lowerBound > line.lowerBound, phrases.mayBeginLong(text, rest),
        let (kind, end) = phrase(text, rest, &scan.words, leastWords: BoilerplateInsets.plainWords)
      else { continue }
      scan.append(rest.lowerBound..<end, kind)
    }
  }

  /// The page's phrase at the beginning of `rest`, and how far it goes.
  private func inset(_ text: Span<UInt8>, _ rest: Range<Int>, _ words: inout BoilerplateWords) -> (BoilerplateKind, Int)? {
    if let phrase = phrase(text, rest, &words, leastWords: 0) { return phrase }
    guard rest.count > 2, TextBytes.isUpper(text[rest.lowerBound + 1]) else { return nil }
    words.read(text, rest, limit: 2)
    return words.count > 0 ? shapes.capitalLabel(text, rest, words).map { ($0.kind, $0.end) } : nil
  }

  /// The longest phrase of the list at the beginning of `rest` that stands there, and how far it goes.
  private func phrase(
    _ text: Span<UInt8>, _ rest: Range<Int>, _ words: inout BoilerplateWords, leastWords: Int
  ) -> (BoilerplateKind, Int)? {
    guard phrases.mayBegin(text, rest) else { return nil }
    words.read(text, rest, limit: 2)
    guard words.count > 0 else { return nil }
    var found: (phrase: BoilerplatePhrases.Phrase, end: Int)?
    phrases.each(text, rest, words, at: 0) { phrase, end in
      if phrase.wordCount >= leastWords, phrase.wordCount > found?.phrase.wordCount ?? 0,
        BoilerplateInsets.stands(phrase, text, rest.lowerBound..<end, rest.upperBound)
      {
        found = (phrase, end)
      }
    }
    return found.map { ($0.phrase.kind, BoilerplateInsets.end(of: $0.phrase, text, $0.end, rest.upperBound)) }
  }
}
