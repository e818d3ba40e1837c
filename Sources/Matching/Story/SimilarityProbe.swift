internal import TextAnalysis

/// Compares one article with many others: its features in a hash table, theirs streamed past it.
package struct SimilarityProbe: Sendable {
  private var words = WeightedTable()
  private var pairs = WeightedTable()
  private var triples = WeightedTable()
  private var seen = FeatureSet()
  private var article = -1
  private var hasTriples = false

  package init() {}

  /// Makes `article` the one that others are compared with.
  package mutating func load(_ article: Int, of weighted: WeightedSequences) {
    self.article = article
    let range = weighted.sequences.range(article)
    let codes = weighted.sequences.codes.span
    words.reset(for: range.count)
    pairs.reset(for: range.count)
    hasTriples = false
    let wordWeights = weighted.wordWeights.span
    let pairWeights = weighted.pairWeights.span
    var previous: UInt32?
    for index in range {
      let stem = codes[index].stem
      words.insert(stem, wordWeights[index], isName: codes[index].isName)
      if let previous { pairs.insert(Features.pair(previous, stem), pairWeights[index], isName: false) }
      previous = stem
    }
  }

  /// `s` of the pair (loaded article, `other`): the geometric mean of the similarities of words and of word pairs.
  ///
  /// Range 0...1, symmetric, 0 when either has no word. Linear in the words of `other`.
  package mutating func similarity(_ other: Int, of weighted: WeightedSequences) -> Float {
    let range = weighted.sequences.range(other)
    let codes = weighted.sequences.codes.span
    words.beginPass()
    pairs.beginPass()
    var sharedWords: Float = 0
    for index in range {
      if let weight = words.visit(codes[index].stem) { sharedWords += WeightScale.squares[Int(weight)] }
    }
    let simWords = StorySimilarity.words(sharedWords, weighted.wordMass[article], weighted.wordMass[other])
    guard simWords > 0.01 else { return 0 }
    var sharedPairs: Float = 0
    var previous: UInt32?
    for index in range {
      let stem = codes[index].stem
      if let previous, let weight = pairs.visit(Features.pair(previous, stem)) {
        sharedPairs += WeightScale.squares[Int(weight)]
      }
      previous = stem
    }
    let simPairs = StorySimilarity.pairs(sharedPairs, weighted.pairMass[article], weighted.pairMass[other])
    return (simWords * simPairs).squareRoot()
  }

  /// What tells a recurring template from a copy, for a pair that is similar.
  package mutating func templateEvidence(_ other: Int, of weighted: WeightedSequences) -> TemplateEvidence {
    if !hasTriples { loadTriples(weighted) }
    let form = sharedForm(other, weighted)
    return TemplateEvidence(form: form.share, commonness: form.commonness, keptNames: keptNames(other, weighted))
  }

  private mutating func loadTriples(_ weighted: WeightedSequences) {
    let range = weighted.sequences.range(article)
    triples.reset(for: range.count)
    Self.forEachTriple(weighted, range) { triple, weight in triples.insert(triple, weight, isName: false) }
    hasTriples = true
  }

  private mutating func sharedForm(_ other: Int, _ weighted: WeightedSequences) -> (share: Float, commonness: Float) {
    let range = weighted.sequences.range(other)
    seen.reset(for: range.count)
    triples.beginPass()
    var otherMass: Float = 0
    var shared: Float = 0
    var count: Float = 0
    Self.forEachTriple(weighted, range) { triple, code in
      guard seen.insert(triple) else { return }
      let weight = WeightScale.weights[Int(code)]
      otherMass += weight
      if triples.visit(triple) != nil {
        shared += weight
        count += 1
      }
    }
    let least = min(triples.mass, otherMass)
    let rarest = WeightScale.weight(ofFrequency: 1, articles: weighted.articles)
    return (least > 0 ? shared / least : 0, count > 0 ? max(0, rarest - shared / count) : 0)
  }

  private mutating func keptNames(_ other: Int, _ weighted: WeightedSequences) -> Float {
    let codes = weighted.sequences.codes.span
    var mass: Float = 0
    seen.reset(for: 2 * weighted.sequences.range(article).count)
    for index in weighted.sequences.range(article) where codes[index].isName && seen.insert(codes[index].stem) {
      mass += WeightScale.weights[Int(weighted.wordWeights[index])]
    }
    let range = weighted.sequences.range(other)
    seen.reset(for: 2 * range.count)
    words.beginPass()
    var otherMass: Float = 0
    var shared: Float = 0
    for index in range where codes[index].isName && seen.insert(codes[index].stem) {
      let weight = WeightScale.weights[Int(weighted.wordWeights[index])]
      otherMass += weight
      if words.visitName(codes[index].stem) != nil { shared += weight }
    }
    return (shared + 8) / (min(mass, otherMass) + 8)
  }

  /// Each triple with the weight of the rarer of its two pairs.
  private static func forEachTriple(
    _ weighted: WeightedSequences, _ range: Range<Int>, _ body: (_ triple: UInt32, _ weight: UInt8) -> Void
  ) {
    let codes = weighted.sequences.codes.span
    let weights = weighted.pairWeights.span
    for index in range.dropFirst(2) {
      let triple = Features.triple(codes[index - 2].stem, codes[index - 1].stem, codes[index].stem)
      body(triple, max(weights[index - 1], weights[index]))
    }
  }
}

/// Why a similar pair may be two fillings of one form rather than two versions of one story.
package struct TemplateEvidence: Sendable {
  /// Share of the shorter article's word triples that both have, weighted by rarity, 0...1.
  package var form: Float
  /// Mean logarithm of how many articles have a shared triple (the rarer of its pairs), from 0.
  package var commonness: Float
  /// Share of the names and figures that both have, weighted by rarity and smoothed, 0...1.
  package var keptNames: Float

  /// Verbatim form, other names and figures, and the wording is common in the batch.
  package var isTemplate: Bool { form >= 0.20 && keptNames - 0.25 * commonness < -0.10 }
}

/// The similarity of the masses of two articles' features.
package enum StorySimilarity {
  /// A prior of about five rare words (200 nat²): it keeps paragraphs of twenty words from matching on two names.
  static let prior: Float = 200

  static func words(_ shared: Float, _ a: Float, _ b: Float) -> Float { shared / (length(a, b) + prior) }
  static func pairs(_ shared: Float, _ a: Float, _ b: Float) -> Float { shared == 0 ? 0 : shared / length(a, b) }

  /// `min^.7 max^.3`: between cosine (.5) and containment (1), so that an excerpt counts and a chance overlap does not.
  private static func length(_ a: Float, _ b: Float) -> Float {
    let small = min(a, b), large = max(a, b)
    return small == 0 ? .greatestFiniteMagnitude : small * Power.threeTenths(large / small)
  }
}
