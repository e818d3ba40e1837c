/// What a search in the postings found: keys in ascending order, each with its articles in ascending order.
///
/// Four bytes a posting. A key that more than ``IndexTuning/mostArticles`` have keeps one more than these, so that it is known that
/// there were more.
struct PostingLists: Sendable {
  private(set) var keys: [UInt64] = []
  /// Where each key's articles end.
  private var ends: [Int] = []
  private var articles: [UInt32] = []
  private static let most = IndexTuning.mostArticles + 1

  init() {}

  var count: Int { keys.count }

  /// The articles of the key at an index.
  subscript(index: Int) -> ArraySlice<UInt32> { articles[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }

  /// Adds a posting that comes after all that are there.
  mutating func append(_ posting: Posting) {
    if keys.last != posting.key {
      keys.append(posting.key)
      ends.append(articles.count)
    }
    let last = ends.count - 1
    guard articles.count - (last == 0 ? 0 : ends[last - 1]) < Self.most else { return }
    articles.append(posting.article)
    ends[last] = articles.count
  }

  /// Both in one, what is in both once.
  static func merged(_ a: PostingLists, _ b: PostingLists) -> PostingLists {
    if a.keys.isEmpty { return b }
    if b.keys.isEmpty { return a }
    var result = PostingLists()
    result.keys.reserveCapacity(max(a.count, b.count))
    result.articles.reserveCapacity(a.articles.count + b.articles.count)
    var (first, second) = (0, 0)
    while first < a.count || second < b.count {
      let next = min(first < a.count ? a.keys[first] : .max, second < b.count ? b.keys[second] : .max)
      let isInA = first < a.count && a.keys[first] == next
      let isInB = second < b.count && b.keys[second] == next
      result.keys.append(next)
      if isInA && isInB {
        result.appendBoth(a[first], b[second])
      } else {
        result.articles += isInA ? a[first] : b[second]
      }
      result.ends.append(result.articles.count)
      if isInA { first += 1 }
      if isInB { second += 1 }
    }
    return result
  }

  private mutating func appendBoth(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>) {
    var (a, b) = (a, b)
    let limit = articles.count + Self.most
    while articles.count < limit {
      guard let one = a.first, let other = b.first else {
        articles += (a.isEmpty ? b : a).prefix(limit - articles.count)
        return
      }
      articles.append(min(one, other))
      if one <= other { a.removeFirst() }
      if other <= one { b.removeFirst() }
    }
  }

  /// All of them, one by one.
  var postings: [Posting] {
    keys.indices.flatMap { index in self[index].map { Posting(key: keys[index], article: $0) } }
  }
}
