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
    var probe = CopyProbe()
  }

  func makeWorker(_ parser: RecordParser) -> Worker {
    Worker(parser: parser, body: BodyReader(detector: detector, knowledge: knowledge))
  }

  /// Measures every pair of a block, which is sorted by its first article.
  func verify(_ pairs: [UInt64], store: ArticleStore, _ worker: inout Worker) throws -> [CopyGroups.Verified] {
    let members = pairs.flatMap { [$0 >> 32, $0 & 0xFFFF_FFFF] }.sorted().deduplicated().map { Int($0) }
    let digests = try digest(members, store, &worker)
    var indices: [Int: Int] = [:]
    for (index, place) in members.enumerated() { indices[place] = index }
    var loaded = -1
    return pairs.compactMap { pair in
      guard let first = indices[Int(pair >> 32)], let second = indices[Int(pair & 0xFFFF_FFFF)] else { return nil }
      if loaded != first {
        worker.probe.load(digests[first])
        loaded = first
      }
      let measure = worker.probe.measure(digests[second])
      return CopyGroups.Verified(pair: pair, relation: rule.relation(measure).flatMap { counts($0) ? $0 : nil }, measure: measure)
    }
  }

  private func digest(_ places: [Int], _ store: ArticleStore, _ worker: inout Worker) throws -> [CopyDigest] {
    let batch = try store.read(places.map { locations[Int(articles[$0])] }, with: &worker.parser)
    return zip(places, batch.records).map { place, record in
      worker.body.read(record, of: batch, site: record.site(in: batch), article: articles[place])
      return CopyDigest(worker.body.words, shingler: shingler, text: batch.bytes[record.text.indices])
    }
  }
}
