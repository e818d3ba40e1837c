internal import Tables

/// Pairs of articles that may be copies: those that share a band of their MinHash signatures, and those that share enough
/// sampled shingles for one to be an excerpt of the other.
///
/// Every bucket is bounded: in a crowded one, which a recurring form fills with thousands of articles, only articles whose names
/// and figures agree too are paired, and each with a few neighbours. So the search is linear in the number of articles.
package struct CopyCandidates: Sendable {
  /// What a band counts that is evidence enough, in bands of crowded buckets.
  package static let sureBand = CopyTuning.standard.leastBands

  package let keys: CopyKeys
  /// The articles to pair, in content order; pairs are given as places in this list.
  package let articles: [UInt32]
  /// Whether pairs with an article are sought, by place; empty when all are.
  private let isSought: [Bool]

  /// `seeking` says whether pairs with an article are sought, by place; all are when it is empty.
  package init(keys: CopyKeys, articles: [UInt32], seeking isSought: [Bool] = []) {
    self.keys = keys
    self.articles = articles
    self.isSought = isSought
  }

  /// The pairs that share band `band`.
  package func pairs(band: Int) -> BandPairs {
    var entries: [UInt64] = []
    entries.reserveCapacity(articles.count)
    let wanted = soughtValues { CollectionOfOne(keys.bandKey(band, of: $0)) }
    for (place, article) in articles.enumerated() where keys.wordCounts[Int(article)] > 0 {
      let key = keys.bandKey(band, of: Int(article))
      if wanted?.contains(key) ?? true { entries.append(UInt64(pair: key, place)) }
    }
    return pairs(band: band, entries: &entries)
  }

  /// The pairs among `entries` (`UInt64(pair: key, place)`, places ascending) of band `band`, whose buckets are whole; sorts
  /// them.
  package func pairs(band: Int, entries: inout [UInt64]) -> BandPairs {
    RadixSort.sort(&entries, bits: 32..<64)
    var sure: [UInt64] = []
    var few: [UInt64] = []
    var open: [UInt64] = []
    forEachBucket(entries[...]) { bucket in
      switch bucket.count {
      case ...CandidateTuning.smallBucket: appendPairs(bucket, to: &sure)
      case ...CandidateTuning.fewFillings: appendPairs(bucket, to: &few)
      case ...CandidateTuning.fullBucket: appendPairs(bucket, to: &open)
      default: appendCrowded(bucket, band: band, to: &open)
      }
    }
    for pair in few where namesInCommon(pair.first, pair.second) >= CandidateTuning.leastNames { sure.append(pair) }
    var weak: [UInt64] = []
    for pair in open {
      let names = namesInCommon(pair.first, pair.second)
      if names >= CandidateTuning.sureNames {
        sure.append(pair)
      } else if names >= CandidateTuning.leastNames {
        weak.append(pair)
      }
    }
    return BandPairs(sure: sure, weak: weak)
  }

  /// How many values of two name sketches agree: of copies most do, of two fillings of a form hardly any.
  private func namesInCommon(_ first: Int, _ second: Int) -> Int {
    let (a, b) = (Int(articles[first]), Int(articles[second]))
    return (0..<CopyKeys.sketchSize).count { keys.sketch($0, of: a) == keys.sketch($0, of: b) }
  }

  /// The pairs of places with one value, of `values` by place; in a crowded bucket each with a few others.
  ///
  /// In no order, with repetitions.
  package func pairs(of values: [UInt32]) -> [UInt64] {
    var entries = values.enumerated().map { UInt64(pair: $0.element, $0.offset) }
    RadixSort.sort(&entries, bits: 32..<64)
    var pairs: [UInt64] = []
    forEachBucket(entries[...]) { bucket in
      if bucket.count <= CandidateTuning.fullBucket {
        appendPairs(bucket, to: &pairs)
      } else {
        appendNeighbours(bucket, to: &pairs)
      }
    }
    return pairs
  }

  /// Candidates by sampled shingles: at least two in common, or all that the shorter one has, and at least three tenths of the
  /// smaller sample.
  package func pairsBySample() -> [UInt64] {
    pairs(sharing: { keys.sample(of: $0) }, crowded: .skipped) { first, second, common in
      SharedValues.sample.areEnough(common, leastSample: min(sampleSize(first), sampleSize(second)))
    }
  }

  /// Candidates by the sampled shingles of their heads: a teaser and its article.
  package func pairsByHead() -> [UInt64] {
    let isShort = articles.map { Self.mayBeTeaser(words: Int(keys.wordCounts[Int($0)])) }
    return pairs(
      sharing: { keys.head(of: $0) }, crowded: .skipped, where: { isShort[$0] || isShort[$1] }
    ) { _, _, common in SharedValues.head.areEnough(common) }
  }

  /// Whether an article of so many words can be a teaser.
  package static func mayBeTeaser(words: Int) -> Bool { words <= CopyTuning.standard.longestTeaser }

  /// Pairs that share a passage somewhere: no candidates for copies, but what they share may be the page's.
  ///
  /// In a crowded bucket each article is paired with the next alone, which is enough to see the passage.
  package func pairsByPassage() -> [UInt64] {
    func pairs(_ shared: SharedValues, _ values: (Int) -> ArraySlice<UInt32>) -> [UInt64] {
      self.pairs(sharing: values, crowded: .chained) { _, _, common in shared.areEnough(common) }
    }
    return pairs(.passageSample) { keys.sample(of: $0) } + pairs(.passageHead) { keys.head(of: $0) }
      + pairs(.passageTail) { keys.tail(of: $0) }
  }

  /// What becomes of a bucket that more than ``CandidateTuning/commonSample`` articles share.
  package enum Crowded: Sendable { case skipped, chained }

  /// Pairs that share values of which `isEnough`, given both places, says that they are enough; only those that `mayPair` allows.
  private func pairs(
    sharing values: (Int) -> ArraySlice<UInt32>, crowded: Crowded, where mayPair: ((_ first: Int, _ second: Int) -> Bool)? = nil,
    _ isEnough: (_ first: Int, _ second: Int, _ common: Int) -> Bool
  ) -> [UInt64] {
    let wanted = soughtValues(values)
    var bits: UInt64 = 0
    let count = articles.reduce(0) { $0 + values(Int($1)).count }
    while count >> Int(bits) > CandidateTuning.mostEntries { bits += 1 }
    var common: [UInt64] = []
    for part in 0..<UInt64(1) << bits {
      var entries: [UInt64] = []
      for (place, article) in articles.enumerated() {
        for value in values(Int(article))
        where value != 0 && (UInt64(value) << bits) >> 32 == part && wanted?.contains(value) ?? true {
          entries.append(UInt64(pair: value, place))
        }
      }
      common += self.common(entries: &entries, crowded: crowded, where: mayPair)
    }
    if bits > 0 { RadixSort.sortPairs(&common, below: articles.count) }
    var pairs: [UInt64] = []
    var start = 0
    while start < common.count {
      var end = start + 1
      while end < common.count, common[end] == common[start] { end += 1 }
      if isEnough(common[start].first, common[start].second, end - start) { pairs.append(common[start]) }
      start = end
    }
    return pairs
  }

  /// The pairs among `entries` (`UInt64(pair: value, place)`, places ascending), whose buckets are whole: ascending, each as
  /// often as it shares a value; takes the entries.
  package func common(
    entries: inout [UInt64], crowded: Crowded, where mayPair: ((_ first: Int, _ second: Int) -> Bool)? = nil
  ) -> [UInt64] {
    RadixSort.sort(&entries, bits: 32..<64)
    var common: [UInt64] = []
    forEachBucket(entries[...]) { bucket in
      if bucket.count <= CandidateTuning.commonSample {
        if let mayPair {
          appendPairs(bucket, where: mayPair, to: &common)
        } else {
          appendPairs(bucket, to: &common)
        }
      } else if crowded == .chained {
        appendChain(bucket, to: &common)
      }
    }
    entries = []
    RadixSort.sortPairs(&common, below: articles.count)
    return common
  }

  private func sampleSize(_ place: Int) -> Int { keys.sample(of: Int(articles[place])).count }

  /// A crowded bucket, split by two values of the name sketch: copies agree in both more often than not, fillings of a form
  /// hardly ever do.
  private func appendCrowded(_ bucket: ArraySlice<UInt64>, band: Int, to pairs: inout [UInt64]) {
    let value = band % CopyKeys.sketchSize
    let next = (value + 1 + band / CopyKeys.sketchSize % (CopyKeys.sketchSize - 1)) % CopyKeys.sketchSize
    var entries = bucket.map { entry in
      let article = Int(articles[entry.second])
      let names = keys.sketch(value, of: article) &* 0x9E37_79B1 ^ keys.sketch(next, of: article)
      return UInt64(pair: names, entry.second)
    }
    RadixSort.sort(&entries, bits: 32..<64)
    forEachBucket(entries[...]) { group in
      if group.count <= CandidateTuning.fullCrowdedGroup {
        appendPairs(group, to: &pairs)
      } else {
        appendNeighbours(group, to: &pairs)
      }
    }
  }

  /// The values of the articles with which pairs are sought; nil when all are.
  private func soughtValues(_ values: (_ article: Int) -> some Collection<UInt32>) -> FeatureSet? {
    guard !isSought.isEmpty else { return nil }
    var result = FeatureSet()
    for (place, article) in articles.enumerated() where isSought[place] {
      for value in values(Int(article)) { _ = result.insert(value) }
    }
    return result
  }

  /// Whether the pair of two entries is sought.
  @inline(__always)
  private func isSought(_ a: UInt64, _ b: UInt64) -> Bool {
    isSought.isEmpty || isSought[a.second] || isSought[b.second]
  }

  private func appendPairs(_ bucket: ArraySlice<UInt64>, to pairs: inout [UInt64]) {
    for first in bucket.indices {
      let a = bucket[first]
      for b in bucket[(first + 1)...] where b != a && isSought(a, b) { pairs.append(UInt64(pair: a.second, b.second)) }
    }
  }

  private func appendPairs(_ bucket: ArraySlice<UInt64>, where mayPair: (Int, Int) -> Bool, to pairs: inout [UInt64]) {
    for (offset, a) in bucket.enumerated() {
      for b in bucket.dropFirst(offset + 1) where b != a && isSought(a, b) && mayPair(a.second, b.second) {
        pairs.append(UInt64(pair: a.second, b.second))
      }
    }
  }

  /// Each article with the next.
  private func appendChain(_ bucket: ArraySlice<UInt64>, to pairs: inout [UInt64]) {
    for (a, b) in zip(bucket, bucket.dropFirst()) where a != b && isSought(a, b) {
      pairs.append(UInt64(pair: a.second, b.second))
    }
  }

  private func appendNeighbours(_ bucket: ArraySlice<UInt64>, to pairs: inout [UInt64]) {
    func append(_ a: UInt64, _ b: UInt64) {
      if isSought(a, b) { pairs.append(UInt64(pair: a.second, b.second)) }
    }
    for index in bucket.indices.dropFirst() {
      let nearest = max(bucket.startIndex, index - CandidateTuning.neighbours)
      if nearest > bucket.startIndex { append(bucket[bucket.startIndex], bucket[index]) }
      for earlier in nearest..<index { append(bucket[earlier], bucket[index]) }
    }
  }

  /// Runs of entries with an equal upper half, of two entries and more of which one is sought.
  private func forEachBucket(_ entries: ArraySlice<UInt64>, _ body: (ArraySlice<UInt64>) -> Void) {
    var start = entries.startIndex
    while start < entries.endIndex {
      var end = start + 1
      while end < entries.endIndex, entries[end].first == entries[start].first { end += 1 }
      let hasSought = isSought.isEmpty || entries[start..<end].contains { isSought[$0.second] }
      if end - start > 1, hasSought { body(entries[start..<end]) }
      start = end
    }
  }
}

