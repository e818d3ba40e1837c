internal import Tables

/// Pairs of articles that share bands of their signatures, as `first << 32 | second`, first < second.
///
/// Where a band is shared by few, or by two articles whose names and figures agree, it is evidence enough. Where it is the wording of
/// a form, which its fillings share by the dozen, a pair must share a second one: with a resemblance of .4, as that of two fillings,
/// one pair in five shares two of 32 bands, with one of .7, as that of most copies, 998 in a thousand.
package struct BandPairs: Sendable {
  /// In no order, with repetitions.
  package var sure: [UInt64]
  /// In no order; as often as a pair shares such a band.
  package var weak: [UInt64]

  package init(sure: [UInt64] = [], weak: [UInt64] = []) {
    self.sure = sure
    self.weak = weak
  }

  /// The candidates that all `bands` give together: pairs of places below `count`, ascending, each once.
  package static func candidates(_ bands: [BandPairs], below count: Int) -> [UInt64] {
    var weak = bands.flatMap(\.weak)
    RadixSort.sortPairs(&weak, below: count)
    var pairs = bands.flatMap(\.sure)
    var start = 0
    while start < weak.count {
      var end = start + 1
      while end < weak.count, weak[end] == weak[start] { end += 1 }
      if SharedValues.bands.areEnough(end - start) { pairs.append(weak[start]) }
      start = end
    }
    RadixSort.sortPairs(&pairs, below: count)
    return pairs.deduplicated()
  }
}
