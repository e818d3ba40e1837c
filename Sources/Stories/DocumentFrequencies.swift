internal import CKernels
internal import RealModule
internal import Resources
internal import Synchronization
internal import Tables
package import Text

/// In how many articles each stem and each pair of neighbouring stems occurs.
package struct BatchStatistics: Sendable {
  package internal(set) var stems: CountTable
  package internal(set) var pairs: CountTable
  package internal(set) var articles = 0

  /// - Parameter words: how many words the batch has in all.
  package init(words: Int) {
    // Small batches repeat fewer of their words.
    stems = CountTable(expected: words / 40 + min(words, 10_000))
    pairs = CountTable(expected: words / 6 + min(words, 10_000))
  }

  /// Frequencies that were counted elsewhere.
  package init(stems: CountTable, pairs: CountTable, articles: Int) {
    self.stems = stems
    self.pairs = pairs
    self.articles = articles
  }

  /// Counts the features of some articles, each once an article.
  ///
  /// Linear in their words.
  package mutating func count(_ sequences: StemSequences, articles range: some Sequence<Int>) {
    let codes = sequences.codes.span
    var seen = FeatureSet()
    var newStems: [UInt32] = []
    var newPairs: [UInt32] = []
    for article in range {
      articles += 1
      let words = sequences.range(article)
      seen.removeAll(reserving: words.count * 2)
      newStems.removeAll(keepingCapacity: true)
      newPairs.removeAll(keepingCapacity: true)
      var previous: UInt32?
      for index in words {
        let stem = codes[index].stem
        if seen.insert(stem) { newStems.append(stem) }
        if let previous {
          let pair = Features.pair(previous, stem)
          if seen.insert(pair) { newPairs.append(pair) }
        }
        previous = stem
      }
      stems.increment(newStems)
      pairs.increment(newPairs)
    }
  }

  package mutating func add(_ other: BatchStatistics) {
    stems.add(other.stems)
    pairs.add(other.pairs)
    articles += other.articles
  }
}

/// Document frequencies of common English words and word pairs in a reference collection, so that a batch of five articles
/// knows that "the government said" is common and "weakest" is not.
package struct ReferenceStatistics: Sendable {
  package private(set) var articles = 0
  private var stems = FlatTable<UInt32, UInt32>(filler: 0)
  private var pairs = FlatTable<UInt32, UInt32>(filler: 0)

  /// In how many articles of the collection it occurs, 0 for what is not in the table.
  package func stem(_ stem: UInt32) -> Int { stems.find(stem).map { Int(stems[$0]) } ?? 0 }
  /// The same of two neighbouring stems.
  package func pair(_ pair: UInt32) -> Int { pairs.find(pair).map { Int(pairs[$0]) } ?? 0 }

  /// Nothing known.
  package init() {}

  /// Reads the table that ships with the program: `=<TAB>number of articles`, then `stem<TAB>df` or `stem stem<TAB>df` lines.
  package static let standard: ReferenceStatistics = {
    var result = ReferenceStatistics()
    for line in Resource.lines("reference_frequencies.tsv") {
      let fields = ListReader.fields(line)
      guard fields.count == 2, let count = UInt32(fields[1]) else { continue }
      let words = ListReader.parts(fields[0], " ").map {
        StemCode(stemHash: WordScanner.hash(of: $0), traits: []).stem
      }
      switch words.count {
      case 1 where fields[0] == "=": result.articles = Int(count)
      case 1: _ = result.stems.insert(words[0], count)
      case 2: _ = result.pairs.insert(Features.pair(words[0], words[1]), count)
      default: break
      }
    }
    return result
  }()
}

