package import Text
internal import Tables

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
