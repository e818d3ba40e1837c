internal import Tables

/// One text that each site printed with a sentence or two of its own in it: a column, a recipe, advice.
///
/// Such a text has few names, so that those of the inserts are most of them, as in a form filled with others. But a form is
/// filled all over, or at its beginning, and here one running text stands round a passage that is whole sentences on both sides.
extension PairAnatomy {
  /// Whether the two differ in such sentences alone.
  ///
  /// Linear in the words.
  mutating func differsInInserts() -> Bool { a.hasInsertsAlone(tuning) && b.hasInsertsAlone(tuning) }
}

extension PairAnatomy.Side {
  fileprivate mutating func hasInsertsAlone(_ tuning: CopyTuning) -> Bool {
    let own = isShared.count - sharedWords
    guard sharedWords >= tuning.insertText, Double(own) <= tuning.insertShare * Double(isShared.count),
      rests.count <= tuning.mostInserts, own - restWords <= tuning.shortestRest,
      !isShared.prefix(tuning.leadWords).contains(false),
      Double(sharedProse()) >= tuning.pieceShare * Double(sharedWords)
    else { return false }
    let areSentences = rests.allSatisfy { digest.words.beginsAnew($0.lowerBound) && isToldInSentences($0, tuning) }
    guard areSentences else { return false }
    // A box of the page may be running text too.
    let topics = sharedRuns.reduce(into: Set<UInt32>()) { $0.formUnion(digest.words.topics(of: $1)) }
    return topics.count < tuning.pageTopics
  }
}

/// One text behind which each site printed a line of its own: its hours on air, its imprint, whom to write to.
///
/// Such lines are names and figures for the most part, so that those of a short text with few are outweighed and the pair looks
/// like a form filled with others. But a form is filled between its words, and here nothing that both have follows.
extension PairAnatomy {
  /// The two without what either has behind the last words of both; nil where neither has such a tail, or more than a tail.
  ///
  /// Linear in the words.
  func withoutTails() -> (a: CopyDigest, b: CopyDigest)? {
    guard let first = a.tail(tuning), let second = b.tail(tuning), !first.isEmpty || !second.isEmpty else { return nil }
    return (a.digest.removing(Set(first)), b.digest.removing(Set(second)))
  }
}

extension PairAnatomy.Side {
  /// The words behind the last shared one, whole lines or sentences; nil where they are too many for a page's line, or too much
  /// of the text.
  fileprivate func tail(_ tuning: CopyTuning) -> Range<Int>? {
    guard sharedWords >= tuning.insertText, let last = isShared.lastIndex(of: true) else { return nil }
    let tail = last + 1..<isShared.count
    guard tail.count <= tuning.longestCall, Double(tail.count) <= tuning.insertShare * Double(isShared.count) else { return nil }
    return tail.isEmpty || digest.words.beginsAnew(tail.lowerBound) ? tail : nil
  }
}
