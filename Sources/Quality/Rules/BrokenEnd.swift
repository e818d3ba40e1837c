internal import Resources
internal import Text

/// Whether the last line of an article breaks off, as its layout and its punctuation show.
///
/// A page's own text at the end (a byline, a headline, a label) stands in a line of its own. Where paragraphs were kept and every
/// long one ends as a sentence does, a few words behind the last full stop of the last one are what is left of a sentence.
/// Otherwise only punctuation tells: a comma, an open bracket or quotation, a hyphen.
struct BrokenEnd {
  private let article: QualityArticle
  private let openEnds: OpenEnds
  private var tokens: [QualityToken] { article.tokens }

  init(_ article: QualityArticle, _ openEnds: OpenEnds) {
    self.article = article
    self.openEnds = openEnds
  }

  private static let tuning = QualityTuning.standard

  var isSeen: Bool {
    guard let line = article.lines.last, let last = tokens.last, article.lines.count > Self.tuning.keptLines,
      !article.isWrapped, article.comments == nil, isAtEnd(last), !isAddress(line)
    else { return false }
    if BrokenIdeographs.endOpenly(article.bytes) { return true }
    // A line that begins with a mark is an item or an agency's name between hyphens.
    if last.endsSentence || tokens[line.lowerBound].kind == .mark && !tokens[line.lowerBound].isQuote { return false }
    if areLinesClosed, isLeftOver(line) { return true }
    return isOpen(line)
  }

  /// Whether nothing of the page stands behind.
  private func isAtEnd(_ last: QualityToken) -> Bool { last.range.upperBound + Self.tuning.behindEnd > article.bytes.count }

  /// Whether the long lines before the last end as sentences do, and there are some.
  private var areLinesClosed: Bool {
    var long = 0
    for line in article.lines.dropLast() where line.count { tokens[$0].kind == .word } >= Self.tuning.longLine {
      var end = line.upperBound - 1
      while end > line.lowerBound, tokens[end].isQuote || tokens[end].isMark(")") || tokens[end].isMark("]") { end -= 1 }
      guard tokens[end].endsSentence || tokens[end].isMark(":") else { return false }
      long += 1
    }
    return long >= Self.tuning.keptLines
  }

  /// Whether words stand behind a sentence of the same line that are part of one themselves.
  private func isLeftOver(_ line: Range<Int>) -> Bool {
    guard let sentence = article.sentences.last, sentence.lowerBound > line.lowerBound, sentence.upperBound == line.upperBound,
      tokens[line.lowerBound..<sentence.lowerBound].count(where: { $0.kind == .word }) >= Self.tuning.wordsBefore,
      let last = tokens[sentence].last, last.kind != .mark || last.isMark("-") && !last.isSpaced || last.isMark("$"),
      let first = tokens[sentence].first(where: { $0.kind != .mark }), first.isCapital || first.kind == .number
    else { return false }
    if Self.opensCredit(tokens[sentence]) { return false }
    let words = tokens[sentence].filter { $0.kind == .word }
    let small = words.count { !$0.isCapital }
    // Whoever forgets the last full stop forgets it behind a whole sentence, which is longer as a rule.
    guard small * 2 >= words.count, small > 0, words.count <= Self.tuning.leftOver, article.language != nil else { return false }
    return words.count > 2 || openEnds.contains(last.hash, article.language)
  }

  /// Phrases of two words and more with which a credit begins, whoever is named behind them: "with information from".
  private static let credits = PhraseIndex(
    Resource.rows("credit_phrases.tsv").filter { $0.count >= 3 && $0[2].contains(" ") }.map { $0[2] })

  /// Whether a credit begins with the first word: it has no full stop and is no part of a sentence.
  private static func opensCredit(_ sentence: ArraySlice<QualityToken>) -> Bool {
    let hashes = sentence.drop { $0.kind == .mark }.map(\.hash)
    return credits.matches(at: 0, in: hashes).contains { $0.range.count < hashes.count }
  }

  /// Whether punctuation of the last line shows that it goes on.
  private func isOpen(_ line: Range<Int>) -> Bool {
    let words = tokens[line].filter { $0.kind == .word }
    if leavesQuotationOpen(line) { return true }
    guard words.count > 1, words.count { !$0.isCapital } * 2 >= words.count else { return false }
    let last = tokens[line.upperBound - 1]
    if last.isMark("-"), !last.isSpaced, line.count > Self.tuning.wordsBefore { return endsInWord(line.upperBound - 2) }
    let commas = tokens[line].count { $0.isMark(",") }
    if last.isMark(","), words.count >= Self.tuning.wordsBefore, commas * 5 <= line.count { return true }
    return isBracketOpen(line) || isQuotationOpen(line)
  }

