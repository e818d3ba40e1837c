package import Fingerprints
package import Text

/// What copy search keeps of each article: band keys, a sketch of its names, sampled shingles, those of its head and tail.
///
/// About 290 bytes an article.
package struct CopyKeys: Sendable {
  /// Values in the sketch of an article's names and figures.
  package static let sketchSize = 4

  package let configuration: FingerprintConfiguration
  /// Band keys, article after article.
  private(set) var bandKeys: [UInt32] = []
  /// MinHash of the names and figures, article after article.
  private(set) var nameSketches: [UInt32] = []
  private(set) var samples: [UInt32] = []
  private(set) var sampleEnds: [UInt32] = []
  private(set) var wordCounts: [UInt32] = []
  /// Least shingles of head and tail, article after article.
  private(set) var edges: [UInt32] = []
  package static let headSize = Fingerprinter.head.values
  static let edgeSize = Fingerprinter.head.values + Fingerprinter.tail.values

  package init(_ configuration: FingerprintConfiguration) { self.configuration = configuration }

  package var count: Int { wordCounts.count }

  /// How much memory the keys take, in bytes.
  package var bytes: Int {
    (bandKeys.count + nameSketches.count + samples.count + sampleEnds.count + wordCounts.count + edges.count) * 4
  }

  /// Adds one article.
  package mutating func append(_ words: borrowing WordStream, fingerprinter: inout Fingerprinter) {
    fingerprinter.appendKeys(words, bandKeys: &bandKeys, sample: &samples)
    fingerprinter.appendEdges(to: &edges)
    sampleEnds.append(UInt32(samples.count))
    wordCounts.append(UInt32(words.count))
    appendSketch(of: words)
  }

  /// Adds all articles of `other`, in order.
  package mutating func append(_ other: CopyKeys) {
    let shift = UInt32(samples.count)
    bandKeys += other.bandKeys
    nameSketches += other.nameSketches
    edges += other.edges
    samples += other.samples
    sampleEnds += other.sampleEnds.map { $0 + shift }
    wordCounts += other.wordCounts
  }

  /// Puts the keys of `others`, in order, in the place of those of `articles` (ascending).
  ///
  /// Only the samples, which differ in length, are copied for it.
  package mutating func replace(_ articles: [UInt32], with others: CopyKeys) {
    func overwrite(_ values: inout [UInt32], with others: [UInt32], size: Int) {
      for (other, article) in articles.enumerated() {
        for place in 0..<size { values[Int(article) * size + place] = others[other * size + place] }
      }
    }
    var samples: [UInt32] = []
    var ends: [UInt32] = []
    samples.reserveCapacity(self.samples.count)
    ends.reserveCapacity(count)
    var next = 0
    for article in 0..<count {
      let isReplaced = next < articles.count && Int(articles[next]) == article
      samples += isReplaced ? others.sample(of: next) : sample(of: article)
      ends.append(UInt32(samples.count))
      if isReplaced { next += 1 }
    }
    (self.samples, sampleEnds) = (samples, ends)
    overwrite(&bandKeys, with: others.bandKeys, size: configuration.bands)
    overwrite(&nameSketches, with: others.nameSketches, size: Self.sketchSize)
    overwrite(&edges, with: others.edges, size: Self.edgeSize)
    overwrite(&wordCounts, with: others.wordCounts, size: 1)
  }

  /// Kinds of the keys that ``appendIndexKeys(of:to:)`` gives and that are no bands.
  package static let indexHeadKind: UInt64 = 32
  package static let indexSampleKind: UInt64 = 33

  /// Appends what an article shares with its copies, for an index, in no order.
  ///
  /// Half of its bands, the least shingles of its head, and half of its sampled ones; in the bits from 32 up each kind has a
  /// number, bands those below ``indexHeadKind``.
  package func appendIndexKeys(of article: Int, to keys: inout [UInt64]) {
    guard wordCounts[article] > 0 else { return }
    // Copies that share few bands are long enough to share sampled shingles.
    for band in stride(from: 0, to: configuration.bands, by: 2) {
      keys.append(UInt64(band / 2 % 32) << 32 | UInt64(bandKey(band, of: article)))
    }
    for value in head(of: article) where value != 0 { keys.append(Self.indexHeadKind << 32 | UInt64(value)) }
    for value in sample(of: article) where value & 1 == 0 { keys.append(Self.indexSampleKind << 32 | UInt64(value)) }
  }

  /// Keys of which only the sketches of the names are known, four values an article: what crowded buckets ask for.
  package init(_ configuration: FingerprintConfiguration, nameSketches: [UInt32]) {
    self.configuration = configuration
    self.nameSketches = nameSketches
  }

  /// One article's keys, to be kept or sent elsewhere; those that no candidate is found by are left out.
  package func keys(of article: Int) -> [CopyKey] {
    guard wordCounts[article] > 0 else { return [] }
    let bands = (0..<configuration.bands).map { CopyKey(.band($0), bandKey($0, of: article)) }
    let others: [(CopyKey.Kind, ArraySlice<UInt32>)] = [
      (.sample, sample(of: article)), (.head, head(of: article)), (.tail, tail(of: article)),
    ]
    return bands + others.flatMap { kind, values in values.filter { $0 != 0 }.map { CopyKey(kind, $0) } }
  }

  /// The sketch of an article's names.
  package func nameSketch(of article: Int) -> [UInt32] {
    Array(nameSketches[article * Self.sketchSize..<(article + 1) * Self.sketchSize])
  }

  /// How many shingles of an article are sampled.
  package func sampleSize(of article: Int) -> Int { sample(of: article).count }

  package func bandKey(_ band: Int, of article: Int) -> UInt32 { bandKeys[article * configuration.bands + band] }

  func sketch(_ index: Int, of article: Int) -> UInt32 { nameSketches[article * Self.sketchSize + index] }

  /// The least shingles of the article's first words.
  func head(of article: Int) -> ArraySlice<UInt32> { edges[article * Self.edgeSize..<article * Self.edgeSize + Self.headSize] }

  /// Those of its last words.
  func tail(of article: Int) -> ArraySlice<UInt32> {
    edges[article * Self.edgeSize + Self.headSize..<(article + 1) * Self.edgeSize]
  }

  func sample(of article: Int) -> ArraySlice<UInt32> {
    samples[Int(article == 0 ? 0 : sampleEnds[article - 1])..<Int(sampleEnds[article])]
  }

  /// Four scalars rather than a vector: the machine that every build must run on has no least of two vectors of integers.
  private mutating func appendSketch(of words: borrowing WordStream) {
    var (a, b, c, d) = (UInt32.max, UInt32.max, UInt32.max, UInt32.max)
    let hashes = words.hashes.span
    let traits = words.traits.span
    for index in 0..<words.count where traits[index].rawValue & Self.nameBits != 0 {
      let hash = UInt32(truncatingIfNeeded: hashes[index])
      a = min(a, hash &* 0x9E37_79B1)
      b = min(b, hash &* 0x85EB_CA77)
      c = min(c, hash &* 0xC2B2_AE3D)
      d = min(d, hash &* 0x27D4_EB2F)
    }
    nameSketches.append(a)
    nameSketches.append(b)
    nameSketches.append(c)
    nameSketches.append(d)
  }

  private static let nameBits = WordFlags.capitalised.rawValue | WordFlags.number.rawValue
}

