package import Text

/// Aligns the sentences of two articles.
///
/// Similarity is the idf-weighted Dice coefficient of lemma bags. Pairs are taken greedily, best first, from .30 up, less .05 for
/// the distance of their places; then a pair takes in unaligned neighbours (1-2, 2-1, up to three sentences) while its similarity
/// grows by more than .02, or while a neighbour holds a third of what the other side has over and above the pair, with two words
/// at least, which are a sixth of the neighbour, at a loss of no more than .08. Sentences of more than
/// ``PassageSplitter/longest`` tokens come in pieces. Candidates come from an inverted index over words that few sentences hold,
/// so that the cost grows with the text and not with its square.
package struct ArticleAligner {
  static let threshold = AlignmentTuning.standard.sentences.threshold
  static let mergeGain = AlignmentTuning.standard.sentences.mergeGain
  static let longestMerge = 3
  /// Share of the words not yet accounted for that a neighbour must hold to be taken in, and what it may cost in similarity.
  static let completion = AlignmentTuning.standard.sentences.completion
  static let completionLoss = AlignmentTuning.standard.sentences.completionLoss
  /// Terms in more sentences than this propose no pairs.
  static let proposingFrequency = 40
  /// Two texts of at most this many sentences, one of which is a single sentence, are compared whole.
  static let wholeTextLimit = 3

  let knowledge: WordKnowledge

  package init(knowledge: WordKnowledge) { self.knowledge = knowledge }

  package func align(_ a: LinguisticText, _ b: LinguisticText) -> ArticleAlignment {
    align(a, SentenceBags(a, knowledge: knowledge), b, SentenceBags(b, knowledge: knowledge))
  }

  /// Aligns two articles whose bags are known.
  package func align(_ a: LinguisticText, _ bagsOfA: SentenceBags, _ b: LinguisticText, _ bagsOfB: SentenceBags)
    -> ArticleAlignment
  {
    guard !a.sentences.isEmpty, !b.sentences.isEmpty else { return unaligned(a, b) }
    let weights = TermWeights(bagsOfA.terms, bagsOfB.terms)
    if min(a.sentences.count, b.sentences.count) == 1, max(a.sentences.count, b.sentences.count) <= Self.wholeTextLimit {
      return whole(a, b, similarity: weights.dice(a.sentences.indices, of: bagsOfA.terms, b.sentences.indices, of: bagsOfB.terms))
    }
    var matching = SentenceMatching(bagsOfA.terms, bagsOfB.terms, weights: weights)
    matching.run()
    return assemble(a, b, matching)
  }

  private func unaligned(_ a: LinguisticText, _ b: LinguisticText) -> ArticleAlignment {
    var result = ArticleAlignment()
    result.onlyInA = a.sentences
    result.onlyInB = b.sentences
    return result
  }

  private func whole(_ a: LinguisticText, _ b: LinguisticText, similarity: Double) -> ArticleAlignment {
    var result = ArticleAlignment()
    let passages = AlignedPassages(
      aSentences: a.sentences.indices, bSentences: b.sentences.indices, a: a.tokens.indices, b: b.tokens.indices,
      similarity: similarity, moved: false)
    result.pairs = Self.cut(passages, a, b)
    return result
  }

  private func assemble(_ a: LinguisticText, _ b: LinguisticText, _ matching: SentenceMatching) -> ArticleAlignment {
    var result = ArticleAlignment()
    let groups = matching.groups.sorted { $0.a.lowerBound < $1.a.lowerBound }
    let inOrder = Set(LongestIncreasing.indices(groups.map(\.b.lowerBound)))
    for (index, group) in groups.enumerated() {
      let passages = AlignedPassages(
        aSentences: group.a, bSentences: group.b, a: Self.tokens(a, group.a), b: Self.tokens(b, group.b),
        similarity: group.similarity, moved: !inOrder.contains(index))
      result.pairs += Self.cut(passages, a, b)
    }
    result.onlyInA = a.sentences.indices.filter { matching.groupOfA[$0] < 0 }.map { a.sentences[$0] }
    result.onlyInB = b.sentences.indices.filter { matching.groupOfB[$0] < 0 }.map { b.sentences[$0] }
    return result
  }

  private static func cut(_ passages: AlignedPassages, _ a: LinguisticText, _ b: LinguisticText) -> [AlignedPassages] {
    PassageSplitter.pieces(passages.a, of: a, passages.b, of: b).map { piece in
      var part = passages
      part.a = piece.a
      part.b = piece.b
      return part
    }
  }

  private static func tokens(_ text: LinguisticText, _ sentences: Range<Int>) -> Range<Int> {
    text.sentences[sentences.lowerBound].lowerBound..<text.sentences[sentences.upperBound - 1].upperBound
  }
}

