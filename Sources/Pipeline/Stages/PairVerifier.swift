internal import Tables
internal import Text
internal import Articles
internal import Copies
internal import Fingerprints
internal import Input
internal import Boilerplate

/// Verifies candidate pairs on the articles' own texts, which are read again for it.
struct PairVerifier: Sendable {
  /// Places in pairs are indices of this list of articles.
  let articles: [UInt32]
  let table: ArticleTable
  let shingler: Shingler
  let rule: CopyRule
  /// Copies count only within its window.
  let keep: KeepRule
  let counts: @Sendable (CopyRelation) -> Bool
  let detector: BoilerplateDetector
  let knowledge: BatchBoilerplate

  /// What a thread reuses from block to block.
  struct Worker: ~Copyable {
    var parser: RecordParser
    var body: BodyReader
    var judge: CopyJudge
    var titles = WordScanner()
    var title = WordStream()
  }

  func makeWorker(_ parser: RecordParser) -> Worker {
    Worker(parser: parser, body: BodyReader(detector: detector, knowledge: knowledge), judge: CopyJudge(rule))
  }

  /// What a block of pairs came to.
  struct Block: Sendable {
    var pairs: [CopyGroups.Verified]
    /// How sound those articles are that are copies and whose condition was not known, by place.
    var conditions: [(place: Int, condition: TextCondition)] = []
    /// Passages that turned out to be the page's.
    var passages = CommonPassages()
  }

  /// Bytes of records that a thread holds at a time.
  private static let blockBytes = 64 << 20

  /// The same blocks, those of long articles in pieces: what a thread holds is bounded by bytes too.
  func bounded(_ blocks: [[UInt64]]) -> [[UInt64]] { blocks.flatMap(pieces) }

  private func pieces(_ block: [UInt64]) -> [[UInt64]] {
    var pieces: [[UInt64]] = [[]]
    var members: Set<UInt64> = []
    var bytes = 0
    for pair in block {
      for place in [pair >> 32, pair & 0xFFFF_FFFF] where members.insert(place).inserted {
        bytes += Int(table.locations[Int(articles[Int(place)])].length)
      }
      pieces[pieces.count - 1].append(pair)
      if bytes > Self.blockBytes {
        pieces.append([])
        members.removeAll()
        bytes = 0
      }
    }
    if pieces.last?.isEmpty == true { pieces.removeLast() }
    return pieces
  }

  /// Measures every pair of a block, which is sorted by its first article.
  ///
  /// With `seeksPassages` the pairs are no candidates for copies, but share a passage.
  func verify(
    _ pairs: [UInt64], store: ArticleStore, known: [TextCondition?], seeksPassages: Bool = false, _ worker: inout Worker
  ) throws -> Block {
    let members = pairs.flatMap { [$0 >> 32, $0 & 0xFFFF_FFFF] }.sorted().deduplicated().map { Int($0) }
    var block = Block(pairs: [])
    let (digests, boilerplate) = try digest(members, store, &worker)
    var isChosenFrom = [Bool](repeating: false, count: members.count)
    var indices: [Int: Int] = [:]
    for (index, place) in members.enumerated() { indices[place] = index }
    var loaded = -1
    for pair in pairs {
      let places = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      guard let first = indices[places.0], let second = indices[places.1] else { continue }
      if loaded != first {
        worker.judge.load(digests[first])
        loaded = first
      }
      var verdict = worker.judge.judge(digests[first], digests[second], seeksPassages: seeksPassages)
      if !seeksPassages, verdict.relation == nil, !verdict.isCertain, !verdict.holdsAnother,
        let excerpt = excerpt(verdict.measure, digests[first], digests[second], &worker)
      {
        verdict.relation = .excerpt
        verdict.measure = excerpt
      }
      block.passages.take(verdict, articles[places.0], articles[places.1])
      let isNear = keep.isWithinWindow(published(places.0), published(places.1))
      let relation = isNear ? verdict.relation.flatMap { counts($0) ? $0 : nil } : nil
      block.pairs.append(CopyGroups.Verified(pair: pair, relation: relation, measure: verdict.measure))
      // A part never stays for the whole, see ``BestCopy``.
      if let relation, relation != .excerpt { (isChosenFrom[first], isChosenFrom[second]) = (true, true) }
    }
    for (index, place) in members.enumerated() where isChosenFrom[index] && known[place] == nil {
      block.conditions.append((place, TextCondition(digests[index], boilerplate[index])))
    }
    return block
  }

