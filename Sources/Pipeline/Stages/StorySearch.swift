internal import Files
internal import Stories
internal import Tables

/// Finds the pairs of articles that share rare keys and holds them against each other.
///
/// In memory both go hand in hand. Where the texts lie in files, the pairs are found first, some articles after others, and
/// sorted into *tiles*: those between a large block of texts and a small one, which fit into memory together.
struct StorySearch: Sendable {
  let weighed: WeighedTexts
  let origins: [ArticleOrigin]
  let options: StoryOptions
  let memory: MemoryLimit?
  let context: RunContext

  struct Found: Sendable {
    /// Ascending by the second article, then by the first.
    var edges: [StoryEdge] = []
    var candidates = 0
    /// `UInt64(pair: later, earlier)`, ascending, when they are kept.
    var pairs: [UInt64] = []
  }

  private struct Worker {
    var counters: RareKeyIndex.Counters
    var probe = SimilarityProbe()
    var found: [UInt32] = []
  }

  private static let pieceSize = 512
  /// A small block has this part of the memory for texts, a large one six of them, and one is read meanwhile.
  private static let blocks = 8
  private static let blocksOfLarge = 6
  private static let mostBlocks = 256

  func run(_ groups: KeyGroupStore) throws -> Found {
    let ranges = try groups.ranges(memory: memory?.index)
    guard let whole = weighed.whole else { return try runInTiles(groups, ranges) }
    var result = Found()
    for range in ranges { try run(try groups.index(of: range), whole, &result) }
    return result
  }

  private func run(_ index: RareKeyIndex, _ part: TextPart, _ result: inout Found) throws {
    let pieces = Parallel.pieces(of: index.sought.count, size: Self.pieceSize)
    let found = try Parallel.map(pieces.count, in: context, makeState: { makeWorker() }) { piece, worker in
      var found = Found()
      for place in pieces[piece] {
        let article = index.sought.lowerBound + place
        search(article, index, &worker)
        guard !worker.found.isEmpty else { continue }
        found.candidates += worker.found.count
        if options.keepsCandidates { found.pairs += worker.found.map { UInt64(pair: article, $0) } }
        judge(article, with: worker.found, part, &worker.probe, into: &found.edges)
      }
      return found
    }
    for piece in found {
      result.edges += piece.edges
      result.candidates += piece.candidates
      result.pairs += piece.pairs
    }
  }

  private func makeWorker() -> Worker { Worker(counters: .init(articles: weighed.count)) }

  private func search(_ article: Int, _ index: RareKeyIndex, _ worker: inout Worker) {
    worker.found.removeAll(keepingCapacity: true)
    index.search(article, minimum: options.minimumSharedKeys, counters: &worker.counters, found: &worker.found)
  }

  /// Holds an article against others, all before it, and keeps what is linked to it.
  func judge(
    _ article: Int, with others: [UInt32], _ part: TextPart, _ probe: inout SimilarityProbe, into edges: inout [StoryEdge]
  ) {
    let (rule, slots) = (options.rule, weighed.texts.slots)
    probe.load(part.index(of: slots[article]), of: part.weighted)
    for place in others {
      let other = part.index(of: slots[Int(place)])
      let similarity = probe.similarity(other, of: part.weighted, least: rule.tuning.namesEvent)
      guard similarity >= rule.tuning.namesEvent else { continue }
      let judgement = rule.judge(
        similarity: similarity, template: probe.templateEvidence(other, of: part.weighted),
        setting: origins.isEmpty ? StorySetting() : StorySetting(origins[Int(place)], origins[article]),
        retelling: probe.retelling(other, of: part.weighted, tuning: rule.tuning))
      guard judgement.verdict != .unrelated else { continue }
      edges.append(
        StoryEdge(
          first: place, second: UInt32(article), similarity: similarity, verdict: judgement.verdict, vote: judgement.vote))
    }
  }

  // MARK: Tiles

