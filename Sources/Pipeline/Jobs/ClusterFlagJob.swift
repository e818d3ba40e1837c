internal import Files
internal import Articles
internal import Credits
internal import Drift
package import Quality
package import Input

/// Flags every article with what its cluster knows: clusters the batch first, roles and the changes of each version since its
/// original with it.
package struct ClusterFlagJob: Sendable {
  package var options: BatchOptions
  package var context: RunContext

  package init(options: BatchOptions = BatchOptions(), context: RunContext) {
    self.options = options
    self.context = context
  }

  /// Articles of which a thread reads the texts at a time, their originals beside them.
  private static let blockArticles = 32

  /// Calls `deliver` with the reports in input order, one call at a time.
  ///
  /// - Throws: ``ReadingError`` that names a missing input or a file that was changed, what `deliver` throws.
  package func run(
    inputs: ArticleInputs,
    deliver: @Sendable ([ArticleStream.Item<QualityReport>]) throws -> Void
  ) throws -> ClusterJob.Result {
    let clusters = try cluster(inputs: inputs)
    context.onProgress(.stage(.flags))
    try flag(clusters, deliver: deliver)
    return clusters
  }

  /// The clustering with full roles and what changed in each version: what ``flag(_:deliver:)`` needs.
  package func cluster(inputs: ArticleInputs) throws
    -> ClusterJob.Result
  {
    var job = ClusterJob(options: options, roles: .full, context: context)
    job.keepsDrift = true
    return try job.run(inputs: inputs)
  }

  /// Flags the articles of a clustering by ``cluster(inputs:onProgress:)``; `deliver` gets the reports of
  /// `clusters.batch.corpus.active` in that order, one call at a time.
  package func flag(_ clusters: ClusterJob.Result, deliver: @Sendable ([ArticleStream.Item<QualityReport>]) throws -> Void) throws
  {
    let corpus = clusters.batch.corpus
    let pieces = Parallel.pieces(of: corpus.active.count, size: Self.blockArticles)
    let sink = OrderedDelivery<[ArticleStream.Item<QualityReport>]>()
    let reading = options.reading
    let reader = QualityReader(knowledge: corpus.boilerplate)
    _ = try Parallel.map(
      pieces.count, in: context,
      makeState: { FlagDesk(clusters: clusters, parser: RecordParser(options: reading), reader: reader) }
    ) { piece, desk in
      let reports = try desk.flag(corpus.active[pieces[piece]])
      try sink.put(reports, at: piece, deliver: deliver)
    }
  }
}

/// What one thread needs to flag articles of a clustering.
struct FlagDesk: ~Copyable {
  private let clusters: ClusterJob.Result
  private var parser: RecordParser
  private var reader: QualityReader
  private let inspector = QualityInspector()

  init(clusters: ClusterJob.Result, parser: RecordParser, reader: QualityReader) {
    self.clusters = clusters
    self.parser = parser
    self.reader = reader
  }

  mutating func flag(_ articles: ArraySlice<UInt32>) throws(ReadingError) -> [ArticleStream.Item<QualityReport>] {
    let table = clusters.batch.corpus.table
    let store = clusters.batch.store
    let batch = try store.read(articles.map { table.locations[Int($0)] }, with: &parser)
    let credits = try creditsOfOriginals(articles)
    var items: [ArticleStream.Item<QualityReport>] = []
    for (record, article) in zip(batch.records, articles) {
      let report = inspector.inspect(reader.article(record, of: batch, article: article), cluster: context(article, credits))
      var identifier: [UInt8] = []
      store.names.appendIdentifier(of: record, in: batch, to: &identifier)
      items.append(
        ArticleStream.Item(value: report, identifier: identifier, name: store.names.identifier(of: record, in: batch)))
    }
    return items
  }

  /// The credits of the articles' originals, of those that credit anybody.
  private mutating func creditsOfOriginals(_ articles: ArraySlice<UInt32>) throws(ReadingError) -> [UInt32: WireAttribution] {
    let originals = Set(articles.map { clusters.members[Int($0)].original }.filter { clusters.credits[Int($0)].isCredited })
    let needed = originals.sorted()
    let table = clusters.batch.corpus.table
    let batch = try clusters.batch.store.read(needed.map { table.locations[Int($0)] }, with: &parser)
    var credits: [UInt32: WireAttribution] = [:]
    for (record, article) in zip(batch.records, needed) { credits[article] = reader.attribution(record, of: batch) }
    return credits
  }

  /// nil for an article that is alone in its story; without an original for the original itself.
  private func context(_ article: UInt32, _ credits: [UInt32: WireAttribution]) -> ClusterContext? {
    let member = clusters.members[Int(article)]
    guard clusters.stories[Int(member.story)].members.count > 1 else { return nil }
    guard article != member.original, member.role != .composite else {
      return ClusterContext(isSameText: false, original: nil, drift: [])
    }
    let isSameText = LostCredits.isSameText(member.role)
    return ClusterContext(
      isMachineRewrite: member.role == .machineRewrite, isSameText: isSameText, original: credits[member.original],
      drift: clusters.drift[Int(article)])
  }
}
