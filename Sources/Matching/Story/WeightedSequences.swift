package import TextAnalysis

/// Stem sequences with the weight of every word and word pair, and each article's mass and rarest features.
package struct WeightedSequences: Sendable {
  package let sequences: StemSequences
  /// ``WeightScale`` code of each word and of the pair that ends in it (0 at an article's start).
  package var wordWeights: [UInt8]
  package var pairWeights: [UInt8]
  /// Sum of squared weights of an article's distinct words and distinct pairs.
  package var wordMass: [Float]
  package var pairMass: [Float]

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
  package var keysOfEachKind = 24
  /// A key that more articles have is no key: it would pair too many.
  package var largestFrequency = 100
  package init() {}
}

/// Computes weights, masses and rare keys from the batch's and the reference collection's frequencies.
package struct SequenceWeigher: Sendable {
  let batch: BatchStatistics
  let reference: ReferenceStatistics
  let options: RareKeyOptions

  package init(batch: BatchStatistics, reference: ReferenceStatistics, options: RareKeyOptions) {
    self.batch = batch
    self.reference = reference
    self.options = options
  }

  /// How many articles the frequencies are counted over.
  package var articles: Int { batch.articles + reference.articles }

  /// Weighs the articles `range`. Linear in their words.
  package func weigh(_ sequences: StemSequences, articles range: Range<Int>) -> WeightedRun {
    var run = WeightedRun(articles: range)
    let codes = sequences.codes.span
    let total = articles
    var seen = FeatureSet()
    var rareStems: [RareKey] = []
    var rarePairs: [RareKey] = []
    for article in range {
      let words = sequences.range(article)
      seen.reset(for: words.count * 2)
      rareStems.removeAll(keepingCapacity: true)
      rarePairs.removeAll(keepingCapacity: true)
      var wordMass: Float = 0
      var pairMass: Float = 0
      var previous: UInt32?
      for index in words {
        let stem = codes[index].stem
        let inBatch = batch.stems.count(of: stem)
        let everywhere = inBatch + reference.stem(stem)
        let wordWeight = WeightScale.code(frequency: everywhere, articles: total)
        if seen.insert(stem) {
          wordMass += WeightScale.squares[Int(wordWeight)]
          consider(&rareStems, stem, inBatch, everywhere)
        }
        var pairWeight: UInt8 = 0
        if let previous {
          let pair = Features.pair(previous, stem)
          let inBatch = batch.pairs.count(of: pair)
          let everywhere = inBatch + reference.pair(pair)
          pairWeight = WeightScale.code(frequency: everywhere, articles: total)
          if seen.insert(pair) {
            pairMass += WeightScale.squares[Int(pairWeight)]
            consider(&rarePairs, pair | 0x8000_0000, inBatch, everywhere)
          }
        }
        run.wordWeights.append(wordWeight)
        run.pairWeights.append(pairWeight)
        previous = stem
      }
      run.wordMass.append(wordMass)
      run.pairMass.append(pairMass)
      append(&rareStems, article, to: &run.keys)
      append(&rarePairs, article, to: &run.keys)
    }
    return run
  }

  private struct RareKey { var frequency: UInt32, key: UInt32 }

  private func consider(_ rare: inout [RareKey], _ key: UInt32, _ inBatch: Int, _ everywhere: Int) {
    guard inBatch >= 2, inBatch <= options.largestFrequency else { return }
    rare.append(RareKey(frequency: UInt32(everywhere), key: key))
  }

  private func append(_ rare: inout [RareKey], _ article: Int, to keys: inout [UInt64]) {
    if rare.count > options.keysOfEachKind {
      rare.sort { ($0.frequency, $0.key) < ($1.frequency, $1.key) }
    }
    for key in rare.prefix(options.keysOfEachKind) { keys.append(UInt64(key.key) << 32 | UInt64(article)) }
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