  private func runInTiles(_ groups: KeyGroupStore, _ ranges: [Range<Int>]) throws -> Found {
    var result = Found()
    let tiles = Tiles(weighed.texts, words: (memory?.texts ?? .max) / WeighedTexts.wordBytes)
    var pairs = NumberBuckets(count: tiles.count, memory: memory?.sorting, folder: memory?.folder)
    for range in ranges {
      let index = try groups.index(of: range)
      for pieces in Parallel.pieces(of: range.count, size: Self.pieceSize * 64) {
        for pair in try self.pairs(index, pieces) {
          result.candidates += 1
          if options.keepsCandidates { result.pairs.append(pair) }
          try pairs.append(pair, to: tiles.tile(of: pair))
        }
      }
    }
    try judge(&pairs, tiles, &result.edges)
    result.edges.sort { ($0.second, $0.first) < ($1.second, $1.first) }
    return result
  }

  /// The pairs of some of the articles that are sought, by their places among these; ascending.
  private func pairs(_ index: RareKeyIndex, _ range: Range<Int>) throws -> [UInt64] {
    let pieces = Parallel.pieces(of: range.count, size: Self.pieceSize)
    let found = try Parallel.map(pieces.count, in: context, makeState: { makeWorker() }) { piece, worker in
      var pairs: [UInt64] = []
      for place in pieces[piece] {
        let article = index.sought.lowerBound + range.lowerBound + place
        search(article, index, &worker)
        for other in worker.found { pairs.append(UInt64(pair: article, other)) }
      }
      return pairs
    }
    return found.flatMap(\.self)
  }

  private func judge(_ pairs: inout NumberBuckets, _ tiles: Tiles, _ edges: inout [StoryEdge]) throws {
    for large in tiles.large.indices {
      var part: TextPart?
      for small in tiles.small.indices {
        var own = try pairs.take(tiles.tile(large, small))
        guard !own.isEmpty else { continue }
        RadixSort.sortPairs(&own, below: weighed.count)
        let others = tiles.isInside(small, large) ? nil : try weighed.part([tiles.small[small]])
        if part == nil { part = try weighed.part([tiles.large[large]]) }
        let sorted = own
        try part?.with(others) { edges += try judge(sorted, $0) }
      }
    }
  }

  /// Holds pairs against each other that are ascending, the later article first.
  private func judge(_ pairs: [UInt64], _ part: TextPart) throws -> [StoryEdge] {
    // Each article's pairs stay together: it is loaded once for them.
    let starts = pairs.indices.filter { $0 == 0 || pairs[$0].first != pairs[$0 - 1].first } + [pairs.count]
    let pieces = Parallel.pieces(of: starts.count - 1, size: Self.pieceSize / 4)
    let found = try Parallel.map(pieces.count, in: context, makeState: { SimilarityProbe() }) { piece, probe in
      var edges: [StoryEdge] = []
      for article in pieces[piece] {
        let own = pairs[starts[article]..<starts[article + 1]]
        judge(own[own.startIndex].first, with: own.map { UInt32(truncatingIfNeeded: $0) }, part, &probe, into: &edges)
      }
      return edges
    }
    return found.flatMap(\.self)
  }

  /// Blocks of texts, and which of them a pair needs.
  private struct Tiles {
    let small: [Range<Int>]
    let large: [Range<Int>]
    private let slots: [UInt32]

    /// Blocks that have about `words` words together, a large one and two small ones.
    init(_ texts: StoryTexts, words: Int) {
      small = texts.ranges(words: max(words / StorySearch.blocks, texts.words / StorySearch.mostBlocks + 1))
      let small = small
      large = Parallel.pieces(of: small.count, size: StorySearch.blocksOfLarge).map {
        small[$0.lowerBound].lowerBound..<small[$0.upperBound - 1].upperBound
      }
      slots = texts.slots
    }

    var count: Int { large.count * small.count }

    func tile(_ large: Int, _ small: Int) -> Int { large * self.small.count + small }

    /// The tile of the large block around the slot that comes first, and of the small one around the other.
    func tile(of pair: UInt64) -> Int {
      let blocks = (block(of: slots[pair.first]), block(of: slots[pair.second]))
      return tile(min(blocks.0, blocks.1) / StorySearch.blocksOfLarge, max(blocks.0, blocks.1))
    }

    private func block(of slot: UInt32) -> Int { small.partitioningIndex { $0.upperBound > Int(slot) } }

    func isInside(_ small: Int, _ large: Int) -> Bool { small / StorySearch.blocksOfLarge == large }
  }
}
