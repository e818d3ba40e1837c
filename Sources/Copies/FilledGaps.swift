internal import Tables

extension PairAnatomy {
  /// Whether two articles are fillings of one form: what either has and the other has nowhere is names and figures for the most part, and
  /// stands all over the text.
  ///
  /// What the form itself names, a company or its telephone, says nothing: both have it. Linear in the words.
  func isFilledAnew() -> Bool { a.isFilling(beside: b, tuning) && b.isFilling(beside: a, tuning) }
}

extension PairAnatomy.Side {
  fileprivate func isFilling(beside other: borrowing PairAnatomy.Side, _ tuning: CopyTuning) -> Bool {
    var known = FeatureSet()
    known.removeAll(reserving: other.digest.words.hashes.count)
    for hash in other.digest.words.hashes { _ = known.insert(hash) }
    let words = digest.words
    let strangers = isShared.indices.filter { !isShared[$0] && !known.contains(words.hashes[$0]) }
    let names = strangers.filter { words.isName($0) }
    guard let first = names.first, let last = names.last, Set(names.map { words.hashes[$0] }).count >= tuning.formFillings,
      Double(names.count) >= tuning.formGapNames * Double(strangers.count), last - first >= tuning.formReach
    else { return false }
    let gaps = zip(names, names.dropFirst()).count { $1 - $0 > tuning.formBetween } + 1
    return gaps >= tuning.formGaps
  }
}
