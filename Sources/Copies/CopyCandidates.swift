internal import Tables
/// Pairs of articles that may be copies: those that share a band of their MinHash signatures, and those that share enough
/// sampled shingles for one to be an excerpt of the other.
///
/// Every bucket is bounded: in a crowded one, which a recurring form fills with thousands of articles, only articles whose names
/// and figures agree too are paired, and each with a few neighbours. So the search is linear in the number of articles.
package struct CopyCandidates: Sendable {
  /// In buckets up to this size every pair is a candidate.
  static let fullBucket = 24
  /// In larger ones only articles with the same names are paired, all with all up to this number of them.
  static let fullCrowdedGroup = 8
  /// In still larger groups each article is paired with this many that follow it, and with the first.
  static let neighbours = 3
  /// A sampled shingle that more articles have is common wording.
  static let commonSample = 48

  package let keys: CopyKeys
  /// The articles to pair, in content order; pairs are given as places in this list.
  package let articles: [UInt32]

  package init(keys: CopyKeys, articles: [UInt32]) {
    self.keys = keys
    self.articles = articles
  }

  /// The candidates of band `band`, as `first << 32 | second`, first < second; in no order, with repetitions.
  package func pairs(band: Int) -> [UInt64] {
    var entries: [UInt64] = []
    entries.reserveCapacity(articles.count)
    for (place, article) in articles.enumerated() where keys.wordCounts[Int(article)] > 0 {
      entries.append(UInt64(keys.bandKey(band, of: Int(article))) << 32 | UInt64(place))
    }
    RadixSort.sort(&entries, bits: 32..<64)
    var pairs: [UInt64] = []
    Self.forEachBucket(entries[...]) { bucket in
      if bucket.count <= Self.fullBucket {
        Self.appendPairs(bucket, to: &pairs)
      } else {
        appendCrowded(bucket, band: band, to: &pairs)
      }
    }
    return pairs
  }

  /// Candidates by sampled shingles: at least two in common, and at least three tenths of the smaller sample.
  package func pairsBySample() -> [UInt64] {
    let tuning = CopyTuning.standard
    return pairs(sharing: { keys.sample(of: $0) }, crowded: .skipped) { first, second, common in
      common >= 2 && Double(common) >= tuning.sampleShare * Double(min(sampleSize(first), sampleSize(second)))
    }
  }

  /// Candidates by the sampled shingles of their heads: a teaser and its article.
  package func pairsByHead() -> [UInt64] {
    let tuning = CopyTuning.standard
    let isShort = articles.map { Int(keys.wordCounts[Int($0)]) <= tuning.longestTeaser }
    return pairs(
      sharing: { keys.head(of: $0) }, crowded: .skipped, where: { isShort[$0] || isShort[$1] }
    ) { _, _, common in common >= tuning.leastHeads }
  }

  /// Pairs that share a passage somewhere: no candidates for copies, but what they share may be the page's.
  ///
  /// In a crowded bucket each article is paired with the next alone, which is enough to see the passage.
  package func pairsByPassage() -> [UInt64] {
    let tuning = CopyTuning.standard
    return pairs(sharing: { keys.sample(of: $0) }, crowded: .chained) { _, _, common in common >= 2 }
      + pairs(sharing: { keys.head(of: $0) }, crowded: .chained) { _, _, common in common >= tuning.leastEdges }
      + pairs(sharing: { keys.tail(of: $0) }, crowded: .chained) { _, _, common in common >= tuning.leastEdges }
  }

  /// What becomes of a bucket that more than ``commonSample`` articles share.
  private enum Crowded { case skipped, chained }

  /// Pairs that share values of which `isEnough`, given both places, says that they are enough; only those that `mayPair` allows.
  private func pairs(
    sharing values: (Int) -> ArraySlice<UInt32>, crowded: Crowded, where mayPair: ((_ first: Int, _ second: Int) -> Bool)? = nil,
    _ isEnough: (_ first: Int, _ second: Int, _ common: Int) -> Bool
  ) -> [UInt64] {
    var entries: [UInt64] = []
    for (place, article) in articles.enumerated() {
      for value in values(Int(article)) where value != 0 { entries.append(UInt64(value) << 32 | UInt64(place)) }
    }
    RadixSort.sort(&entries, bits: 32..<64)
    var common: [UInt64] = []
    Self.forEachBucket(entries[...]) { bucket in
      if bucket.count <= Self.commonSample {
        if let mayPair {
          Self.appendPairs(bucket, where: mayPair, to: &common)
        } else {
          Self.appendPairs(bucket, to: &common)
        }
      } else if crowded == .chained {
        Self.appendChain(bucket, to: &common)
      }
    }
    entries = []
    RadixSort.sortPairs(&common, below: articles.count)
    var pairs: [UInt64] = []
    var start = 0
    while start < common.count {
      var end = start + 1
      while end < common.count, common[end] == common[start] { end += 1 }
      if isEnough(Int(common[start] >> 32), Int(common[start] & 0xFFFF_FFFF), end - start) { pairs.append(common[start]) }
      start = end
    }
    return pairs
  }

  private func sampleSize(_ place: Int) -> Int { keys.sample(of: Int(articles[place])).count }

  /// A crowded bucket, split by two values of the name sketch: copies agree in both more often than not, fillings of a form
  /// hardly ever do.
  private func appendCrowded(_ bucket: ArraySlice<UInt64>, band: Int, to pairs: inout [UInt64]) {
    let value = band % CopyKeys.sketchSize
    let next = (value + 1 + band / CopyKeys.sketchSize % (CopyKeys.sketchSize - 1)) % CopyKeys.sketchSize
    var entries = bucket.map { entry in
      let article = Int(articles[Int(entry & 0xFFFF_FFFF)])
      let names = keys.sketch(value, of: article) &* 0x9E37_79B1 ^ keys.sketch(next, of: article)
      return UInt64(names) << 32 | entry & 0xFFFF_FFFF
    }
    RadixSort.sort(&entries, bits: 32..<64)
    Self.forEachBucket(entries[...]) { group in
      if group.count <= Self.fullCrowdedGroup {
        Self.appendPairs(group, to: &pairs)
      } else {
        Self.appendNeighbours(group, to: &pairs)
      }
    }
  }

  private static func appendPairs(_ bucket: ArraySlice<UInt64>, to pairs: inout [UInt64]) {
    for (offset, first) in bucket.enumerated() {
      for second in bucket.dropFirst(offset + 1) where second != first {
        pairs.append((first & 0xFFFF_FFFF) << 32 | second & 0xFFFF_FFFF)
      }
    }
  }

  private static func appendPairs(_ bucket: ArraySlice<UInt64>, where mayPair: (Int, Int) -> Bool, to pairs: inout [UInt64]) {
    for (offset, first) in bucket.enumerated() {
      let a = first & 0xFFFF_FFFF
      for second in bucket.dropFirst(offset + 1) where second != first && mayPair(Int(a), Int(second & 0xFFFF_FFFF)) {
        pairs.append(a << 32 | second & 0xFFFF_FFFF)
      }
    }
  }

  /// Each article with the next.
  private static func appendChain(_ bucket: ArraySlice<UInt64>, to pairs: inout [UInt64]) {
    for (first, second) in zip(bucket, bucket.dropFirst()) where first != second {
      pairs.append((first & 0xFFFF_FFFF) << 32 | second & 0xFFFF_FFFF)
    }
  }

  private static func appendNeighbours(_ bucket: ArraySlice<UInt64>, to pairs: inout [UInt64]) {
    for index in bucket.indices.dropFirst() {
      let place = bucket[index] & 0xFFFF_FFFF
      for earlier in max(bucket.startIndex, index - neighbours)..<index {
        pairs.append((bucket[earlier] & 0xFFFF_FFFF) << 32 | place)
      }
      pairs.append((bucket[bucket.startIndex] & 0xFFFF_FFFF) << 32 | place)
    }
  }

  /// Runs of entries with an equal upper half, of two entries and more.
  private static func forEachBucket(_ entries: ArraySlice<UInt64>, _ body: (ArraySlice<UInt64>) -> Void) {
    var start = entries.startIndex
    while start < entries.endIndex {
      var end = start + 1
      while end < entries.endIndex, entries[end] >> 32 == entries[start] >> 32 { end += 1 }
      if end - start > 1 { body(entries[start..<end]) }
      start = end
    }
  }
}
