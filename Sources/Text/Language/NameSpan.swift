/// Consecutive capitalised words that name one thing.
package struct NameSpan: Sendable, Hashable {
  package var tokens: Range<Int>
  /// Tokens without leading titles (`Gen.`, `President`).
  package var core: Range<Int>
}
