package import Articles

/// What the line keeps of every article beside its features: about 60 bytes.
package struct ArticleTable: Sendable {
  /// 128 bits of XXH3 over the text's bytes: equal for equal texts.
  package struct ContentHash: Sendable, Hashable, Comparable {
    package var high: UInt64
    package var low: UInt64
    package static func < (a: Self, b: Self) -> Bool { (a.high, a.low) < (b.high, b.low) }
  }

  private var idBytes: [UInt8] = []
  private var idEnds: [Int] = []
  package private(set) var idIsString: [Bool] = []
  package private(set) var contents: [ContentHash] = []
  /// Seconds since 1970, or `Int64.max` when unknown, which sorts last.
  package private(set) var published: [Int64] = []
  package private(set) var locations: [RecordLocation] = []
  package private(set) var wordCounts: [UInt32] = []
  /// A hash of the outlet or host, 0 when it is not known.
  package private(set) var sites: [UInt64] = []
  /// Rank of the article's outlet among those that are preferred; empty when none is.
  private var outletRanks: [UInt16] = []

  package init() {}

  package var count: Int { locations.count }

  package mutating func append(_ record: ArticleRecord, of batch: ArticleBatch, content: ContentHash, words: Int, site: UInt64) {
    idBytes += batch.bytes[record.id.indices]
    idEnds.append(idBytes.count)
    idIsString.append(record.idIsString)
    contents.append(content)
    published.append(record.published ?? .max)
    locations.append(record.location)
    wordCounts.append(UInt32(words))
    sites.append(site)
  }

  /// Gives the last article the rank of its outlet; all articles get one, or none.
  mutating func setOutletRank(_ rank: UInt16) { outletRanks.append(rank) }

  /// Rank of the article's outlet, 0 for the most preferred.
  func outletRank(_ index: Int) -> UInt16 { outletRanks.isEmpty ? .max : outletRanks[index] }

  /// Appends all articles of `other`, in order.
  package mutating func append(_ other: ArticleTable) {
    let shift = idBytes.count
    idBytes += other.idBytes
    for end in other.idEnds { idEnds.append(end + shift) }
    idIsString += other.idIsString
    contents += other.contents
    published += other.published
    locations += other.locations
    wordCounts += other.wordCounts
    sites += other.sites
    outletRanks += other.outletRanks
  }

  /// The bytes of the article's `id`; empty when it has none.
  package func id(_ index: Int) -> ArraySlice<UInt8> { idBytes[idRange(index)] }

  private func idRange(_ index: Int) -> Range<Int> { (index == 0 ? 0 : idEnds[index - 1])..<idEnds[index] }
}
