package import Stories
package import Text

/// A verified link between two articles, numbered by content rank.
package struct StoryEdge: Sendable {
  package var first: UInt32
  package var second: UInt32
  package var similarity: Float
  package var verdict: StoryRule.Verdict
  /// What it says about one story, -1...1.
  package var vote: Float
  /// Whether one of the two is a round-up that draws on the other: neither story nor event.
  package var drawsOn = false
}

package struct StoryOptions: Sendable {
  package var keys = RareKeyOptions()
  package var minimumSharedKeys: UInt8 = 2
  package var rule = StoryRule()
  /// Whether the candidate pairs are kept, to measure what the search misses.
  package var keepsCandidates = false
  package init() {}
}

/// Finds stories and events: rare-key candidates, exact similarity, signed label propagation at two thresholds.
package struct StoryStage: Sendable {
  package var options: StoryOptions
  package var context: RunContext

  package init(options: StoryOptions = StoryOptions(), context: RunContext) {
    self.options = options
    self.context = context
  }

  package struct Result: Sendable {
    package var events: [UInt32]
    package var stories: [UInt32]
    package var edges: [StoryEdge]
    /// The parts of each round-up, the most similar first.
    package var roundUps: [UInt32: [UInt32]]
    package var candidates: Int
    /// `later << 32 | earlier`, when they are kept.
    package var candidatePairs: [UInt64] = []
  }

  /// Clusters articles that are numbered by content rank; `origins` says where and when each appeared, empty when nothing is known.
  package func run(_ sequences: StemSequences, origins: [ArticleOrigin] = []) throws -> Result {
    let (weighted, keys) = try weigh(sequences, try countFeatures(sequences))
    let index = RareKeyIndex(keys: keys, articles: sequences.count)
    let (edges, candidates, candidatePairs) = try verify(weighted, index, origins)
    return try group(edges, weighted, candidates: candidates, candidatePairs: candidatePairs)
  }

  /// The sequences with their weights by `statistics`, and the rare keys of each, `key << 32 | article`, ascending by article.
  func weigh(_ sequences: StemSequences, _ statistics: BatchStatistics) throws -> (WeightedSequences, keys: [UInt64]) {
    let pieces = Self.pieces(sequences)
    let weigher = SequenceWeigher(batch: statistics, reference: .standard, options: options.keys)
    var weighted = WeightedSequences(sequences, articles: weigher.articles)
    let runs = try Parallel.map(pieces.count, in: context, makeState: {}) { piece, _ in
      weigher.weigh(sequences, articles: pieces[piece])
    }
    var keys: [UInt64] = []
    for run in runs {
      weighted.place(run)
      keys += run.keys
    }
    return (weighted, keys)
  }

  private static func pieces(_ sequences: StemSequences) -> [Range<Int>] { Parallel.pieces(of: sequences.count, size: 512) }

  /// Groups articles by verified pairs, which are ascending by their second article, then by their first.
  func group(
    _ edges: consuming [StoryEdge], _ weighted: WeightedSequences, candidates: Int = 0, candidatePairs: [UInt64] = []
  ) throws -> Result {
    var edges = edges
    let roundUps = try setRoundUpsAside(&edges, weighted)
    let events = cluster(edges, count: weighted.sequences.count, inside: nil)
    let stories = cluster(edges, count: weighted.sequences.count, inside: events)
    return Result(
      events: events, stories: stories, edges: edges, roundUps: roundUps, candidates: candidates, candidatePairs: candidatePairs)
  }

  /// In how many of the articles each feature occurs; `words` is how many words the whole batch has, theirs when it is nil.
  func countFeatures(_ sequences: StemSequences, words: Int? = nil) throws -> BatchStatistics {
    let threads = context.threads
    let parts = try Parallel.map(threads, in: context, makeState: {}) { part, _ in
      var statistics = BatchStatistics(words: words ?? sequences.codes.count)
      statistics.count(sequences, articles: stride(from: part, to: sequences.count, by: threads))
      return statistics
    }
    var total = parts[0]
    for part in parts.dropFirst() { total.add(part) }
    return total
  }

  private func verify(
    _ weighted: WeightedSequences, _ index: RareKeyIndex, _ origins: [ArticleOrigin]
  ) throws -> (edges: [StoryEdge], candidates: Int, pairs: [UInt64]) {
    struct Worker {
      var counters: RareKeyIndex.Counters
      var probe = SimilarityProbe()
      var found: [UInt32] = []
    }
    let count = weighted.sequences.count
    let pieces = Self.pieces(weighted.sequences)
    let results = try Parallel.map(pieces.count, in: context, makeState: { Worker(counters: .init(articles: count)) }) {
      piece, worker in
      var edges: [StoryEdge] = []
      var candidates = 0
      var pairs: [UInt64] = []
      for article in pieces[piece] {
        worker.found.removeAll(keepingCapacity: true)
        index.search(
          article, minimum: options.minimumSharedKeys, counters: &worker.counters, found: &worker.found)
        guard !worker.found.isEmpty else { continue }
        candidates += worker.found.count
        if options.keepsCandidates { pairs += worker.found.map { UInt64(article) << 32 | UInt64($0) } }
        judge(article, with: worker.found, weighted, origins, &worker.probe, into: &edges)
      }
      return (edges, candidates, pairs)
    }
    return (results.flatMap(\.0), results.reduce(0) { $0 + $1.1 }, results.flatMap(\.2))
  }

  /// Holds pairs that were found elsewhere against each other: `found` has the others of each article, all before it, ascending.
  func verify(
    _ weighted: WeightedSequences, found: [(article: Int, others: [UInt32])], _ origins: [ArticleOrigin]
  ) throws -> [StoryEdge] {
    let pieces = Parallel.pieces(of: found.count, size: 512)
    let results = try Parallel.map(pieces.count, in: context, makeState: { SimilarityProbe() }) { piece, probe in
      var edges: [StoryEdge] = []
      for (article, others) in found[pieces[piece]] { judge(article, with: others, weighted, origins, &probe, into: &edges) }
      return edges
    }
    return results.flatMap { $0 }
  }

  /// Holds an article against others and keeps what is linked to it.
  private func judge(
    _ article: Int, with others: [UInt32], _ weighted: WeightedSequences, _ origins: [ArticleOrigin],
    _ probe: inout SimilarityProbe, into edges: inout [StoryEdge]
  ) {
    let rule = options.rule
    probe.load(article, of: weighted)
    for other in others {
      let similarity = probe.similarity(Int(other), of: weighted, least: rule.tuning.namesEvent)
      guard similarity >= rule.tuning.namesEvent else { continue }
      let judgement = rule.judge(
        similarity: similarity, template: probe.templateEvidence(Int(other), of: weighted),
        setting: origins.isEmpty ? StorySetting() : StorySetting(origins[Int(other)], origins[article]),
        retelling: probe.retelling(Int(other), of: weighted, tuning: rule.tuning))
      guard judgement.verdict != .unrelated else { continue }
      edges.append(
        StoryEdge(
          first: other, second: UInt32(article), similarity: similarity, verdict: judgement.verdict, vote: judgement.vote))
    }
  }

  /// Finds the round-ups and takes their links to what they draw on out of stories and events; links between two stay.
  private func setRoundUpsAside(_ edges: inout [StoryEdge], _ weighted: WeightedSequences) throws -> [UInt32: [UInt32]] {
    let links = LinkedArticles(edges, count: weighted.sequences.count)
    let suspects = (0..<weighted.sequences.count).filter { links.hasStrangers($0, within: options.rule.tuning.roundUpNeighbours) }
    let pieces = Parallel.pieces(of: suspects.count, size: 64)
    let tuning = options.rule.tuning
    let found = try Parallel.map(pieces.count, in: context, makeState: { RoundUpFinder(tuning: tuning) }) { piece, finder in
      suspects[pieces[piece]].map { finder.parts(of: $0, among: links.neighbours($0), weighted) }
    }
    var roundUps: [UInt32: [UInt32]] = [:]
    for (suspect, parts) in zip(suspects, found.joined()) where !parts.isEmpty { roundUps[UInt32(suspect)] = parts }
    for index in edges.indices where (roundUps[edges[index].first] == nil) != (roundUps[edges[index].second] == nil) {
      edges[index].drawsOn = true
    }
    return roundUps
  }

  /// Groups by links of one event, or, inside the groups of events, by links of one story.
  private func cluster(_ edges: [StoryEdge], count: Int, inside events: [UInt32]?) -> [UInt32] {
    let tuning = options.rule.tuning
    let links = edges.compactMap { edge -> Graph.Link? in
      let weight = edge.similarity * edge.similarity
      guard !edge.drawsOn else { return nil }
      guard let events else { return Graph.Link(edge.first, edge.second, weight: edge.verdict == .template ? -weight : weight) }
      guard edge.vote != 0, events[Int(edge.first)] == events[Int(edge.second)] else { return nil }
      return Graph.Link(edge.first, edge.second, weight: edge.vote * weight)
    }
    let least = events == nil ? [tuning.event, tuning.namesEvent] : [tuning.story, tuning.clearStory]
    let levels = [0.7, 0.6, 0.5, 0.4, 0.3].filter { $0 > least[0] } + least
    return LabelPropagation.cluster(Graph(count: count, links: links), levels: levels.map { $0 * $0 })
  }
}

