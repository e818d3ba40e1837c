internal import Articles
internal import Boilerplate
internal import Copies
internal import Input
internal import Tables

/// The search for the copies of one corpus, with all that becomes known of its pairs on the way.
///
/// Components of few articles are settled apart (``CopyParts``); the others are verified round by round, as far as grouping them
/// asks for it. Then round-ups are set aside and better copies chosen to stay, and what grouping asks for anew is verified
/// likewise.
struct CopySearch {
  private let stage: CopyStage
  private let corpus: Corpus
  private let store: ArticleStore
  private let parser: @Sendable () -> RecordParser
  private let verifier: PairVerifier
  private let candidates: CopyCandidates
  /// Candidate pairs of places in ``articles``, ascending, each once.
  private let pairs: [UInt64]
  /// The rank of each place by length, 0 for the longest: a part is held against its whole, whichever stays in the end.
  private let byLength: [UInt32]
  private var groups: CopyGroups
  /// Places of the articles that were looked at for round-ups, while their parts were settled.
  private let suspects: Set<UInt32>
  private var conditions: [TextCondition?]
  private var result: CopyStage.Result

  /// The articles of different text, in content order.
  private var articles: [UInt32] { verifier.articles }

  /// Finds the candidates, and settles the small components among them.
  ///
  /// `earlier` is what was found before the corpus learned of its passages, see ``CopyStage/run(_:store:earlier:parser:)``.
  init(
    _ stage: CopyStage, _ corpus: Corpus, store: ArticleStore, earlier: CopyStage.Result?, candidates given: [UInt64]?,
    parser: @escaping @Sendable () -> RecordParser
  ) throws {
    (self.stage, self.corpus, self.store, self.parser) = (stage, corpus, store, parser)
    result = CopyStage.Result(copies: [CopyStage.Copy?](repeating: nil, count: corpus.table.count))
    let articles = stage.collapseIdentical(corpus, into: &result)
    let isMember = earlier.map { articles.map($0.passages.concerns) } ?? []
    candidates = CopyCandidates(keys: corpus.spilled?.sketches ?? corpus.keys, articles: articles, seeking: isMember)
    verifier = stage.verifier(corpus, articles)
    byLength = Ranks.of(
      articles.indices.sorted { corpus.table.isPreferred(Int(articles[$0]), to: Int(articles[$1]), .longest) })
    let found = try given ?? stage.pairs(candidates, corpus)
    var known: [UInt64: CopyGroups.Verified]
    (pairs, known) = earlier?.taken(with: found, isMember) ?? (found, [:])
    conditions = earlier?.conditions ?? [TextCondition?](repeating: nil, count: articles.count)
    let settled = try stage.settle(
      pairs, &known, verifier, conditions: conditions, preference: byLength, store: store, parser: parser)
    for part in settled { result.take(part.block, &conditions) }
    groups = CopyGroups(pairs: pairs, preference: byLength, known: known)
    let roundUps = settled.flatMap(\.roundUps)
    if !roundUps.isEmpty { groups.setAside(roundUps) }
    suspects = Set(settled.flatMap(\.suspects))
  }

  /// Verifies what the grouping asks for until every article is somebody's copy or stays for good.
  mutating func group() throws {
    try verifyAll()
    try setRoundUpsAside()
    try chooseKept()
  }

  /// Attaching an article to the keeper of its neighbour asks for pairs that were no candidates; they are verified as well.
  private mutating func verifyAll() throws {
    while !groups.unverified.isEmpty {
      let verified = try verify(groups.blocks(articles: CopyStage.blockArticles))
      groups.add(verified)
    }
  }

  private mutating func verify(_ blocks: [[UInt64]], seeksPassages: Bool = false) throws -> [[CopyGroups.Verified]] {
    let verified = try stage.verify(
      blocks, verifier, conditions: conditions, store: store, seeksPassages: seeksPassages, parser: parser)
    for block in verified { result.take(block, &conditions) }
    return verified.map(\.pairs)
  }

