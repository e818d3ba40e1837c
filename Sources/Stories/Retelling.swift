internal import Tables
internal import Text

/// What two similar articles have in common sentence by sentence: what is copied, what is told again in other words, what is new.
///
/// Who rewrites a text says again what he does not copy; who follows a story up copies its background and tells something else
/// beside it, and so does who fills in a form. So what decides is what stands *outside* the passages that both have word for
/// word: on the side where more of it is found again in the other text.
package struct Retelling: Sendable {
  /// Share of what is not copied that two neighbouring sentences of the other text have too, weighted by rarity, of the side
  /// with more of it; 0...1, and 1 when all of one side is copied.
  package var retold: Float = 1
  /// ``retold`` without the benefit of the doubt that it gives to texts of which little is not copied.
  package var bareRetold: Float = 1
  /// Share of each text's words that lie outside word pairs of the other, 0...1.
  package var ownOfA: Float = 0
  package var ownOfB: Float = 0
  /// Whether counterparts come in the same order, of the side where fewer do: near 1 in order, .5 at random, near
  /// 0 reversed, and between where there are few.
  package var order: Float = 1
  /// The part of ``retold`` that lies in sentences in the same order as their counterparts: the heaviest such chain.
  package var retoldInOrder: Float = 1
  /// Share of the first two sentences found in the other text, of the side with less; 0...1.
  package var lead: Float = 1
  /// The same of the text with more words.
  package var leadOfLonger: Float = 1
  /// Sentences, and words but function words, of the text with fewer.
  package var sentences = 0
  package var words = 0
  /// Those of the text with more.
  package var longest = 0
  /// Figures between the same neighbours in both texts: those that are equal, and those that differ.
  package var keptFigures = 0
  package var changedFigures = 0
  /// Gaps between the same words that hold words in common or none, see ``FrameGaps``; looked at only in short texts and where
  /// more figures were changed than kept.
  package var replacedGaps = 0
  package var rewordedGaps = 0
  /// The same of gaps of two words and more.
  package var longReplaced = 0
  package var longReworded = 0
}

/// The sentences of one article that stand in another too.
struct SharedPassages: Sendable {
  /// Weight of each sentence, and whether the other article has it.
  var masses: [Int]
  var isFound: [Bool]
  /// Whether one of the other article's first two sentences is among them.
  var hasLead: Bool

  var mass: Int { masses.reduce(0, +) }
  /// Weight of each sentence that is found, 0 for the others.
  var found: [Int] { zip(masses, isFound).map { $1 ? $0 : 0 } }
}

/// Measures ``Retelling``; one for each thread, as it reuses its tables.
struct RetellingProbe: Sendable {
  private var first = SentenceTable()
  private var second = SentenceTable()
  private var article = -1
  private var pairsOfSecond = FeatureSet()
  private var matchesOfFirst: [Int32] = []
  private var matchesOfSecond: [Int32] = []

  /// Forgets the article that was loaded.
  mutating func reset() { article = -1 }

  /// Measures `article` against `other`; `pairs` has the word pairs of `article`.
  ///
  /// Linear in the words but for stems that many sentences have, of which there are at most
  /// ``StoryTuning/mostHolders`` squared a stem; sentences after ``StoryTuning/mostSentences`` are not looked at.
  mutating func measure(
    _ article: Int, _ other: Int, of weighted: WeightedSequences, pairs: WeightedTable, tuning: StoryTuning
  ) -> Retelling {
    load(article, other, of: weighted, tuning)
    first.markCopied(of: weighted) { pairs.contains($0) && pairsOfSecond.contains($0) }
    second.markCopied(of: weighted) { pairs.contains($0) }
    var result = Retelling()
    let a = side(first, matchesOfFirst, count: second.count, tuning)
    let b = side(second, matchesOfSecond, count: first.count, tuning)
    result.retold = max(a.retold, b.retold)
    result.retoldInOrder = max(a.inOrder, b.inOrder)
    result.bareRetold = max(a.bareRetold, b.bareRetold)
    result.ownOfA = a.own
    result.ownOfB = b.own
    result.order = min(a.order, b.order)
    result.lead = min(a.lead, b.lead)
    result.leadOfLonger =
      weighted.sequences.range(article).count == weighted.sequences.range(other).count
      ? result.lead : weighted.sequences.range(article).count > weighted.sequences.range(other).count ? a.lead : b.lead
    result.sentences = min(first.count, second.count)
    result.words = min(weighted.sequences.range(article).count, weighted.sequences.range(other).count)
    result.longest = max(weighted.sequences.range(article).count, weighted.sequences.range(other).count)
    (result.keptFigures, result.changedFigures) = FigureSlots.compare(first.figures, second.figures)
    if result.changedFigures > result.keptFigures || result.words <= tuning.longestGuide {
      let gaps = FrameGaps(weighted.sequences.range(article), weighted.sequences.range(other), of: weighted.sequences) {
        pairs.contains($0) && pairsOfSecond.contains($0)
      }
      result.replacedGaps = gaps.replaced
      result.rewordedGaps = gaps.reworded
      result.longReplaced = gaps.longReplaced
      result.longReworded = gaps.longReworded
    }
    return result
  }

