internal import Articles
internal import Boilerplate
internal import Copies
internal import Files
internal import Fingerprints
internal import Input
package import Output
internal import Stories
internal import Tables
internal import Text

/// The steps of `dedupe` and `cluster` as functions from rows to rows: each process has a part of the batch, and what concerns
/// the whole is in the statistics.
///
/// They drive the same values as the jobs (``Ingestion``, ``CopyStage``, ``StoryStage``), so that a chain of them over any parts
/// gives what the jobs give.
package struct StageSteps: Sendable {
  package var options: BatchOptions
  package var context: RunContext

  package init(options: BatchOptions, context: RunContext) {
    self.options = options
    self.context = context
  }

  // MARK: Statistics

  private struct Counter: ~Copyable {
    var parser: RecordParser
    var body: BodyReader
  }

  /// What the articles of a part tell about the whole batch: the lines of their sites, and their ids.
  ///
  /// - Throws: ``ReadingError`` when a row is no article or has no id.
  package func collect(_ rows: StageRows) throws -> CorpusStatistics {
    let numbers = rows.articles.keys.sorted()
    let source = try ArticleSource(
      inputs: .memory(PartialBatch.lines(rows, numbers), name: "rows"), options: PartialBatch.reading)
    let detector = BoilerplateDetector.standard
    let parts = try Parallel.map(
      context.threads, in: context,
      makeState: { Counter(parser: source.makeParser(), body: BodyReader(detector: detector, sample: SampleCeiling())) }
    ) { _, worker in
      var part = CorpusStatistics()
      while let chunk = try source.nextChunk() {
        let batch = chunk.parse(with: &worker.parser)
        try Self.requireArticles(batch)
        for record in batch.records {
          part.articles += 1
          part.ids.append(CorpusStatistics.hash(id: batch.bytes[record.id.indices]))
          let site = record.site(in: batch)
          worker.body.read(record, of: batch, site: site)
          part.lines.add(site: site, worker.body.scan)
        }
        worker.body.release()
      }
      return part
    }
    var result = CorpusStatistics()
    try result.take(options.fingerprint, articles: 0)
    for part in parts {
      result.articles += part.articles
      result.ids += part.ids
      result.lines.merge(part.lines)
    }
    return result
  }

  private static func requireArticles(_ batch: ArticleBatch) throws(ReadingError) {
    if let skipped = batch.skipped.first {
      throw ReadingError(
        .content, "an article's row cannot be read: \(skipped.reason)", advice: "Give every article id and text.")
    }
    if batch.records.contains(where: \.id.isEmpty) {
      throw ReadingError(.content, "an article has no id", advice: "Give each article an id of its own.")
    }
  }

  /// How many articles of a part are nobody's copy, and how many words stories are found by these have.
  package func countDistinct(_ rows: StageRows) throws -> CorpusStatistics {
    let texts = try StoryPart(rows, self).texts
    var result = CorpusStatistics()
    result.distinctArticles = texts.count
    result.distinctWords = texts.words
    return result
  }

  /// In how many of them each feature occurs; the statistics know how many there are in the whole batch.
  package func countFrequencies(_ rows: StageRows) throws -> CorpusStatistics {
    let texts = try StoryPart(rows, self).texts
    var result = CorpusStatistics()
    result.frequencies = try StoryStage(options: options.stories, context: context).countFeatures(
      texts, words: rows.statistics.distinctWords)
    return result
  }

  // MARK: Keys

  /// The keys by which copies of the articles are found.
  package func copyKeys(_ rows: StageRows) throws -> [KeyRow] {
    let part = try PartialBatch(rows, options: options, wantsStories: false, context: context)
    let table = part.corpus.table, keys = part.corpus.keys
    return part.numbers.indices.map { article in
      KeyRow(
        n: part.numbers[article], order: ContentOrder(table.contents[article]), id: Array(table.id(article)),
        idIsString: table.idIsString(article), published: table.published[article], outletRank: table.outletRank(article),
        words: Int(table.wordCounts[article]), sample: keys.sampleSize(of: article), names: keys.nameSketch(of: article),
        keys: keys.keys(of: article).map { .copy($0) })
    }
  }

  /// The rare stems and pairs of stems by which stories are found.
  package func storyKeys(_ rows: StageRows) throws -> [KeyRow] {
    let story = try StoryPart(rows, self)
    let (_, keys) = try story.weighed(self)
    let table = story.part.corpus.table
    var result = story.distinct.articles.map { article in
      KeyRow(
        n: story.part.number(article), order: story.order(of: article), id: Array(table.id(Int(article))),
        idIsString: table.idIsString(Int(article)), published: table.published[Int(article)],
        outletRank: table.outletRank(Int(article)), words: Int(table.wordCounts[Int(article)]), sample: 0, names: [], keys: [])
    }
    for key in keys { result[key.second].keys.append(.rare(UInt32(key.first))) }
    return result.sorted { $0.n < $1.n }
  }

  // MARK: Verification

  /// The copies among whole components of candidate pairs, with everything that a second look and other parts need to know.
  ///
  /// When the statistics know of passages that are the pages', this is the second look: `pairs` has those of the first too, and
  /// `verified` and `conditions` what it came to.
  package func verifyCopies(_ rows: StageRows) throws -> CopyFindings {
    let part = try PartialBatch(rows, options: options, wantsStories: false, context: context)
    let stage = CopyStage(rule: options.copies, keep: options.keep, context: context)
    let places = PlaceNumbers(part, articles: distinct(part, stage))
    var earlier: CopyStage.Result?
    if rows.statistics.hasPassages {
      var known = CopyStage.Result(copies: [])
      known.passages = part.corpus.boilerplate.passages
      known.conditions = [TextCondition?](repeating: nil, count: places.articles.count)
      for row in rows.conditions { if let place = places.place(row.n) { known.conditions[Int(place)] = row.condition } }
      for row in rows.verified {
        guard let pair = places.pair(row.a, row.b) else { continue }
        known.known[pair] = CopyGroups.Verified(
          pair: pair, relation: row.relation, resemblance: row.resemblance, containmentOfFirst: row.containmentOfFirst,
          containmentOfSecond: row.containmentOfSecond)
      }
      earlier = known
    }
    let pairs = try places.pairs(rows.pairs)
    let found = try stage.search(
      part.corpus, store: part.batch.store, earlier: earlier, candidates: pairs,
      parser: { RecordParser(options: PartialBatch.reading) })
    return CopyFindings(found, places, part)
  }

  /// The passages that are the pages' among pairs of articles that are nobody's copy; any part of the pairs.
  package func verifyPassages(_ rows: StageRows) throws -> CopyFindings {
    let part = try PartialBatch(rows, options: options, wantsStories: false, context: context)
    let stage = CopyStage(rule: options.copies, keep: options.keep, context: context)
    let places = PlaceNumbers(part, articles: distinct(part, stage))
    let found = try stage.findPassages(
      places.pairs(rows.pairs), of: places.articles, part.corpus, store: part.batch.store,
      parser: { RecordParser(options: PartialBatch.reading) })
    var findings = CopyFindings(found.passages, part)
    var seen: Set<Int> = []
    for (place, condition) in found.conditions where seen.insert(place).inserted {
      findings.conditions.append(ConditionRow(n: part.number(places.articles[place]), condition: condition))
    }
    return findings
  }

  private func distinct(_ part: PartialBatch, _ stage: CopyStage) -> [UInt32] {
    var scratch = CopyStage.Result(copies: [CopyStage.Copy?](repeating: nil, count: part.numbers.count))
    return stage.collapseIdentical(part.corpus, into: &scratch)
  }

  /// The links among pairs of articles that are nobody's copy; any part of the pairs.
  package func verifyStories(_ rows: StageRows) throws -> [EdgeRow] {
    let story = try StoryPart(rows, self)
    let (weighed, _) = try story.weighed(self)
    var others: [Int: Set<UInt32>] = [:]
    for pair in rows.pairs {
      let (first, second) = (try story.place(pair.a), try story.place(pair.b))
      others[Int(max(first, second)), default: []].insert(min(first, second))
    }
    let edges = try StoryStage(options: options.stories, context: context).verify(
      weighed, found: others.keys.sorted().map { ($0, (others[$0] ?? []).sorted()) },
      story.distinct.origins(story.part.corpus.table))
    return edges.map { edge in
      EdgeRow(edge, a: story.number(edge.first), b: story.number(edge.second))
    }
  }
}

