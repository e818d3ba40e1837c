import Articles
import Alignment
import Text

/// Tells aligned passages that stand in both articles word for word, so that most sentences of a copy cost one comparison.
///
/// Two passages are unchanged when their tokens agree in word, kind and shape: the same words, marks, quotation marks, names and
/// figures. How the lines are broken makes no difference. No rule has anything to say about such a pair, for whatever changed
/// around it is told where it changed or by what rules say about whole articles.
enum UnchangedPassages {
  private static let layout: TokenShape = [.spaced, .lineStart, .paragraphStart]

  /// How many words stand on each side; nil when anything differs.
  ///
  /// Complexity: O(tokens before the first difference).
  static func words(_ passages: AlignedPassages, _ a: LinguisticText, _ b: LinguisticText) -> Int? {
    guard passages.a.count == passages.b.count else { return nil }
    var words = 0
    for (i, j) in zip(passages.a, passages.b) {
      let x = a.tokens[i]
      let y = b.tokens[j]
      guard x.word == y.word, x.kind == y.kind, x.shape.union(layout) == y.shape.union(layout) else { return nil }
      if x.kind != .mark, x.kind != .quote { words += 1 }
    }
    return words
  }
}