  /// What of `article` stands in `other`, nearly word for word.
  mutating func passages(
    _ article: Int, _ other: Int, of weighted: WeightedSequences, pairs: WeightedTable, tuning: StoryTuning
  ) -> SharedPassages {
    load(article, other, of: weighted, tuning)
    first.markCopied(of: weighted) { pairs.contains($0) && pairsOfSecond.contains($0) }
    second.markCopied(of: weighted) { pairs.contains($0) }
    let found = (0..<first.count).map { Self.isTaken($0, first, matchesOfFirst, columns: second.count, tuning) }
    return SharedPassages(
      masses: first.masses, isFound: found,
      hasLead: (0..<min(2, second.count)).contains { Self.isTaken($0, second, matchesOfSecond, columns: first.count, tuning) })
  }

  /// Whether a sentence stands in two neighbouring ones of the other text, most of its words in the same pairs.
  private static func isTaken(
    _ sentence: Int, _ table: SentenceTable, _ matches: [Int32], columns: Int, _ tuning: StoryTuning
  ) -> Bool {
    let most = matches[sentence * columns..<(sentence + 1) * columns].max() ?? 0
    return Float(most) >= tuning.passage * Float(table.masses[sentence])
      && Float(table.copied[sentence]) >= tuning.passageCopied * Float(table.lengths[sentence])
  }

  private mutating func load(_ article: Int, _ other: Int, of weighted: WeightedSequences, _ tuning: StoryTuning) {
    if self.article != article {
      first.load(article, of: weighted, tuning)
      self.article = article
    }
    second.load(other, of: weighted, tuning)
    loadPairs(other, of: weighted)
    match(tuning)
  }

  private mutating func loadPairs(_ other: Int, of weighted: WeightedSequences) {
    let range = weighted.sequences.range(other)
    let codes = weighted.sequences.codes.span
    pairsOfSecond.removeAll(reserving: range.count)
    for index in range.dropFirst() { _ = pairsOfSecond.insert(Features.pair(codes[index - 1].stem, codes[index].stem)) }
  }

  /// Adds up, for each sentence of a side and each window of two sentences of the other, the weight of their common stems.
  private mutating func match(_ tuning: StoryTuning) {
    let cells = first.count * second.count
    matchesOfFirst.removeAll(keepingCapacity: true)
    matchesOfFirst.append(contentsOf: repeatElement(0, count: cells))
    matchesOfSecond.removeAll(keepingCapacity: true)
    matchesOfSecond.append(contentsOf: repeatElement(0, count: cells))
    // Arrays at hand: each question to the tables would count their references up and down.
    let (x, y) = (first.terms, second.terms)
    var a = 0, b = 0
    while a < x.count, b < y.count {
      let stems = (x[a].stem, y[b].stem)
      if stems.0 < stems.1 {
        a = SentenceTable.endOfStem(a, in: x)
      } else if stems.1 < stems.0 {
        b = SentenceTable.endOfStem(b, in: y)
      } else {
        let (rows, columns) = (a..<SentenceTable.endOfStem(a, in: x), b..<SentenceTable.endOfStem(b, in: y))
        if rows.count <= tuning.mostHolders, columns.count <= tuning.mostHolders {
          Self.add(x, rows, y, columns, count: second.count, to: &matchesOfFirst)
          Self.add(y, columns, x, rows, count: first.count, to: &matchesOfSecond)
        }
        (a, b) = (rows.upperBound, columns.upperBound)
      }
    }
  }

  /// Adds a stem's weight to the windows of every sentence that holds it: window `n` is the sentences `n` and `n + 1`.
  private static func add(
    _ x: [SentenceTable.Term], _ rows: Range<Int>, _ y: [SentenceTable.Term], _ holders: Range<Int>, count columns: Int,
    to matches: inout [Int32]
  ) {
    for row in rows {
      let start = x[row].sentence * columns
      let weight = x[row].weight
      var next = 0
      for holder in holders {
        let sentence = y[holder].sentence
        for window in max(next, sentence - 1)..<(sentence + 1) { matches[start + window] += weight }
        next = sentence + 1
      }
    }
  }

  private struct Side { var retold: Float, bareRetold: Float, inOrder: Float, own: Float, order: Float, lead: Float }

