internal import Input
package import Pipeline
package import Quality

/// What is wrong with an article.
public struct QualityReport: Sendable, Hashable {
  /// The article's id.
  public let article: String
  /// 0 (clean) to 1; ranks articles and is no probability.
  public let score: Double
  /// In the order of the text.
  public let flags: [QualityFlag]
}

/// One defect of an article, with its place.
public struct QualityFlag: Sendable, Hashable {
  /// Which flag it is, see ``Explanation``.
  public let name: String
  /// How much it counts.
  public let severity: Severity
  /// UTF-8 bytes of the article's text; empty where something is missing.
  public let range: Range<Int>
  /// The words at ``range``.
  public let text: String
  /// What is wrong, one sentence for people.
  public let message: String
}

extension Detector {
  /// What is wrong with one article, looked at alone.
  ///
  /// Linear in the text. In its batch an article shows more, see ``flags(_:progress:cancellation:)``.
  ///
  /// ```swift
  /// let report = try Detector().flags(Article(text: "As an AI language model, I cannot browse the news."))
  /// for flag in report.flags { print(flag.name, flag.text) }
  /// ```
  public func flags(_ article: Article) -> QualityReport {
    QualityReport(
      ArticleFlagger.shared.report(text: Array(article.text.utf8), title: Array((article.title ?? "").utf8)), of: article.id)
  }

  /// What is wrong with each article of a batch, held against the version that it goes back to: changed facts and quotations, a
  /// dropped credit, a machine's rewrite.
  ///
  /// Clusters the batch with ``RoleEffort/full``, whatever the options say.
  ///
  /// - Parameters:
  ///   - articles: The batch; ids must differ.
  ///   - progress: Is told how far the run has come, from any thread.
  ///   - cancellation: Ends the run from outside.
  /// - Returns: A report for every article that has a word of text, in their order.
  /// - Throws: ``NewsprintError/Code/repeatedID`` or ``NewsprintError/Code/cancelled``.
  public func flags(
    _ articles: [Article], progress: (@Sendable (Progress) -> Void)? = nil, cancellation: Cancellation? = nil
  ) throws(NewsprintError) -> [QualityReport] {
    let job = flagJob(inMemory, progress, cancellation)
    return try NewsprintError.wrapping {
      let clusters = try job.run(inputs: Article.inputs(articles))
      try clusters.batch.corpus.requireDistinctIDs(clusters.batch.store.names)
      return clusters.reports(clusters.batch.corpus.active[...]).map(QualityReport.init)
    }
  }

  /// What is wrong with each article of files and folders; otherwise ``flags(_:progress:cancellation:)``.
  ///
  /// - Parameters:
  ///   - inputs: Paths of files and folders; `-` is standard input.
  ///   - alone: Whether each article is looked at alone: no clustering, and memory does not grow with the batch.
  ///   - progress: Is told how far the run has come, from any thread.
  ///   - cancellation: Ends the run from outside.
  ///   - deliver: Gets the reports in input order, some at a time, one call at a time.
  /// - Returns: What was left out.
  /// - Throws: ``NewsprintError/Code/input``, ``NewsprintError/Code/cancelled``, or ``NewsprintError/Code/other`` around what
  ///   `deliver` throws.
  @discardableResult
  public func flags(
    in inputs: [String], alone: Bool = false, progress: (@Sendable (Progress) -> Void)? = nil, cancellation: Cancellation? = nil,
    deliver: @Sendable ([QualityReport]) throws -> Void
  ) throws(NewsprintError) -> [SkippedRecord] {
    if alone {
      let summary = try flagAlone(inputs, progress, cancellation) { try deliver($0.map(QualityReport.init)) }
      return summary.skipped.map(SkippedRecord.init)
    }
    let clusters = try clusterForFlags(inputs, progress, cancellation)
    try flag(clusters) { try deliver($0.map(QualityReport.init)) }
    return clusters.skipped
  }

  /// Flags each article alone, as the reports of the program need them.
  package func flagAlone(
    _ inputs: [String], _ progress: (@Sendable (Progress) -> Void)?, _ cancellation: Cancellation? = nil,
    deliver: @Sendable ([ArticleStream.Item<Quality.QualityReport>]) throws -> Void
  ) throws(NewsprintError) -> ArticleStream.Summary {
    let job = FlagJob(reading: batch.reading, context: context(progress, cancellation))
    return try NewsprintError.wrapping { try job.run(inputs: .paths(inputs), deliver: deliver) }
  }

  /// The clusters that ``flag(_:_:_:deliver:)`` needs.
  package func clusterForFlags(
    _ inputs: [String], _ progress: (@Sendable (Progress) -> Void)?, _ cancellation: Cancellation? = nil
  ) throws(NewsprintError) -> Clustering {
    let job = flagJob(batch, progress, cancellation)
    return try NewsprintError.wrapping { Clustering(try job.run(inputs: .paths(inputs))) }
  }

  private func flagJob(
    _ options: BatchOptions, _ progress: (@Sendable (Progress) -> Void)?, _ cancellation: Cancellation?
  ) -> ClusterJob {
    var job = ClusterJob(options: options, roles: .full, context: context(progress, cancellation))
    job.wantsFlags = true
    return job
  }

  /// Reports of the articles of clusters by ``clusterForFlags(_:_:_:)``, in the order of ``Clustering/memberships``.
  package func flag(
    _ clusters: Clustering, deliver: ([ArticleStream.Item<Quality.QualityReport>]) throws -> Void
  ) throws(NewsprintError) {
    let articles = clusters.result.batch.corpus.active
    try NewsprintError.wrapping {
      for first in stride(from: 0, to: articles.count, by: Self.pieceArticles) {
        try deliver(clusters.result.reports(articles[first..<min(articles.count, first + Self.pieceArticles)]))
      }
    }
  }

  /// Reports that are delivered together.
  private static var pieceArticles: Int { 1_000 }
}

extension ClusterJob.Result {
  /// The reports of some articles with their ids.
  func reports(_ articles: ArraySlice<UInt32>) -> [ArticleStream.Item<Quality.QualityReport>] {
    articles.map { article in
      let table = batch.corpus.table
      var json: [UInt8] = []
      batch.store.names.appendIdentifier(
        table.id(Int(article)).span, isString: table.idIsString(Int(article)), at: table.locations[Int(article)], to: &json)
      return ArticleStream.Item(value: quality[Int(article)], identifier: json, name: identifier(article))
    }
  }
}

extension Detector {
  /// What is wrong with one text, looked at alone, as the reports of the program need it.
  package func flagReport(text: [UInt8], title: [UInt8]) -> Quality.QualityReport {
    ArticleFlagger.shared.report(text: text, title: title)
  }
}
