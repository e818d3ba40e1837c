internal import Tables
package import Text

/// Two aligned passages with their words aligned: what a drift rule looks at.
package struct SentencePair {
  package let a: SentenceSide
  package let b: SentenceSide
  package let alignment: WordAlignment
  /// L = 2 LCS(words) / (n + m), 0 to 1: how verbatim the copy is.
  ///
  /// 1 for identical sentences, symmetric.
  package let closeness: Double
  /// g = clamp((L - 0.70) / 0.20, 0, 1): how far a substitution that no lexicon explains can be trusted to mean something.
  package let trust: Double

  package init(a: SentenceSide, b: SentenceSide, alignment: WordAlignment, closeness: Double) {
    self.a = a
    self.b = b
    self.alignment = alignment
    self.closeness = closeness
    trust = min(1, max(0, (closeness - Self.tuning.trustLeast) / Self.tuning.trustSpan))
  }

  private static let tuning = AlignmentTuning.standard.pairs

  /// The position in `b` that a word of `a` is aligned with, substitutions included.
  package func match(a position: Int) -> Int? {
    let other = alignment.aToB[position]
    return other < 0 ? nil : Int(other)
  }

  /// The position in `a` that a word of `b` is aligned with, substitutions included.
  package func match(b position: Int) -> Int? {
    let other = alignment.bToA[position]
    return other < 0 ? nil : Int(other)
  }

  /// True when the pair of this word of `a` was found by its place alone, no lexicon linking the two words.
  package func isSubstitution(a position: Int) -> Bool { alignment.substituted[position] }

  /// lc, 0 to 1: the share of the two neighbours on each side (weights 1 and .6) that are aligned with each other too;
  /// the ends of the passages count as aligned.
  package func localContext(_ i: Int, _ j: Int) -> Double {
    func agreement(_ offset: Int) -> Double { neighbourAgreement(i + offset, j + offset, step: offset.signum()) }
    let far = Self.tuning.farNeighbour
    return (far * agreement(-2) + agreement(-1) + agreement(1) + far * agreement(2)) / (2 * (1 + far))
  }

  private func neighbourAgreement(_ i: Int, _ j: Int, step: Int) -> Double {
    let iInside = i >= 0 && i < a.count
    let jInside = j >= 0 && j < b.count
    if !iInside && !jInside { return 1 }
    guard iInside, jInside else { return 0 }
    if alignment.aToB[i] == Int32(j) { return 1 }
    // A word more or less between them is no disagreement: look one further on either side.
    if let other = match(a: i), abs(other - j) <= 1, (other - j).signum() != -step { return Self.tuning.shifted }
    if let other = match(b: j), abs(other - i) <= 1, (other - i).signum() != -step { return Self.tuning.shifted }
    return 0
  }
}

/// Which word of `a` stands for which word of `b`, one to one; -1 for none.
package struct WordAlignment: Sendable, Equatable {
  package var aToB: [Int32]
  package var bToA: [Int32]
  /// By position in `a`: aligned by place only.
  package var substituted: [Bool]

  /// Nothing aligned yet.
  package init(a: Int, b: Int) {
    aToB = Array(repeating: -1, count: a)
    bToA = Array(repeating: -1, count: b)
    substituted = Array(repeating: false, count: a)
  }

  package mutating func link(_ i: Int, _ j: Int, substituted isSubstitution: Bool = false) {
    aToB[i] = Int32(j)
    bToA[j] = Int32(i)
    substituted[i] = isSubstitution
  }
}

/// One side of an aligned pair: the words of one to three neighbouring sentences, without marks and quotation marks.
///
/// Rules speak of a word by its *position* in `words`, from 0.
package struct SentenceSide {
  package let text: LinguisticText
  /// All tokens of the sentences, marks included.
  package let tokens: Range<Int>
  /// The text's tokens, beside the text: an array at hand is read faster than one in a class.
  private let all: [Token]
  /// Token index of every word, number and sign.
  package let words: [Int]
  /// The words' numbers, side by side for the inner loops.
  package let ids: [WordNumber]

  package init(text: LinguisticText, tokens: Range<Int>) {
    self.text = text
    self.tokens = tokens
    all = text.tokens
    var words: [Int] = []
    var ids: [WordNumber] = []
    words.reserveCapacity(tokens.count)
    ids.reserveCapacity(tokens.count)
    for index in tokens where all[index].kind != .mark && all[index].kind != .quote {
      words.append(index)
      ids.append(all[index].word)
    }
    self.words = words
    self.ids = ids
  }

  /// How many words there are.
  package var count: Int { words.count }

  package func token(_ position: Int) -> Token { all[words[position]] }

  package func shape(_ position: Int) -> TokenShape { all[words[position]].shape }

  /// The text from one word to another as it came in, marks between them included.
  package func string(_ positions: Range<Int>) -> String { text.string(tokenRange(positions)) }

  package func string(_ position: Int) -> String { string(position..<position + 1) }

  /// The tokens from the first to the last of these words.
  package func tokenRange(_ positions: Range<Int>) -> Range<Int> {
    positions.isEmpty ? 0..<0 : words[positions.lowerBound]..<words[positions.upperBound - 1] + 1
  }

  /// The positions whose words lie in a token range.
  ///
  /// Complexity: O(log words).
  package func positions(in range: Range<Int>) -> Range<Int> {
    lowerBound(range.lowerBound)..<max(lowerBound(range.lowerBound), lowerBound(range.upperBound))
  }

  private func lowerBound(_ token: Int) -> Int {
    words.partitioningIndex { $0 >= token }
  }
}