  private func endsInWord(_ place: Int) -> Bool {
    place >= 0 && tokens[place].kind == .word && !tokens[place].isCapital && tokens[place].isSpaced
  }

  /// Whether a bracket before a small word is not closed.
  private func isBracketOpen(_ line: Range<Int>) -> Bool {
    guard let open = line.last(where: { tokens[$0].isMark("(") || tokens[$0].isMark(")") }), tokens[open].isMark("(") else {
      return false
    }
    let next = open + 1
    return next < line.upperBound && tokens[next].kind == .word && !tokens[next].isCapital
      && line.upperBound - open <= Self.tuning.lastSentence
  }

  /// Whether a quotation of the line is not closed, where signs differ by what they do: « and „ open, » and ” do not.
  private func leavesQuotationOpen(_ line: Range<Int>) -> Bool {
    guard article.language != nil, let last = line.last, tokens[last].kind != .mark else { return false }
    var open = 0
    for place in line where tokens[place].isMark("\"") {
      switch article.bytes[tokens[place].range].first {
      case 0xC2: open += article.bytes[tokens[place].range].last == 0xAB ? 1 : -1
      default: return false
      }
    }
    return open == 1 && line.count <= Self.tuning.lastSentence * 2
  }

  /// Whether the line begins with a quotation that it does not close.
  private func isQuotationOpen(_ line: Range<Int>) -> Bool {
    let quotes = line.filter { tokens[$0].isMark("\"") }
    return quotes == [line.lowerBound] && line.count <= Self.tuning.lastSentence && tokens[line.upperBound - 1].kind != .mark
      && tokens[line.lowerBound + 1].kind == .word
  }

  /// An address of a page or a person.
  private func isAddress(_ line: Range<Int>) -> Bool {
    article.bytes[article.bytes(line)].contains { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "/") }
  }
}

/// Whether the last line of a Chinese or Japanese article breaks off: a clause behind a comma, without the full stop that the
/// lines before it have.
enum BrokenIdeographs {
  /// Characters of a last line that is no byline or label.
  private static let fewest = 12

  /// Linear in the last lines.
  static func endOpenly(_ text: [UInt8]) -> Bool {
    let lines = text.split(separator: 0x0A).map { $0.drop(while: TextBytes.isSpace) }.filter { !$0.isEmpty }
    guard lines.count > 1, let last = lines.last, let before = lines.dropLast().last, ends(before).isClosed else { return false }
    let end = ends(last)
    guard !end.isClosed, end.isIdeograph || end.isDots else { return false }
    var characters = 0
    var hasComma = false
    var i = last.startIndex
    while i + 2 < last.endIndex {
      guard last[i] >= 0xE3, last[i] <= 0xEF else {
        i += 1
        continue
      }
      let mark = (last[i], last[i + 1], last[i + 2])
      if isStop(mark) {
        (characters, hasComma) = (0, false)
      } else if mark == (0xEF, 0xBC, 0x8C) || mark == (0xE3, 0x80, 0x81) {
        hasComma = true
      } else if mark.0 <= 0xE9 {
        characters += 1
      }
      i += 3
    }
    return hasComma && characters >= fewest
  }

  private static func isStop(_ mark: (UInt8, UInt8, UInt8)) -> Bool {
    mark == (0xE3, 0x80, 0x82) || mark == (0xEF, 0xBC, 0x81) || mark == (0xEF, 0xBC, 0x9F)
  }

  /// How a line ends: with a full stop, quotation marks and brackets aside, with dots, or with a character.
  private static func ends(_ line: ArraySlice<UInt8>) -> (isClosed: Bool, isDots: Bool, isIdeograph: Bool) {
    var end = line.endIndex
    while end > line.startIndex, TextBytes.isSpace(line[end - 1]) { end -= 1 }
    // Closing quotation marks and brackets of both widths.
    while end - 3 > line.startIndex, isClosing((line[end - 3], line[end - 2], line[end - 1])) { end -= 3 }
    guard end - 3 >= line.startIndex else { return (false, false, false) }
    let mark = (line[end - 3], line[end - 2], line[end - 1])
    if mark == (0xE2, 0x80, 0xA6) || mark == (0x2E, 0x2E, 0x2E) { return (false, true, false) }
    return (isStop(mark), false, (0xE4...0xE9).contains(mark.0) || mark.0 == 0xE3 && mark.1 >= 0x81)
  }

  private static func isClosing(_ mark: (UInt8, UInt8, UInt8)) -> Bool {
    mark == (0xE2, 0x80, 0x9D) || mark == (0xE3, 0x80, 0x8D) || mark == (0xE3, 0x80, 0x8F) || mark == (0xEF, 0xBC, 0x89)
  }
}
