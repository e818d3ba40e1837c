/// Cuts a token array into sentences.
///
/// Full stops of abbreviations, initials and numbers do not end a sentence; headings, list items, tabular lines and datelines are
/// sentences of their own; a line break inside a wrapped paragraph is a space. One pass, linear.
struct SentenceSplitter {
  private let bytes: [UInt8]
  private let tokens: [Token]
  /// One a token, see ``WordTable/hash(_:)``.
  private let hashes: [UInt64]
  private let vocabulary = SentenceVocabulary.standard
  private var sentences: [Range<Int>] = []
  private var start = 0
  /// First token of the current line and of the current paragraph.
  private var line = 0
  private var paragraph = 0

  private init(bytes: [UInt8], tokens: [Token], hashes: [UInt64]) {
    self.bytes = bytes
    self.tokens = tokens
    self.hashes = hashes
  }

  /// The sentences of `tokens` as ranges of their places; `hashes` holds one hash a token.
  static func sentences(of tokens: [Token], hashes: [UInt64], bytes: [UInt8]) -> [Range<Int>] {
    var splitter = SentenceSplitter(bytes: bytes, tokens: tokens, hashes: hashes)
    splitter.run()
    return splitter.sentences
  }

  private mutating func run() {
    guard !tokens.isEmpty else { return }
    for index in tokens.indices.dropLast() {
      let next = tokens[index + 1]
      let breaks: Bool
      if next.shape.contains(.paragraphStart) {
        breaks = true
        paragraph = index + 1
      } else if next.shape.contains(.lineStart), !isWrapped(after: index) {
        breaks = true
        paragraph = index + 1
      } else {
        breaks = endsSentence(index) || endsDateline(index)
      }
      if next.shape.contains(.lineStart) { line = index + 1 }
      if breaks {
        sentences.append(start..<index + 1)
        start = index + 1
      }
    }
    sentences.append(start..<tokens.count)
  }

  // MARK: Lines

  /// True when the line break after `index` is only the wrapping of a paragraph.
  private func isWrapped(after index: Int) -> Bool {
    let next = tokens[index + 1]
    let length = characters(Int(tokens[line].start)..<Int(tokens[index].end))
    guard length <= 110, !isBullet(index + 1), !isTabular(line..<index + 1) else { return false }
    if next.kind == .word, !next.shape.contains(.capitalised), length >= 20 { return true }
    return length >= 45 && !isTabular(nextLine(from: index + 1))
  }