/// Counts of many hashed features in a fixed number of 16-bit counters, which stop at 65,535.
///
/// Two features may share a counter, which makes both look more frequent, never rarer. With one distinct feature for eight
/// counters that touches an eighth of them. The counts do not depend on the order of the increments.
package struct CountTable: Sendable {
  private var counters: [UInt16]
  private let shift: UInt32
  /// The product's upper bits place a feature: every bit of it reaches them.
  static let spread: UInt32 = 0x9E37_79B1

  /// - Parameter expected: how many distinct features are expected.
  package init(expected: Int) {
    let bits = min(28, max(10, Int.bitWidth - (expected * 4).leadingZeroBitCount))
    shift = UInt32(32 - bits)
    // SAFETY: the pointer is used for a hint about pages that nobody has written yet, and zeros are written to all of them.
    counters = unsafe [UInt16](unsafeUninitializedCapacity: 1 << bits) { buffer, count in
      if bits > 20 { unsafe newsprint_prefer_large_pages(buffer.baseAddress, buffer.count * 2) }
      unsafe buffer.initialize(repeating: 0)
      count = buffer.count
    }
  }

  /// A table of counters that were counted elsewhere, 2^10 to 2^28 of them.
  package init(counters: [UInt16]) {
    precondition(counters.count.nonzeroBitCount == 1 && counters.count >= 1 << 10, "the size of a table is a power of two")
    self.counters = counters
    shift = UInt32(32 - counters.count.trailingZeroBitCount)
  }

  /// The counters, to be kept or sent elsewhere.
  package var contents: [UInt16] { counters }

  /// Counts every feature once.
  ///
  /// One tight loop, so that the processor waits for many counters at a time.
  package mutating func increment(_ features: [UInt32]) {
    let shift = shift
    var counters = counters.mutableSpan
    for feature in features {
      let slot = Int((feature &* Self.spread) >> shift)
      let (sum, overflow) = counters[slot].addingReportingOverflow(1)
      counters[slot] = overflow ? .max : sum
    }
  }

  /// Replaces `counts` by the counts of `features`.
  package func counts(of features: [UInt32], into counts: inout [UInt16]) {
    let counters = counters.span
    counts.removeAll(keepingCapacity: true)
    for feature in features { counts.append(counters[Int((feature &* Self.spread) >> shift)]) }
  }

  /// Lets `body` add to the counters from several threads.
  mutating func withShared(_ body: (SharedCounters) throws -> Void) rethrows {
    let shift = shift
    // SAFETY: the counters are only used while `body` runs.
    try unsafe counters.withUnsafeMutableBufferPointer { try unsafe body(SharedCounters($0, shift: shift)) }
  }

  /// Adds the counts of a table of the same size.
  package mutating func add(_ other: CountTable) {
    precondition(other.counters.count == counters.count, "tables of different sizes cannot be added")
    var mine = counters.mutableSpan
    let theirs = other.counters.span
    for slot in 0..<mine.count {
      let (sum, overflow) = mine[slot].addingReportingOverflow(theirs[slot])
      mine[slot] = overflow ? .max : sum
    }
  }
}

/// Inverse document frequencies in one byte: steps of 1/14 from 0 to 18.2, enough for a hundred million articles.
package enum WeightScale {
  static let steps: Float = 14
  /// The weight of a feature that every article has; not 0, so that two articles of common words still compare.
  static let floor = WeightTuning.floor

  /// The codes for a number of articles: small frequencies, which nearly all are, from a table.
  package struct Codes: Sendable {
    private let articles: Int
    private let table: [UInt8]

    package init(articles: Int) {
      self.articles = articles
      table = (0..<4096).map { WeightScale.code(frequency: $0, articles: articles) }
    }

    /// Scales that were made: a question of an index weighs ten articles, which takes no longer than to make one.
    private static let made = Mutex<[Int: Codes]>([:])
    private static let most = 64

    /// The codes for a number of articles, made when they are asked for first.
    static func remembered(articles: Int) -> Codes {
      if let known = made.withLock({ $0[articles] }) { return known }
      let codes = Codes(articles: articles)
      made.withLock { made in
        if made.count >= most { made.removeAll() }
        made[articles] = codes
      }
      return codes
    }

    func code(frequency: Int) -> UInt8 {
      frequency < table.count ? table[frequency] : WeightScale.code(frequency: frequency, articles: articles)
    }
  }

  /// `max(.05, ln((N + 1) / df))`, rounded to a step.
  static func code(frequency: Int, articles: Int) -> UInt8 {
    UInt8(max(1, min(255, (weight(ofFrequency: frequency, articles: articles) * steps).rounded())))
  }

  /// `ln((N + 1) / df)`.
  static func weight(ofFrequency frequency: Int, articles: Int) -> Float {
    .log((Float(articles) + 1) / Float(max(1, frequency)))
  }

  static let weights: [Float] = (0..<256).map { $0 == 0 ? 0 : max(floor, Float($0) / steps) }
  static let squares: [Float] = weights.map { $0 * $0 }
}

/// How much a word says about which text it is in, for the SimHash.
package enum WordWeights {
  /// The weight of a word by its hash: small for function words, 1 for all others.
  ///
  /// Document frequencies would weigh better, but a SimHash must be the same in every batch and language.
  package static func weight(_ hash: UInt64) -> Float {
    StopWords.standard.contains(hash) ? WeightTuning.functionWord : 1
  }
}
