internal import Copies
internal import Input
internal import Tables

/// Copies that are kept as they say something else than the article they copy: of several that say the same, one stays.
struct ChangedVersions {
  let batch: Batch

  /// Versions of one article that are told apart; those left then all stay.
  private static let mostVersions = 8

  /// Takes the versions that stay out of `dropped`; what copies one of them without a change is dropped for it.
  ///
  /// - Throws: ``ReadingError`` when a text cannot be read again.
  func keep(_ dropped: inout [DedupeJob.Dropped]) throws {
    var open = dropped.filter { !$0.changes.isEmpty }
    dropped.removeAll { !$0.changes.isEmpty }
    for _ in 0..<Self.mostVersions {
      let others = withoutFirsts(&open)
      guard !others.isEmpty else { break }
      var copies = try copies(others)
      try ChangePass(batch: batch).run(&copies)
      copies.removeAll { !$0.changes.isEmpty }
      dropped += copies
      let gone = Set(copies.map(\.article))
      open.removeAll { gone.contains($0.article) }
    }
    dropped.sort { $0.article < $1.article }
  }

  /// Takes the preferred version of each kept article out of `open`; gives what is left with the version taken out before it.
  private func withoutFirsts(_ open: inout [DedupeJob.Dropped]) -> [(article: UInt32, first: UInt32)] {
    let table = batch.corpus.table, policy = batch.options.keep.policy
    var firsts: [UInt32: UInt32] = [:]
    for version in open {
      let first = firsts[version.of]
      if first.map({ table.isPreferred(Int(version.article), to: Int($0), policy) }) ?? true {
        firsts[version.of] = version.article
      }
    }
    open.removeAll { firsts[$0.of] == $0.article }
    return open.compactMap { version in firsts[version.of].map { (version.article, $0) } }
  }

  /// The articles that are copies of the versions before them.
  private func copies(_ pairs: [(article: UInt32, first: UInt32)]) throws -> [DedupeJob.Dropped] {
    let stage = CopyStage(rule: batch.options.copies, keep: batch.options.keep, context: batch.context)
    let reading = batch.options.reading
    let found = try stage.copies(pairs, batch.corpus, store: batch.store) { RecordParser(options: reading) }
    return zip(pairs, found).compactMap { pair, copy in
      copy.map {
        DedupeJob.Dropped(
          article: pair.article, of: pair.first, reason: .copy($0.relation), similarity: $0.resemblance,
          containment: $0.containment
        )
      }
    }
  }
}

extension CopyStage {
  /// What each article is as a copy of the one beside it; nil where it is none.
  fileprivate func copies(
    _ asked: [(article: UInt32, first: UInt32)], _ corpus: Corpus, store: ArticleStore, parser: @Sendable () -> RecordParser
  ) throws -> [Copy?] {
    let articles = Set(asked.flatMap { [$0.article, $0.first] }).sorted()
    var places: [UInt32: Int] = [:]
    for (place, article) in articles.enumerated() { places[article] = place }
    func pair(_ a: UInt32, _ b: UInt32) -> UInt64 { UInt64(pair: places[min(a, b)] ?? 0, places[max(a, b)] ?? 0) }
    var known: [UInt64: CopyGroups.Verified] = [:]
    for verified in try verify(asked.map { pair($0.article, $0.first) }, of: articles, corpus, store: store, parser: parser) {
      known[verified.pair] = verified
    }
    return asked.map { article, first in
      guard let verified = known[pair(article, first)], let relation = verified.relation else { return nil }
      let containment = article < first ? verified.containmentOfFirst : verified.containmentOfSecond
      return Copy(of: first, relation: relation, resemblance: verified.resemblance, containment: containment)
    }
  }
}
