/// A dateline of several cities without an agency.
///
/// "PARIS / LIMA / DELHI - ...": three or more places in capitals before the first sentence, as Reuters writes it when reporters
/// of several bureaus share a story. A hint: other outlets do it too, so alone it is no credit.
struct MultiCityDateline: Sendable {
  let confidence = 0.35

  /// The tokens of the dateline at the beginning of the segment, or nil.
  func find(in segment: CreditSegment) -> Range<Int>? {
    guard segment.startsLine, segment.fromTop < 6 else { return nil }
    var places = 0
    var isOpen = true
    for (i, token) in segment.tokens.enumerated().prefix(16) {
      if token.kind == .word, token.isUpper, token.range.count > 2 {
        if isOpen { places += 1 }
        isOpen = false
      } else if token.mark == "/" {
        isOpen = true
      } else if token.isMark(CreditSegment.dashes), token.isSpaced {
        return places >= 2 && !isOpen ? 0..<i + 1 : nil
      } else {
        return nil
      }
    }
    return nil
  }
}
