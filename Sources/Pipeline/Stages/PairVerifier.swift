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
  let locations: [RecordLocation]
  let shingler: Shingler
  let rule: CopyRule
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

  /// What the verification of some pairs found.
  struct Outcome: Sendable {
    var verified: [CopyGroups.Verified] = []
    /// Passages that turned out to be the page's.
    var passages = CommonPassages()
  }

  func makeWorker(_ parser: RecordParser) -> Worker {
    Worker(parser: parser, body: BodyReader(detector: detector, knowledge: knowledge), judge: CopyJudge(rule))
  }

  /// Measures every pair of a block, which is sorted by its first article.
  func verify(_ pairs: [UInt64], store: ArticleStore, _ worker: inout Worker) throws -> Outcome {
    let members = pairs.flatMap { [$0 >> 32, $0 & 0xFFFF_FFFF] }.sorted().deduplicated().map { Int($0) }
    let digests = try digest(members, store, &worker)
    var indices: [Int: Int] = [:]
    for (index, place) in members.enumerated() { indices[place] = index }
    var loaded = -1
    var outcome = Outcome()
    for pair in pairs {
      guard let first = indices[Int(pair >> 32)], let second = indices[Int(pair & 0xFFFF_FFFF)] else { continue }
      if loaded != first {
        worker.judge.load(digests[first])
        loaded = first
      }
      let verdict = worker.judge.judge(digests[first], digests[second])
      for passage in verdict.passagesOfA { outcome.passages.insert(passage, of: articles[members[first]]) }
      for passage in verdict.passagesOfB { outcome.passages.insert(passage, of: articles[members[second]]) }
      outcome.verified.append(
        CopyGroups.Verified(
          pair: pair, relation: verdict.relation.flatMap { counts($0) ? $0 : nil }, measure: verdict.measure))
    }
    return outcome
  }

  private func digest(_ places: [Int], _ store: ArticleStore, _ worker: inout Worker) throws -> [CopyDigest] {
    let batch = try store.read(places.map { locations[Int(articles[$0])] }, with: &worker.parser)
    return zip(places, batch.records).map { place, record in
      worker.body.read(record, of: batch, site: record.site(in: batch), article: articles[place])
      worker.titles.scan(batch.bytes, record.title.indices, into: &worker.title)
      return CopyDigest(
        worker.body.words, shingler: shingler, text: batch.bytes[record.text.indices],
        reading: worker.body.bytes[worker.body.range], title: worker.title)
    }
  }
}
