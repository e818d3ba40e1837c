/// Cuts a token array into sentences.
///
/// Full stops of abbreviations, initials and numbers do not end a sentence; headings, list items, tabular lines and datelines are
/// sentences of their own; a line break inside a wrapped paragraph is a space. One pass, linear.
struct SentenceSplitter {
  private let bytes: [UInt8]
  private let tokens: [Token]
  private let vocabulary: LinguisticVocabulary
  private var sentences: [Range<Int>] = []
  private var start = 0
  /// First token of the current line and of the current paragraph.
  private var line = 0
  private var paragraph = 0

  init(bytes: [UInt8], tokens: [Token], vocabulary: LinguisticVocabulary) {
    self.bytes = bytes
    self.tokens = tokens
    self.vocabulary = vocabulary
  }

  static func sentences(of tokens: [Token], bytes: [UInt8], vocabulary: LinguisticVocabulary) -> [Range<Int>] {
    var splitter = SentenceSplitter(bytes: bytes, tokens: tokens, vocabulary: vocabulary)
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
    let length = Int(tokens[index].end - tokens[line].start)
    guard length <= 110, !isBullet(index + 1), !isTabular(line..<index + 1) else { return false }
    if next.kind == .word, !next.shape.contains(.capitalised), length >= 20 { return true }
    return length >= 45 && !isTabular(nextLine(from: index + 1))
  }

  private func isBullet(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.kind == .mark { return token.word != vocabulary.openBracket }
    return token.kind == .number && index + 1 < tokens.count && tokens[index + 1].kind == .mark
      && !tokens[index + 1].shape.contains(.spaced)
      && (tokens[index + 1].word == vocabulary.fullStop || tokens[index + 1].word == vocabulary.closeBracket)
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
    if vocabulary.cjkTerminals.contains(token.word) { return !isCloser(index + 1) }
    guard next.shape.contains(.spaced) else { return false }
    if next.kind == .mark, next.word != vocabulary.openBracket, next.word != vocabulary.dash { return false }
    if token.shape.contains(.dotted) { return terminal == index && startsSentence(index + 1) }
    guard vocabulary.terminals.contains(token.word) else { return false }
    if beginsSmall(index + 1) { return false }
    if token.word == vocabulary.fullStop, terminal > start { return !isAbbreviation(terminal - 1, stop: terminal) }
    return true
  }

  private func isCloser(_ index: Int) -> Bool {
    tokens[index].kind == .quote || tokens[index].word == vocabulary.closeBracket || tokens[index].word == vocabulary.closeSquare
  }

  private func beginsSmall(_ index: Int) -> Bool {
    var index = index
    let limit = min(tokens.count, index + 6)
    while index < limit, tokens[index].kind == .quote { index += 1 }
    guard index < tokens.count, tokens[index].kind == .word else { return false }
    let token = tokens[index]
    return !token.shape.contains(.capitalised) && !token.shape.contains(.nonASCII)
      && vocabulary.words.length(token.word) > 0 && hasCase(token)
  }

  private func hasCase(_ token: Token) -> Bool {
    let byte = bytes[Int(token.start)]
    return byte >= 0x61 && byte <= 0x7A
  }

  private func isAbbreviation(_ index: Int, stop: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, !tokens[stop].shape.contains(.spaced) else { return false }
    if token.bytes.count == 1, token.shape.contains(.capitalised) { return true }
    return vocabulary.abbreviations.contains(token.word)
  }

  /// After `U.S.` only a word that often opens a sentence, in capitals, opens one.
  private func startsSentence(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.kind == .quote { return index + 1 < tokens.count && tokens[index + 1].shape.contains(.capitalised) }
    return token.shape.contains(.capitalised) && vocabulary.openers.contains(token.word)
  }

  // MARK: Datelines

  /// `BAGHDAD / DUBAI –`, `WASHINGTON, Jan 8 (Reuters) -` at the start of a paragraph.
  private func endsDateline(_ index: Int) -> Bool {
    guard tokens[index].word == vocabulary.dash, tokens[index].kind == .mark, index > paragraph, index - paragraph <= 18,
      tokens[index].shape.contains(.spaced),
      tokens[index + 1].shape.contains(.spaced) || tokens[index + 1].word == vocabulary.dash
    else { return false }
    if tokens[index + 1].word == vocabulary.dash { return false }
    let first = tokens[paragraph]
    let hasBrackets = tokens[index - 1].word == vocabulary.closeBracket
    return (first.shape.contains(.allCapitals) && first.bytes.count >= 3) || (hasBrackets && first.shape.contains(.capitalised))
  }
}
