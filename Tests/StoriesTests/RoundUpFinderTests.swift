import TestSupport
import Testing
import Text

@testable import Stories

/// Digests among the stories that they draw on, against the rule taken literally.
@Suite struct RoundUpFinderTests {
  private struct World {
    /// Sentences of the stories, of digests of them, and of versions.
    var articles: [[[UInt32]]]
    let weighted: WeightedSequences

    init(_ seed: Int) {
      var generator = SeededGenerator(seed)
      let stories = (0..<6).map { InventedSequences.story($0, sentences: 4 + generator.below(5), &generator) }
      articles = stories
      for digest in 0..<6 {
        var parts: [[UInt32]] = []
        for story in stories.shuffled(using: &generator).prefix(1 + generator.below(4)) {
          // From its beginning, or what stands in its middle.
          parts += story.dropFirst(generator.below(4) == 0 ? 2 : 0).prefix(1 + generator.below(5))
        }
        parts += InventedSequences.story(20 + digest, sentences: generator.below(9), &generator)
        articles.append(generator.below(3) == 0 ? parts.reversed() : parts)
      }
      articles.append(Array(stories[0].dropLast()))
      weighted = InventedSequences.weigh(articles.map { $0.flatMap(\.self) })
    }

    func neighbours(of article: Int) -> [UInt32] {
      var probe = SimilarityProbe()
      probe.load(article, of: weighted)
      var others: [(UInt32, Float)] = []
      for other in articles.indices where other != article {
        let similarity = probe.similarity(other, of: weighted, least: 0)
        if similarity > 0.02 { others.append((UInt32(other), similarity)) }
      }
      return others.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
    }
  }

  /// The rule's words over sets.
  private struct Naive {
    let weighted: WeightedSequences

    private struct Article {
      var sentences: [[Int]] = []
      var codes: [UInt32]
      var weights: [Int]

      init(_ article: Int, _ weighted: WeightedSequences) {
        let range = weighted.sequences.range(article)
        codes = Array(weighted.sequences.codes[range])
        weights = weighted.wordWeights[range].map { Int($0) }
        for index in codes.indices {
          let length = sentences.last?.count ?? 0
          if sentences.isEmpty || codes[index].isSentenceStart && length >= 4 || length >= 40 { sentences.append([]) }
          sentences[sentences.count - 1].append(index)
        }
      }

      func stems(_ words: [Int]) -> Set<UInt32> { Set(words.map { codes[$0].stem }) }
      func weight(_ stems: Set<UInt32>) -> Int {
        stems.reduce(0) { sum, stem in sum + (codes.firstIndex { $0.stem == stem }.map { weights[$0] } ?? 0) }
      }
      var pairs: Set<[UInt32]> { Set(zip(codes, codes.dropFirst()).map { [$0.stem, $1.stem].sorted() }) }

      /// Whether `other` has most of the sentence in two neighbouring sentences, and half of its words in pairs that both have.
      func isTaken(_ sentence: [Int], by other: Article) -> Bool {
        let own = stems(sentence)
        let most =
          other.sentences.indices.map { start in
            weight(own.intersection(other.stems(other.sentences[start..<min(start + 2, other.sentences.count)].flatMap { $0 })))
          }.max() ?? 0
        let pairs = other.pairs
        let copied = sentence.count { word in
          [word - 1, word].contains { start in
            start >= 0 && start + 1 < codes.count && pairs.contains([codes[start].stem, codes[start + 1].stem].sorted())
          }
        }
        return Float(most) >= 0.7 * Float(weight(own)) && Float(copied) >= 0.5 * Float(sentence.count)
      }
    }

