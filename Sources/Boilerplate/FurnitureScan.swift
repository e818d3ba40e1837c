package import Articles

/// What one pass over an article found, with the buffers it needed; reused from article to article.
package struct FurnitureScan: Sendable {
  /// Furniture in the order of the text; spans never overlap.
  package internal(set) var spans: [FurnitureSpan] = []
  /// Short lines that are not furniture by themselves but may be when they recur, see ``RecurringLines``.
  package internal(set) var shortLines: [ShortLine] = []
  /// Tells the article's own text from that of other articles: a hash of the first words of its longest line.
  package internal(set) var body: UInt64 = 0

  /// A short line and the hash of its words.
  package struct ShortLine: Sendable, Hashable {
    package var range: ByteRange
    package var hash: UInt64
  }

  /// Trimmed lines with text.
  var lines: [Range<Int>] = []
  var words = FurnitureWords()
  var tail = FurnitureWords()

  package init() {}
}
