package import Text
internal import Stories

/// The articles that are nobody's copy, in content order: what story matching works on.
///
/// A story printed a thousand times counts once there, so that its words stay rare.
package struct DistinctArticles: Sendable {
  /// Article of each place.
  package let articles: [UInt32]
  /// Place of each article: its own, or that of the article it copies.
  package let places: [UInt32]
  package let sequences: StemSequences

  init(_ corpus: Corpus, copies: [UInt32?]) {
    let contents = corpus.table.contents
    let kept = corpus.active.filter { copies[Int($0)] == nil }
    // Articles of equal content and no word are all kept; the input order then decides, which nothing else depends on.
    articles = kept.sorted { (contents[Int($0)], $0) < (contents[Int($1)], $1) }
    var places = [UInt32](repeating: 0, count: corpus.table.count)
    var sequences = StemSequences()
    sequences.reserve(words: corpus.sequences.codes.count, articles: articles.count)
    for (place, article) in articles.enumerated() {
      places[Int(article)] = UInt32(place)
      sequences.append(article: Int(article), of: corpus.sequences)
    }
    for article in corpus.active {
      if let kept = copies[Int(article)] { places[Int(article)] = places[Int(kept)] }
    }
    self.places = places
    self.sequences = sequences
  }

  /// Where and when the articles appeared, by place.
  func origins(_ table: ArticleTable) -> [ArticleOrigin] {
    articles.map { article in
      let published = table.published[Int(article)]
      return ArticleOrigin(outlet: table.sites[Int(article)], published: published == .max ? nil : published)
    }
  }
}
