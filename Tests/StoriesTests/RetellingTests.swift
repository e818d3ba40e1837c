import TestSupport
import Text
import Testing

@testable import Stories

/// What two articles have in common sentence by sentence, against the definition taken literally.
@Suite struct RetellingTests {
  private func articles(_ seed: Int) -> [[UInt32]] {
    var generator = SeededGenerator(seed)
    func word() -> UInt32 {
      let traits: WordFlags = [
        generator.below(7) == 0 ? .sentenceStart : [], generator.below(6) == 0 ? .number : [],
      ]
      return UInt32(generator.below(generator.below(3) == 0 ? 900 : 70)) << 5 | UInt32(traits.rawValue)
    }
    var articles: [[UInt32]] = [[], [7 << 5]]
    while articles.count < 10 {
      var article = (0..<generator.below(160)).map { _ in word() }
      articles.append(article)
      for _ in 0..<generator.below(60) where !article.isEmpty { article[generator.below(article.count)] = word() }
      let cut = generator.below(40)
      articles.append(Array(article.dropFirst(cut)) + (0..<generator.below(40)).map { _ in word() } + article.prefix(cut / 2))
    }
    return articles
  }

  @Test(arguments: 0..<6) func `the measure is the documented one`(seed: Int) {
    let articles = articles(seed)
    let weighted = InventedSequences.weigh(articles)
    var probe = SimilarityProbe()
    for a in articles.indices {
      probe.load(a, of: weighted)
      for b in articles.indices {
        let found = probe.retelling(b, of: weighted), expected = NaiveRetelling(a, b, weighted)
        #expect(abs(Double(found.retold) - expected.retold) < 1e-4, "\(a) and \(b)")
        #expect(abs(Double(found.ownOfA) - expected.own.0) < 1e-4 && abs(Double(found.ownOfB) - expected.own.1) < 1e-4)
        #expect(abs(Double(found.lead) - expected.lead) < 1e-4)
        #expect(found.sentences == expected.sentences)
        #expect((found.keptFigures, found.changedFigures) == expected.figures)
      }
    }
  }

  @Test(arguments: 0..<12) func `range and symmetry: shares lie between 0 and 1, and A against B mirrors B against A`(seed: Int) {
    let articles = articles(seed)
    let weighted = InventedSequences.weigh(articles)
    var there = SimilarityProbe(), back = SimilarityProbe()
    for a in articles.indices {
      there.load(a, of: weighted)
      for b in articles.indices {
        back.load(b, of: weighted)
        let found = there.retelling(b, of: weighted), turned = back.retelling(a, of: weighted)
        for share in [found.retold, found.retoldInOrder, found.ownOfA, found.ownOfB, found.order, found.lead] {
          #expect((0...1.0001).contains(share))
        }
        #expect(found.retoldInOrder <= found.retold + 1e-5)
        #expect((found.retold, found.retoldInOrder) == (turned.retold, turned.retoldInOrder))
        #expect((found.ownOfA, found.order, found.lead) == (turned.ownOfB, turned.order, turned.lead))
        #expect((found.keptFigures, found.changedFigures) == (turned.keptFigures, turned.changedFigures))
      }
    }
  }

  @Test(arguments: 0..<12) func `identity: a text tells all of itself, in order`(seed: Int) {
    let articles = articles(seed)
    let weighted = InventedSequences.weigh(articles)
    var probe = SimilarityProbe()
    for a in articles.indices where articles[a].count > 1 {
      probe.load(a, of: weighted)
      let itself = probe.retelling(a, of: weighted)
      #expect((itself.retold, itself.ownOfA, itself.ownOfB, itself.lead) == (1, 0, 0, 1))
      #expect(itself.changedFigures == 0)
    }
  }

  @Test func `sentences turned round are retold, and not in order`() {
    func code(_ sentence: Int, _ word: Int) -> UInt32 {
      let traits: WordFlags = word == 0 ? .sentenceStart : []
      return UInt32(sentence * 10 + word + 1) << 5 | UInt32(traits.rawValue)
    }
    let sentences: [[UInt32]] = (0..<6).map { sentence in (0..<8).map { word in code(sentence, word) } }
    // Every second word moves, so that no pair of neighbours stays and nothing counts as copied.
    func shuffled(_ sentence: [UInt32]) -> [UInt32] {
      [sentence[0]] + [3, 6, 1, 5, 2, 7, 4].map { sentence[$0] }
    }
    let weighted = InventedSequences.weigh([
      sentences.flatMap { $0 }, sentences.flatMap(shuffled), sentences.reversed().flatMap(shuffled),
    ])
    var probe = SimilarityProbe()
    probe.load(0, of: weighted)
    let inOrder = probe.retelling(1, of: weighted), reversed = probe.retelling(2, of: weighted)
    #expect(inOrder.retold > 0.99 && inOrder.retoldInOrder > 0.99)
    // Two pairs at random are the start.
    #expect(inOrder.order > 0.9)
    #expect(reversed.retoldInOrder < inOrder.retoldInOrder && reversed.order < inOrder.order)
  }

