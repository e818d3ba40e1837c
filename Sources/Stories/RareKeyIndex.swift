internal import Tables
/// An inverted index from rare stems and word pairs to articles, and the search for articles that share some.
package struct RareKeyIndex: Sendable {
  /// Articles of each key, key after key, ascending within a key.
  private var postings: [UInt32] = []
  private var groupStarts: [Int] = [0]
  /// Keys of each article as indices of groups.
  private var groups: [UInt32] = []
  private var articleStarts: [Int]
  private let tuning = StoryTuning()

  /// - Parameters:
  ///   - keys: `key << 32 | article` in ascending order of article; consumed.
  ///   - articles: how many articles there are.
  package init(keys: consuming [UInt64], articles: Int) {
    var keys = keys
    RadixSort.sort(&keys, bits: 32..<64)
    var counts = [Int](repeating: 0, count: articles + 1)
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end] >> 32 == keys[start] >> 32 { end += 1 }
      if end - start > 1 {
        for entry in keys[start..<end] {
          let article = UInt32(truncatingIfNeeded: entry)
          postings.append(article)
          counts[Int(article) + 1] += 1
        }
        groupStarts.append(postings.count)
      }
      start = end
    }
    for article in 0..<articles { counts[article + 1] += counts[article] }
    articleStarts = counts
    groups = [UInt32](repeating: 0, count: postings.count)
    var next = counts
    for group in 0..<groupStarts.count - 1 {
      for posting in groupStarts[group]..<groupStarts[group + 1] {
        let article = Int(postings[posting])
        groups[next[article]] = UInt32(group)
        next[article] += 1
      }
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
    for index in articleStarts[article]..<articleStarts[article + 1] {
      let group = Int(groups[index])
      for posting in groupStarts[group]..<groupStarts[group + 1] {
        let other = postings[posting]
        if other >= article { break }
        let count = counters.shared[Int(other)]
        if count == 0 { counters.touched.append(other) }
        counters.shared[Int(other)] = count == .max ? count : count + 1
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
