/// Reads articles closely; one a thread.
package struct LinguisticAnalysis {
  package let vocabulary: LinguisticVocabulary
  package var words: WordTable { vocabulary.words }

  package init(words: WordTable, language: Language? = .english) {
    vocabulary = LinguisticVocabulary(words: words, data: LanguageData(language))
  }

  /// The tokens alone, for phrases of word lists that are to be found in texts.
  package static func tokens(of phrase: String, words: WordTable) -> [Token] {
    Tokenizer.tokens(of: Array(phrase.utf8), words: words)
  }

  /// Tokens, sentences, quotations, figures and names of a text.
  ///
  /// - Parameters:
  ///   - bytes: The text as it came in; bytes that are no UTF-8 become marks.
  ///   - isCommon: True for words of the language that are no proper names.
  /// - Returns: The text with its parts.
  /// - Complexity: O(length).
  package func read(_ bytes: [UInt8], isCommon: (WordNumber) -> Bool) -> LinguisticText {
    let text = LinguisticText(bytes: bytes)
    text.tokens = withoutPageMatter(
      Tokenizer.tokens(
        of: bytes, words: words, splitsElisions: vocabulary.language?.elides ?? false,
        mayLackApostrophes: vocabulary.language == .english), bytes)
    text.sentences = SentenceSplitter.sentences(
      of: text.tokens, hashes: text.tokens.map { words.hash($0.word) }, bytes: bytes)
    text.quotations = QuotationFinder.quotations(in: text.tokens, bytes: bytes)
    markStarts(text)
    for quotation in text.quotations {
      for index in quotation.tokens { text.tokens[index].shape.insert(.quoted) }
    }
    text.figures = FigureReader.figures(in: text.tokens, bytes: bytes, vocabulary: vocabulary)
    for figure in text.figures {
      for index in figure.tokens { text.tokens[index].shape.insert(.figure) }
    }
    (text.names, text.tokens) = NameReader.names(in: text.tokens, vocabulary: vocabulary, isCommon: isCommon)
    return text
  }

  /// The tokens of the story itself: without ``PageMatter``.
  private func withoutPageMatter(_ tokens: [Token], _ bytes: [UInt8]) -> [Token] {
    let ranges = PageMatter.ranges(in: tokens, bytes: bytes, vocabulary: vocabulary)
    guard !ranges.isEmpty else { return tokens }
    var kept: [Token] = []
    kept.reserveCapacity(tokens.count)
    var next = 0
    for (index, token) in tokens.enumerated() {
      while next < ranges.count, ranges[next].upperBound <= index { next += 1 }
      if next < ranges.count, ranges[next].contains(index) { continue }
      var token = token
      // What follows a gap begins a paragraph.
      if next > 0, ranges[next - 1].upperBound == index { token.shape.formUnion([.spaced, .lineStart, .paragraphStart]) }
      kept.append(token)
    }
    return kept
  }

  /// Marks the words whose capital says nothing: the first of a sentence or quotation, and all of a headline in capitals.
  private func markStarts(_ text: LinguisticText) {
    for sentence in text.sentences {
      if let first = sentence.first(where: { text.tokens[$0].kind == .word || text.tokens[$0].kind == .number }) {
        text.tokens[first].shape.insert(.sentenceStart)
      }
      if isHeadline(sentence, of: text) {
        for index in sentence where text.tokens[index].shape.contains(.capitalised) {
          text.tokens[index].shape.insert(.sentenceStart)
        }
      }
    }
    for quotation in text.quotations where opensSentence(quotation, in: text) {
      text.tokens[quotation.tokens.lowerBound].shape.insert(.sentenceStart)
    }
    for index in text.tokens.indices.dropFirst() where text.tokens[index - 1].word == vocabulary.colon {
      text.tokens[index].shape.insert(.sentenceStart)
    }
  }

  /// A quotation opens a sentence of its own unless it goes on where the words before it stop.
  private func opensSentence(_ quotation: Quotation, in text: LinguisticText) -> Bool {
    let mark = quotation.tokens.lowerBound - 1
    guard mark > 0 else { return true }
    let before = text.tokens[mark - 1]
    return before.kind == .mark || quotation.tokens.count > 3
  }

  /// Most words begin with a capital although there is no full stop.
  private func isHeadline(_ sentence: Range<Int>, of text: LinguisticText) -> Bool {
    guard let last = sentence.last, text.tokens[last].word != vocabulary.fullStop else { return false }
    var capitals = 0
    var long = 0
    for token in text.tokens[sentence] where token.kind == .word && token.bytes.count > 3 {
      long += 1
      if token.shape.contains(.capitalised) { capitals += 1 }
    }
    return long >= 4 && capitals * 10 >= long * 7
  }
}

/// One article read closely: tokens, sentences, quotations, figures and names, all as ranges of one token array.
///
/// The word numbers belong to the ``WordTable`` of the analysis that made it. Everything is found in one pass each, so the
/// cost is linear in the text's length.
package final class LinguisticText {
  /// The text as it came in; every byte range points here.
  package let bytes: [UInt8]
  package internal(set) var tokens: [Token] = []
  /// Token ranges, in order, without gaps.
  package internal(set) var sentences: [Range<Int>] = []
  package internal(set) var quotations: [Quotation] = []
  package internal(set) var figures: [Figure] = []
  package internal(set) var names: [NameSpan] = []

  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// The bytes that a token range covers, from its first token's first byte to its last one's last.
  package func byteRange(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }

  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[byteRange(range)], as: UTF8.self)
  }
}

/// What was made of the texts that were read last: the versions of a story are held against each other again and again.
@frozen
@usableFromInline
package struct RecentTexts<Value> {
  /// The latest first.
  @usableFromInline var texts: [(bytes: [UInt8], title: [UInt8], value: Value)] = []

  @inlinable static var most: Int { 16 }
  /// Longer texts are not kept, so that memory stays bounded.
  @inlinable static var longest: Int { 1 << 16 }

  @inlinable package init() {}

  /// What `make` made of the text under its title, now or before.
  @inlinable
  package mutating func value(of bytes: [UInt8], title: [UInt8] = [], make: ([UInt8]) -> Value) -> Value {
    let known = texts.firstIndex { $0.bytes == bytes && $0.title == title }
    let value = known.map { texts.remove(at: $0).value } ?? make(bytes)
    guard bytes.count + title.count <= Self.longest else { return value }
    if texts.count == Self.most { texts.removeLast() }
    texts.insert((bytes, title, value), at: 0)
    return value
  }
}
