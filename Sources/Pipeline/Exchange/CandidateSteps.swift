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
  package func shared(_ subject: CandidateSubject, _ rows: StageRows) -> [PairRow] {
    let articles = KeyRow.merged(rows.keys).sorted { $0.order < $1.order }
    return subject == .stories ? sharedRareKeys(articles) : sharedCopyKeys(subject, articles, rows.statistics)
  }

  private func sharedCopyKeys(
    _ subject: CandidateSubject, _ articles: [KeyRow], _ statistics: CorpusStatistics
  ) -> [PairRow] {
    var entries: [CopyKey.Kind: [UInt64]] = [:]
    for (place, article) in articles.enumerated() {
      for case .copy(let key) in article.keys {
        entries[key.kind, default: []].append(UInt64(key.value) << 32 | UInt64(place))
      }
    }
    let seeks = subject == .copies && statistics.hasPassages
    let sketches = articles.flatMap { $0.names.count == CopyKeys.sketchSize ? $0.names : [0, 0, 0, 0] }
    let search = CopyCandidates(
      keys: CopyKeys(options.fingerprint, nameSketches: sketches), articles: Array(0..<UInt32(articles.count)),
      seeking: seeks ? articles.map { statistics.members.contains($0.n) } : [])
    let isShort = articles.map { CopyCandidates.mayBeTeaser(words: $0.words) }
    var result: [PairRow] = []
    for (kind, found) in entries {
      var found = found
      switch kind {
      case .band(let band):
        guard subject == .copies else { continue }
        let pairs = search.pairs(band: band, entries: &found)
        // One band that is evidence enough counts as many as are needed of the others.
        for pair in pairs.sure { result.append(Self.row(pair, articles, .band, common: CopyCandidates.sureBand)) }
        for pair in pairs.weak { result.append(Self.row(pair, articles, .band, common: 1)) }
      case .sample:
        let common = search.common(entries: &found, crowded: subject == .copies ? .skipped : .chained)
        Self.append(common, articles, .sample, to: &result)
      case .head:
        let common =
          subject == .copies
          ? search.common(entries: &found, crowded: .skipped, where: { isShort[$0] || isShort[$1] })
          : search.common(entries: &found, crowded: .chained)
        Self.append(common, articles, .head, to: &result)
      case .tail:
        guard subject == .passages else { continue }
        Self.append(search.common(entries: &found, crowded: .chained), articles, .tail, to: &result)
      }
    }
    return result.sorted(by: Self.isBefore)
  }

  /// Of articles with a rare key in common the number of common ones.
  private func sharedRareKeys(_ articles: [KeyRow]) -> [PairRow] {
    var entries: [UInt64] = []
    for (place, article) in articles.enumerated() {
      for case .rare(let key) in article.keys { entries.append(UInt64(key) << 32 | UInt64(place)) }
    }
    RadixSort.sort(&entries, bits: 32..<64)
    var common: [UInt64] = []
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end] >> 32 == entries[start] >> 32 { end += 1 }
      for second in start..<end {
        for first in start..<second where entries[first] != entries[second] {
          common.append((entries[first] & 0xFFFF_FFFF) << 32 | entries[second] & 0xFFFF_FFFF)
        }
      }
      start = end
    }
    RadixSort.sortPairs(&common, below: articles.count)
    var result: [PairRow] = []
    Self.append(common, articles, .rare, to: &result)
    return result.sorted(by: Self.isBefore)
  }

  private static func row(_ pair: UInt64, _ articles: [KeyRow], _ by: PairEvidenceKind, common: Int) -> PairRow {
    let (a, b) = (articles[Int(pair >> 32)], articles[Int(pair & 0xFFFF_FFFF)])
    return PairRow(
      a: a.n, b: b.n, part: .init(by: by, common: common, least: min(a.sample, b.sample), orders: [a.order, b.order]))
  }

  /// One row for each run of equal pairs.
  private static func append(_ common: [UInt64], _ articles: [KeyRow], _ by: PairEvidenceKind, to rows: inout [PairRow]) {
    var start = 0
    while start < common.count {
      var end = start + 1
      while end < common.count, common[end] == common[start] { end += 1 }
      rows.append(row(common[start], articles, by, common: end - start))
      start = end
    }
  }

  private static func isBefore(_ a: PairRow, _ b: PairRow) -> Bool {
    (a.a, a.b, a.part?.by.rawValue ?? "") < (b.a, b.b, b.part?.by.rawValue ?? "")
  }

  // MARK: Decision

  /// What parts of the keys gave.
  package func given(_ rows: StageRows) -> [PairRow] { rows.pairs }

  /// The candidates, given everything that they share.
  ///
  /// For copies the rows of a pair must be together, for stories those of all pairs with one later article, for passages all pairs
  /// that hang together.
  package func candidates(_ subject: CandidateSubject, _ parts: [PairRow], _ rows: StageRows) -> [PairRow] {
    var sums: [PairKey: PairRow.Part] = [:]
    var whole: Set<PairRow> = []
    for row in parts {
      guard let part = row.part else {
        whole.insert(row)
        continue
      }
      let key = PairKey(a: row.a, b: row.b, by: part.by)
      if let known = sums[key] {
        sums[key]?.common = known.common + part.common
      } else {
        sums[key] = part
      }
    }
    let found: [PairRow]
    switch subject {
    case .copies: found = sums.filter { Self.isEnough($0.key.by, $0.value) }.map { PairRow(a: $0.key.a, b: $0.key.b) }
    case .passages: found = passagePairs(sums, rows.verified)
    case .stories: found = storyPairs(sums)
    }
    return whole.union(found).sorted(by: Self.isBefore)
  }

  private struct PairKey: Hashable {
    var a: GlobalNumber
    var b: GlobalNumber
    var by: PairEvidenceKind
  }

  private static func isEnough(_ by: PairEvidenceKind, _ part: PairRow.Part) -> Bool {
    switch by {
    case .band: SharedValues.bands.areEnough(part.common)
    case .sample: SharedValues.sample.areEnough(part.common, leastSample: part.least)
    case .head: SharedValues.head.areEnough(part.common)
    case .tail, .rare: false
    }
  }

  private func passagePairs(_ sums: [PairKey: PairRow.Part], _ verified: [VerifiedRow]) -> [PairRow] {
    let known = Set(verified.map { PairRow(a: $0.a, b: $0.b) })
    var orders: [GlobalNumber: ContentOrder] = [:]
    var wanted: Set<PairRow> = []
    for (key, part) in sums {
      let isEnough =
        switch key.by {
        case .sample: SharedValues.passageSample.areEnough(part.common)
        case .head: SharedValues.passageHead.areEnough(part.common)
        case .tail: SharedValues.passageTail.areEnough(part.common)
        case .band, .rare: false
        }
      let pair = PairRow(a: key.a, b: key.b)
      guard isEnough, !known.contains(pair) else { continue }
      wanted.insert(pair)
      (orders[key.a], orders[key.b]) = (part.orders[0], part.orders[1])
    }
    let articles = orders.sorted { $0.value < $1.value }.map(\.key)
    let places = Dictionary(uniqueKeysWithValues: zip(articles, 0..<articles.count))
    let pairs = wanted.compactMap { pair in
      places[pair.a].flatMap { first in places[pair.b].map { UInt64(first) << 32 | UInt64($0) } }
    }
    return CopyStage.withFewPartners(pairs.sorted(), count: articles.count).map {
      PairRow(a: articles[Int($0 >> 32)], b: articles[Int($0 & 0xFFFF_FFFF)])
    }
  }

  private func storyPairs(_ sums: [PairKey: PairRow.Part]) -> [PairRow] {
    var others: [GlobalNumber: [(n: GlobalNumber, part: PairRow.Part)]] = [:]
    for (key, part) in sums where key.by == .rare { others[key.b, default: []].append((key.a, part)) }
    return others.flatMap { article, found in
      let found = found.sorted { $0.part.orders[0] < $1.part.orders[0] }
      let counted = found.enumerated().map { (article: UInt32($0), shared: UInt8(clamping: $1.part.common)) }
      return RareKeyIndex.kept(counted, minimum: options.stories.minimumSharedKeys).map {
        PairRow(a: found[Int($0)].n, b: article)
      }
    }
  }
}
