import Articles
package import Alignment
import Text

/// What a comparison found.
package struct DriftReport: Sendable {
  package let alignment: ArticleAlignment
  /// The bytes of every sentence, in order.
  package internal(set) var sentencesOfA: [Range<Int>]
  package internal(set) var sentencesOfB: [Range<Int>]
  /// Mean closeness L of the aligned passages, weighted by their words; 0 when nothing is aligned.
  package let closeness: Double
  /// Serious ones first, then in the order of `a`.
  package var findings: [DriftFinding] = []

  init(alignment: ArticleAlignment, closeness: Double, a: LinguisticText, b: LinguisticText) {
    self.alignment = alignment
    self.closeness = closeness
    sentencesOfA = a.sentences.map(a.byteRange)
    sentencesOfB = b.sentences.map(b.byteRange)
  }

  /// How many aligned passages stand in another order.
  package var movedPassages: Int { alignment.pairs.count { $0.moved } }

  /// How many sentences of each article have a counterpart.
  package var alignedSentences: (a: Int, b: Int) {
    (sentencesOfA.count - alignment.onlyInA.count, sentencesOfB.count - alignment.onlyInB.count)
  }
}
