internal import Copies
internal import Files
internal import Fingerprints
internal import Tables

/// The search for candidates where keys lie in a file: some bands at a time, samples in parts, pairs sorted outside memory.
struct SpilledSearch: Sendable {
  /// Knows the order of the articles and the sketches of their names.
  let candidates: CopyCandidates
  let keys: SpilledKeys
  let memory: MemoryLimit
  let context: RunContext

  /// Candidate pairs of places, ascending, each once: those that ``CopyCandidates`` finds in memory.
  func pairs() throws -> [UInt64] {
    let places = places()
    var found = ExternalSort(memory: memory.sorting / 2, folder: memory.folder)
    try findByBands(places, &found)
    let sizes = candidates.articles.map { keys.sampleSize(of: $0) }
    try find(.sample, values: keys.sampledValues, places, &found) { first, second, common in
      SharedValues.sample.areEnough(common, leastSample: min(sizes[first], sizes[second]))
    }
    let isShort = candidates.articles.map { CopyCandidates.mayBeTeaser(words: keys.words(of: $0)) }
    try find(.head, values: keys.count * CopyKeys.headSize, places, &found, where: { isShort[$0] || isShort[$1] }) {
      _, _, common in SharedValues.head.areEnough(common)
    }
    var pairs: [UInt64] = []
    try found.forEachDistinct { pair, _ in pairs.append(pair) }
    return pairs
  }

  /// Pairs of places that share a passage, ascending, each once: those of ``CopyCandidates/pairsByPassage()``.
  func pairsByPassage() throws -> [UInt64] {
    let places = places()
    var found = ExternalSort(memory: memory.sorting / 2, folder: memory.folder)
    let kinds: [(CopyKey.Kind, SharedValues, values: Int)] = [
      (.sample, .passageSample, keys.sampledValues), (.head, .passageHead, keys.count * CopyKeys.headSize),
      (.tail, .passageTail, keys.count * CopyKeys.headSize),
    ]
    for (kind, shared, values) in kinds {
      try find(kind, values: values, places, &found, crowded: .chained) { _, _, common in shared.areEnough(common) }
    }
    var pairs: [UInt64] = []
    try found.forEachDistinct { pair, _ in pairs.append(pair) }
    return pairs
  }

  /// The place of each article, `UInt32.max` for those that take no part.
  private func places() -> [UInt32] {
    var places = [UInt32](repeating: .max, count: keys.count)
    for (place, article) in candidates.articles.enumerated() { places[Int(article)] = UInt32(place) }
    return places
  }

  private func findByBands(_ places: [UInt32], _ found: inout ExternalSort) throws {
    let bands = keys.configuration.bands
    let bytes = max(1, candidates.articles.count) * MemoryLayout<UInt64>.size
    var weak = ExternalSort(memory: memory.sorting / 2, folder: memory.folder)
    // Each thread needs room for a copy and for the sort.
    let group = min(bands, max(1, memory.sorting / bytes - 2 * context.threads))
    for start in stride(from: 0, to: bands, by: group) {
      let range = start..<min(bands, start + group)
      let entries = try keys.entries(bands: range, places: places)
      let pairs = try Parallel.map(range.count, in: context, makeState: {}) { band, _ in
        var own = entries[band]
        return candidates.pairs(band: start + band, entries: &own)
      }
      for part in pairs {
        try found.append(part.sure)
        try weak.append(part.weak)
      }
    }
    var enough: [UInt64] = []
    try weak.forEachDistinct { pair, count in if SharedValues.bands.areEnough(count) { enough.append(pair) } }
    try found.append(enough)
  }

  /// Pairs that share enough values of a kind, of which there are `values` in all.
  private func find(
    _ kind: CopyKey.Kind, values: Int, _ places: [UInt32], _ found: inout ExternalSort,
    crowded: CopyCandidates.Crowded = .skipped, where mayPair: ((_ first: Int, _ second: Int) -> Bool)? = nil,
    _ isEnough: (_ first: Int, _ second: Int, _ common: Int) -> Bool
  ) throws {
    var bits = 0
    while bits < Self.mostBits, (values * 2 * MemoryLayout<UInt64>.size) >> bits > memory.sorting { bits += 1 }
    var common = ExternalSort(memory: memory.sorting / 2, folder: memory.folder)
    for part in 0..<1 << bits {
      var entries = try keys.entries(of: kind, part: part, bits: bits, places: places)
      try common.append(candidates.common(entries: &entries, crowded: crowded, where: mayPair))
    }
    var enough: [UInt64] = []
    try common.forEachDistinct { pair, count in
      if isEnough(pair.first, pair.second, count) { enough.append(pair) }
    }
    try found.append(enough)
  }

  /// The file is read once for each of 2^bits parts, so that there are few.
  private static let mostBits = 6
}
