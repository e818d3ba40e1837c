internal import Files
internal import Stories

/// Which articles share rare keys, in memory or in a file.
struct KeyGroupStore: Sendable {
  /// Groups that were written together.
  private struct Part: Sendable {
    var offset: UInt64
    var sizes: Int
    var articles: Int
  }

  private var groups: [RareKeyGroups] = []
  private var parts: [Part] = []
  private var file: ScratchFile?
  private var bytes = 0
  private let count: Int

  /// Groups the entries of all buckets, which are empty then.
  ///
  /// An entry is `UInt64(pair: key, place)`, and each key is whole in its bucket; `count` is how many articles there are.
  init(_ keys: inout NumberBuckets, articles count: Int, memory: MemoryLimit?, context: RunContext) throws {
    self.count = count
    for buckets in Parallel.pieces(of: keys.count, size: context.threads) {
      var entries: [[UInt64]] = []
      for bucket in buckets { entries.append(try keys.take(bucket)) }
      let taken = entries
      let grouped = try Parallel.map(taken.count, in: context, makeState: {}) { bucket, _ in
        var own = taken[bucket]
        return RareKeyGroups(&own, articles: count)
      }
      for part in grouped { try append(part, memory) }
    }
  }

  private mutating func append(_ part: RareKeyGroups, _ memory: MemoryLimit?) throws(ReadingError) {
    bytes += Self.bytes(part)
    groups.append(part)
    guard let memory, bytes > memory.index / 2 else { return }
    let file: ScratchFile
    if let known = self.file { file = known } else { file = try ScratchFile(in: memory.folder) }
    self.file = file
    for part in groups {
      parts.append(
        Part(offset: try file.append(part.sizes + part.articles), sizes: part.sizes.count, articles: part.articles.count))
    }
    groups = []
  }

  private static func bytes(_ groups: RareKeyGroups) -> Int { (groups.articles.count + groups.sizes.count) * 4 }

  private func forEach(_ body: (RareKeyGroups) throws(ReadingError) -> Void) throws(ReadingError) {
    for part in parts {
      guard let file else { break }
      let numbers = try file.read(UInt32.self, at: part.offset, count: part.sizes + part.articles)
      try body(RareKeyGroups(articles: Array(numbers[part.sizes...]), sizes: Array(numbers[..<part.sizes])))
    }
    for part in groups { try body(part) }
  }

  /// The index to search for the articles `sought` with.
  func index(of sought: Range<Int>) throws(ReadingError) -> RareKeyIndex {
    var builder = RareKeyIndex.Builder(sought: sought)
    try forEach { groups throws(ReadingError) in builder.add(groups) }
    return builder.finish()
  }

  /// The articles in ranges whose indexes take about `memory` bytes each; all in one where that is enough.
  func ranges(memory: Int?) throws(ReadingError) -> [Range<Int>] {
    guard count > 0 else { return [] }
    guard let memory, bytes * 2 > memory else { return [0..<count] }
    // Of each article how many keys it has, and how many articles stand before it under these: what it brings into an index.
    var shared = [UInt32](repeating: 0, count: count), before = shared
    try forEach { groups throws(ReadingError) in
      groups.forEach { articles in
        for (place, article) in articles.enumerated() {
          shared[Int(article)] += 1
          before[Int(article)] += UInt32(place) + 1
        }
      }
    }
    var ranges: [Range<Int>] = []
    var start = 0
    // No index has more than what all articles up to its last have.
    var all = 0, own = 0, others = 0
    for article in 0..<count {
      let keys = Int(shared[article])
      if article > start, (min(others + Int(before[article]), all + keys) + own + keys) * 4 > memory {
        ranges.append(start..<article)
        (start, own, others) = (article, 0, 0)
      }
      all += keys
      own += keys
      others += Int(before[article])
    }
    return ranges + [start..<count]
  }
}
