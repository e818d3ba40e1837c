internal import Tables

extension PairAnatomy {
  /// Whether two articles are fillings of one form: they differ in names and figures, all over the text, and have none of these in common.
  ///
  /// What the form itself names, a company or its telephone, says nothing: it stands in what both have word for word. Linear in the words.
  func isFilledAnew() -> Bool {
    guard a.hasGaps(tuning), b.hasGaps(tuning) else { return false }
    let (first, second) = (a.ownNames(), b.ownNames())
    guard min(first.count, second.count) >= tuning.formNames else { return false }
    let common = first.filter { second.contains($0) }.count
    return Double(common) <= tuning.formGapKept * Double(min(first.count, second.count))
  }
}

extension PairAnatomy.Side {
  /// Whether what only this side has stands in several places far apart, and is names and figures for the most part.
  fileprivate func hasGaps(_ tuning: CopyTuning) -> Bool {
    let gaps = Self.runs(isShared, of: false).filter { $0.contains { digest.words.isName($0) } }
    guard gaps.count >= tuning.formGaps, let first = gaps.first, let last = gaps.last else { return false }
    guard Double(last.lowerBound - first.lowerBound) >= tuning.formReach * Double(isShared.count) else { return false }
    let own = isShared.indices.filter { !isShared[$0] }
    return Double(own.count { digest.words.isName($0) }) >= tuning.formGapNames * Double(own.count)
  }

  /// The names and figures that only this side has.
  fileprivate func ownNames() -> Set<UInt32> {
    Set(isShared.indices.lazy.filter { !isShared[$0] && digest.words.isName($0) }.map { digest.words.hashes[$0] })
  }
}