/// What the verification of candidates came to, as rows.
package struct CopyFindings: Sendable {
  package var copies: [CopyRow] = []
  var verified: [VerifiedRow] = []
  var conditions: [ConditionRow] = []
  /// Only its passages.
  var statistics = CorpusStatistics()

  init(_ passages: CommonPassages, _ part: PartialBatch) {
    statistics.runs = passages.runHashes
    statistics.members = Set(passages.articles.map(part.number))
    statistics.suspects = Dictionary(uniqueKeysWithValues: passages.suspected.map { (part.number($0), $1) })
  }

  init(_ found: CopyStage.Result, _ places: PlaceNumbers, _ part: PartialBatch) {
    self.init(found.passages, part)
    for (article, copy) in found.copies.enumerated() {
      guard let copy else { continue }
      copies.append(CopyRow(n: part.numbers[article], of: part.number(copy.of), copy: copy))
    }
    func number(_ place: Int) -> GlobalNumber { part.number(places.articles[place]) }
    verified = found.known.sorted { $0.key < $1.key }.map { pair, verified in
      VerifiedRow(verified, a: number(pair.first), b: number(pair.second))
    }
    for (place, condition) in found.conditions.enumerated() {
      if let condition { conditions.append(ConditionRow(n: part.number(places.articles[place]), condition: condition)) }
    }
  }

  /// Appends all rows.
  package func append(to writer: inout JSONWriter) {
    for row in copies { row.append(to: &writer) }
    for row in verified { row.append(to: &writer) }
    for row in conditions { row.append(to: &writer) }
    statistics.append(to: &writer)
  }
}

