package import Pipeline

/// A report of two articles that somebody wants to see side by side, whether or not they are one story.
package enum PairReport {
  /// One of the two.
  package struct Side: Sendable {
    package var id: String
    package var text: String
    package var title: String
    package var outlet: String?
    package var url: String?
    /// ISO 8601 in UTC.
    package var published: String?

    package init(id: String, text: String, title: String, outlet: String?, url: String?, published: String?) {
      (self.id, self.text, self.title, self.outlet, self.url, self.published) = (id, text, title, outlet, url, published)
    }
  }

  /// The report of B beside A.
  ///
  /// - Parameters:
  ///   - a: what B is held against.
  ///   - b: the later of the two.
  ///   - found: how B differs from A.
  ///   - run: how the report was made.
  /// - Returns: one story of two versions with their comparison.
  package static func model(_ a: Side, _ b: Side, found: PairComparison, run: ReportRun) -> ReportModel {
    var model = ReportModel(run: run)
    model.articles = [article(a, .original), article(b, .edited)]
    model.articles[1].parent = 0
    let comparison = ReportJob.comparison(model.articles[0], model.articles[1], (0, 1), found)
    model.articles[1].similarity = comparison.likeness
    var story = ReportStory(
      id: "0", headline: model.articles[0].headline, members: [0, 1], original: 0, originalConfidence: 1,
      weakestPair: comparison.likeness, event: 0)
    story.comparisons = [comparison]
    model.stories = [story]
    model.events = [ReportEvent(id: "0", stories: [0])]
    model.run.textBytes = a.text.utf8.count + b.text.utf8.count
    return model
  }

  private static func article(_ side: Side, _ role: Role) -> ReportArticle {
    var article = ReportArticle(
      id: side.id, title: side.title, outlet: side.outlet, url: side.url, published: side.published, role: role,
      roleConfidence: 1, similarity: 1, text: side.text)
    article.textLength = side.text.utf8.count
    return article
  }
}
