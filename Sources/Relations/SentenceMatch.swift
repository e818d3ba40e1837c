internal import Stories
internal import Text

/// Which sentences of two articles say the same, by their rare stems, and in what order they come.
struct SentenceMatch {
  private(set) var coverageOfA: Float = 0
  private(set) var coverageOfB: Float = 0
  private(set) var order: Float = 1

  /// From this share of common weight on, two sentences are counterparts.
  private static let least = RelationTuning().counterpart
  /// Stems in more sentences of an article than this find none of them.
  private static let mostHolders = 16

  /// One article's sentences with their weights for this pair of articles.
  ///
  /// Weights are ``WeightScale`` codes: sums of them are exact, whatever their order.
  private struct Side {
    let sentences: SentenceTerms
    /// By slot.
    let weights: [Int]
    /// By sentence.
    let masses: [Int]
    var mass: Int { masses.reduce(0, +) }

    init(_ sentences: StemSentences, weights codes: ArraySlice<UInt8>) {
      let weights = sentences.places.map { Int(codes[codes.startIndex + $0]) }
      let terms = sentences.terms
      self.sentences = terms
      self.weights = weights
      masses = (0..<terms.count).map { sentence in
        var mass = 0
        Self.forEachSlot(terms, sentence) { mass += weights[$0] }
        return mass
      }
    }

    /// Each different stem of a sentence.
    static func forEachSlot(_ terms: SentenceTerms, _ sentence: Int, _ body: (Int) -> Void) {
      var last: SentenceTerms.Slot = -1
      for slot in terms.slots(sentence) where slot != last {
        last = slot
        body(Int(slot))
      }
    }
  }

  /// Matches the sentences of the articles 0 and 1 of `weighted`.
  init(_ first: StemSentences, _ second: StemSentences, _ weighted: WeightedSequences) {
    let a = Side(first, weights: weighted.wordWeights[weighted.sequences.range(0)])
    let b = Side(second, weights: weighted.wordWeights[weighted.sequences.range(1)])
    let partnersOfA = Self.partners(of: a, in: b)
    coverageOfA = Self.coverage(a, partnersOfA)
    coverageOfB = Self.coverage(b, Self.partners(of: b, in: a))
    order = Self.order(partnersOfA.compactMap { $0 })
  }

  /// Share of the weight that lies in sentences with a partner.
  private static func coverage(_ side: Side, _ partners: [Int?]) -> Float {
    let covered = partners.indices.reduce(0) { $0 + (partners[$1] == nil ? 0 : side.masses[$1]) }
    return side.mass > 0 ? Float(covered) / Float(side.mass) : 0
  }

  /// For each sentence the one of the other article that shares most with it, if that is enough of the two; the first of equals.
  private static func partners(of side: Side, in other: Side) -> [Int?] {
    let counterparts = side.sentences.counterparts(in: other.sentences)
    var shared = [Int](repeating: 0, count: other.sentences.count)
    var touched: [Int] = []
    return (0..<side.sentences.count).map { sentence in
      Side.forEachSlot(side.sentences, sentence) { slot in
        guard counterparts[slot] >= 0 else { return }
        guard other.sentences.holderCount(Int(counterparts[slot])) <= mostHolders else { return }
        for holder in other.sentences.holders(Int(counterparts[slot])) {
          if shared[Int(holder)] == 0 { touched.append(Int(holder)) }
          shared[Int(holder)] += side.weights[slot]
        }
      }
      touched.sort()
      var best: Int?
      var most: Float = 0
      for candidate in touched {
        let share = 2 * Float(shared[candidate]) / Float(side.masses[sentence] + other.masses[candidate])
        if share >= least, share > most {
          most = share
          best = candidate
        }
        shared[candidate] = 0
      }
      touched.removeAll(keepingCapacity: true)
      return best
    }
  }

  /// Share of the pairs of partners that come in ascending order.
  private static func order(_ partners: [Int]) -> Float {
    guard partners.count >= 3 else { return 1 }
    var ascending = 0
    var all = 0
    for (index, first) in partners.enumerated() {
      for second in partners[(index + 1)...].prefix(64) where second != first {
        all += 1
        if second > first { ascending += 1 }
      }
    }
    return all > 0 ? Float(ascending) / Float(all) : 1
  }
}

/// An article's sentences as sets of stems.
struct StemSentences: Sendable {
  let terms: SentenceTerms

  /// - Parameter codes: The article's stem codes.
  init(_ codes: [UInt32]) {
    var starts: [Int] = []
    for index in codes.indices where starts.isEmpty || codes[index].isSentenceStart { starts.append(index) }
    starts.append(codes.count)
    if codes.isEmpty { starts = [0] }
    terms = SentenceTerms(codes.map { UInt64($0.stem) }, starts: starts)
  }

  /// Where each stem stands first in the article.
  var places: [Int] { terms.firstPlaces }
}
