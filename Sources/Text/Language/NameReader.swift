/// Consecutive capitalised words that name one thing.
package struct NameSpan: Sendable, Hashable {
  package var tokens: Range<Int>
  /// Tokens without leading titles (`Gen.`, `President`).
  package var core: Range<Int>
}

/// Finds names by their capitals.
///
/// A capital inside a sentence makes a name, unless it is a day, a month or "I". At the start of a sentence, and in headlines set
/// in capitals, a word is a name when the same article has it as one elsewhere, or when it is no common word of the language.
///
/// Where all nouns have capitals, two of them side by side make a name ("Ana Lind", "Bund Naturschutz"), and so does each of
/// their words elsewhere in the article, unless an article stands before it somewhere.
struct NameReader {
  private var tokens: [Token]
  private let vocabulary: LinguisticVocabulary
  private let isCommon: (WordNumber) -> Bool

  /// The names, and the tokens with ``TokenShape/name`` set.
  static func names(
    in tokens: [Token], vocabulary: LinguisticVocabulary, isCommon: (WordNumber) -> Bool
  ) -> (names: [NameSpan], tokens: [Token]) {
    withoutActuallyEscaping(isCommon) { isCommon in
      var reader = NameReader(tokens: tokens, vocabulary: vocabulary, isCommon: isCommon)
      return (reader.read(), reader.tokens)
    }
  }

  private init(tokens: [Token], vocabulary: LinguisticVocabulary, isCommon: @escaping (WordNumber) -> Bool) {
    self.tokens = tokens
    self.vocabulary = vocabulary
    self.isCommon = isCommon
  }

  private mutating func read() -> [NameSpan] {
    let capitalisesNouns = vocabulary.language?.capitalisesNouns ?? false
    let sure = capitalisesNouns ? pairedNames() : certainNames()
    for index in tokens.indices where canBeName(index) {
      let token = tokens[index]
      if capitalisesNouns {
        if sure.contains(token.word) { tokens[index].shape.insert(.name) }
      } else if !token.shape.contains(.sentenceStart) || sure.contains(token.word) || !isCommon(token.word) {
        tokens[index].shape.insert(.name)
      }
    }
    return spans()
  }

  private func canBeName(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, token.shape.contains(.capitalised), !token.shape.contains(.clitic) else { return false }
    return (token.bytes.count > 1 || isInitial(index)) && !vocabulary.calendar.all.contains(token.word)
      && vocabulary.figures.role(token.word) == nil && !isTemperature(index)
  }

  /// "Celsius" behind a number or its degrees, not the man.
  private func isTemperature(_ index: Int) -> Bool {
    guard index > 0, vocabulary.figures.temperatureScales.contains(tokens[index].word) else { return false }
    let before = tokens[index - 1]
    return before.kind == .number || before.kind == .sign || vocabulary.figures.unit(before.word) != nil
  }

  /// `J.` before another capital.
  private func isInitial(_ index: Int) -> Bool {
    index + 2 < tokens.count && tokens[index + 1].word == vocabulary.fullStop && tokens[index + 2].shape.contains(.capitalised)
  }

  /// Words with a capital inside a sentence that never occur in small letters.
  private func certainNames() -> WordSet {
    var capital = WordSet()
    var small = WordSet()
    for index in tokens.indices where tokens[index].kind == .word {
      if !tokens[index].shape.contains(.capitalised) {
        small.insert(tokens[index].word)
      } else if !tokens[index].shape.contains(.sentenceStart), canBeName(index) {
        capital.insert(tokens[index].word)
      }
    }
    var sure = WordSet()
    for token in tokens where capital.contains(token.word) && !small.contains(token.word) { sure.insert(token.word) }
    return sure
  }

  /// Words that stand beside another capital, and never behind an article.
  private func pairedNames() -> WordSet {
    var paired = WordSet()
    var governed = WordSet()
    for index in tokens.indices.dropFirst() where canBeName(index) && !tokens[index].shape.contains(.sentenceStart) {
      if vocabulary.openers.contains(tokens[index - 1].word) { governed.insert(tokens[index].word) }
      guard canBeName(index - 1), !tokens[index].shape.contains(.lineStart),
        !tokens[index - 1].shape.contains(.sentenceStart) || !vocabulary.openers.contains(tokens[index - 1].word)
      else { continue }
      paired.insert(tokens[index].word)
      paired.insert(tokens[index - 1].word)
    }
    var sure = WordSet()
    for token in tokens where paired.contains(token.word) && !governed.contains(token.word) { sure.insert(token.word) }
    return sure
  }

  private func spans() -> [NameSpan] {
    var spans: [NameSpan] = []
    var index = 0
    while index < tokens.count {
      guard tokens[index].shape.contains(.name) else {
        index += 1
        continue
      }
      let end = spanEnd(from: index)
      spans.append(NameSpan(tokens: index..<end, core: core(index..<end)))
      index = end
    }
    return spans
  }

  /// Names follow each other; a particle, an initial's or a title's full stop may stand between.
  private func spanEnd(from start: Int) -> Int {
    var end = start + 1
    while end < tokens.count, end - start < 12, !tokens[end].shape.contains(.paragraphStart) {
      if tokens[end].shape.contains(.name) {
        if tokens[end].shape.contains(.sentenceStart) { break }
        end += 1
      } else if let next = joined(from: end) {
        end = next + 1
      } else {
        break
      }
    }
    return end
  }

  /// The name that follows over one or two joining tokens ("van der"), or nil.
  private func joined(from index: Int) -> Int? {
    for length in 1...2 {
      let next = index + length
      guard next < tokens.count, joins(next - 1) else { return nil }
      if tokens[next].shape.contains(.name), !tokens[next].shape.contains(.sentenceStart) { return next }
    }
    return nil
  }

  private func joins(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.kind == .word {
      return vocabulary.particles.contains(token.word) || token.bytes.count == 1 && token.shape.contains(.capitalised)
    }
    guard token.word == vocabulary.fullStop, index > 0 else { return false }
    return tokens[index - 1].bytes.count == 1 || vocabulary.abbreviations.contains(tokens[index - 1].word)
  }

  /// Without leading titles, as long as something remains.
  private func core(_ span: Range<Int>) -> Range<Int> {
    var start = span.lowerBound
    while start + 1 < span.upperBound, vocabulary.titles.contains(tokens[start].word) || tokens[start].kind == .mark {
      start += 1
    }
    return start..<span.upperBound
  }
}
