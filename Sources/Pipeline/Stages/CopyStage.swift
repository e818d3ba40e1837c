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

  /// Why an article is a copy of another, by number in the batch.
  package typealias Copy = CopyGroups.Copy

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
  }

  /// Distinct articles whose texts are in memory at a time, a thread.
  static let blockArticles = 256
  /// Articles of the largest component that is grouped apart from the others; with 0 all are grouped together.
  var partArticles = CopyStage.blockArticles

  /// Finds the copies of `corpus`.
  ///
  /// `earlier` is what was found before the corpus learned of ``Result/passages``: only pairs with an article that holds one are
  /// sought and verified again.
  package func run(
    _ corpus: Corpus, store: ArticleStore, earlier: Result? = nil, parser: @escaping @Sendable () -> RecordParser
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
  ///
  /// `candidates` are pairs of places that were found elsewhere, ascending, each once; nil where they are sought here.
  func search(
    _ corpus: Corpus, store: ArticleStore, earlier: Result? = nil, candidates: [UInt64]? = nil,
    parser: @escaping @Sendable () -> RecordParser
  ) throws -> Result {
    var search = try CopySearch(self, corpus, store: store, earlier: earlier, candidates: candidates, parser: parser)
    try search.group()
    if earlier == nil, findsPassages { try search.findPassages() }
    return search.finish()
  }

  /// Looks at pairs that are no candidates for copies for passages that are the pages'; also says how sound the articles are, as
  /// far as that was asked for.
  ///
  /// Pairs are places in `articles`, ascending, each once.
  func findPassages(
    _ pairs: [UInt64], of articles: [UInt32], _ corpus: Corpus, store: ArticleStore, parser: @Sendable () -> RecordParser
  ) throws -> (passages: CommonPassages, conditions: [(place: Int, condition: TextCondition)]) {
    let verified = try verify(
      PairBlocks.blocks(pairs, count: articles.count, articles: Self.blockArticles), verifier(corpus, articles), store: store,
      seeksPassages: true, parser: parser)
    var passages = CommonPassages()
    for block in verified { passages.formUnion(block.passages) }
    return (passages, verified.flatMap(\.conditions))
  }

  /// What the pairs of places in `articles` come to, each once.
  func verify(
    _ pairs: [UInt64], of articles: [UInt32], _ corpus: Corpus, store: ArticleStore, parser: @Sendable () -> RecordParser
  ) throws -> [CopyGroups.Verified] {
    let blocks = PairBlocks.blocks(pairs.sorted().deduplicated(), count: articles.count, articles: Self.blockArticles)
    return try verify(blocks, verifier(corpus, articles), store: store, parser: parser).flatMap(\.pairs)
  }

  /// What blocks of pairs come to, which are cut where articles are long; `conditions` are known by place.
  func verify(
    _ blocks: [[UInt64]], _ verifier: PairVerifier, conditions: [TextCondition?]? = nil, store: ArticleStore,
    seeksPassages: Bool = false, parser: @Sendable () -> RecordParser
  ) throws -> [PairVerifier.Block] {
    let known = conditions ?? [TextCondition?](repeating: nil, count: verifier.articles.count)
    let blocks = verifier.bounded(blocks)
    return try Parallel.map(blocks.count, in: context, makeState: { verifier.makeWorker(parser()) }) { block, worker in
      try verifier.verify(blocks[block], store: store, known: known, seeksPassages: seeksPassages, &worker)
    }
  }

  func verifier(_ corpus: Corpus, _ articles: [UInt32]) -> PairVerifier {
    PairVerifier(
      articles: articles, table: corpus.table, shingler: Shingler(width: corpus.keys.configuration.shingleWords), rule: rule,
      keep: keep, counts: counts, detector: BoilerplateDetector.standard, knowledge: corpus.boilerplate)
  }

  /// Candidate pairs of places, ascending, each once.
  func pairs(_ candidates: CopyCandidates, _ corpus: Corpus) throws -> [UInt64] {
    if let spilled = corpus.spilled, let memory {
      return try SpilledSearch(candidates: candidates, keys: spilled, memory: memory, context: context).pairs()
    }
    return corpus.squeezed.isEmpty ? try findPairs(candidates) : pairsOfEqualContent(candidates, corpus)
  }

  /// Pairs of kept articles that share a passage, in blocks: no article has more than ``mostPartners`` of them.
  ///
  /// Copies are left out before the search: in a crowded bucket each article is paired with the next, and it shall be one that
  /// stays.
  func pairsOfPassages(_ corpus: Corpus, _ candidates: CopyCandidates, _ groups: CopyGroups) throws -> [[UInt64]] {
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
    let open = pairs.lazy.map { UInt64(pair: kept[$0.first], kept[$0.second]) }.filter { groups.known[$0] == nil }
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

  /// Pairs of articles that share enough, each band and sample a piece of work.
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
}