/// Which passages of two articles stand for each other.
package struct ArticleAlignment: Sendable {
  /// In the order of `a`.
  package var pairs: [AlignedPassages] = []
  /// Token ranges of sentences of `a` without a counterpart.
  package var onlyInA: [Range<Int>] = []
  /// Token ranges of sentences of `b` without a counterpart.
  package var onlyInB: [Range<Int>] = []

  package init() {}
}

/// One to three neighbouring sentences of each article that say the same.
package struct AlignedPassages: Sendable, Hashable {
  /// Sentence numbers in each article.
  package var aSentences: Range<Int>
  package var bSentences: Range<Int>
  /// Token ranges in each article.
  package var a: Range<Int>
  package var b: Range<Int>
  /// idf-weighted Dice of the lemma bags, 0 to 1.
  package var similarity: Double
  /// The order of `b` differs here from the order of `a`.
  package var moved: Bool
}

/// Cuts a pair of very long sentences into pieces, so that the quadratic aligner and the rules meet short passages only.
///
/// The cuts are at words that occur once on both sides and stand in the same order (patience sorting); where there are none, both
/// sides are cut in proportion. Complexity: O(n log n).
enum PassageSplitter {
  /// Tokens of a piece on its longer side; ordinary sentences have fewer than a hundred.
  static let longest = 500

  /// The pieces in order; they cover both ranges without gaps.
  static func pieces(_ a: Range<Int>, of first: LinguisticText, _ b: Range<Int>, of second: LinguisticText) -> [(
    a: Range<Int>, b: Range<Int>
  )] {
    guard max(a.count, b.count) > longest else { return [(a, b)] }
    var pieces: [(a: Range<Int>, b: Range<Int>)] = []
    var startA = a.lowerBound
    var startB = b.lowerBound
    for (i, j) in anchors(a, first, b, second) where max(i - startA, j - startB) >= longest / 2 {
      pieces += proportional(startA..<i, startB..<j)
      startA = i
      startB = j
    }
    return pieces + proportional(startA..<a.upperBound, startB..<b.upperBound)
  }

  private static func anchors(_ a: Range<Int>, _ first: LinguisticText, _ b: Range<Int>, _ second: LinguisticText) -> [(Int, Int)]
  {
    var placeA: [WordNumber: Int] = [:]
    var placeB: [WordNumber: Int] = [:]
    for i in a { placeA[first.tokens[i].word] = placeA[first.tokens[i].word] == nil ? i : -1 }
    for j in b { placeB[second.tokens[j].word] = placeB[second.tokens[j].word] == nil ? j : -1 }
    let shared = a.compactMap { i -> (Int, Int)? in
      let word = first.tokens[i].word
      guard placeA[word] == i, let j = placeB[word], j >= 0 else { return nil }
      return (i, j)
    }
    return LongestIncreasing.indices(shared.map { $0.1 }).map { shared[$0] }
  }

  private static func proportional(_ a: Range<Int>, _ b: Range<Int>) -> [(a: Range<Int>, b: Range<Int>)] {
    let count = max(1, (max(a.count, b.count) + longest - 1) / longest)
    return (0..<count).map { index in
      (
        a.lowerBound + a.count * index / count..<a.lowerBound + a.count * (index + 1) / count,
        b.lowerBound + b.count * index / count..<b.lowerBound + b.count * (index + 1) / count
      )
    }
  }
}
