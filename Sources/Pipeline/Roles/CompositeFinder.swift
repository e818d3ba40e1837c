internal import Files
internal import Relations
internal import Input

/// Finds articles of their own story that draw on two other stories of the event or more.
struct CompositeFinder {
  let corpus: Corpus
  let store: ArticleStore
  let credits: [ArticleCredits]

  /// Least share of the words that each of two sources alone must have, and that all must have together.
  private static let leastShare: Float = 0.05
  private static let leastTotal: Float = 0.2
  /// As many linked stories are looked at.
  private static let mostSources = 6

  /// What makes `article` a composite of the `sources` it is linked to, the closest first; nil when it is none.
  func reading(_ article: UInt32, sources: [UInt32], _ desk: inout StoryDesk) throws(ReadingError) -> RoleReading? {
    let own = credits[Int(article)]
    if own.drawsOnSeveral {
      return RoleReading(
        role: .composite, confidence: 0.85, similarity: 1, evidence: ["credits \(own.wires.joined(separator: ", "))"])
    }
    let date = corpus.table.published[Int(article)]
    // Whoever is earlier is no composite of what came after it.
    let earlier = sources.filter { corpus.table.published[Int($0)] <= date || date == .max }.prefix(Self.mostSources)
    guard earlier.count >= 2 else { return nil }
    let texts = try StoryTexts([article] + earlier, of: corpus, store: store, parser: &desk.parser)
    var articles: [PairMeter.Article] = []
    for member in [article] + earlier {
      let site = corpus.table.sites[Int(member)]
      guard let read = texts.measurable(member, site: site, &desk.reader, &desk.meter) else { return nil }
      articles.append(read)
    }
    let coverage = SourceCoverage(of: articles[0], by: Array(articles.dropFirst()))
    let strong = coverage.exclusive.count { $0 >= Self.leastShare }
    guard strong >= 2, coverage.total >= Self.leastTotal else { return nil }
    return RoleReading(
      role: .composite, confidence: min(0.9, 0.4 + coverage.total), similarity: 1,
      evidence: [Reason.count("draws on story", strong), Reason.share("verbatim", coverage.total)])
  }
}
