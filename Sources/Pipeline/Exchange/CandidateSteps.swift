internal import Articles
internal import Copies
internal import Fingerprints
internal import Files
internal import Stories
internal import Tables

/// What candidates are sought for.
package enum CandidateSubject: String, Sendable, CaseIterable {
  case copies, passages, stories
}

extension StageSteps {
  /// Articles of one text: those that stay, with their keys, and the others.
  ///
  /// Whole contents must be together.
  package func collapseIdentical(_ rows: StageRows) -> (kept: [KeyRow], identical: [IdenticalRow]) {
    var keys = KeyRow.merged(rows.keys)
    var corpus = Corpus(FingerprintConfiguration())
    for row in keys {
      corpus.table.append(
        id: row.id, idIsString: row.idIsString, content: row.order.content, published: row.published, words: row.words,
        outletRank: row.outletRank)
    }
    corpus.active = Array(0..<UInt32(keys.count))
    var found = CopyStage.Result(copies: [CopyStage.Copy?](repeating: nil, count: keys.count))
    let distinct = CopyStage(keep: options.keep, context: context).collapseIdentical(corpus, into: &found)
    var tie: UInt64 = 0
    for (index, article) in distinct.enumerated() {
      let isSame = index > 0 && keys[Int(distinct[index - 1])].order.content == keys[Int(article)].order.content
      tie = isSame ? tie + 1 : 0
      keys[Int(article)].order.tie = tie
    }
    let identical = found.copies.enumerated().compactMap { article, copy in
      copy.map { IdenticalRow(n: keys[article].n, of: keys[Int($0.of)].n) }
    }
    return (distinct.sorted().map { keys[Int($0)] }, identical)
  }

  /// What pairs of articles share, in buckets of keys that are whole.
  package func shared(_ subject: CandidateSubject, _ rows: StageRows) -> SharedKeyCounts {
    let articles = KeyRow.merged(rows.keys).sorted { $0.order < $1.order }
    return subject == .stories ? sharedRareKeys(articles) : sharedCopyKeys(subject, articles, rows.statistics)
  }

  private func sharedCopyKeys(
    _ subject: CandidateSubject, _ articles: [KeyRow], _ statistics: CorpusStatistics
  ) -> SharedKeyCounts {
    var entries: [CopyKey.Kind: [UInt64]] = [:]
    for (place, article) in articles.enumerated() {
      for case .copy(let key) in article.keys {
        entries[key.kind, default: []].append(UInt64(pair: key.value, place))
      }
    }
    let seeks = subject == .copies && statistics.hasPassages
    let sketches = articles.flatMap { $0.names.count == CopyKeys.sketchSize ? $0.names : [0, 0, 0, 0] }
    let search = CopyCandidates(
      keys: CopyKeys(options.fingerprint, nameSketches: sketches), articles: Array(0..<UInt32(articles.count)),
      seeking: seeks ? articles.map { statistics.members.contains($0.n) } : [])
    let isShort = articles.map { CopyCandidates.mayBeTeaser(words: $0.words) }
    var counts = SharedKeyCounts(articles)
    var bands: [UInt64] = []
    for (kind, found) in entries {
      var found = found
      switch kind {
      case .band(let band):
        guard subject == .copies else { continue }
        let pairs = search.pairs(band: band, entries: &found)
        // One band that is evidence enough counts as many as are needed of the others.
        for _ in 0..<CopyCandidates.sureBand { bands += pairs.sure }
        bands += pairs.weak
      case .sample:
        counts.add(.sample, search.common(entries: &found, crowded: subject == .copies ? .skipped : .chained))
      case .head:
        let common =
          subject == .copies
          ? search.common(entries: &found, crowded: .skipped, where: { isShort[$0] || isShort[$1] })
          : search.common(entries: &found, crowded: .chained)
        counts.add(.head, common)
      case .tail:
        guard subject == .passages else { continue }
        counts.add(.tail, search.common(entries: &found, crowded: .chained))
      }
    }
    RadixSort.sortPairs(&bands, below: articles.count)
    counts.add(.band, bands)
    return counts
  }

  /// Of articles with a rare key in common the number of common ones.
  private func sharedRareKeys(_ articles: [KeyRow]) -> SharedKeyCounts {
    var entries: [UInt64] = []
    for (place, article) in articles.enumerated() {
      for case .rare(let key) in article.keys { entries.append(UInt64(pair: key, place)) }
    }
    RadixSort.sort(&entries, bits: 32..<64)
    var common: [UInt64] = []
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].first == entries[start].first { end += 1 }
      for second in start..<end {
        for first in start..<second where entries[first] != entries[second] {
          common.append(UInt64(pair: entries[first].second, entries[second].second))
        }
      }
      start = end
    }
    RadixSort.sortPairs(&common, below: articles.count)
    var counts = SharedKeyCounts(articles)
    counts.add(.rare, common)
    return counts
  }

  // MARK: Decision

  /// What parts of the keys gave.
  package func given(_ rows: StageRows) -> SharedKeyCounts { SharedKeyCounts(rows) }

  /// The candidates, given everything that they share.
  ///
  /// For copies the rows of a pair must be together, for stories those of all pairs with one later article, for passages all
  /// pairs that hang together.
  package func candidates(_ subject: CandidateSubject, _ counts: SharedKeyCounts, _ rows: StageRows) -> [PairRow] {
    switch subject {
    case .copies: counts.candidates(copies(counts))
    case .passages: counts.candidates(passages(counts, rows.verified))
    case .stories: counts.candidates(stories(counts))
    }
  }

  private func copies(_ counts: SharedKeyCounts) -> [UInt64] {
    counts.pairs { by, shared in
      switch by {
      case .band: SharedValues.bands.areEnough(Int(shared.common))
      case .sample: SharedValues.sample.areEnough(Int(shared.common), leastSample: shared.least)
      case .head: SharedValues.head.areEnough(Int(shared.common))
      case .tail, .rare: false
      }
    }
  }

  private func passages(_ counts: SharedKeyCounts, _ verified: [VerifiedRow]) -> [UInt64] {
    let known = Set(verified.compactMap { counts.pair($0.a, $0.b) })
    let wanted = counts.pairs { by, shared in
      switch by {
      case .sample: SharedValues.passageSample.areEnough(Int(shared.common))
      case .head: SharedValues.passageHead.areEnough(Int(shared.common))
      case .tail: SharedValues.passageTail.areEnough(Int(shared.common))
      case .band, .rare: false
      }
    }
    return CopyStage.withFewPartners(wanted.filter { !known.contains($0) }, count: counts.articles.count)
  }

  /// Of each article those before it that share enough rare keys.
  private func stories(_ counts: SharedKeyCounts) -> [UInt64] {
    let minimum = options.stories.minimumSharedKeys
    let shared = counts.shared(.rare).filter { $0.common >= minimum }
    let later = shared.map { UInt32(truncatingIfNeeded: $0.pair) }
    let lists = NumberLists(0..<UInt32(shared.count), listOf: later, count: counts.articles.count)
    return lists.enumerated().flatMap { article, found in
      let counted = found.map { index in
        let entry = shared[Int(index)]
        return (article: UInt32(entry.pair.first), shared: UInt8(clamping: entry.common))
      }
      return RareKeyIndex.kept(counted, minimum: minimum).map { UInt64(pair: $0, article) }
    }
  }
}
