internal import Text

/// Two to five words that stand twice in a row: "was unable to unable to work", "the overthrow of the overthrow of".
///
/// Left alone is what people say so: "night after night after night", "bigger and bigger and stronger", "what is lost is lost";
/// and phrases that begin with a capital or have other capitals the second time: there a heading or a list ran into the text.
struct DoubledPhrases: Sendable {
  /// Words that link twins.
  private let between = DoubledWords.words(of: "between")
  /// Words behind which a phrase may be followed by itself.
  private let behind = DoubledWords.words(of: "behind")

  /// The words of the first of two equal phrases that begins at `place`, the shortest; nil where none does.
  ///
  /// O(1).
  func count(at place: Int, in tokens: [QualityToken], quoted: [Bool]) -> Int? {
    guard tokens[place].kind == .word, !quoted[place] else { return nil }
    return QualityTuning.standard.doubledPhrase.first { stands(place, $0, tokens) }
  }

  private func stands(_ place: Int, _ count: Int, _ tokens: [QualityToken]) -> Bool {
    let (second, end) = (place + count, place + 2 * count)
    guard end <= tokens.count, tokens[place].hash == tokens[second].hash,
      (1..<count).allSatisfy({ tokens[place + $0].hash == tokens[second + $0].hash }),
      (1..<count).contains(where: { tokens[place + $0].hash != tokens[place].hash })
    else { return false }
    let isPlain = (place..<end).allSatisfy {
      tokens[$0].kind == .word && tokens[$0].line == tokens[place].line && ($0 == place || tokens[$0].isSpaced)
    }
    guard isPlain, !tokens[place].isCapital,
      (0..<count).allSatisfy({ tokens[place + $0].isCapital == tokens[second + $0].isCapital }),
      tokens[second - 1].range.upperBound - tokens[place].range.lowerBound >= QualityTuning.standard.phraseBytes,
      !between.contains(tokens[place].hash), !between.contains(tokens[second - 1].hash)
    else { return false }
    // A third time: who says so means it.
    if end < tokens.count, tokens[end].hash == tokens[place].hash { return false }
    guard place > 0 else { return true }
    return tokens[place - 1].hash != tokens[second - 1].hash && !behind.contains(tokens[place - 1].hash)
  }
}
