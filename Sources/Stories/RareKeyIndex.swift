internal import Tables

/// Articles that share rare keys: those of one key after those of another, ascending within a key.
package struct RareKeyGroups: Sendable {
  /// Articles of all keys.
  package var articles: [UInt32] = []
  /// How many each key has, two at least.
  package var sizes: [UInt32] = []

  /// The keys that two articles and more have among all entries of some keys, `UInt64(pair: key, article)`; sorts the entries.
  ///
  /// `count` is how many articles there are.
  package init(_ keys: inout [UInt64], articles count: Int) {
    RadixSort.sort(&keys, bits: 0..<max(1, Int.bitWidth - max(1, count - 1).leadingZeroBitCount))
    RadixSort.sort(&keys, bits: 32..<64)
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end].first == keys[start].first { end += 1 }
      if end - start > 1 {
        for entry in keys[start..<end] { articles.append(UInt32(truncatingIfNeeded: entry)) }
        sizes.append(UInt32(end - start))
      }
      start = end
    }
  }

  /// What was kept elsewhere.
  package init(articles: [UInt32], sizes: [UInt32]) {
    self.articles = articles
    self.sizes = sizes
  }

  /// Calls `body` with the articles of each key.
  @inlinable
  package func forEach(_ body: (ArraySlice<UInt32>) -> Void) {
    var start = 0
    for size in sizes {
      body(articles[start..<start + Int(size)])
      start += Int(size)
    }
  }
}

/// An inverted index from rare stems and word pairs to articles, and the search for articles that share some.
///
/// Made for some articles, it knows what these share with all before them: so the search among more articles than fit into memory
/// goes on with a part of them after another.
package struct RareKeyIndex: Sendable {
  /// The articles that can be searched for.
  package let sought: Range<Int>
  /// Articles of each key, key after key, ascending within a key.
  private var postings: [UInt32] = []
  private var groupStarts: [UInt32] = [0]
  /// Keys of each article that is sought, as indices of groups.
  private var groups: [UInt32] = []
  private var articleStarts: [UInt32]
  private var tuning = StoryTuning()

  /// The index to search for the articles `sought` with.
  package init(_ all: [RareKeyGroups], sought: Range<Int>) {
    var builder = Builder(sought: sought)
    for groups in all { builder.add(groups) }
    self = builder.finish()
  }

  private init(sought: Range<Int>, postings: [UInt32], groupStarts: [UInt32], shared: [UInt32]) {
    self.sought = sought
    self.postings = postings
    self.groupStarts = groupStarts
    var starts = shared
    for article in sought.indices { starts[article - sought.lowerBound + 1] += starts[article - sought.lowerBound] }
    articleStarts = starts
    groups = [UInt32](repeating: 0, count: Int(starts[sought.count]))
    var next = starts
    for group in 0..<groupStarts.count - 1 {
      for posting in Int(groupStarts[group])..<Int(groupStarts[group + 1]) where Int(postings[posting]) >= sought.lowerBound {
        let article = Int(postings[posting]) - sought.lowerBound
        groups[Int(next[article])] = UInt32(group)
        next[article] += 1
      }
    }
  }

  /// Makes an index of groups that come one after another.
  package struct Builder {
    private let sought: Range<Int>
    private var postings: [UInt32] = []
    private var groupStarts: [UInt32] = [0]
    /// How many keys each article that is sought has, behind a zero.
    private var shared: [UInt32]

    package init(sought: Range<Int>) {
      self.sought = sought
      shared = [UInt32](repeating: 0, count: sought.count + 1)
    }

    /// Takes in what concerns the articles that are sought.
    package mutating func add(_ groups: RareKeyGroups) {
      groups.forEach { articles in
        // They are ascending: behind the last that is sought nobody is asked for.
        let end = articles.partitioningIndex { Int($0) >= sought.upperBound }
        guard end > articles.startIndex + 1, Int(articles[end - 1]) >= sought.lowerBound else { return }
        postings += articles[..<end]
        groupStarts.append(UInt32(postings.count))
        for article in articles[..<end].reversed() {
          guard Int(article) >= sought.lowerBound else { break }
          shared[Int(article) - sought.lowerBound + 1] += 1
        }
      }
    }

    package consuming func finish() -> RareKeyIndex {
      RareKeyIndex(sought: sought, postings: postings, groupStarts: groupStarts, shared: shared)
    }
  }

  /// Scratch of a search: how many keys each article shares with the one at hand.
  package struct Counters: Sendable {
    fileprivate var shared: [UInt8]
    fileprivate var touched: [UInt32] = []
    package init(articles: Int) { shared = [UInt8](repeating: 0, count: articles) }
  }

  /// Appends to `found` the articles before `article` that share at least `minimum` keys with it, ascending.
  ///
  /// Of those that share few, which recurring forms give each article by the hundred, only those with most are kept, so that the
  /// pairs to be verified grow with the articles and no faster. O(keys x largest frequency) at most; 116 articles are touched on
  /// the average of real news.
  package func search(_ article: Int, minimum: UInt8, counters: inout Counters, found: inout [UInt32]) {
    let first = found.count
    let place = article - sought.lowerBound
    for index in Int(articleStarts[place])..<Int(articleStarts[place + 1]) {
      let group = Int(groups[index])
      for posting in Int(groupStarts[group])..<Int(groupStarts[group + 1]) {
        let other = postings[posting]
        if other >= article { break }
        let count = counters.shared[Int(other)]
        // A counter that is full has been found long since.
        if count == .max { continue }
        if count == 0 { counters.touched.append(other) }
        counters.shared[Int(other)] = count + 1
        if count + 1 == minimum { found.append(other) }
      }
    }
    if found.count - first > tuning.mostWeak { dropWeak(&found, from: first, counters) }
    for other in counters.touched { counters.shared[Int(other)] = 0 }
    counters.touched.removeAll(keepingCapacity: true)
    found[first...].sort()
  }

  private func dropWeak(_ found: inout [UInt32], from first: Int, _ counters: borrowing Counters) {
    Self.dropWeak(&found, from: first, tuning) { counters.shared[Int($0)] }
  }

  /// What a search keeps of the articles that share keys with one, ascending: `counted` has them with how many they share.
  package static func kept(_ counted: [(article: UInt32, shared: UInt8)], minimum: UInt8) -> [UInt32] {
    let tuning = StoryTuning()
    var shared: [UInt32: UInt8] = [:]
    for (article, count) in counted { shared[article] = count }
    var found = counted.filter { $0.shared >= minimum }.map(\.article)
    if found.count > tuning.mostWeak { dropWeak(&found, from: 0, tuning) { shared[$0] ?? 0 } }
    return found.sorted()
  }

  private static func dropWeak(_ found: inout [UInt32], from first: Int, _ tuning: StoryTuning, _ shared: (UInt32) -> UInt8) {
    let weak = found[first...].filter { shared($0) < tuning.strongKeys }.sorted { (shared($1), $0) < (shared($0), $1) }
    guard weak.count > tuning.mostWeak else { return }
    let dropped = Set(weak[tuning.mostWeak...])
    found[first...].removeAll { dropped.contains($0) }
  }
}
