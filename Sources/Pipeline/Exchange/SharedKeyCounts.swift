internal import Tables

/// What pairs of articles have in common, in flat arrays: there are hundreds for each article.
///
/// Articles are places in the order of content; of a pair, `first << 32 | second`, the first stands before the second.
package struct SharedKeyCounts: Sendable {
  struct Article: Sendable {
    var n: GlobalNumber
    var order: ContentOrder
    /// The size of its sample; unknown, and 0, where the counts came as rows.
    var sample = 0
  }

  /// What one pair shares.
  struct Shared: Sendable {
    var pair: UInt64
    var common: UInt32
    /// The size of the smaller sample.
    var least: UInt32
  }

  /// In the order of content.
  let articles: [Article]
  /// By kind, pairs ascending, each once.
  private var found: [PairEvidenceKind: [Shared]] = [:]
  /// Pairs that were candidates already.
  private var whole: [PairRow] = []
  /// The place of each article.
  private let places: FlatTable<UInt64, UInt32>

  /// Nothing is counted yet of articles that stand in the order of content.
  init(_ rows: [KeyRow]) {
    articles = rows.map { Article(n: $0.n, order: $0.order, sample: $0.sample) }
    places = Self.places(articles)
  }

  /// What parts of the keys gave, put together.
  init(_ rows: [PairRow]) {
    var seen: [Article] = []
    for row in rows {
      guard let part = row.part else { continue }
      seen.append(Article(n: row.a, order: part.orderOfA))
      seen.append(Article(n: row.b, order: part.orderOfB))
    }
    seen.sort { $0.order == $1.order ? $0.n < $1.n : $0.order < $1.order }
    var articles: [Article] = []
    for article in seen where article.n != articles.last?.n { articles.append(article) }
    self.articles = articles
    places = Self.places(articles)
    var parts: [PairEvidenceKind: [Shared]] = [:]
    for row in rows {
      guard let part = row.part, let pair = pair(row.a, row.b) else {
        whole.append(row)
        continue
      }
      parts[part.by, default: []].append(
        Shared(pair: pair, common: UInt32(clamping: part.common), least: UInt32(clamping: part.least)))
    }
    for (by, shared) in parts { found[by] = Self.summed(shared) }
  }

  private static func places(_ articles: [Article]) -> FlatTable<UInt64, UInt32> {
    var places = FlatTable<UInt64, UInt32>(filler: 0, capacity: articles.count)
    for (place, article) in articles.enumerated() { _ = places.insert(article.n, UInt32(place)) }
    return places
  }

  private static func summed(_ parts: [Shared]) -> [Shared] {
    var result: [Shared] = []
    for part in parts.sorted(by: { $0.pair < $1.pair }) {
      if result.last?.pair == part.pair {
        result[result.count - 1].common &+= part.common
      } else {
        result.append(part)
      }
    }
    return result
  }

  /// Adds what pairs share in one way: each as often as it shares something, ascending.
  mutating func add(_ by: PairEvidenceKind, _ common: [UInt64]) {
    var shared: [Shared] = []
    var start = 0
    while start < common.count {
      var end = start + 1
      while end < common.count, common[end] == common[start] { end += 1 }
      let pair = common[start]
      let least = min(articles[Int(pair >> 32)].sample, articles[Int(pair & 0xFFFF_FFFF)].sample)
      shared.append(Shared(pair: pair, common: UInt32(end - start), least: UInt32(least)))
      start = end
    }
    found[by] = shared
  }

  func shared(_ by: PairEvidenceKind) -> [Shared] { found[by] ?? [] }

  /// The pairs that share enough in one way or another, ascending.
  func pairs(where isEnough: (PairEvidenceKind, Shared) -> Bool) -> [UInt64] {
    var pairs: [UInt64] = []
    for by in PairEvidenceKind.allCases {
      for entry in shared(by) where isEnough(by, entry) { pairs.append(entry.pair) }
    }
    RadixSort.sortPairs(&pairs, below: articles.count)
    return pairs.deduplicated()
  }

  /// The pair of two articles; nil when nothing is known of one.
  func pair(_ a: GlobalNumber, _ b: GlobalNumber) -> UInt64? {
    guard let first = places.find(a), let second = places.find(b) else { return nil }
    return UInt64(places[first]) << 32 | UInt64(places[second])
  }

  // MARK: Rows

  /// The counts as rows, in the order of the numbers.
  package var rows: [PairRow] {
    var rows: [PairRow] = []
    for by in PairEvidenceKind.allCases {
      for entry in shared(by) {
        let (a, b) = ends(entry.pair)
        rows.append(
          PairRow(
            a: a.n, b: b.n,
            part: .init(by: by, common: Int(entry.common), least: Int(entry.least), orderOfA: a.order, orderOfB: b.order)))
      }
    }
    return rows.sorted { ($0.a, $0.b, $0.part?.by.rawValue ?? "") < ($1.a, $1.b, $1.part?.by.rawValue ?? "") }
  }

  /// The pairs, with those that were candidates already, as rows in the order of the numbers.
  func candidates(_ pairs: [UInt64]) -> [PairRow] {
    var numbers = whole.map { (a: $0.a, b: $0.b) }
    for pair in pairs {
      let (a, b) = ends(pair)
      numbers.append((a.n, b.n))
    }
    numbers.sort { $0 < $1 }
    var rows: [PairRow] = []
    for pair in numbers where rows.last.map({ ($0.a, $0.b) != pair }) ?? true { rows.append(PairRow(a: pair.a, b: pair.b)) }
    return rows
  }

  private func ends(_ pair: UInt64) -> (a: Article, b: Article) {
    (articles[Int(pair >> 32)], articles[Int(pair & 0xFFFF_FFFF)])
  }
}
