internal import Tables

/// What pairs of articles have in common, in flat arrays: there are dozens for each article.
///
/// Articles are places in the order of content; of a pair, `first << 32 | second`, the first stands before the second.
package struct SharedKeyCounts: Sendable {
  struct Article: Sendable, Hashable {
    var n: GlobalNumber
    var order: ContentOrder
    /// The size of its sample.
    ///
    /// Where the counts came as rows of single pairs, the largest that one of its pairs tells: no larger than its own, and the
    /// smaller of two is that of the pair.
    var sample = 0
  }

  /// What one pair shares.
  struct Shared: Sendable {
    var pair: UInt64
    var common: UInt32
    /// The size of the smaller sample.
    var least: Int
  }

  /// In the order of content.
  let articles: [Article]
  /// By kind, pairs ascending, each as often as it shares something.
  private var found: [PairEvidenceKind: [UInt64]] = [:]
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
  init(_ rows: StageRows) {
    articles = Self.articles(rows)
    places = Self.places(articles)
    for row in rows.pairs {
      guard let part = row.part, let pair = pair(row.a, row.b) else {
        whole.append(row)
        continue
      }
      found[part.by, default: []] += repeatElement(pair, count: part.common)
    }
    for row in rows.shared {
      let own = row.articles.map { UInt64(place($0.n) ?? 0) }
      found[row.by, default: []] += row.pairs.lazy.map { own[Int($0 >> 32)] << 32 | own[Int($0 & 0xFFFF_FFFF)] }
    }
    for by in found.keys { RadixSort.sortPairs(&found[by, default: []], below: articles.count) }
  }

  /// The articles that rows name, each once.
  private static func articles(_ rows: StageRows) -> [Article] {
    var seen = rows.shared.flatMap(\.articles)
    for row in rows.pairs {
      guard let part = row.part else { continue }
      seen.append(Article(n: row.a, order: part.orderOfA, sample: part.least))
      seen.append(Article(n: row.b, order: part.orderOfB, sample: part.least))
    }
    seen.sort { $0.order == $1.order ? $0.n < $1.n : $0.order < $1.order }
    var articles: [Article] = []
    for article in seen {
      if article.n == articles.last?.n {
        articles[articles.count - 1].sample = max(articles[articles.count - 1].sample, article.sample)
      } else {
        articles.append(article)
      }
    }
    return articles
  }

  private static func places(_ articles: [Article]) -> FlatTable<UInt64, UInt32> {
    var places = FlatTable<UInt64, UInt32>(filler: 0, capacity: articles.count)
    for (place, article) in articles.enumerated() { _ = places.insert(article.n, UInt32(place)) }
    return places
  }

  /// Adds what pairs share in one way: each as often as it shares something, ascending.
  mutating func add(_ by: PairEvidenceKind, _ common: [UInt64]) { found[by] = common }

  /// Pairs ascending, each as often as it shares something.
  func repeated(_ by: PairEvidenceKind) -> [UInt64] { found[by] ?? [] }

  /// Pairs ascending, each once.
  func shared(_ by: PairEvidenceKind) -> [Shared] {
    var shared: [Shared] = []
    for pair in repeated(by) {
      if shared.last?.pair == pair {
        shared[shared.count - 1].common += 1
      } else {
        let least = min(articles[Int(pair >> 32)].sample, articles[Int(pair & 0xFFFF_FFFF)].sample)
        shared.append(Shared(pair: pair, common: 1, least: least))
      }
    }
    return shared
  }

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
    guard let first = place(a), let second = place(b) else { return nil }
    return UInt64(first) << 32 | UInt64(second)
  }

  private func place(_ number: GlobalNumber) -> UInt32? { places.find(number).map { places[$0] } }

  // MARK: Rows

  /// The counts as rows of one pair each, in the order of the numbers.
  package var rows: [PairRow] {
    var rows: [PairRow] = []
    for by in PairEvidenceKind.allCases {
      for entry in shared(by) {
        let (a, b) = ends(entry.pair)
        rows.append(
          PairRow(
            a: a.n, b: b.n,
            part: .init(by: by, common: Int(entry.common), least: entry.least, orderOfA: a.order, orderOfB: b.order)))
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