/// The verified pairs by article, forms left out.
struct LinkedArticles: Sendable {
  private var starts: [Int]
  /// Row after row, the most similar first, the smaller number first among equals.
  private var others: [UInt32]

  /// O(m log m) for m pairs.
  init(_ edges: [StoryEdge], count: Int) {
    var links: [(from: UInt32, similarity: Float, to: UInt32)] = []
    links.reserveCapacity(edges.count * 2)
    for edge in edges where edge.verdict != .template && edge.verdict != .unrelated {
      links.append((edge.first, edge.similarity, edge.second))
      links.append((edge.second, edge.similarity, edge.first))
    }
    links.sort { ($0.from, $1.similarity, $0.to) < ($1.from, $0.similarity, $1.to) }
    starts = [Int](repeating: 0, count: count + 1)
    for link in links { starts[Int(link.from) + 1] += 1 }
    for article in 0..<count { starts[article + 1] += starts[article] }
    others = links.map(\.to)
  }

  func neighbours(_ article: Int) -> [UInt32] { Array(others[starts[article]..<starts[article + 1]]) }

  /// Whether two of the `most` closest neighbours are no neighbours of each other.
  func hasStrangers(_ article: Int, within most: Int) -> Bool {
    let closest = others[starts[article]..<starts[article + 1]].prefix(most)
    return closest.enumerated().contains { index, first in
      let known = others[starts[Int(first)]..<starts[Int(first) + 1]]
      return closest.dropFirst(index + 1).contains { !known.contains($0) }
    }
  }
}
