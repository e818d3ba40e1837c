/// One article read closely: tokens, sentences, quotations, figures and names, all as ranges of one token array.
///
/// The word numbers belong to the ``WordTable`` of the analysis that made it. Everything is found in one pass each, so the
/// cost is linear in the text's length.
package final class LinguisticText {
  /// The text as it came in; every byte range points here.
  package let bytes: [UInt8]
  package internal(set) var tokens: [Token] = []
  /// Token ranges, in order, without gaps.
  package internal(set) var sentences: [Range<Int>] = []
  package internal(set) var quotations: [Quotation] = []
  package internal(set) var figures: [Figure] = []
  package internal(set) var names: [NameSpan] = []

  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// The bytes that a token range covers, from its first token's first byte to its last one's last.
  package func byteRange(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }

  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[byteRange(range)], as: UTF8.self)
  }
}
