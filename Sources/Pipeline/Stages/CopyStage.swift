internal import Articles
internal import Tables
package import Copies
internal import Fingerprints
package import Input
internal import Boilerplate

/// Finds copies: identical texts by content hash, the others by candidates that are verified exactly on the texts themselves.
package struct CopyStage: Sendable {
  package var rule: CopyRule
  /// Whether a relation makes a copy at the level that is asked for.
  package var counts: @Sendable (CopyRelation) -> Bool
  package var keep: KeepRule
  package var context: RunContext
  /// Whether passages are sought in articles that are no candidates for copies too: stories want to know of them.
  package var findsPassages: Bool
  /// What sorting may take where keys have gone to a file.
  var memory: MemoryLimit?

  package init(
    rule: CopyRule = CopyRule(), counts: @escaping @Sendable (CopyRelation) -> Bool = { _ in true },
    keep: KeepRule = KeepRule(), findsPassages: Bool = false, context: RunContext
  ) {
    self.findsPassages = findsPassages
    self.rule = rule
    self.counts = counts
    self.keep = keep
    self.context = context
  }

  /// Why an article is a copy of another.
  package struct Copy: Sendable {
    /// The article that is kept.
    package var of: UInt32
    package var relation: CopyRelation
    /// Exact resemblance and containment of the dropped article in the kept one, 0...1.
    package var resemblance: Float
    package var containment: Float
  }

  /// For each article nil when it is kept, otherwise what it copies.
  ///
  /// A kept article is nobody's copy.
  package struct Result: Sendable {
    package var copies: [Copy?]
    package var verifiedPairs = 0
    /// Passages that turned out to be the page's: the articles that hold them have to be read again without them.
    var passages = CommonPassages()
    /// What the next round need not ask again, by places in ``articles``.
    var candidates: [UInt64] = []
    var known: [UInt64: CopyGroups.Verified] = [:]
    var conditions: [TextCondition?] = []
    /// The articles of different text, in content order.
    var articles: [UInt32] = []

    mutating func take(_ block: PairVerifier.Block, _ conditions: inout [TextCondition?]) {
      verifiedPairs += block.pairs.count
      passages.formUnion(block.passages)
      for (place, condition) in block.conditions { conditions[place] = condition }
    }
  }

  /// Where the candidate pairs come from.
  package enum Candidates {
    /// They are sought among all articles.
    case search
    /// They were found elsewhere: pairs of places, ascending, each once, given the article of each place.
    case given((_ articles: [UInt32]) -> [UInt64])
  }

  /// Distinct articles whose texts are in memory at a time, a thread.
  private static let blockArticles = 256
  /// Articles of the largest component that is grouped apart from the others; with 0 all are grouped together.
  var partArticles = CopyStage.blockArticles

  /// Finds the copies of `corpus`.
  ///
  /// `earlier` is what was found before the corpus learned of ``Result/passages``: only pairs with an article that holds one are
  /// sought and verified again.
  package func run(
    _ corpus: Corpus, store: ArticleStore, earlier: Result? = nil, parser: @Sendable () -> RecordParser
  ) throws -> Result {
    var result = try search(corpus, store: store, earlier: earlier, parser: parser)
    result.passages.settle()
    if result.passages.isEmpty {
      (result.candidates, result.known, result.conditions, result.articles) = ([], [:], [], [])
    } else {
      for (article, copy) in result.copies.enumerated() {
        if let copy { result.passages.join(UInt32(article), copy.of) }
      }
    }
    return result
  }

  /// As ``run(_:store:earlier:parser:)``, but what is suspected of passages is left open: other parts of the batch may settle it.
  func search(
    _ corpus: Corpus, store: ArticleStore, earlier: Result? = nil, candidates source: Candidates = .search,
    parser: @Sendable () -> RecordParser
  ) throws -> Result {
    var result = Result(copies: [Copy?](repeating: nil, count: corpus.table.count))
    let distinct = collapseIdentical(corpus, into: &result)
    let isMember = earlier.map { distinct.map($0.passages.concerns) } ?? []
    let candidates = CopyCandidates(keys: corpus.spilled?.sketches ?? corpus.keys, articles: distinct, seeking: isMember)
    var pairs: [UInt64]
    switch source {
    case .given(let find): pairs = find(distinct)
    case .search:
      if let spilled = corpus.spilled, let memory {
        pairs = try SpilledSearch(candidates: candidates, keys: spilled, memory: memory, context: context).pairs()
      } else {
        pairs = corpus.squeezed.isEmpty ? try findPairs(candidates) : pairsOfEqualContent(candidates, corpus)
      }
    }
    var known: [UInt64: CopyGroups.Verified] = [:]
    if let earlier {
      func isSettled(_ pair: UInt64) -> Bool { !isMember[pair.first] && !isMember[pair.second] }
      pairs += earlier.candidates
      RadixSort.sortPairs(&pairs, below: distinct.count)
      pairs = pairs.deduplicated()
      // Where only one of two copies is known to hold a passage, leaving it out of that one would tell them apart.
      func isLopsided(_ pair: UInt64) -> Bool { isMember[pair.first] != isMember[pair.second] }
      known = earlier.known.filter { isSettled($0.key) || $0.value.relation != nil && isLopsided($0.key) }
    }
    let verifier = verifier(corpus, distinct)
    var conditions = earlier?.conditions ?? [TextCondition?](repeating: nil, count: distinct.count)
    let byLength = rankByLength(distinct, corpus.table)
    let settled = try settle(
      pairs, &known, verifier, conditions: conditions, preference: byLength, store: store, parser: parser)
    for part in settled { result.take(part.block, &conditions) }
    var groups = CopyGroups(pairs: pairs, preference: byLength, known: known)
    let roundUps = settled.flatMap(\.roundUps)
    if !roundUps.isEmpty { groups.setAside(roundUps) }
    func verify(_ blocks: [[UInt64]], seeksPassages: Bool = false) throws -> [[CopyGroups.Verified]] {
      let known = conditions
      let blocks = verifier.bounded(blocks)
      let verified = try Parallel.map(blocks.count, in: context, makeState: { verifier.makeWorker(parser()) }) {
        block, worker in
        try verifier.verify(blocks[block], store: store, known: known, seeksPassages: seeksPassages, &worker)
      }
      for block in verified { result.take(block, &conditions) }
      return verified.map(\.pairs)
    }
    func verifyAll() throws {
      // Attaching an article to the keeper of its neighbour asks for pairs that were no candidates; they are verified as well.
      while !groups.unverified.isEmpty {
        let verified = try verify(groups.blocks(articles: Self.blockArticles))
        groups.add(verified)
      }
    }
    func setRoundUpsAside() throws {
      var seen = Set(settled.flatMap(\.suspects))
      while true {
        let suspects = groups.suspects(but: seen)
        let found = try Parallel.map(suspects.count, in: context, makeState: { verifier.makeWorker(parser()) }) { index, worker in
          try verifier.isRoundUp(suspects[index], store: store, &worker)
        }
        let roundUps = zip(suspects, found).compactMap { $1 ? $0.article : nil }
        guard !roundUps.isEmpty else { return }
        seen.formUnion(suspects.map(\.article))
        groups.setAside(roundUps)
        try verifyAll()
      }
    }
    try verifyAll()
    try setRoundUpsAside()
    let changes = BestCopy(table: corpus.table, rule: keep, articles: distinct, conditions: conditions).changes(groups.copies)
    if !changes.isEmpty {
      groups = CopyGroups(pairs: Self.adding(changes, to: pairs), preference: Self.rank(changes, before: byLength), after: groups)
      try verifyAll()
    }
    if earlier == nil, findsPassages { _ = try verify(pairsOfPassages(corpus, candidates, groups), seeksPassages: true) }
    for (place, copy) in groups.copies.enumerated() {
      guard let copy else { continue }
      result.copies[Int(distinct[place])] = Copy(
        of: distinct[Int(copy.of)], relation: copy.relation, resemblance: copy.resemblance, containment: copy.containment)
    }
    flatten(&result)
    result.candidates = pairs
    result.known = groups.known
    result.conditions = conditions
    result.articles = distinct
    return result
  }

  /// Looks at pairs that are no candidates for copies for passages that are the pages'; also says how sound the articles are, as
  /// far as that was asked for.
  ///
  /// Pairs are places in `articles`, ascending, each once.
  func findPassages(
    _ pairs: [UInt64], of articles: [UInt32], _ corpus: Corpus, store: ArticleStore, parser: @Sendable () -> RecordParser
  ) throws -> (passages: CommonPassages, conditions: [(place: Int, condition: TextCondition)]) {
    let verifier = verifier(corpus, articles)
    let known = [TextCondition?](repeating: nil, count: articles.count)
    let blocks = verifier.bounded(PairBlocks.blocks(pairs, count: articles.count, articles: Self.blockArticles))
    let verified = try Parallel.map(blocks.count, in: context, makeState: { verifier.makeWorker(parser()) }) { block, worker in
      try verifier.verify(blocks[block], store: store, known: known, seeksPassages: true, &worker)
    }
    var passages = CommonPassages()
    for block in verified { passages.formUnion(block.passages) }
    return (passages, verified.flatMap(\.conditions))
  }

  /// What the pairs of places in `articles` come to, each once.
  func verify(
    _ pairs: [UInt64], of articles: [UInt32], _ corpus: Corpus, store: ArticleStore, parser: @Sendable () -> RecordParser
  ) throws -> [CopyGroups.Verified] {
    let verifier = verifier(corpus, articles)
    let known = [TextCondition?](repeating: nil, count: articles.count)
    let asked = pairs.sorted().deduplicated()
    let blocks = verifier.bounded(PairBlocks.blocks(asked, count: articles.count, articles: Self.blockArticles))
    return try Parallel.map(blocks.count, in: context, makeState: { verifier.makeWorker(parser()) }) { block, worker in
      try verifier.verify(blocks[block], store: store, known: known, &worker).pairs
    }.flatMap(\.self)
  }

  private func verifier(_ corpus: Corpus, _ articles: [UInt32]) -> PairVerifier {
    PairVerifier(
      articles: articles, table: corpus.table, shingler: Shingler(width: corpus.keys.configuration.shingleWords), rule: rule,
      keep: keep, counts: counts, detector: BoilerplateDetector.standard, knowledge: corpus.boilerplate)
  }

  /// Pairs of kept articles that share a passage, in blocks: no article has more than ``mostPartners`` of them.
  ///
  /// Copies are left out before the search: in a crowded bucket each article is paired with the next, and it shall be one that stays.
  private func pairsOfPassages(_ corpus: Corpus, _ candidates: CopyCandidates, _ groups: CopyGroups) throws -> [[UInt64]] {
    let count = candidates.articles.count
    let kept = (0..<UInt32(count)).filter { groups.copies[Int($0)] == nil }
    let search = CopyCandidates(keys: candidates.keys, articles: kept.map { candidates.articles[Int($0)] })
    var pairs: [UInt64]
    if let spilled = corpus.spilled, let memory {
      pairs = try SpilledSearch(candidates: search, keys: spilled, memory: memory, context: context).pairsByPassage()
    } else {
      pairs = search.pairsByPassage()
      RadixSort.sortPairs(&pairs, below: kept.count)
      pairs = pairs.deduplicated()
    }
    let open = pairs.lazy.map { UInt64(pair: kept[$0.first], kept[$0.second]) }.filter {
      groups.known[$0] == nil
    }
    return PairBlocks.blocks(Self.withFewPartners(Array(open), count: count), count: count, articles: Self.blockArticles)
  }

  /// Those of the pairs, which are ascending, that leave no place with more than ``mostPartners`` others.
  static func withFewPartners(_ pairs: [UInt64], count: Int) -> [UInt64] {
    var partners = [UInt8](repeating: 0, count: count)
    return pairs.filter { pair in
      let first = pair.first, second = pair.second
      guard partners[first] < mostPartners, partners[second] < mostPartners else { return false }
      partners[first] += 1
      partners[second] += 1
      return true
    }
  }

  private static let mostPartners: UInt8 = 8

  /// The pairs with those of a chosen article and the one it was held against, which need not have been candidates.
  private static func adding(_ changes: [(chosen: UInt32, keeper: UInt32)], to pairs: [UInt64]) -> [UInt64] {
    let added = changes.map { UInt64(unordered: $0.chosen, $0.keeper) }
    return (pairs + added).sorted().deduplicated()
  }

  /// The ranks with the chosen articles before all others.
  private static func rank(_ changes: [(chosen: UInt32, keeper: UInt32)], before ranks: [UInt32]) -> [UInt32] {
    var isChosen = [Bool](repeating: false, count: ranks.count)
    for change in changes { isChosen[Int(change.chosen)] = true }
    let order = Self.order(ranks)
    return Self.ranks(order.filter { isChosen[$0] } + order.filter { !isChosen[$0] })
  }

  /// Articles with equal text become copies of the preferred one; returns those that stay, in content order.
  func collapseIdentical(_ corpus: Corpus, into result: inout Result) -> [UInt32] {
    let table = corpus.table
    let order = corpus.active.sorted { a, b in
      let contents = (table.contents[Int(a)], table.contents[Int(b)])
      return contents.0 == contents.1 ? table.isPreferred(Int(a), to: Int(b), keep.policy) : contents.0 < contents.1
    }
    var distinct: [UInt32] = []
    // Where the kept articles of the present content begin: several when a window parts them.
    var first = 0
    for article in order {
      if let last = distinct.last, table.contents[Int(last)] != table.contents[Int(article)] { first = distinct.count }
      let kept = distinct[first...].first {
        table.wordCounts[Int(article)] > 0 && keep.isWithinWindow(table.published[Int($0)], table.published[Int(article)])
      }
      if let kept {
        result.copies[Int(article)] = Copy(of: kept, relation: .identical, resemblance: 1, containment: 1)
      } else {
        distinct.append(article)
      }
    }
    return distinct
  }

  /// Pairs of articles that are the same but for white space, ascending, each once.
  private func pairsOfEqualContent(_ candidates: CopyCandidates, _ corpus: Corpus) -> [UInt64] {
    let (articles, words) = (candidates.articles, corpus.table.wordCounts)
    var pairs = candidates.pairs(of: articles.map { corpus.squeezed[Int($0)] })
    // A text without a word is nobody's copy.
    pairs.removeAll { words[Int(articles[$0.first])] == 0 || words[Int(articles[$0.second])] == 0 }
    RadixSort.sortPairs(&pairs, below: candidates.articles.count)
    return pairs.deduplicated()
  }

  /// Candidate pairs of places, ascending, each once.
  private func findPairs(_ candidates: CopyCandidates) throws -> [UInt64] {
    let bands = candidates.keys.configuration.bands
    let found = try Parallel.map(bands + 2, in: context, makeState: {}) { band, _ in
      // The samples take longest, so they come first.
      switch band {
      case 0: BandPairs(sure: candidates.pairsBySample())
      case 1: BandPairs(sure: candidates.pairsByHead())
      default: candidates.pairs(band: band - 2)
      }
    }
    return BandPairs.candidates(found, below: candidates.articles.count)
  }

  /// The rank of each place by length, 0 for the longest: a part is held against its whole, whichever stays in the end.
  private func rankByLength(_ distinct: [UInt32], _ table: ArticleTable) -> [UInt32] {
    Self.ranks(distinct.indices.sorted { table.isPreferred(Int(distinct[$0]), to: Int(distinct[$1]), .longest) })
  }

  /// The places in order of rank.
  private static func order(_ ranks: [UInt32]) -> [Int] {
    var order = [Int](repeating: 0, count: ranks.count)
    for (place, rank) in ranks.enumerated() { order[Int(rank)] = place }
    return order
  }

  /// The position of each place in `order`.
  private static func ranks(_ order: [Int]) -> [UInt32] {
    var rank = [UInt32](repeating: 0, count: order.count)
    for (position, place) in order.enumerated() { rank[place] = UInt32(position) }
    return rank
  }

  /// Identical articles of one that became a copy itself go to the article that is kept.
  private func flatten(_ result: inout Result) {
    for article in result.copies.indices {
      guard let copy = result.copies[article], let next = result.copies[Int(copy.of)] else { continue }
      result.copies[article] = next
    }
  }
}