  @Test func `a text of one word over and over is measured in bounded work`() {
    let word = UInt32(9) << 5 | UInt32(WordFlags.sentenceStart.rawValue)
    let weighted = InventedSequences.weigh([[UInt32](repeating: word, count: 50_000), [UInt32](repeating: word, count: 40_000)])
    var probe = SimilarityProbe()
    probe.load(0, of: weighted)
    let found = probe.retelling(1, of: weighted)
    #expect(found.sentences == StoryTuning().mostSentences)
    #expect(found.ownOfA == 0 && found.ownOfB == 0)
  }
}

/// The definitions over sets, sentence by sentence and window by window.
private struct NaiveRetelling {
  var retold = 1.0
  var own = (0.0, 0.0)
  var lead = 1.0
  var sentences = 0
  var figures = (0, 0)

  private struct Side {
    var sentences: [[Int]] = []
    var codes: [UInt32]
    var weights: [Double]
    func stems(_ sentence: [Int]) -> Set<UInt32> { Set(sentence.map { codes[$0] >> 5 }) }

    init(_ article: Int, _ weighted: WeightedSequences) {
      let range = weighted.sequences.range(article)
      codes = Array(weighted.sequences.codes[range])
      weights = weighted.wordWeights[range].map(Double.init)
      for index in codes.indices {
        let starts = WordFlags(rawValue: UInt8(codes[index] & 31)).contains(.sentenceStart)
        let length = sentences.last?.count ?? 0
        if sentences.isEmpty || (starts && length >= 4) || length >= 40 { sentences.append([]) }
        sentences[sentences.count - 1].append(index)
      }
    }

    func pairs() -> Set<[UInt32]> {
      Set(codes.indices.dropLast().map { [codes[$0] >> 5, codes[$0 + 1] >> 5].sorted() })
    }

    func isCopied(_ index: Int, _ pairs: Set<[UInt32]>) -> Bool {
      [index - 1, index].contains { start in
        start >= 0 && start + 1 < codes.count && pairs.contains([codes[start] >> 5, codes[start + 1] >> 5].sorted())
      }
    }
  }

  init(_ a: Int, _ b: Int, _ weighted: WeightedSequences) {
    let sides = [Side(a, weighted), Side(b, weighted)]
    sentences = min(sides[0].sentences.count, sides[1].sentences.count)
    let shares = [measure(sides[0], in: sides[1]), measure(sides[1], in: sides[0])]
    retold = max(shares[0].retold, shares[1].retold)
    own = (shares[0].own, shares[1].own)
    lead = min(shares[0].lead, shares[1].lead)
    figures = compareFigures(sides[0].codes, sides[1].codes)
  }

  private func measure(_ side: Side, in other: Side) -> (retold: Double, own: Double, lead: Double) {
    let holders = [side, other].map { side in
      Dictionary(grouping: side.sentences.flatMap { side.stems($0) }) { $0 }.mapValues(\.count)
    }
    var weightOf: [UInt32: Double] = [:]
    for index in side.codes.indices { weightOf[side.codes[index] >> 5] = side.weights[index] }
    let windows = other.sentences.indices.map { start in
      other.stems(other.sentences[start...min(start + 1, other.sentences.count - 1)].flatMap { $0 })
    }
    let pairs = other.pairs()
    var ownMass = 28.0, ownFound = 28.0, copiedWords = 0
    var lead = (mass: 0.0, found: 0.0)
    for (place, sentence) in side.sentences.enumerated() {
      let stems = side.stems(sentence)
      let mass = stems.reduce(0) { $0 + (weightOf[$1] ?? 0) }
      let found =
        windows.map { window in
          stems.reduce(0) { sum, stem in
            let isRare = (holders[0][stem] ?? 0) <= 32 && (holders[1][stem] ?? 0) <= 32
            return sum + (window.contains(stem) && isRare ? weightOf[stem] ?? 0 : 0)
          }
        }.max() ?? 0
      let copied = sentence.count { side.isCopied($0, pairs) }
      let own = 1 - Double(copied) / Double(sentence.count)
      ownMass += own * mass
      ownFound += own * found
      copiedWords += copied
      if place < 2 { lead = (lead.mass + mass, lead.found + found) }
    }
    return (
      ownFound / ownMass, side.codes.isEmpty ? 0 : 1 - Double(copiedWords) / Double(side.codes.count),
      lead.mass > 0 ? lead.found / lead.mass : 1
    )
  }

  private func compareFigures(_ a: [UInt32], _ b: [UInt32]) -> (Int, Int) {
    func slots(_ codes: [UInt32]) -> [[UInt32]: [UInt32]] {
      func isFigure(_ index: Int) -> Bool { WordFlags(rawValue: UInt8(codes[index] & 31)).contains(.number) }
      /// Two values that no stem has stand for a figure and for the end of the text.
      func beside(_ index: Int) -> UInt32 {
        codes.indices.contains(index) ? (isFigure(index) ? 1 << 28 : codes[index] >> 5) : 1 << 27
      }
      var slots: [[UInt32]: [UInt32]] = [:]
      for index in codes.indices where isFigure(index) {
        let around = [beside(index - 1), beside(index + 1)]
        if around.contains(where: { $0 < 1 << 27 }) { slots[around, default: []].append(codes[index] >> 5) }
      }
      return slots
    }
    let first = slots(a), second = slots(b)
    var result = (0, 0)
    for (around, figures) in first {
      guard let others = second[around], others.count == figures.count else { continue }
      for (figure, other) in zip(figures, others) {
        if figure == other { result.0 += 1 } else { result.1 += 1 }
      }
    }
    return result
  }
}
