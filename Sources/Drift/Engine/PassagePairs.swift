import Alignment
import Text

/// The aligned passages of two articles, with their words aligned where they are asked for.
struct PassagePairs {
  let alignment: ArticleAlignment
  /// The passages in which something was changed, as far as they are wanted.
  private(set) var pairs: [SentencePair] = []
  /// What the wanted passages say of it.
  private(set) var form: RecurringForm
  private var mean = MeanCloseness()

  /// Mean closeness L of all aligned passages, wanted or not; 0 when nothing is aligned.
  var closeness: Double { mean.value }

  init(
    _ first: DriftArticle, _ second: DriftArticle, _ session: DriftSession,
    where isWanted: (SentenceSide, SentenceSide) -> Bool = { _, _ in true }
  ) {
    let (a, b) = (first.text, second.text)
    alignment = session.articleAligner.align(a, first.bags, b, second.bags)
    form = RecurringForm(a, b, calendar: session.resources.vocabulary.calendar)
    for passages in alignment.pairs {
      if let unchanged = UnchangedPassages.words(passages, a, b) {
        mean.add(1, words: 2 * unchanged)
        form.add(unchanged: passages, a)
        continue
      }
      let sides = (SentenceSide(text: a, tokens: passages.a), SentenceSide(text: b, tokens: passages.b))
      if !isWanted(sides.0, sides.1), let closeness = Closeness.exact(sides.0.ids, sides.1.ids) {
        mean.add(closeness, words: sides.0.count + sides.1.count)
        continue
      }
      let pair = session.wordAligner.align(sides.0, sides.1)
      mean.add(pair.closeness, words: pair.a.count + pair.b.count)
      form.add(pair, units: session.units)
      pairs.append(pair)
    }
  }
}

/// A mean of closeness L, weighted by the words of both sides.
private struct MeanCloseness {
  private var sum = 0.0
  private var words = 0

  mutating func add(_ closeness: Double, words: Int) {
    sum += closeness * Double(words)
    self.words += words
  }

  var value: Double { words > 0 ? sum / Double(words) : 0 }
}

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
