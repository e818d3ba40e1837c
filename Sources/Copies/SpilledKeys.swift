package import Fingerprints
package import Files
internal import Tables

/// The keys of more articles than fit into memory: most of them in a temporary file, what is asked for at random in memory.
///
/// 24 bytes an article stay in memory of about 290.
package struct SpilledKeys: Sendable {
  /// Articles that were written together.
  private struct Block: Sendable {
    var offset: UInt64
    var values: Int
    var articles: Int
    /// Which writing of its articles it is; an article counts in its last one alone.
    var generation: UInt8
  }

  package let configuration: FingerprintConfiguration
  private let file: ScratchFile
  private var blocks: [Block] = []
  private var generations: [UInt8] = []
  private var nameSketches: [UInt32] = []
  private var wordCounts: [UInt32] = []
  private var sampleSizes: [UInt32] = []

  /// - Throws: ``ReadingError`` when the file cannot be made.
  package init(_ configuration: FingerprintConfiguration, folder: String?) throws(ReadingError) {
    self.configuration = configuration
    file = try ScratchFile(in: folder)
  }

  package var count: Int { wordCounts.count }

  /// Adds articles behind the last one.
  package mutating func append(_ keys: CopyKeys) throws(ReadingError) {
    let first = UInt32(count)
    generations += [UInt8](repeating: 0, count: keys.count)
    nameSketches += keys.nameSketches
    wordCounts += keys.wordCounts
    for article in 0..<keys.count { sampleSizes.append(UInt32(keys.sampleSize(of: article))) }
    try write(keys, Array(first..<first + UInt32(keys.count)), generation: 0)
  }

  /// Gives `articles` the keys `keys`, in their order, instead of those that they had.
  package mutating func replace(_ articles: [UInt32], with keys: CopyKeys) throws(ReadingError) {
    let generation = (articles.map { generations[Int($0)] }.max() ?? 0) + 1
    for (place, article) in articles.enumerated() {
      generations[Int(article)] = generation
      wordCounts[Int(article)] = keys.wordCounts[place]
      sampleSizes[Int(article)] = UInt32(keys.sampleSize(of: place))
      let size = CopyKeys.sketchSize
      for value in 0..<size { nameSketches[Int(article) * size + value] = keys.nameSketches[place * size + value] }
    }
    try write(keys, articles, generation: generation)
  }

  private mutating func write(_ keys: CopyKeys, _ articles: [UInt32], generation: UInt8) throws(ReadingError) {
    var words = articles
    words += keys.bandKeys
    words += keys.edges
    for article in 0..<keys.count { words.append(UInt32(keys.sampleSize(of: article))) }
    words += keys.samples
    blocks.append(
      Block(offset: try file.append(words), values: words.count, articles: articles.count, generation: generation))
  }

  /// What crowded buckets ask for, by article.
  package var sketches: CopyKeys { CopyKeys(configuration, nameSketches: nameSketches) }

  package func words(of article: UInt32) -> Int { Int(wordCounts[Int(article)]) }
  package func sampleSize(of article: UInt32) -> Int { Int(sampleSizes[Int(article)]) }

  /// How many values all samples have together.
  package var sampledValues: Int { sampleSizes.reduce(0) { $0 + Int($1) } }

  /// Calls `body` with each article and its values of a kind, in no order; articles without a word are left out.
  private func forEach(_ body: (_ article: UInt32, _ keys: borrowing BlockKeys) -> Void) throws(ReadingError) {
    for block in blocks {
      let words = try file.read(UInt32.self, at: block.offset, count: block.values)
      var keys = BlockKeys(words: words, articles: block.articles, bands: configuration.bands)
      for place in 0..<block.articles {
        keys.go(to: place)
        let article = words[place]
        if generations[Int(article)] == block.generation, wordCounts[Int(article)] > 0 { body(article, keys) }
      }
    }
  }

  /// The entries of each of `bands`, `UInt64(pair: key, place)`, places ascending; `places` has that of each article,
  /// `UInt32.max` for those that take no part.
  package func entries(bands: Range<Int>, places: [UInt32]) throws(ReadingError) -> [[UInt64]] {
    var entries = [[UInt64]](repeating: [], count: bands.count)
    try forEach { article, keys in
      let place = places[Int(article)]
      guard place != .max else { return }
      for band in bands { entries[band - bands.lowerBound].append(UInt64(pair: keys.bandKey(band), place)) }
    }
    for band in entries.indices { RadixSort.sort(&entries[band], bits: 0..<32) }
    return entries
  }

  /// The entries of sampled shingles (or those of heads or tails) that are in part `part` of 2^`bits`, as
  /// ``entries(bands:places:)``.
  package func entries(of kind: CopyKey.Kind, part: Int, bits: Int, places: [UInt32]) throws(ReadingError) -> [UInt64] {
    var entries: [UInt64] = []
    try forEach { article, keys in
      let place = places[Int(article)]
      guard place != .max else { return }
      for value in keys.values(kind) where value != 0 && Int((UInt64(value) << UInt64(bits)) >> 32) == part {
        entries.append(UInt64(pair: value, place))
      }
    }
    RadixSort.sort(&entries, bits: 0..<32)
    return entries
  }
}

/// The keys of one article of a block that was read.
private struct BlockKeys {
  let words: [UInt32]
  let articles: Int
  let bands: Int
  private var place = 0
  private var sampleStart: Int
  private var sampleCount = 0

  init(words: [UInt32], articles: Int, bands: Int) {
    self.words = words
    self.articles = articles
    self.bands = bands
    sampleStart = articles * (2 + bands + CopyKeys.edgeSize)
  }

  /// Places are gone to in order.
  mutating func go(to place: Int) {
    self.place = place
    sampleStart += sampleCount
    sampleCount = Int(words[articles * (1 + bands + CopyKeys.edgeSize) + place])
  }

  func bandKey(_ band: Int) -> UInt32 { words[articles + place * bands + band] }

  func values(_ kind: CopyKey.Kind) -> ArraySlice<UInt32> {
    let start = articles * (1 + bands) + place * CopyKeys.edgeSize
    return switch kind {
    case .head: words[start..<start + CopyKeys.headSize]
    case .tail: words[start + CopyKeys.headSize..<start + CopyKeys.edgeSize]
    case .sample, .band: words[sampleStart..<sampleStart + sampleCount]
    }
  }
}