  /// How wide a line is, whatever script it is in.
  private func characters(_ range: Range<Int>) -> Int {
    var count = 0
    for place in range where bytes[place] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  private func isBullet(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.kind == .mark { return hashes[index] != vocabulary.openBracket }
    return token.kind == .number && index + 1 < tokens.count && tokens[index + 1].kind == .mark
      && !tokens[index + 1].shape.contains(.spaced)
      && (hashes[index + 1] == vocabulary.fullStop || hashes[index + 1] == vocabulary.closeBracket)
  }

  /// At most 40 tokens, so that the cost stays linear.
  private func nextLine(from start: Int) -> Range<Int> {
    var end = start + 1
    while end < tokens.count, end - start < 40, !tokens[end].shape.contains(.lineStart) { end += 1 }
    return start..<end
  }

  /// Two figures at least, and a third of the words are figures.
  private func isTabular(_ range: Range<Int>) -> Bool {
    guard range.count <= 60 else { return false }
    var numbers = 0
    var words = 0
    for token in tokens[range] where token.kind != .mark && token.kind != .quote {
      words += 1
      if token.kind == .number { numbers += 1 }
    }
    return numbers >= 2 && numbers * 3 >= words
  }

  // MARK: Marks

  private func endsSentence(_ index: Int) -> Bool {
    let next = tokens[index + 1]
    var terminal = index
    while terminal > start, index - terminal < 6, isCloser(terminal), !tokens[terminal].shape.contains(.spaced) { terminal -= 1 }
    let token = tokens[terminal]
    if token.kind == .mark, vocabulary.cjkTerminals.contains(hashes[terminal]) { return !isCloser(index + 1) }
    guard next.shape.contains(.spaced) else { return false }
    let mark = hashes[index + 1]
    if next.kind == .mark, !vocabulary.openingMarks.contains(mark) { return false }
    if token.shape.contains(.dotted) { return terminal == index && startsSentence(index + 1) }
    guard token.kind == .mark, vocabulary.terminals.contains(hashes[terminal]) else { return false }
    if beginsSmall(index + 1) { return false }
    if hashes[terminal] == vocabulary.fullStop, terminal > start { return !isAbbreviation(terminal - 1, stop: terminal) }
    return true
  }

  private func isCloser(_ index: Int) -> Bool {
    tokens[index].kind == .quote || hashes[index] == vocabulary.closeBracket || hashes[index] == vocabulary.closeSquare
  }

  private func beginsSmall(_ index: Int) -> Bool {
    var index = index
    let limit = min(tokens.count, index + 6)
    while index < limit, tokens[index].kind == .quote { index += 1 }
    guard index < tokens.count, tokens[index].kind == .word else { return false }
    let token = tokens[index]
    return !token.shape.contains(.capitalised) && !token.shape.contains(.nonASCII)
      && hasCase(token)
  }

  private func hasCase(_ token: Token) -> Bool {
    let byte = bytes[Int(token.start)]
    return byte >= 0x61 && byte <= 0x7A
  }

  private func isAbbreviation(_ index: Int, stop: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, !tokens[stop].shape.contains(.spaced) else { return false }
    if token.bytes.count == 1, token.shape.contains(.capitalised) { return true }
    return vocabulary.abbreviations.contains(hashes[index])
  }

  /// After `U.S.` only a word that often opens a sentence, in capitals, opens one.
  private func startsSentence(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.kind == .quote { return index + 1 < tokens.count && tokens[index + 1].shape.contains(.capitalised) }
    return token.shape.contains(.capitalised) && vocabulary.openers.contains(hashes[index])
  }

  // MARK: Datelines

  /// `BAGHDAD / DUBAI –`, `WASHINGTON, Jan 8 (Reuters) -` at the start of a paragraph.
  private func endsDateline(_ index: Int) -> Bool {
    guard hashes[index] == vocabulary.dash, tokens[index].kind == .mark, index > paragraph, index - paragraph <= 18,
      tokens[index].shape.contains(.spaced),
      tokens[index + 1].shape.contains(.spaced) || hashes[index + 1] == vocabulary.dash
    else { return false }
    if hashes[index + 1] == vocabulary.dash { return false }
    let first = tokens[paragraph]
    let hasBrackets = hashes[index - 1] == vocabulary.closeBracket
    return (first.shape.contains(.allCapitals) && first.bytes.count >= 3) || (hasBrackets && first.shape.contains(.capitalised))
  }
}

/// The words and marks by which sentences are told, as hashes: the same for every table of words.
package struct SentenceVocabulary: Sendable {
  package static let standard = SentenceVocabulary()

  let fullStop = TokenText.hash(".")
  let openBracket = TokenText.hash("(")
  let closeBracket = TokenText.hash(")")
  let closeSquare = TokenText.hash("]")
  let dash = TokenText.hash("-")
  /// Marks with which a sentence may begin.
  let openingMarks = Set(["(", "[", "-", "¿", "¡", "#", "@"].map(TokenText.hash))
  let terminals = Set([".", "!", "?", "…", "..", "...", "....", "?!", "।", "؟", "۔"].map(TokenText.hash))
  let cjkTerminals = Set(["。", "！", "？", "｡"].map(TokenText.hash))
  package let abbreviations = Set(LinguisticVocabulary.abbreviationList.split(separator: " ").map { TokenText.hash(String($0)) })
  let openers = Set(
    (LinguisticVocabulary.openerList.split(separator: " ").map(String.init)
      + LanguageData.all.flatMap { LanguageData($0).phrases(.openers) }).map(TokenText.hash))
}
