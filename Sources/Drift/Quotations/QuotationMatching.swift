import Articles
internal import Text
import Alignment
import Tables

/// Quotations of one side and where their words went.
struct QuotationMatching {
  struct Item {
    /// Word positions between the marks.
    var positions: Range<Int>
    var single: Bool
    /// It goes on behind the sentence.
    var continues = false
  }

  static func items(_ side: SentenceSide) -> [Item] {
    let all = side.text.quotations
    var low = all.partitioningIndex { $0.tokens.lowerBound >= side.tokens.lowerBound }
    // A quotation may have begun in the sentence before.
    while low > 0, all[low - 1].tokens.upperBound > side.tokens.lowerBound,
      side.tokens.lowerBound - all[low - 1].tokens.lowerBound < 400
    { low -= 1 }
    var found: [Item] = []
    while low < all.count, all[low].tokens.lowerBound < side.tokens.upperBound {
      let clamped = all[low].tokens.clamped(to: side.tokens)
      let positions = side.positions(in: clamped)
      if !positions.isEmpty {
        found.append(
          Item(positions: positions, single: all[low].single, continues: clamped.upperBound < all[low].tokens.upperBound))
      }
      low += 1
    }
    return found
  }
}
