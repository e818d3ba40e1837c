import Dispatch
import TestSupport
import Text
import Testing

@testable import Stories

@Suite struct SimilarityTests {
  /// Stem codes of random articles, some of them versions of others, with names, quotations and repetitions.
  private func articles(_ seed: Int) -> [[UInt32]] {
    var generator = SeededGenerator(seed)
    var articles: [[UInt32]] = [[], [7 << 5]]
    while articles.count < 14 {
      var article = (0..<generator.below(200)).map { _ in
        // A stem is a name everywhere or nowhere.
        let stem = generator.below(generator.below(3) == 0 ? 2000 : 60)
        let traits: WordFlags = [stem % 5 == 0 ? .capitalised : [], generator.below(3) == 0 ? .quoted : []]
        return UInt32(stem) << 5 | UInt32(traits.rawValue)
      }
      articles.append(article)
      for _ in 0..<generator.below(80) where !article.isEmpty {
        article[generator.below(article.count)] = UInt32(3001 + generator.below(3000) * 5) << 5
      }
      articles.append(Array(article.dropFirst(generator.below(60))))
    }
    return articles
  }

  private func weigh(_ articles: [[UInt32]], _ reference: ReferenceStatistics) -> WeightedSequences {
    var sequences = StemSequences()
    for article in articles { sequences.append(codes: article) }
    var statistics = BatchStatistics(words: 100_000)
    statistics.count(sequences, articles: 0..<sequences.count)
    let weigher = SequenceWeigher(batch: statistics, reference: reference, options: RareKeyOptions())
    var weighted = WeightedSequences(sequences, articles: weigher.articles)
    weighted.place(weigher.weigh(sequences, articles: 0..<sequences.count))
    return weighted
  }

  @Test(arguments: 0..<8) func `similarity is the documented formula`(seed: Int) {
    let articles = articles(seed)
    let reference = seed % 2 == 0 ? ReferenceStatistics() : .standard
    let weighted = weigh(articles, reference)
    let naive = NaiveSimilarity(articles, reference: reference)
    var probe = SimilarityProbe()
    // The counters of the batch are shared by a few features, which moves a weight by a step now and then.
    for a in articles.indices {
      probe.load(a, of: weighted)
      for b in articles.indices {
        #expect(abs(Double(probe.similarity(b, of: weighted, least: 0)) - naive.similarity(a, b)) < 0.01, "\(a) and \(b)")
      }
    }
  }