  /// The measure of two articles of which the shorter is an excerpt of the other's page; nil when it is none.
  ///
  /// A teaser is cut from the page's top: title, share buttons and byline stand in one line with the first sentence. What a paywall says
  /// behind it is no part of it.
  private func excerpt(_ measure: CopyMeasure, _ a: CopyDigest, _ b: CopyDigest, _ worker: inout Worker) -> CopyMeasure? {
    guard max(measure.containmentOfA, measure.containmentOfB) >= rule.excerpt / 2 else { return nil }
    let isFirst = a.wordCount < b.wordCount
    let (short, long) = isFirst ? (a, b) : (b, a)
    let teaser = StubMarks.standard.place(in: short.page.span).map(short.before) ?? short
    guard teaser.wordCount >= shingler.width, rule.mayBeTeaser(teaser, of: long) else { return nil }
    let page = Array(long.page)
    worker.titles.scan(page + [UInt8](repeating: 0, count: TextView.padding), 0..<page.count, into: &worker.title)
    let contained = teaser.containment(in: worker.title, shingler: shingler)
    guard contained >= rule.excerpt else { return nil }
    var result = measure
    if isFirst { result.containmentOfA = contained } else { result.containmentOfB = contained }
    return result
  }

  /// Whether an article has parts of two others that have nothing to do with each other.
  func isRoundUp(_ suspect: RoundUp, store: ArticleStore, _ worker: inout Worker) throws -> Bool {
    let places = [Int(suspect.article)] + suspect.parts.map { Int($0) }
    let read = try digest(places, store, &worker).digests
    let contents = read.dropFirst().filter { $0.begins(in: read[0]) }.map { DistinctContents($0) }
    return contents.indices.contains { first in
      contents[(first + 1)...].contains { contents[first].isUnrelated(to: $0) }
    }
  }

  private func published(_ place: Int) -> Int64 { table.published[Int(articles[place])] }

  private func digest(
    _ places: [Int], _ store: ArticleStore, _ worker: inout Worker
  ) throws -> (digests: [CopyDigest], boilerplate: [[BoilerplateSpan]]) {
    let batch = try store.read(places.map { table.locations[Int(articles[$0])] }, with: &worker.parser)
    var digests: [CopyDigest] = []
    digests.reserveCapacity(places.count)
    var boilerplate: [[BoilerplateSpan]] = []
    boilerplate.reserveCapacity(places.count)
    for (place, record) in zip(places, batch.records) {
      worker.body.read(record, of: batch, site: record.site(in: batch), article: articles[place])
      worker.titles.scan(batch.bytes, record.title.indices, into: &worker.title)
      digests.append(
        CopyDigest(
          worker.body.words, shingler: shingler, text: batch.bytes[record.text.indices],
          reading: worker.body.bytes[worker.body.range], title: worker.title))
      boilerplate.append(worker.body.boilerplate)
    }
    return (digests, boilerplate)
  }
}

extension CommonPassages {
  /// Takes in the passages that the verdict on two articles names.
  fileprivate mutating func take(_ verdict: CopyJudge.Verdict, _ a: UInt32, _ b: UInt32) {
    for (passages, article) in [(verdict.passagesOfA, a), (verdict.passagesOfB, b)] {
      for passage in passages {
        if verdict.isCertain {
          insert(passage, of: article)
        } else if passage.count <= CommonPassages.longestSuspect {
          suspect(passage, of: article)
        }
      }
    }
  }
}