/// One key of an article: two articles that share it, or some of its kind, may be copies.
package struct CopyKey: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// A band of the MinHash signature, by its number.
    case band(Int)
    /// A sampled shingle, and one of the least of head or tail.
    case sample, head, tail
  }

  package var kind: Kind
  package var value: UInt32

  package init(_ kind: Kind, _ value: UInt32) {
    self.kind = kind
    self.value = value
  }
}

/// What articles have values in common of, and how many of them are enough for a candidate.
package enum SharedValues: Sendable, Hashable {
  case sample, head
  /// Bands that the fillings of a form share too.
  case bands
  /// For passages that may be the page's.
  case passageSample, passageHead, passageTail

  /// Whether so many common values are enough; `leastSample` is the size of the smaller sample.
  package func areEnough(_ common: Int, leastSample: Int = 0) -> Bool {
    let tuning = CopyTuning.standard
    switch self {
    // Of a clip of two sentences one shingle is sampled, or two.
    case .sample: return common >= min(2, leastSample) && Double(common) >= tuning.sampleShare * Double(leastSample)
    case .head: return common >= tuning.leastHeads
    case .bands: return common >= tuning.leastBands
    case .passageSample: return common >= 2
    case .passageHead, .passageTail: return common >= tuning.leastEdges
    }
  }
}
