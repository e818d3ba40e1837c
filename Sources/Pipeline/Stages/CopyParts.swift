internal import Articles
internal import Boilerplate
internal import Copies
internal import Input

extension CopyStage {
  /// Groups the articles of small components, part by part, and adds to `known` the pairs that were verified for it: grouping the
  /// whole batch then asks for pairs of larger components alone.
  ///
  /// An article of a part is read once, where verification round by round reads it again for each round.
  func settle(
    _ pairs: [UInt64], _ known: inout [UInt64: CopyGroups.Verified], _ verifier: PairVerifier, conditions: [TextCondition?],
    preference: [UInt32], store: ArticleStore, parser: @Sendable () -> RecordParser
  ) throws -> [PairVerifier.Settled] {
    let limit = CopyParts.Limit(articles: partArticles, bytes: PairVerifier.blockBytes)
    let parts = CopyParts.parts(pairs, known: known, count: verifier.articles.count, limit: limit) {
      Int(verifier.table.locations[Int(verifier.articles[$0])].length)
    }
    let settled = try Parallel.map(parts.count, in: context, makeState: { verifier.makeWorker(parser()) }) { index, worker in
      let part = CopyPart(pairs: parts[index].pairs, known: parts[index].known, preference: preference)
      return try verifier.settle(part, store: store, known: conditions, &worker)
    }
    for part in settled {
      for pair in part.block.pairs { known[pair.pair] = pair }
    }
    return settled
  }
}

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
