internal import Tables

extension PairAnatomy {
  /// Whether the larger article only holds the smaller one, a brief, beside an article of its own: it begins with something else, the
  /// smaller one stands in it in one piece, and what it has for itself has hardly a word of the smaller one's.
  ///
  /// So it is where a page printed the next brief behind its article, or where a digest has one part that the batch has too. What an
  /// article says of its own subject stands elsewhere in it as well, so that of a true excerpt the names come again. Linear in the words.
  mutating func largerHoldsAnother() -> Bool {
    a.isShared.count >= b.isShared.count ? a.holds(b.digest, tuning) : b.holds(a.digest, tuning)
  }
}

extension PairAnatomy.Side {
  /// Whether `part`, which is shared for the most, has nothing to do with what this side has for itself.
  fileprivate mutating func holds(_ part: CopyDigest, _ tuning: CopyTuning) -> Bool {
    guard part.wordCount <= tuning.longestBrief, restProse() >= tuning.leastRestProse(words: isShared.count),
      !leadIsShared(tuning), sharedIsOnePiece(tuning)
    else { return false }
    var rest = FeatureSet()
    var distinct: [UInt32] = []
    readRests(into: &rest, &distinct)
    // A title that speaks of the part makes the part the article.
    if PairAnatomy.titleOwner(self, rest) == .shared { return false }
    var contents = FeatureSet()
    var words: [UInt32] = []
    part.words.readContents(of: part.words.hashes.indices, into: &contents, &words)
    guard min(words.count, distinct.count) >= tuning.leastRestContents else { return false }
    return Double(words.count { rest.contains($0) }) < tuning.unrelatedWords * Double(words.count)
  }

  /// Whether the first words of running text are shared, all but a few.
  private mutating func leadIsShared(_ tuning: CopyTuning) -> Bool {
    let isProse = isProse
    let lead = isProse.indices.lazy.filter { isProse[$0] }.prefix(tuning.leadWords)
    return Double(lead.count { !isShared[$0] }) < tuning.leadShare * Double(lead.count)
  }

  /// Whether what is shared stands together, as another article does; out of an excerpt its source wrote on.
  private func sharedIsOnePiece(_ tuning: CopyTuning) -> Bool {
    let passages = sharedRuns.filter { $0.count >= tuning.passageWords }
    guard let first = passages.first, let last = passages.last else { return false }
    let words = passages.reduce(0) { $0 + $1.count }
    return Double(words) >= tuning.pieceShare * Double(last.upperBound - first.lowerBound)
  }
}
