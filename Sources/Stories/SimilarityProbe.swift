internal import RealModule
internal import Tables
internal import Text

/// Compares one article with many others: its features in a hash table, theirs streamed past it.
package struct SimilarityProbe: Sendable {
  private var words = WeightedTable()
  private var pairs = WeightedTable()
  private var triples = WeightedTable()
  private var seen = FeatureSet()
  private var article = -1
  private var hasTriples = false
  private var retellings = RetellingProbe()
  private let earlyWords = StoryTuning().earlyWords

  package init() {}

  /// Makes `article` the one that others are compared with.
  package mutating func load(_ article: Int, of weighted: WeightedSequences) {
    self.article = article
    let range = weighted.sequences.range(article)
    let codes = weighted.sequences.codes.span
    words.reset(for: range.count)
    pairs.reset(for: range.count)
    hasTriples = false
    retellings.reset()
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
  ///
  /// A pair below `least` need not be told from 0. Pairs of words are never much more alike than words are, so most unrelated
  /// articles are done with after their words.
  package mutating func similarity(_ other: Int, of weighted: WeightedSequences, least: Float) -> Float {
    let codes = weighted.sequences.codes.span.extracting(weighted.sequences.range(other))
    let squares = WeightScale.squares
    let sharedWords = words.sharedMass(.stems, of: codes, squares: squares)
    let simWords = StorySimilarity.words(sharedWords, weighted.wordMass[article], weighted.wordMass[other])
    guard simWords > earlyWords * least else { return 0 }
    let sharedPairs = pairs.sharedMass(.pairs, of: codes, squares: squares)
    let simPairs = StorySimilarity.pairs(sharedPairs, weighted.pairMass[article], weighted.pairMass[other])
    return (simWords * simPairs).squareRoot()
  }

  /// What the two have in common sentence by sentence, for a pair that is similar.
  package mutating func retelling(_ other: Int, of weighted: WeightedSequences, tuning: StoryTuning = StoryTuning()) -> Retelling
  {
    retellings.measure(article, other, of: weighted, pairs: pairs, tuning: tuning)
  }

  /// Which sentences of the loaded article stand in `other`, nearly word for word.
  mutating func passages(_ other: Int, of weighted: WeightedSequences, tuning: StoryTuning) -> SharedPassages {
    retellings.passages(article, other, of: weighted, pairs: pairs, tuning: tuning)
  }

  /// What tells a recurring template from a copy, for a pair that is similar.
  package mutating func templateEvidence(_ other: Int, of weighted: WeightedSequences) -> TemplateEvidence {
    if !hasTriples { loadTriples(weighted) }
    let form = sharedForm(other, weighted)
    let kept = kept(other, weighted)
    return TemplateEvidence(
      form: form.share, commonness: form.commonness, keptNames: kept.names, keptWords: kept.words, keptFacts: kept.facts,
      figures: kept.figures, keptFigures: kept.keptFigures, sharedNames: kept.sharedNames)
  }

  private mutating func loadTriples(_ weighted: WeightedSequences) {
    let range = weighted.sequences.range(article)
    triples.reset(for: range.count)
    Self.forEachTriple(weighted, range) { triple, weight in triples.insert(triple, weight, isName: false) }
    hasTriples = true
  }

  private mutating func sharedForm(_ other: Int, _ weighted: WeightedSequences) -> (share: Float, commonness: Float) {
    let range = weighted.sequences.range(other)
    seen.removeAll(reserving: range.count)
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

  /// Shares of the names and figures, and of the other words, that both have, of the side with less; weighted by rarity.
  private mutating func kept(
    _ other: Int, _ weighted: WeightedSequences
  ) -> (names: Float, words: Float, facts: Float, figures: Int, keptFigures: Float, sharedNames: Int) {
    let mine = masses(article, weighted)
    let range = weighted.sequences.range(other)
    let codes = weighted.sequences.codes.span
    let weights = weighted.wordWeights.span
    seen.removeAll(reserving: range.count * 2)
    var theirs: (names: Float, words: Float) = (0, 0)
    var shared: (names: Float, words: Float) = (0, 0)
    var figures = (theirs: 0, shared: 0)
    var sharedNames = 0
    for index in range {
      let stem = codes[index].stem
      let weight = WeightScale.weights[Int(weights[index])]
      if codes[index].isName {
        guard seen.insert(stem) else { continue }
        theirs.names += weight
        let isShared = words.containsName(stem)
        if isShared {
          shared.names += weight
          if weight >= TemplateEvidence.rareName { sharedNames += 1 }
        }
        if codes[index].isNumber {
          figures.theirs += 1
          if isShared { figures.shared += 1 }
        }
      } else {
        guard seen.insert(~stem) else { continue }
        theirs.words += weight
        if words.contains(stem) { shared.words += weight }
      }
    }
    let fewest = min(mine.figures, figures.theirs)
    // Words that are names in one text and none in the other, as in lists in capitals, can make up more than the side with less.
    let keptWords = min(1, (shared.words + TemplateEvidence.prior) / (min(mine.words, theirs.words) + TemplateEvidence.prior))
    let names = min(mine.names, theirs.names) + TemplateEvidence.prior
    return (
      (shared.names + TemplateEvidence.prior) / names, keptWords,
      (shared.names + TemplateEvidence.prior * keptWords) / names, fewest,
      fewest > 0 ? Float(figures.shared) / Float(fewest) : 1, sharedNames
    )
  }

  private mutating func masses(
    _ article: Int, _ weighted: WeightedSequences
  ) -> (names: Float, words: Float, figures: Int) {
    let codes = weighted.sequences.codes.span
    let weights = weighted.wordWeights.span
    let range = weighted.sequences.range(article)
    var result: (names: Float, words: Float, figures: Int) = (0, 0, 0)
    seen.removeAll(reserving: range.count * 2)
    for index in range {
      let weight = WeightScale.weights[Int(weights[index])]
      if codes[index].isName {
        guard seen.insert(codes[index].stem) else { continue }
        result.names += weight
        if codes[index].isNumber { result.figures += 1 }
      } else if seen.insert(~codes[index].stem) {
        result.words += weight
      }
    }
    return result
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
  /// The same of all other words but function words.
  package var keptWords: Float

  /// The share of names and figures again, where few of them prove as much as the other words do: scripts without capitals have
  /// no names.
  package var keptFacts: Float
  /// How many different figures the side with fewer has, and the share of them that the other has too.
  package var figures: Int
  package var keptFigures: Float
  /// How many different rare names and figures both have.
  package var sharedNames = 0

  /// The weight from which a name is rare: one that some two of a thousand articles have.
  static let rareName: Float = 6

  /// What both shares start from, about one rare name: few names prove little.
  static let prior: Float = 8

  /// Much verbatim form, and names and figures that changed more than the other words did.
  ///
  /// Who edits or rewrites keeps names and figures before anything else; who fills in a form keeps the rest.
  ///
  /// A bulletin that always speaks of the same places is told by its figures alone.
  package var isTemplate: Bool {
    let tuning = TemplateTuning.standard
    if figures >= tuning.figures, form >= tuning.figureForm, keptFigures < tuning.keptFigures,
      keptFigures < tuning.keptFiguresToWords * keptWords
    {
      return true
    }
    return (form >= tuning.form && keptNames < tuning.keptNames * keptWords)
      || (form >= tuning.slightForm && keptNames < tuning.slightKeptNames * keptWords)
  }
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
    return small == 0 ? .greatestFiniteMagnitude : small * .pow(large / small, WeightTuning.larger)
  }
}