    func parts(of number: Int, among neighbours: [UInt32]) -> (articles: [UInt32], isDigest: Bool) {
      let article = Article(number, weighted)
      let masses = article.sentences.map { article.weight(article.stems($0)) }
      let mass = Float(masses.reduce(0, +))
      var found: [(UInt32, [Int])] = []
      for neighbour in neighbours.prefix(8) {
        let other = Article(Int(neighbour), weighted)
        let own = zip(article.sentences, masses).map { article.isTaken($0, by: other) ? $1 : 0 }
        let share = Float(own.reduce(0, +))
        let hasLead = other.sentences.prefix(2).contains { other.isTaken($0, by: article) }
        if hasLead, share >= 0.08 * mass, share < 0.7 * mass { found.append((neighbour, own)) }
      }
      func exclusive(_ a: [Int], _ b: [Int]) -> Float { Float(zip(a, b).reduce(0) { $0 + ($1.1 == 0 ? $1.0 : 0) }) }
      var drawn: Set<Int> = []
      for a in found.indices {
        var probe = SimilarityProbe()
        probe.load(Int(found[a].0), of: weighted)
        for b in found.indices where b > a {
          guard exclusive(found[a].1, found[b].1) >= 0.08 * mass, exclusive(found[b].1, found[a].1) >= 0.08 * mass,
            probe.similarity(Int(found[b].0), of: weighted, least: 0) < 0.06
          else { continue }
          drawn.formUnion([a, b])
        }
      }
      let together = Float(masses.indices.reduce(0) { sum, sentence in sum + (drawn.map { found[$0].1[sentence] }.max() ?? 0) })
      guard !drawn.isEmpty, together >= 0.2 * mass else { return ([], false) }
      return (drawn.sorted().map { found[$0].0 }, together >= 0.6 * mass)
    }
  }

  @Test(arguments: 0..<12) func `digests are those that the rule's words make`(seed: Int) {
    let world = World(seed)
    let naive = Naive(weighted: world.weighted)
    var finder = RoundUpFinder(tuning: StoryTuning())
    for article in world.articles.indices {
      let neighbours = world.neighbours(of: article)
      let found = finder.parts(of: article, among: neighbours, world.weighted)
      let expected = naive.parts(of: article, among: neighbours)
      #expect(found.articles == expected.articles && found.isDigest == expected.isDigest, "\(article)")
    }
  }

  @Test func `the worlds hold digests, articles that bring in parts, and plain ones`() {
    var kinds: [String: Int] = [:]
    for seed in 0..<12 {
      let world = World(seed)
      var finder = RoundUpFinder(tuning: StoryTuning())
      for article in world.articles.indices {
        let parts = finder.parts(of: article, among: world.neighbours(of: article), world.weighted)
        kinds[parts.articles.isEmpty ? "plain" : parts.isDigest ? "digest" : "brings in", default: 0] += 1
      }
    }
    #expect(
      kinds["digest", default: 0] >= 10 && kinds["brings in", default: 0] >= 5 && kinds["plain", default: 0] >= 30, "\(kinds)")
  }

  @Test(arguments: 0..<6) func `the order of the neighbours decides only their order`(seed: Int) {
    var generator = SeededGenerator(seed)
    let world = World(seed)
    var finder = RoundUpFinder(tuning: StoryTuning())
    for article in world.articles.indices {
      let neighbours = Array(world.neighbours(of: article).prefix(8))
      let one = finder.parts(of: article, among: neighbours, world.weighted)
      let other = finder.parts(of: article, among: neighbours.shuffled(using: &generator), world.weighted)
      #expect(Set(one.articles) == Set(other.articles) && one.isDigest == other.isDigest)
    }
  }

  @Test func `one neighbour, or none, makes no digest`() {
    let world = World(1)
    var finder = RoundUpFinder(tuning: StoryTuning())
    for article in world.articles.indices {
      #expect(finder.parts(of: article, among: [], world.weighted) == RoundUpFinder.Parts())
      #expect(finder.parts(of: article, among: Array(world.neighbours(of: article).prefix(1)), world.weighted).articles.isEmpty)
    }
  }
}
