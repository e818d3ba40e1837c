internal import Articles
internal import Drift
package import Quality
internal import Reading

/// Flags every article with what its cluster knows: clusters the batch first, then compares each version with its original.
package struct ClusterFlagJob: Sendable {
  package var options: BatchOptions
  package var threads: Int

  package init(options: BatchOptions = BatchOptions(), threads: Int) {
    self.options = options
    self.threads = threads
  }

  /// Articles of which a thread reads the texts at a time, their originals beside them.
  private static let blockArticles = 32

  /// Calls `deliver` with the reports in input order, one call at a time.
  ///
  /// - Throws: ``ReadingError`` that names a missing input or a file that was changed, what `deliver` throws.
  package func run(
    inputs: [String], onProgress: @escaping @Sendable (Progress) -> Void = { _ in },
    deliver: @Sendable ([ArticleStream.Item<QualityReport>]) throws -> Void
  ) throws -> ClusterJob.Result {
    let clusters = try ClusterJob(options: options, threads: threads).run(inputs: inputs, onProgress: onProgress)
    onProgress(.stage(.flags))
    let corpus = clusters.batch.corpus
    let pieces = Parallel.pieces(of: corpus.active.count, size: Self.blockArticles)
    let sink = InOrder<[ArticleStream.Item<QualityReport>]>()
    let reading = options.reading
    let reader = QualityReader()
    _ = try Parallel.map(
      pieces.count, threads: threads,
      makeState: { FlagDesk(clusters: clusters, parser: RecordParser(options: reading), reader: reader) }
    ) { piece, desk in
      let reports = try desk.flag(corpus.active[pieces[piece]])
      try sink.put(reports, at: piece, deliver)
    }
    return clusters
  }
}

/// What one thread needs to flag articles of a clustering.
struct FlagDesk: ~Copyable {
  private let clusters: ClusterJob.Result
  private var parser: RecordParser
  private let reader: QualityReader
  private let inspector = QualityInspector()
  private let evidence = DriftEvidenceReader()

  init(clusters: ClusterJob.Result, parser: RecordParser, reader: QualityReader) {
    self.clusters = clusters
    self.parser = parser
    self.reader = reader
  }

  mutating func flag(_ articles: ArraySlice<UInt32>) throws(ReadingError) -> [ArticleStream.Item<QualityReport>] {
    let table = clusters.batch.corpus.table
    let store = clusters.batch.store
    let batch = try store.read(articles.map { table.locations[Int($0)] }, with: &parser)
    let originals = articles.map { clusters.members[Int($0)].original }
    let needed = Set(zip(articles, originals).filter { $0 != $1 }.map(\.1)).sorted()
    let sources = try store.read(needed.map { table.locations[Int($0)] }, with: &parser)
    var items: [ArticleStream.Item<QualityReport>] = []
    for (place, article) in articles.enumerated() {
      let record = batch.records[place]
      let source = needed.firstIndex(of: originals[place]).map { sources.records[$0] }
      let report = inspector.inspect(
        reader.article(record, of: batch),
        cluster: context(article, batch.bytes[record.text.indices], source.map { ($0, sources) }))
      var identifier: [UInt8] = []
      store.names.appendIdentifier(of: record, in: batch, to: &identifier)
      items.append(ArticleStream.Item(value: report, identifier: identifier))
    }
    return items
  }

  /// nil for an article that is alone in its story; without an original for the original itself.
  private func context(
    _ article: UInt32, _ text: ArraySlice<UInt8>, _ source: (record: ArticleRecord, batch: ArticleBatch)?
  ) -> ClusterContext? {
    let member = clusters.members[Int(article)]
    guard clusters.stories[Int(member.story)].members.count > 1 else { return nil }
    guard let source, article != member.original, member.role != .composite else {
      return ClusterContext(role: member.role.rawValue, original: nil, drift: [])
    }
    let original = source.batch.bytes[source.record.text.indices]
    // What a later version reports anew is no fault, and equal texts cannot differ.
    let isCompared = member.role != .update && original != text
    return ClusterContext(
      role: member.role.rawValue, original: reader.attribution(source.record, of: source.batch),
      drift: isCompared ? evidence.read(Array(original), Array(text)) : [])
  }
}

/// Drift findings as flags need them.
struct DriftEvidenceReader {
  private let analyzer = DriftAnalyzer()

  /// What changed from `original` to `version`; findings without words in the version have an empty range.
  func read(_ original: [UInt8], _ version: [UInt8]) -> [DriftEvidence] {
    analyzer.compare(original, version).findings.map { finding in
      DriftEvidence(
        category: finding.category.rawValue, severity: FlagSeverity(finding.severity), message: finding.message,
        range: finding.b.map { ByteRange($0.start, $0.end) } ?? .empty)
    }
  }
}

extension FlagSeverity {
  init(_ severity: DriftSeverity) {
    switch severity {
    case .minor: self = .minor
    case .major: self = .major
    case .critical: self = .critical
    }
  }
}
