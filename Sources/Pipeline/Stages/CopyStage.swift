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
  package var keep: Keep
  package var context: RunContext

  package init(
    rule: CopyRule = CopyRule(), counts: @escaping @Sendable (CopyRelation) -> Bool = { _ in true }, keep: Keep = .original,
    context: RunContext
  ) {
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
  }

  /// Distinct articles whose texts are in memory at a time, a thread.
  private static let blockArticles = 256

  package func run(_ corpus: Corpus, store: ArticleStore, parser: @Sendable () -> RecordParser) throws -> Result {
    var result = Result(copies: [Copy?](repeating: nil, count: corpus.table.count))
    let distinct = collapseIdentical(corpus, into: &result)
    let candidates = CopyCandidates(keys: corpus.keys, articles: distinct)
    var groups = CopyGroups(
      pairs: try findPairs(candidates), preference: preference(distinct, corpus.table))
    let verifier = PairVerifier(
      articles: distinct, locations: corpus.table.locations, shingler: Shingler(width: corpus.keys.configuration.shingleWords),
      rule: rule, counts: counts, detector: BoilerplateDetector(), knowledge: corpus.boilerplate)
    // Attaching an article to the keeper of its neighbour asks for pairs that were no candidates; they are verified as well.
    while !groups.unverified.isEmpty {
      let blocks = groups.blocks(articles: Self.blockArticles)
      let verified = try Parallel.map(blocks.count, in: context, makeState: { verifier.makeWorker(parser()) }) {
        block, worker in
        try verifier.verify(blocks[block], store: store, &worker)
      }
      for block in verified { result.verifiedPairs += block.count }
      groups.add(verified)
    }
    for (place, copy) in groups.copies.enumerated() {
      guard let copy else { continue }
      result.copies[Int(distinct[place])] = Copy(
        of: distinct[Int(copy.of)], relation: copy.relation, resemblance: copy.resemblance, containment: copy.containment)
    }
    flatten(&result)
    return result
  }

  /// Articles with equal text become copies of the preferred one; returns those that stay, in content order.
  private func collapseIdentical(_ corpus: Corpus, into result: inout Result) -> [UInt32] {
    let table = corpus.table
    let order = corpus.active.sorted { a, b in
      let contents = (table.contents[Int(a)], table.contents[Int(b)])
      return contents.0 == contents.1 ? table.isPreferred(Int(a), to: Int(b), keep) : contents.0 < contents.1
    }
    var distinct: [UInt32] = []
    for article in order {
      if let kept = distinct.last, table.contents[Int(kept)] == table.contents[Int(article)],
        table.wordCounts[Int(article)] > 0
      {
        result.copies[Int(article)] = Copy(of: kept, relation: .identical, resemblance: 1, containment: 1)
      } else {
        distinct.append(article)
      }
    }
    return distinct
  }

  private func findPairs(_ candidates: CopyCandidates) throws -> [UInt64] {
    let bands = candidates.keys.configuration.bands
    let found = try Parallel.map(bands + 1, in: context, makeState: {}) { band, _ in
      // The samples take longest, so they come first.
      band == 0 ? candidates.pairsBySample() : candidates.pairs(band: band - 1)
    }
    var pairs = found.flatMap { $0 }
    RadixSort.sortPairs(&pairs, below: candidates.articles.count)
    return pairs.deduplicated()
  }

  /// The rank of each place in the order of preference, 0 for the most preferred.
  private func preference(_ distinct: [UInt32], _ table: ArticleTable) -> [UInt32] {
    let order = distinct.indices.sorted { table.isPreferred(Int(distinct[$0]), to: Int(distinct[$1]), keep) }
    var rank = [UInt32](repeating: 0, count: distinct.count)
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

extension [UInt64] {
  /// The distinct values of a sorted array.
  func deduplicated() -> [UInt64] {
    var result: [UInt64] = []
    result.reserveCapacity(count)
    for value in self where value != result.last { result.append(value) }
    return result
  }
}
