/// How much of an article stands word for word in each of several others, runs of eight words and more.
package struct SourceCoverage: Sendable {
  /// Share of the article's words that lie in runs that this source alone has, by source, 0...1.
  package private(set) var exclusive: [Float]
  /// Share of the article's words that lie in a run of any source.
  package private(set) var total: Float = 0

  /// Linear in the words of all texts.
  package init(of article: PairMeter.Article, by sources: [PairMeter.Article]) {
    exclusive = [Float](repeating: 0, count: sources.count)
    guard article.words > 0 else { return }
    /// The one source that covers a word: -1 none, -2 several.
    var owner = [Int](repeating: -1, count: article.words)
    for (source, other) in sources.enumerated() {
      let runs = Set(other.longRuns)
      var covered = -1
      for (start, run) in article.longRuns.enumerated() where runs.contains(run) {
        for word in max(start, covered + 1)..<max(start, covered + 1, min(start + 8, article.words)) {
          owner[word] = owner[word] == -1 ? source : -2
        }
        covered = max(covered, min(start + 8, article.words) - 1)
      }
    }
    let words = Float(article.words)
    for source in sources.indices { exclusive[source] = Float(owner.count { $0 == source }) / words }
    total = Float(owner.count { $0 != -1 }) / words
  }
}
