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
