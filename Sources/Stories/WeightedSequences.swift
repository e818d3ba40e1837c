internal import Tables
package import Text

/// Stem sequences with the weight of every word and word pair, and each article's mass.
package struct WeightedSequences: Sendable {
  package private(set) var sequences: StemSequences
  /// ``WeightScale`` code of each word and of the pair that ends in it (0 at an article's start).
  package private(set) var wordWeights: [UInt8]
  package private(set) var pairWeights: [UInt8]
  /// Sum of squared weights of an article's distinct words and distinct pairs.
  package private(set) var wordMass: [Float]
  package private(set) var pairMass: [Float]

  /// How many articles the weights are counted over, reference collection included.
  package let articles: Int

  package init(_ sequences: StemSequences, articles: Int) {
    self.sequences = sequences
    self.articles = articles
    wordWeights = [UInt8](repeating: 0, count: sequences.codes.count)
    pairWeights = wordWeights
    wordMass = [Float](repeating: 0, count: sequences.count)
    pairMass = wordMass
  }

  /// What was weighed before; weights and masses are as many as words and articles.
  package init(
    _ sequences: StemSequences, wordWeights: [UInt8], pairWeights: [UInt8], wordMass: [Float], pairMass: [Float], articles: Int
  ) {
    precondition(wordWeights.count == sequences.codes.count && pairWeights.count == wordWeights.count)
    precondition(wordMass.count == sequences.count && pairMass.count == wordMass.count)
    self.sequences = sequences
    self.wordWeights = wordWeights
    self.pairWeights = pairWeights
    self.wordMass = wordMass
    self.pairMass = pairMass
    self.articles = articles
  }
}

extension WeightedSequences {
  /// Adds articles behind the last one.
  package mutating func append(_ other: WeightedSequences) {
    sequences.append(other.sequences)
    wordWeights += other.wordWeights
    pairWeights += other.pairWeights
    wordMass += other.wordMass
    pairMass += other.pairMass
  }

  /// Takes out all articles behind the first `count`.
  package mutating func truncate(to count: Int) {
    guard count < sequences.count else { return }
    sequences.truncate(to: count)
    wordWeights.removeLast(wordWeights.count - sequences.codes.count)
    pairWeights.removeLast(pairWeights.count - sequences.codes.count)
    wordMass.removeLast(wordMass.count - count)
    pairMass.removeLast(pairMass.count - count)
  }
}

/// Weights and keys of a run of articles: what one worker adds to ``WeightedSequences``.
package struct WeightedRun: Sendable {
  package var articles: Range<Int>
  package var wordWeights: [UInt8] = []
  package var pairWeights: [UInt8] = []
  package var wordMass: [Float] = []
  package var pairMass: [Float] = []
  /// Candidate keys, `key << 32 | article`.
  package var keys: [UInt64] = []
}

/// How rare keys are chosen.
package struct RareKeyOptions: Sendable {
  /// How many of an article's rarest stems, and of its rarest pairs of stems, become keys.
  package var keysOfEachKind = 40
  /// A key that more articles have is no key: it would pair too many.
  package var largestFrequency = 100
  package init() {}

  /// In how many articles of the batch a key must occur: an index knows of no batch.
  package var leastFrequency = 2

  /// For articles that are compared and never looked up.
  package static var none: RareKeyOptions {
    var options = RareKeyOptions()
    options.keysOfEachKind = 0
    return options
  }
}