extension StageSteps {
  /// The stories and roles of whole components: articles, copies of them, and links between those that are nobody's copy.
  ///
  /// - Returns: the clustering, and the number of each of its articles in the whole batch.
  package func solve(_ rows: StageRows, job: (BatchOptions, RunContext) -> ClusterJob) throws -> (
    result: ClusterJob.Result, numbers: [GlobalNumber]
  ) {
    let story = try StoryPart(rows, self)
    let (weighed, _) = try story.weighed(self)
    var edges: [StoryEdge] = []
    for row in rows.edges {
      let (first, second) = (try story.place(row.a), try story.place(row.b))
      edges.append(
        StoryEdge(
          first: min(first, second), second: max(first, second), similarity: row.similarity, verdict: row.verdict, vote: row.vote)
      )
    }
    edges.sort { ($0.second, $0.first) < ($1.second, $1.first) }
    var distinct: [StoryEdge] = []
    for edge in edges where edge.first != distinct.last?.first || edge.second != distinct.last?.second { distinct.append(edge) }
    let found = try StoryStage(options: options.stories, context: context).group(distinct, weighed)
    let result = try job(options, context).finish(
      story.part.batch, story.copies, story.distinct, found, articles: rows.statistics.articles)
    return (result, story.part.numbers)
  }

  /// What the dropped articles duplicate, and say otherwise; copies with the articles that they name.
  package func drop(_ rows: StageRows, changes: ChangedCopies) throws -> (result: DedupeJob.Result, numbers: [GlobalNumber]) {
    let part = try PartialBatch(rows, options: options, wantsStories: false, context: context)
    var job = DedupeJob(options: options, context: context)
    job.changes = changes
    let result = try job.finish(
      part.batch, DedupeJob.dropped(try part.copies(rows.copies), of: part.corpus.active), articles: rows.statistics.articles)
    return (result, part.numbers)
  }
}
