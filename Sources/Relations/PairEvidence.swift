package import Stories
package import Copies
/// Everything that decides how two articles relate, measured on their full texts.
///
/// Shares are 0...1.
package struct PairEvidence: Sendable {
  /// Exact shingle resemblance, containment, and kept names and words.
  package var copy: CopyMeasure
  /// Story similarity: rare words and word pairs, by the frequencies of the reference collection.
  package var similarity: Float
  package var template: TemplateEvidence
  /// Share of each text's sentences, by weight of their words, that have a counterpart in the other.
  package var coverageOfA: Float
  package var coverageOfB: Float
  /// Whether the counterparts come in the same order: 1 in order, .5 at random, 0 reversed; 1 when there are fewer than three.
  package var order: Float
  /// What is copied, told again, and new.
  package var retelling: Retelling
  /// Share of the shorter text's words that lie in runs of eight words and more that both have, outside quotation marks.
  package var verbatimOutsideQuotes: Float
  /// Words of each text.
  package var wordsOfA: Int
  package var wordsOfB: Int
}