/// Computes weights, masses and rare keys from the batch's and the reference collection's frequencies.
package struct SequenceWeigher: Sendable {
  let batch: BatchStatistics
  let reference: ReferenceStatistics
  let options: RareKeyOptions
  private let scale: WeightScale.Codes

  package init(batch: BatchStatistics, reference: ReferenceStatistics, options: RareKeyOptions) {
    self.init(
      batch: batch, reference: reference, options: options,
      scale: .remembered(articles: batch.articles + reference.articles))
  }

  /// With a scale that was made before, for the same number of articles.
  package init(batch: BatchStatistics, reference: ReferenceStatistics, options: RareKeyOptions, scale: WeightScale.Codes) {
    self.batch = batch
    self.reference = reference
    self.options = options
    self.scale = scale
  }

  /// How many articles the frequencies are counted over.
  package var articles: Int { batch.articles + reference.articles }

  /// Weighs the articles `range`.
  ///
  /// Linear in their words.
  package func weigh(_ sequences: StemSequences, articles range: Range<Int>) -> WeightedRun {
    var run = WeightedRun(articles: range)
    let codes = sequences.codes.span
    var seen = FeatureSet()
    var stems = FeatureCounts()
    var pairs = FeatureCounts()
    for article in range {
      let words = sequences.range(article)
      stems.removeAll()
      pairs.removeAll()
      var previous: UInt32?
      for index in words {
        let stem = codes[index].stem
        stems.features.append(stem)
        // The first word ends no pair; a pair with itself stands for it and is passed over below.
        pairs.features.append(Features.pair(previous ?? stem, stem))
        previous = stem
      }
      batch.stems.counts(of: stems.features, into: &stems.counts)
      batch.pairs.counts(of: pairs.features, into: &pairs.counts)
      seen.removeAll(reserving: words.count * 2)
      let wordMass = weigh(&stems, from: 0, mark: 0, seen: &seen, reference: reference.stem, weights: &run.wordWeights)
      let pairMass = weigh(
        &pairs, from: 1, mark: 0x8000_0000, seen: &seen, reference: reference.pair, weights: &run.pairWeights)
      run.wordMass.append(wordMass)
      run.pairMass.append(pairMass)
      append(&stems.rare, article, to: &run.keys)
      append(&pairs.rare, article, to: &run.keys)
    }
    return run
  }

  /// One article's features of a kind, in reading order.
  private struct FeatureCounts {
    var features: [UInt32] = []
    var counts: [UInt16] = []
    /// The frequency above the key.
    var rare: [UInt64] = []

    mutating func removeAll() {
      features.removeAll(keepingCapacity: true)
      rare.removeAll(keepingCapacity: true)
    }
  }

  /// Writes the weight of each feature, collects the rare ones and returns the sum of the distinct ones' squares.
  @inline(__always)
  private func weigh(
    _ kind: inout FeatureCounts, from first: Int, mark: UInt32, seen: inout FeatureSet, reference: (UInt32) -> Int,
    weights: inout [UInt8]
  ) -> Float {
    var mass: Float = 0
    let squares = WeightScale.squares
    weights.append(contentsOf: repeatElement(0, count: min(first, kind.features.count)))
    for index in kind.features.indices.dropFirst(first) {
      let feature = kind.features[index]
      let inBatch = Int(kind.counts[index])
      let everywhere = inBatch + reference(feature)
      let weight = scale.code(frequency: everywhere)
      weights.append(weight)
      if seen.insert(feature ^ mark) {
        mass += squares[Int(weight)]
        if options.keysOfEachKind > 0, inBatch >= options.leastFrequency, inBatch <= options.largestFrequency {
          kind.rare.append(UInt64(everywhere) << 32 | UInt64(feature | mark))
        }
      }
    }
    return mass
  }

  private func append(_ rare: inout [UInt64], _ article: Int, to keys: inout [UInt64]) {
    Selection.partition(&rare, least: options.keysOfEachKind)
    for key in rare.prefix(options.keysOfEachKind) { keys.append(key << 32 | UInt64(article)) }
  }
}

extension WeightedSequences {
  /// Puts a worker's run in its place.
  package mutating func place(_ run: WeightedRun) {
    let from = sequences.starts[run.articles.lowerBound]
    wordWeights.replaceSubrange(from..<from + run.wordWeights.count, with: run.wordWeights)
    pairWeights.replaceSubrange(from..<from + run.pairWeights.count, with: run.pairWeights)
    wordMass.replaceSubrange(run.articles, with: run.wordMass)
    pairMass.replaceSubrange(run.articles, with: run.pairMass)
  }
}

/// How the features of a stem sequence are hashed.
enum Features {
  /// Two neighbouring stems, in either order: a rewrite turns "widely praised" into "praised widely".
  @inline(__always)
  static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
    mixed(UInt64(min(first, second)) << 27 | UInt64(max(first, second)))
  }

  /// Three stems in a row: a piece of verbatim form.
  @inline(__always)
  static func triple(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt32 {
    mixed((UInt64(first) << 27 | UInt64(second)) &* 0xD6E8_FEB8_6659_FD93 ^ UInt64(third))
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt32 {
    let product = value &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: (product ^ product >> 29) >> 32) ^ UInt32(truncatingIfNeeded: product)
  }
}

extension UInt32 {
  /// The stem hash of a stem code.
  @inline(__always) package var stem: UInt32 { self >> 5 }
  @inline(__always) package var isNumber: Bool { self & UInt32(WordFlags.number.rawValue) != 0 }
  @inline(__always) package var isQuoted: Bool { self & UInt32(WordFlags.quoted.rawValue) != 0 }
  @inline(__always) package var isSentenceStart: Bool { self & UInt32(WordFlags.sentenceStart.rawValue) != 0 }
  /// A name or a figure: begins with a capital or a digit.
  @inline(__always) package var isName: Bool {
    self & UInt32(WordFlags.capitalised.rawValue | WordFlags.number.rawValue) != 0
  }
}