  @Test(arguments: 0..<8) func `range and symmetry: similarity lies between 0 and 1 and does not depend on the order`(seed: Int) {
    let articles = articles(seed)
    let weighted = weigh(articles, .standard)
    var there = SimilarityProbe(), back = SimilarityProbe()
    for a in articles.indices {
      there.load(a, of: weighted)
      for b in articles.indices {
        back.load(b, of: weighted)
        let similarity = there.similarity(b, of: weighted, least: 0)
        #expect((0...1).contains(similarity))
        #expect(abs(similarity - back.similarity(a, of: weighted, least: 0)) < 1e-5)
        let template = there.templateEvidence(b, of: weighted), reversed = back.templateEvidence(a, of: weighted)
        #expect(
          (0...1.0001).contains(template.form) && (0...1.0001).contains(template.keptNames)
            && (0...1.0001).contains(template.keptWords))
        #expect(abs(template.form - reversed.form) < 1e-4)
        #expect(abs(template.keptNames - reversed.keptNames) < 1e-4)
        #expect(abs(template.keptWords - reversed.keptWords) < 1e-4)
        #expect(template.isTemplate == reversed.isTemplate)
      }
    }
  }

  @Test(arguments: 0..<10) func `identity: no article is more alike to an article than the article itself`(seed: Int) {
    let articles = articles(seed)
    let weighted = weigh(articles, .standard)
    var probe = SimilarityProbe()
    for a in articles.indices where articles[a].count > 1 {
      probe.load(a, of: weighted)
      let itself = probe.similarity(a, of: weighted, least: 0)
      // sqrt(m / (m + 200)): the prior keeps short texts below 1.
      #expect(abs(itself - (weighted.wordMass[a] / (weighted.wordMass[a] + 200)).squareRoot()) < 1e-4)
    }
  }

  @Test(arguments: 0..<10) func `empty: an article without words is similar to nothing`(seed: Int) {
    let articles = articles(seed)
    let weighted = weigh(articles, .standard)
    var probe = SimilarityProbe()
    probe.load(0, of: weighted)
    for other in articles.indices {
      #expect(probe.similarity(other, of: weighted, least: 0) == 0)
    }
  }

  @Test(arguments: 0..<10) func `an early end only loses pairs below the least similarity`(seed: Int) {
    let articles = articles(seed)
    let weighted = weigh(articles, .standard)
    var probe = SimilarityProbe()
    for a in articles.indices {
      probe.load(a, of: weighted)
      for b in articles.indices {
        let full = probe.similarity(b, of: weighted, least: 0), early = probe.similarity(b, of: weighted, least: 0.14)
        #expect(early == full || (early == 0 && full < 0.14))
      }
    }
  }

  @Test(arguments: 0..<10) func `weights do not depend on the pieces they are computed in`(seed: Int) {
    let articles = articles(seed)
    let whole = weigh(articles, .standard)
    var statistics = BatchStatistics(words: 100_000), odd = BatchStatistics(words: 100_000)
    statistics.count(whole.sequences, articles: stride(from: 0, to: articles.count, by: 2))
    odd.count(whole.sequences, articles: stride(from: 1, to: articles.count, by: 2))
    statistics.add(odd)
    let weigher = SequenceWeigher(batch: statistics, reference: .standard, options: RareKeyOptions())
    var pieces = WeightedSequences(whole.sequences, articles: weigher.articles)
    for piece in [5..<articles.count, 0..<2, 2..<5] { pieces.place(weigher.weigh(whole.sequences, articles: piece)) }
    #expect(pieces.wordWeights == whole.wordWeights && pieces.pairWeights == whole.pairWeights)
    #expect(pieces.wordMass == whole.wordMass && pieces.pairMass == whole.pairMass)
  }

  @Test(arguments: 0..<6) func `frequencies that several threads count together are those of one`(seed: Int) async {
    var generator = SeededGenerator(seed)
    var sequences = StemSequences()
    for _ in 0..<400 {
      sequences.append(
        codes: (0..<generator.below(120)).map { _ in UInt32(generator.below(generator.below(2) == 0 ? 9 : 4000)) << 5 })
    }
    // The smallest table, and one whose parts are larger than what is added at a time.
    let words = [1, 40_000, 4_000_000][seed % 3]
    var alone = BatchStatistics(words: words), together = alone
    alone.count(sequences, articles: 0..<400)
    let all = sequences
    together.count(articles: 400) { shared in
      DispatchQueue.concurrentPerform(iterations: 8) { shared.count(all, articles: $0 * 50..<$0 * 50 + 50) }
    }
    #expect(together.articles == alone.articles)
    #expect(together.stems.contents == alone.stems.contents && together.pairs.contents == alone.pairs.contents)
  }

  @Test func `rare keys are at most as many of each kind as asked for, in two articles and more, and not in too many`() {
    var generator = SeededGenerator(3)
    let articles = (0..<200).map { _ in (0..<100).map { _ in UInt32(generator.below(generator.below(2) == 0 ? 20 : 1500)) << 5 } }
    var sequences = StemSequences()
    for article in articles { sequences.append(codes: article) }
    var statistics = BatchStatistics(words: 100_000)
    statistics.count(sequences, articles: 0..<200)
    let run = SequenceWeigher(batch: statistics, reference: ReferenceStatistics(), options: RareKeyOptions())
      .weigh(sequences, articles: 0..<200)
    let keys = Dictionary(grouping: run.keys) { $0 & 0xFFFF_FFFF }
    let holders = Dictionary(articles.flatMap { Set($0) }.map { ($0 >> 5, 1) }, uniquingKeysWith: +)
    for (article, keys) in keys {
      let stems = keys.map { UInt32($0 >> 32) }.filter { $0 & 0x8000_0000 == 0 }
      #expect(stems.count <= RareKeyOptions().keysOfEachKind)
      #expect(Set(keys).count == keys.count)
      for stem in stems {
        // Counters are never too low, so no key is rarer than it looks.
        #expect((holders[stem] ?? 0) <= 100 && articles[Int(article)].contains(stem << 5))
      }
    }
  }
}
