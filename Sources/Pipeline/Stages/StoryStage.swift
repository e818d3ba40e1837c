internal import Files
package import Stories
internal import Tables

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
  /// Memory that keys, texts and pairs may take before they go to files; nil for any.
  var memory: MemoryLimit?

  package init(options: StoryOptions = StoryOptions(), context: RunContext) {
    self.options = options
    self.context = context
  }

  package struct Result: Sendable {
    package var events: [UInt32]
    package var stories: [UInt32]
    package var edges: [StoryEdge]
    /// The parts of each round-up, the most similar first.
    package var roundUps: [UInt32: RoundUpFinder.Parts]
    package var candidates = 0
    /// `UInt64(pair: later, earlier)`, when they are kept.
    package var candidatePairs: [UInt64] = []
  }

  /// Texts that are counted or weighed at a time, and the words of those that are read from a file for it.
  private static let blockTexts = 1 << 15
  private static let pieceSize = 512

  /// Clusters articles that are numbered by content rank; `origins` says where and when each appeared, empty when nothing is
  /// known.
  package func run(_ texts: StoryTexts, origins: [ArticleOrigin] = []) throws -> Result {
    var keys = rareKeys(of: texts)
    let weighed = try weigh(texts, try countFeatures(texts), &keys)
    let groups = try KeyGroupStore(&keys, articles: texts.count, memory: memory, context: context)
    let found = try StorySearch(weighed: weighed, origins: origins, options: options, memory: memory, context: context).run(
      groups)
    var result = try group(found.edges, weighed)
    (result.candidates, result.candidatePairs) = (found.candidates, found.pairs)
    return result
  }

  /// Room for the rare keys of all texts, equal keys in one bucket.
  private func rareKeys(of texts: StoryTexts) -> NumberBuckets {
    let bits = min(8, Int.bitWidth - (texts.words >> 20).leadingZeroBitCount)
    return NumberBuckets(count: 1 << bits, memory: memory?.sorting, folder: memory?.folder)
  }

  private func blocks(_ texts: StoryTexts) -> [Range<Int>] {
    guard !texts.areInMemory, let memory else { return Parallel.pieces(of: texts.count, size: Self.blockTexts) }
    return texts.ranges(words: max(1 << 10, memory.texts / 8 / WeighedTexts.wordBytes))
  }

  /// The texts with their weights by `statistics`; adds the rare keys of each, `UInt64(pair: key, place)`, in the order of the
  /// input.
  func weigh(_ texts: StoryTexts, _ statistics: BatchStatistics, _ keys: inout NumberBuckets) throws -> WeighedTexts {
    let weigher = SequenceWeigher(batch: statistics, reference: .standard, options: options.keys)
    var result = try WeighedTexts.Builder(texts, articles: weigher.articles, folder: memory?.folder)
    let shift = UInt32(32 - keys.count.trailingZeroBitCount)
    for block in blocks(texts) {
      let (sequences, first) = try texts.sequences(block)
      let pieces = Parallel.pieces(of: block.count, size: Self.pieceSize)
      let runs = try Parallel.map(pieces.count, in: context, makeState: {}) { piece, _ in
        weigher.weigh(sequences, articles: first + pieces[piece].lowerBound..<first + pieces[piece].upperBound)
      }
      for run in runs {
        result.append(run)
        for key in run.keys {
          let slot = key.second - first + block.lowerBound
          let bucket = Int((UInt32(key.first) &* 0x9E37_79B1) >> shift)
          try keys.append(UInt64(pair: key.first, texts.places[slot]), to: bucket)
        }
      }
      try result.write()
    }
    return result.finish()
  }

  /// Groups articles by verified pairs, which are ascending by their second article, then by their first.
  func group(_ edges: consuming [StoryEdge], _ weighed: WeighedTexts) throws -> Result {
    var edges = edges
    let roundUps = try setRoundUpsAside(&edges, weighed)
    let events = cluster(edges, count: weighed.count, inside: nil)
    let stories = cluster(edges, count: weighed.count, inside: events)
    return Result(events: events, stories: stories, edges: edges, roundUps: roundUps)
  }

  /// In how many of the articles each feature occurs; `words` is how many words the whole batch has, theirs when it is nil.
  func countFeatures(_ texts: StoryTexts, words: Int? = nil) throws -> BatchStatistics {
    var statistics = BatchStatistics(words: words ?? texts.words)
    try statistics.count(articles: texts.count) { shared in
      for block in blocks(texts) {
        let (sequences, first) = try texts.sequences(block)
        // Few pieces: at the end of each what is sorted by counters has to be added, however little it is.
        let pieces = Parallel.pieces(of: block.count, size: max(Self.pieceSize, block.count / (context.threads * 4)))
        _ = try Parallel.map(pieces.count, in: context, makeState: {}) { piece, _ in
          shared.count(sequences, articles: first + pieces[piece].lowerBound..<first + pieces[piece].upperBound)
        }
      }
    }
    return statistics
  }

  /// Holds pairs that were found elsewhere against each other: `found` has the others of each article, all before it, ascending.
  func verify(
    _ weighed: WeighedTexts, found: [(article: Int, others: [UInt32])], _ origins: [ArticleOrigin]
  ) throws -> [StoryEdge] {
    guard let whole = weighed.whole else { return [] }
    let search = StorySearch(weighed: weighed, origins: origins, options: options, memory: memory, context: context)
    let pieces = Parallel.pieces(of: found.count, size: Self.pieceSize)
    let results = try Parallel.map(pieces.count, in: context, makeState: { SimilarityProbe() }) { piece, probe in
      var edges: [StoryEdge] = []
      for (article, others) in found[pieces[piece]] { search.judge(article, with: others, whole, &probe, into: &edges) }
      return edges
    }
    return results.flatMap { $0 }
  }

  // MARK: Round-ups

  /// Finds the round-ups and takes their links to what they draw on out of stories and events; links between two stay.
  private func setRoundUpsAside(_ edges: inout [StoryEdge], _ weighed: WeighedTexts) throws
    -> [UInt32: RoundUpFinder.Parts]
  {
    let most = options.rule.tuning.roundUpNeighbours
    let links = LinkedArticles(edges, count: weighed.count)
    let suspects = (0..<weighed.count).filter { links.hasStrangers($0, within: most) }
    var roundUps: [UInt32: RoundUpFinder.Parts] = [:]
    var start = 0
    while start < suspects.count {
      var (end, words) = (start, 0)
      while end < suspects.count, end == start || words <= (memory?.texts ?? .max) / WeighedTexts.wordBytes {
        if !weighed.areInMemory { words += self.words(around: suspects[end], links, weighed.texts) }
        end += 1
      }
      let found = try self.roundUps(suspects[start..<end], links, weighed)
      for (suspect, parts) in zip(suspects[start..<end], found) where !parts.articles.isEmpty {
        roundUps[UInt32(suspect)] = parts
      }
      start = end
    }
    for index in edges.indices where (roundUps[edges[index].first] == nil) != (roundUps[edges[index].second] == nil) {
      edges[index].drawsOn = true
    }
    return roundUps
  }

  /// Words of an article and of the neighbours that it is held against.
  private func words(around place: Int, _ links: LinkedArticles, _ texts: StoryTexts) -> Int {
    let most = options.rule.tuning.roundUpNeighbours
    return ([UInt32(place)] + links.neighbours(place).prefix(most)).reduce(0) { words, place in
      let slot = Int(texts.slots[Int(place)])
      return words + texts.starts[slot + 1] - texts.starts[slot]
    }
  }

  /// The parts of each suspect, none where it is no round-up.
  private func roundUps(_ suspects: ArraySlice<Int>, _ links: LinkedArticles, _ weighed: WeighedTexts) throws
    -> [RoundUpFinder.Parts]
  {
    let tuning = options.rule.tuning
    let slots = weighed.texts.slots
    let part: TextPart
    if let whole = weighed.whole {
      part = whole
    } else {
      var wanted: [Int] = []
      for suspect in suspects {
        wanted.append(Int(slots[suspect]))
        for other in links.neighbours(suspect).prefix(tuning.roundUpNeighbours) { wanted.append(Int(slots[Int(other)])) }
      }
      part = try weighed.part(Self.ranges(wanted.sorted()))
    }
    let pieces = Parallel.pieces(of: suspects.count, size: 64)
    let found = try Parallel.map(pieces.count, in: context, makeState: { RoundUpFinder(tuning: tuning) }) { piece, finder in
      pieces[piece].map { place -> RoundUpFinder.Parts in
        let suspect = suspects[suspects.startIndex + place]
        let neighbours = links.neighbours(suspect).prefix(tuning.roundUpNeighbours)
        let indices = neighbours.map { UInt32(part.index(of: slots[Int($0)])) }
        var parts = finder.parts(of: part.index(of: slots[suspect]), among: indices, part.weighted)
        parts.articles = zip(neighbours, indices).filter { parts.articles.contains($1) }.map(\.0)
        return parts
      }
    }
    return found.flatMap(\.self)
  }

  /// Ascending numbers as ranges, in which those that are near each other stand together.
  private static func ranges(_ numbers: [Int]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for number in numbers {
      if let last = ranges.last, number <= last.upperBound + 4 {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, number + 1)
      } else {
        ranges.append(number..<number + 1)
      }
    }
    return ranges
  }

  // MARK: Groups

  /// Groups by links of one event, or, inside the groups of events, by links of one story.
  private func cluster(_ edges: [StoryEdge], count: Int, inside events: [UInt32]?) -> [UInt32] {
    let tuning = options.rule.tuning
    let links = edges.compactMap { edge -> Graph.Link? in
      let weight = edge.similarity * edge.similarity
      guard !edge.drawsOn else { return nil }
      guard let events else {
        let isOther = edge.verdict == .template || edge.verdict == .otherTime
        return Graph.Link(edge.first, edge.second, weight: isOther ? -weight : weight)
      }
      guard edge.vote != 0, events[Int(edge.first)] == events[Int(edge.second)] else { return nil }
      return Graph.Link(edge.first, edge.second, weight: edge.vote * weight)
    }
    let least = events == nil ? [tuning.event, tuning.namesEvent] : [tuning.story, tuning.clearStory]
    let levels = StoryTuning.levels.filter { $0 > least[0] } + least
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
