internal import Boilerplate
internal import Copies
internal import Input

extension PairVerifier {
  /// What a part came to that was grouped to the end.
  struct Settled: Sendable {
    var block = Block(pairs: [])
    /// The articles that looked like round-ups, and those that are, by place.
    var suspects: [UInt32] = []
    var roundUps: [UInt32] = []
  }

  /// Groups the copies of a part.
  ///
  /// It asks for the very pairs that grouping the whole batch asks for, as no pair leads out of the part.
  func settle(_ part: CopyPart, store: ArticleStore, known: [TextCondition?], _ worker: inout Worker) throws -> Settled {
    var (part, texts, result) = (part, Texts(), Settled())
    var seen: Set<UInt32> = []
    while true {
      while !part.groups.unverified.isEmpty {
        let block = try verify(part.groups.unverified.map(part.whole), &texts, store: store, known: known, &worker)
        part.add(block.pairs)
        result.block.add(block)
      }
      let suspects = part.groups.suspects(but: seen)
      var roundUps: [UInt32] = []
      for suspect in suspects {
        if try isRoundUp(part.whole(suspect), &texts, store, &worker) { roundUps.append(suspect.article) }
      }
      seen.formUnion(suspects.map(\.article))
      guard !roundUps.isEmpty else { break }
      part.groups.setAside(roundUps)
      result.roundUps += roundUps.map { part.members[Int($0)] }
    }
    result.suspects = seen.map { part.members[Int($0)] }
    return result
  }
}

extension PairVerifier.Block {
  /// Takes in what later pairs came to.
  fileprivate mutating func add(_ other: Self) {
    pairs += other.pairs
    conditions += other.conditions
    passages.formUnion(other.passages)
  }
}
