import TestSupport
import Testing
import Text

@testable import Relations
@testable import Stories

/// Which sentences of two articles say the same, against every sentence held against every other.
@Suite struct SentenceMatchTests {
  private static func articles(_ seed: Int) -> ([UInt32], [UInt32]) {
    var generator = SeededGenerator(seed)
    func sentence() -> [UInt32] {
      (0..<1 + generator.below(9)).map { place in
        let stem = generator.below(3) == 0 ? generator.below(12) : 50 + generator.below(400)
        return UInt32(stem) << 5 | UInt32(place == 0 ? WordFlags.sentenceStart.rawValue : 0)
      }
    }
    let a = (0..<generator.below(24)).map { _ in sentence() }
    var b = a.shuffled(using: &generator).prefix(generator.below(24)).map { $0 }
    if generator.below(2) == 0 { b = a }
    for place in b.indices where generator.below(3) == 0 {
      b[place] = generator.below(2) == 0 ? sentence() : Array(b[place].prefix(3))
    }
    return (a.flatMap { $0 }, b.flatMap { $0 })
  }

  private static func weigh(_ a: [UInt32], _ b: [UInt32]) -> WeightedSequences {
    var sequences = StemSequences()
    sequences.append(codes: a)
    sequences.append(codes: b)
    var statistics = BatchStatistics(words: 100_000)
    statistics.count(sequences, articles: 0..<2)
    let weigher = SequenceWeigher(batch: statistics, reference: ReferenceStatistics(), options: .none)
    var weighted = WeightedSequences(sequences, articles: weigher.articles)
    weighted.place(weigher.weigh(sequences, articles: 0..<2))
    return weighted
  }

  private struct Side {
    var sentences: [Set<UInt32>] = []
    var weights: [UInt32: Int] = [:]

    init(_ codes: [UInt32], _ weights: ArraySlice<UInt8>) {
      for (code, weight) in zip(codes, weights) {
        if sentences.isEmpty || code.isSentenceStart { sentences.append([]) }
        sentences[sentences.count - 1].insert(code.stem)
        self.weights[code.stem] = Int(weight)
      }
    }

    func mass(_ stems: Set<UInt32>) -> Int { stems.reduce(0) { $0 + (weights[$1] ?? 0) } }

    /// The best counterpart of each sentence, the first of equals; words that more than sixteen sentences of the other have find
    /// none.
    func partners(in other: Side) -> [Int?] {
      sentences.map { sentence in
        var best: Int?
        var most: Float = 0
        for (place, candidate) in other.sentences.enumerated() {
          let common = sentence.intersection(candidate).filter { stem in other.sentences.count { $0.contains(stem) } <= 16 }
          guard !common.isEmpty else { continue }
          let share = 2 * Float(mass(common)) / Float(mass(sentence) + other.mass(candidate))
          if share >= RelationTuning().counterpart, share > most { (best, most) = (place, share) }
        }
        return best
      }
    }

    func coverage(_ partners: [Int?]) -> Float {
      let masses = sentences.map(mass)
      let all = masses.reduce(0, +)
      return all == 0 ? 0 : Float(zip(masses, partners).reduce(0) { $0 + ($1.1 == nil ? 0 : $1.0) }) / Float(all)
    }
  }

  @Test(arguments: 0..<60) func `coverage and order are those of all pairs of sentences`(seed: Int) {
    let (a, b) = Self.articles(seed)
    let weighted = Self.weigh(a, b)
    let match = SentenceMatch(StemSentences(a), StemSentences(b), weighted)
    let first = Side(a, weighted.wordWeights[weighted.sequences.range(0)])
    let second = Side(b, weighted.wordWeights[weighted.sequences.range(1)])
    let partners = first.partners(in: second)
    #expect(match.coverageOfA == first.coverage(partners))
    #expect(match.coverageOfB == second.coverage(second.partners(in: first)))
    let places = partners.compactMap { $0 }
    let pairs = places.indices.flatMap { i in places[(i + 1)...].prefix(64).filter { $0 != places[i] }.map { $0 > places[i] } }
    let order: Float = places.count < 3 || pairs.isEmpty ? 1 : Float(pairs.count { $0 }) / Float(pairs.count)
    #expect(match.order == order)
  }

  @Test(arguments: 0..<30) func `a text covers itself, in order where no sentence comes twice`(seed: Int) {
    let (a, _) = Self.articles(seed)
    let match = SentenceMatch(StemSentences(a), StemSentences(a), Self.weigh(a, a))
    let sentences = Side(a, [UInt8](repeating: 1, count: a.count)[...]).sentences
    let isRare = sentences.allSatisfy { sentence in sentence.contains { stem in sentences.count { $0.contains(stem) } <= 16 } }
    guard isRare, !a.isEmpty else { return }
    if sentences.allSatisfy({ sentence in sentence.allSatisfy { stem in sentences.count { $0.contains(stem) } <= 16 } }) {
      #expect(match.coverageOfA == 1 && match.coverageOfB == 1)
      if Set(sentences).count == sentences.count { #expect(match.order == 1) }
    }
  }
}
