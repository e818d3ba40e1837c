package import Files
package import Input
package import Output

/// What many pairs share in some of the keys, in one row: pairs whose later articles fall to one part.
///
/// There are dozens of pairs for each article, of which nine in ten share one key; rows for each would cost more than all else.
package struct SharedRow: StageRow {
  package static let kind = StageRowKind.shared
  /// Pairs in one row at most, about 1 MB.
  static let most = 1 << 16

  /// What the number of the later article leaves when it is divided by the number of parts.
  var part: Int
  var by: PairEvidenceKind
  /// The articles of the pairs, in any order.
  var articles: [SharedKeyCounts.Article]
  /// Places in `articles`, `first << 32 | second`, the first before the second in the order of content; each pair as often as it
  /// shares something.
  var pairs: [UInt64]

  init(part: Int, by: PairEvidenceKind, articles: [SharedKeyCounts.Article], pairs: [UInt64]) {
    self.part = part
    self.by = by
    self.articles = articles
    self.pairs = pairs
  }

  package init(_ row: JSONRow) throws(ReadingError) {
    guard let by = PairEvidenceKind(rawValue: try row.string("by")) else { throw row.error("\"by\" is unknown") }
    self.by = by
    part = try row.integer("part")
    let numbers = PackedNumbers.numbers(try row.data("articles"), UInt64.self)
    let orders = PackedNumbers.numbers(try row.data("orders"), UInt64.self)
    let samples = PackedNumbers.numbers(try row.data("samples"), UInt16.self)
    pairs = PackedNumbers.numbers(try row.data("pairs"), UInt64.self)
    guard orders.count == 3 * numbers.count, samples.count == numbers.count else {
      throw row.error("\"orders\" and \"samples\" do not fit \"articles\"")
    }
    guard pairs.allSatisfy({ Int($0 >> 32) < numbers.count && Int($0 & 0xFFFF_FFFF) < numbers.count }) else {
      throw row.error("\"pairs\" names places that \"articles\" has not got")
    }
    articles = numbers.indices.map { place in
      SharedKeyCounts.Article(
        n: numbers[place],
        order: ContentOrder(
          .init(high: orders[3 * place], low: orders[3 * place + 1]), tie: orders[3 * place + 2]),
        sample: Int(samples[place]))
    }
  }

  package var members: RowMembers {
    [
      "articles": { $0.string(PackedNumbers.text(articles.map(\.n))) }, "by": { $0.string(by.rawValue) },
      "orders": { writer in
        writer.string(PackedNumbers.text(articles.flatMap { [$0.order.content.high, $0.order.content.low, $0.order.tie] }))
      },
      "pairs": { $0.string(PackedNumbers.text(pairs)) }, "part": { $0.integer(part) },
      "samples": { $0.string(PackedNumbers.text(articles.map { UInt16(clamping: $0.sample) })) },
    ]
  }
}

extension SharedKeyCounts {
  /// The counts as rows of many pairs, for so many parts.
  package func rows(parts: Int) -> [SharedRow] {
    var rows: [SharedRow] = []
    var local = LocalPlaces(count: articles.count)
    for by in PairEvidenceKind.allCases {
      var pairs = [[UInt64]](repeating: [], count: parts)
      for pair in repeated(by) { pairs[part(pair, of: parts)].append(pair) }
      for (part, pairs) in pairs.enumerated() {
        for piece in pairs.pieces(SharedRow.most) {
          let (own, places) = local.places(piece)
          rows.append(SharedRow(part: part, by: by, articles: own.map { articles[Int($0)] }, pairs: places))
        }
      }
    }
    return rows
  }

  private func part(_ pair: UInt64, of parts: Int) -> Int {
    Int(articles[Int(pair & 0xFFFF_FFFF)].n % UInt64(parts))
  }
}

/// The places of articles in a row of their own.
private struct LocalPlaces {
  private var places: [UInt32]

  init(count: Int) { places = [UInt32](repeating: .max, count: count) }

  /// The articles of some pairs, each once, and the pairs by their places among these.
  mutating func places(_ pairs: ArraySlice<UInt64>) -> (articles: [UInt32], pairs: [UInt64]) {
    var articles: [UInt32] = []
    let moved = pairs.map { pair in
      UInt64(place(UInt32(pair >> 32), &articles)) << 32 | UInt64(place(UInt32(truncatingIfNeeded: pair), &articles))
    }
    for article in articles { places[Int(article)] = .max }
    return (articles, moved)
  }

  private mutating func place(_ article: UInt32, _ articles: inout [UInt32]) -> UInt32 {
    if places[Int(article)] == .max {
      places[Int(article)] = UInt32(articles.count)
      articles.append(article)
    }
    return places[Int(article)]
  }
}