  private mutating func setRoundUpsAside() throws {
    var seen = suspects
    while true {
      let suspects = groups.suspects(but: seen)
      let found = try Parallel.map(
        suspects.count, in: stage.context, makeState: { [verifier, parser] in verifier.makeWorker(parser()) }
      ) { [verifier, store] index, worker in
        try verifier.isRoundUp(suspects[index], store: store, &worker)
      }
      let roundUps = zip(suspects, found).compactMap { $1 ? $0.article : nil }
      guard !roundUps.isEmpty else { return }
      seen.formUnion(suspects.map(\.article))
      groups.setAside(roundUps)
      try verifyAll()
    }
  }

  /// Groups anew round the copies that are to stay, see ``BestCopy``, where those are others.
  private mutating func chooseKept() throws {
    let best = BestCopy(table: corpus.table, rule: stage.keep, articles: articles, conditions: conditions)
    let changes = best.changes(groups.copies)
    guard !changes.isEmpty else { return }
    // A chosen article need not have been a candidate beside the one that it was held against.
    let added = changes.map { UInt64(unordered: $0.chosen, $0.keeper) }
    let chosen = Set(changes.map { Int($0.chosen) })
    groups = CopyGroups(
      pairs: (pairs + added).sorted().deduplicated(), preference: Ranks.putting(chosen, first: byLength), after: groups)
    try verifyAll()
  }

  /// Looks for passages that are the pages' in articles that are no candidates for copies.
  mutating func findPassages() throws { _ = try verify(stage.pairsOfPassages(corpus, candidates, groups), seeksPassages: true) }

  /// What was found, with what the next round need not ask again.
  consuming func finish() -> CopyStage.Result {
    for (place, copy) in groups.copies.enumerated() {
      guard var copy else { continue }
      copy.of = articles[Int(copy.of)]
      result.copies[Int(articles[place])] = copy
    }
    // Identical articles of one that became a copy itself go to the article that is kept.
    for article in result.copies.indices {
      guard let copy = result.copies[article], let next = result.copies[Int(copy.of)] else { continue }
      result.copies[article] = next
    }
    (result.candidates, result.known, result.conditions, result.articles) = (pairs, groups.known, conditions, articles)
    return result
  }
}

extension CopyStage {
  /// Groups the articles of small components, part by part, and adds to `known` the pairs that were verified for it: grouping the
  /// whole batch then asks for pairs of larger components alone.
  ///
  /// An article of a part is read once, where verification round by round reads it again for each round.
  fileprivate func settle(
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

/// The ranks of places, 0 the first.
private enum Ranks {
  /// The position of each place in `order`.
  static func of(_ order: [Int]) -> [UInt32] {
    var ranks = [UInt32](repeating: 0, count: order.count)
    for (position, place) in order.enumerated() { ranks[place] = UInt32(position) }
    return ranks
  }

  /// The ranks with the chosen places before all others.
  static func putting(_ chosen: Set<Int>, first ranks: [UInt32]) -> [UInt32] {
    var order = [Int](repeating: 0, count: ranks.count)
    for (place, rank) in ranks.enumerated() { order[Int(rank)] = place }
    return of(order.filter(chosen.contains) + order.filter { !chosen.contains($0) })
  }
}

extension CopyStage.Result {
  /// The pairs of a second search with those of this one, and what need not be verified again of it: pairs without an article
  /// that holds a passage, which `isMember` says by place.
  fileprivate func taken(with found: [UInt64], _ isMember: [Bool]) -> (pairs: [UInt64], known: [UInt64: CopyGroups.Verified]) {
    var pairs = found + candidates
    RadixSort.sortPairs(&pairs, below: isMember.count)
    func isSettled(_ pair: UInt64) -> Bool { !isMember[pair.first] && !isMember[pair.second] }
    // Where only one of two copies is known to hold a passage, leaving it out of that one would tell them apart.
    func isLopsided(_ pair: UInt64) -> Bool { isMember[pair.first] != isMember[pair.second] }
    return (
      pairs.deduplicated(),
      known.filter { isSettled($0.key) || $0.value.relation != nil && isLopsided($0.key) }
    )
  }

  fileprivate mutating func take(_ block: PairVerifier.Block, _ conditions: inout [TextCondition?]) {
    verifiedPairs += block.pairs.count
    passages.formUnion(block.passages)
    for (place, condition) in block.conditions { conditions[place] = condition }
  }
}