/// Pairs of articles that share bands of their signatures, as `UInt64(pair: first, second)`, first < second.
///
/// Where a band is shared by few, or by two articles whose names and figures agree, it is evidence enough. Where it is the
/// wording of a form, which its fillings share by the dozen, a pair must share a second one: with a resemblance of .4, as that of
/// two fillings, one pair in five shares two of 32 bands, with one of .7, as that of most copies, 998 in a thousand.
package struct BandPairs: Sendable {
  /// In no order, with repetitions.
  package var sure: [UInt64]
  /// In no order; as often as a pair shares such a band.
  package var weak: [UInt64]

  package init(sure: [UInt64] = [], weak: [UInt64] = []) {
    self.sure = sure
    self.weak = weak
  }

  /// The candidates that all `bands` give together: pairs of places below `count`, ascending, each once.
  package static func candidates(_ bands: [BandPairs], below count: Int) -> [UInt64] {
    var weak = bands.flatMap(\.weak)
    RadixSort.sortPairs(&weak, below: count)
    var pairs = bands.flatMap(\.sure)
    var start = 0
    while start < weak.count {
      var end = start + 1
      while end < weak.count, weak[end] == weak[start] { end += 1 }
      if SharedValues.bands.areEnough(end - start) { pairs.append(weak[start]) }
      start = end
    }
    RadixSort.sortPairs(&pairs, below: count)
    return pairs.deduplicated()
  }
}
