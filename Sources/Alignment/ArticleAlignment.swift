/// Which passages of two articles stand for each other.
package struct ArticleAlignment: Sendable {
  /// In the order of `a`.
  package var pairs: [AlignedPassages] = []
  /// Token ranges of sentences of `a` without a counterpart.
  package var onlyInA: [Range<Int>] = []
  /// Token ranges of sentences of `b` without a counterpart.
  package var onlyInB: [Range<Int>] = []

  package init() {}
}

/// One to three neighbouring sentences of each article that say the same.
package struct AlignedPassages: Sendable, Hashable {
  /// Sentence numbers in each article.
  package var aSentences: Range<Int>
  package var bSentences: Range<Int>
  /// Token ranges in each article.
  package var a: Range<Int>
  package var b: Range<Int>
  /// idf-weighted Dice of the lemma bags, 0 to 1.
  package var similarity: Double
  /// The order of `b` differs here from the order of `a`.
  package var moved: Bool
}