  private func side(_ table: SentenceTable, _ matches: [Int32], count columns: Int, _ tuning: StoryTuning) -> Side {
    var places: [Int] = []
    // By place, the heaviest chain of sentences in order that ends there.
    var chains = [Float](repeating: 0, count: columns)
    var ownMass = tuning.retoldPrior, ownFound = tuning.retoldPrior
    var lead: (mass: Float, found: Float) = (0, 0)
    var words = 0, copied = 0
    for sentence in 0..<table.count {
      var best: Int32 = 0
      var place = 0
      for column in 0..<columns where matches[sentence * columns + column] > best {
        best = matches[sentence * columns + column]
        place = column
      }
      let mass = Float(table.masses[sentence]), found = Float(best)
      if sentence < 2 {
        lead.mass += mass
        lead.found += found
      }
      let own = 1 - Float(table.copied[sentence]) / Float(table.lengths[sentence])
      if found >= tuning.thin * mass, mass > 0 {
        places.append(place)
        chains[place] = own * found + (chains[...place].max() ?? 0)
      }
      ownMass += own * mass
      ownFound += own * found
      words += table.lengths[sentence]
      copied += table.copied[sentence]
    }
    return Side(
      retold: ownFound / ownMass,
      bareRetold: ownMass > tuning.retoldPrior ? (ownFound - tuning.retoldPrior) / (ownMass - tuning.retoldPrior) : 1,
      inOrder: ((chains.max() ?? 0) + tuning.retoldPrior) / ownMass,
      own: words > 0 ? 1 - Float(copied) / Float(words) : 0, order: Self.order(places, tuning),
      lead: lead.mass > 0 ? lead.found / lead.mass : 1)
  }

  /// Share of the pairs of different places that ascend; each place is held against the next 64.
  private static func order(_ places: [Int], _ tuning: StoryTuning) -> Float {
    var ascending: Float = 0, all: Float = 0
    for (index, place) in places.enumerated() {
      for later in places[(index + 1)...].prefix(64) where later != place {
        all += 1
        if later > place { ascending += 1 }
      }
    }
    return (ascending + tuning.orderPrior * tuning.orderStart) / (all + tuning.orderPrior)
  }
}

/// One article's sentences as sets of weighted stems.
struct SentenceTable: Sendable {
  /// A stem in a sentence: `stem << 32 | sentence << 8 | weight`.
  struct Term: Sendable, Comparable {
    var value: UInt64
    var stem: UInt64 { value >> 32 }
    var sentence: Int { Int(value >> 8 & 0xFF_FFFF) }
    var weight: Int32 { Int32(value & 0xFF) }
    static func < (a: Term, b: Term) -> Bool { a.value < b.value }
  }

  /// Ascending by stem, then by sentence; each stem once a sentence.
  private(set) var terms: [Term] = []
  /// The terms as they are met, as numbers.
  private var found: [UInt64] = []
  /// Weight, words, and words in common pairs of each sentence.
  private(set) var masses: [Int] = []
  private(set) var lengths: [Int] = []
  private(set) var copied: [Int] = []
  private(set) var figures: [FigureSlots.Slot] = []
  private var words: Range<Int> = 0..<0

  var count: Int { lengths.count }

  mutating func load(_ article: Int, of weighted: WeightedSequences, _ tuning: StoryTuning) {
    let codes = weighted.sequences.codes.span
    found.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    let range = weighted.sequences.range(article)
    var end = range.lowerBound
    for index in range {
      let length = lengths.last ?? 0
      // Headings and cut-off words join what follows; lists without a full stop are cut.
      if lengths.isEmpty || (codes[index].isSentenceStart && length >= tuning.shortestSentence)
        || length >= tuning.longestSentence
      {
        if lengths.count == tuning.mostSentences { break }
        lengths.append(0)
      }
      lengths[lengths.count - 1] += 1
      end = index + 1
      found.append(
        UInt64(codes[index].stem) << 32 | UInt64(lengths.count - 1) << 8 | UInt64(weighted.wordWeights[index]))
    }
    words = range.lowerBound..<end
    sortTerms()
    FigureSlots.read(words, of: weighted.sequences, into: &figures)
  }

  private mutating func sortTerms() {
    // By stem alone: the sentences of a stem come in order, and its weight is one.
    RadixSort.sort(&found, bits: 32..<64)
    terms.removeAll(keepingCapacity: true)
    for value in found where terms.last?.value != value { terms.append(Term(value: value)) }
    masses.removeAll(keepingCapacity: true)
    masses.append(contentsOf: repeatElement(0, count: lengths.count))
    for term in terms { masses[term.sentence] += Int(term.weight) }
  }

  static func endOfStem(_ index: Int, in terms: [Term]) -> Int {
    var end = index + 1
    while end < terms.count, terms[end].stem == terms[index].stem { end += 1 }
    return end
  }

  /// Counts the words of each sentence that are part of a common pair.
  mutating func markCopied(of weighted: WeightedSequences, _ isCommon: (UInt32) -> Bool) {
    let codes = weighted.sequences.codes.span
    copied.removeAll(keepingCapacity: true)
    var index = words.lowerBound
    var wasCommon = false
    for length in lengths {
      var count = 0
      for _ in 0..<length {
        let next = index + 1
        let isNextCommon = next < words.upperBound && isCommon(Features.pair(codes[index].stem, codes[next].stem))
        if wasCommon || isNextCommon { count += 1 }
        wasCommon = isNextCommon
        index = next
      }
      copied.append(count)
    }
  }
}
