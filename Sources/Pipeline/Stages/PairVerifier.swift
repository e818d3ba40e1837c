internal import Tables
internal import Text
internal import Articles
internal import Copies
internal import Fingerprints
internal import Input
internal import Boilerplate
internal import Relations

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
  static let blockBytes = 64 << 20

  /// The same blocks, those of long articles in pieces: what a thread holds is bounded by bytes too.
  func bounded(_ blocks: [[UInt64]]) -> [[UInt64]] { blocks.flatMap(pieces) }

  private func pieces(_ block: [UInt64]) -> [[UInt64]] {
    var pieces: [[UInt64]] = [[]]
    var members: Set<Int> = []
    var bytes = 0
    for pair in block {
      for place in [pair.first, pair.second] where members.insert(place).inserted {
        bytes += Int(table.locations[Int(articles[place])].length)
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

  /// Articles that were read, and stay in memory while pairs of them are verified.
  struct Texts {
    private var places: [Int: Int] = [:]
    private(set) var digests: [CopyDigest] = []
    private(set) var boilerplate: [[BoilerplateSpan]] = []
    /// Whether they begin as corrections do.
    private(set) var areCorrections: [Bool] = []
    /// Whether the copy that stays may be chosen of them.
    var areChosenFrom: [Bool] = []
    /// Where the page of an article says that its reader has no more of it, for those of which it was asked.
    private var stubPlaces: [Int: Int?] = [:]

    func index(of place: Int) -> Int? { places[place] }

    mutating func append(_ place: Int, _ digest: CopyDigest, _ spans: [BoilerplateSpan], isCorrection: Bool) {
      places[place] = digests.count
      digests.append(digest)
      boilerplate.append(spans)
      areCorrections.append(isCorrection)
      areChosenFrom.append(false)
    }

    /// The words of an article before its page says that there is no more; nil when it does not.
    mutating func beginning(_ index: Int) -> CopyDigest? {
      let digest = digests[index]
      let place = stubPlaces[index] ?? StubMarks.standard.place(in: digest.page.span)
      stubPlaces[index] = place
      return place.map { place in
        let beginning = digest.before(StubHeads.noticeStart(digest, place))
        // A page's own line may stand in one sentence with all there is.
        return beginning.wordCount >= ChoiceTuning.fewestOfBeginning ? beginning : digest.before(place)
      }
    }
  }

  /// Measures every pair of a block, which is sorted by its first article.
  ///
  /// With `seeksPassages` the pairs are no candidates for copies, but share a passage.
  func verify(
    _ pairs: [UInt64], store: ArticleStore, known: [TextCondition?], seeksPassages: Bool = false, _ worker: inout Worker
  ) throws -> Block {
    var texts = Texts()
    return try verify(pairs, &texts, store: store, known: known, seeksPassages: seeksPassages, &worker)
  }

  /// As ``verify(_:store:known:seeksPassages:_:)``, with articles that were read before.
  func verify(
    _ pairs: [UInt64], _ texts: inout Texts, store: ArticleStore, known: [TextCondition?], seeksPassages: Bool = false,
    _ worker: inout Worker
  ) throws -> Block {
    try read(Set(pairs.flatMap { [$0.first, $0.second] }).sorted(), into: &texts, store, &worker)
    var block = Block(pairs: [])
    block.pairs.reserveCapacity(pairs.count)
    var loaded = -1
    func choose(from index: Int, _ place: Int) {
      guard !texts.areChosenFrom[index] else { return }
      texts.areChosenFrom[index] = true
      if known[place] == nil {
        var condition = TextCondition(texts.digests[index], texts.boilerplate[index])
        condition.isCorrection = texts.areCorrections[index]
        block.conditions.append((place, condition))
      }
    }
    for pair in pairs {
      let places = (pair.first, pair.second)
      guard let first = texts.index(of: places.0), let second = texts.index(of: places.1) else { continue }
      if loaded != first {
        worker.judge.load(texts.digests[first])
        loaded = first
      }
      var verdict = worker.judge.judge(texts.digests[first], texts.digests[second], seeksPassages: seeksPassages)
      if !seeksPassages, verdict.relation == nil, !verdict.isCertain, !verdict.holdsAnother {
        if let excerpt = excerpt(verdict.measure, first, second, of: &texts, &worker) {
          verdict.relation = .excerpt
          verdict.measure = excerpt
        } else if let copy = worker.judge.relationByConsonants(texts.digests[first], texts.digests[second], verdict.measure) {
          verdict = copy
        }
      }
      if let relation = verdict.relation, areOtherNews(places, relation, texts.digests[first], texts.digests[second]) {
        verdict.relation = nil
      }
      block.passages.take(verdict, articles[places.0], articles[places.1])
      let isNear = keep.isWithinWindow(published(places.0), published(places.1))
      let relation = isNear ? verdict.relation.flatMap { counts($0) ? $0 : nil } : nil
      block.pairs.append(CopyGroups.Verified(pair: pair, relation: relation, measure: verdict.measure))
      // A part never stays for the whole, see ``BestCopy``.
      if let relation, relation != .excerpt {
        choose(from: first, places.0)
        choose(from: second, places.1)
      }
    }
    return block
  }

  /// Whether headlines or days say that two articles are none in spite of one wording.
  private func areOtherNews(_ places: (Int, Int), _ relation: CopyRelation, _ a: CopyDigest, _ b: CopyDigest) -> Bool {
    let pair = (Int(articles[places.0]), Int(articles[places.1]))
    return table.haveOtherSubjects(pair.0, pair.1) || StubHeads(a: a, b: b).tellDifferentNews
      || relation == .edited && FormEntries(a: a, b: b).areOthers
      || table.haveOtherDays(pair.0, pair.1) && relation == .edited && a.hasOtherFacts(than: b) && b.hasOtherFacts(than: a)
      || isNextBulletin(hoursApart: table.hoursApart(pair.0, pair.1), a, b)
  }

  /// Whether a short text stood days before with other figures: the next bulletin.
  private func isNextBulletin(hoursApart: Float?, _ a: CopyDigest, _ b: CopyDigest) -> Bool {
    let tuning = BulletinTuning.standard
    guard let hoursApart, hoursApart >= tuning.hours, max(a.wordCount, b.wordCount) <= tuning.words else { return false }
    return a.hasOtherFigures(than: b) && b.hasOtherFigures(than: a)
  }

  /// The measure of two articles of which the shorter is an excerpt of the other's page; nil when it is none.
  ///
  /// A teaser is cut from the page's top: title, share buttons and byline stand in one line with the first sentence. What a
  /// paywall says behind it is no part of it.
  private func excerpt(
    _ measure: CopyMeasure, _ a: Int, _ b: Int, of texts: inout Texts, _ worker: inout Worker
  ) -> CopyMeasure? {
    guard max(measure.containmentOfA, measure.containmentOfB) >= rule.excerpt / 3 else { return nil }
    let isFirst = texts.digests[a].wordCount < texts.digests[b].wordCount
    let (short, long) = isFirst ? (texts.digests[a], texts.digests[b]) : (texts.digests[b], texts.digests[a])
    let beginning = texts.beginning(isFirst ? a : b)
    guard beginning != nil || rule.mayHoldTeaser(short, of: long) else { return nil }
    let teaser = beginning ?? short.withoutCall(behind: long) ?? short
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
    var texts = Texts()
    return try isRoundUp(suspect, &texts, store, &worker)
  }

  /// As ``isRoundUp(_:store:_:)``, with articles that were read before.
  func isRoundUp(
    _ suspect: RoundUp, _ texts: inout Texts, _ store: ArticleStore, _ worker: inout Worker
  ) throws -> Bool {
    let places = [Int(suspect.article)] + suspect.parts.map { Int($0) }
    try read(places, into: &texts, store, &worker)
    let read = places.compactMap { texts.index(of: $0).map { texts.digests[$0] } }
    let parts = read.dropFirst().filter { $0.begins(in: read[0]) }
    guard parts.count > 1 else { return false }
    let contents = parts.map { DistinctContents($0) }
    return contents.indices.contains { first in
      contents[(first + 1)...].contains { contents[first].isUnrelated(to: $0) }
    }
  }

  private func published(_ place: Int) -> Int64 { table.published[Int(articles[place])] }

  /// Reads those of the articles that are not among `texts` yet.
  private func read(_ places: [Int], into texts: inout Texts, _ store: ArticleStore, _ worker: inout Worker) throws {
    let places = places.filter { texts.index(of: $0) == nil }
    guard !places.isEmpty else { return }
    let batch = try store.read(places.map { table.locations[Int(articles[$0])] }, with: &worker.parser)
    for (place, record) in zip(places, batch.records) {
      worker.body.read(record, of: batch, site: record.site(in: batch), article: articles[place])
      worker.titles.scan(batch.bytes, record.title.indices, into: &worker.title)
      let digest = CopyDigest(
        worker.body.words, shingler: shingler, text: batch.bytes[record.text.indices],
        reading: worker.body.bytes[worker.body.range], title: worker.title)
      let isCorrection =
        RevisionMarker.corrects(batch.bytes[record.title.indices]) || RevisionMarker.corrects(batch.bytes[record.text.indices])
      texts.append(place, digest, worker.body.boilerplate, isCorrection: isCorrection)
    }
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
