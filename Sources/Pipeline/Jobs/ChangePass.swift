internal import Articles
internal import Boilerplate
internal import Copies
package import Drift
internal import Files
internal import Input
internal import Tables
internal import Text

/// Whether copies that say something else than the article they copy are looked for, and kept.
package enum ChangedCopies: Sendable {
  case none
  /// Said of dropped copies, in batches of up to ``RoleEffort/largestRead`` articles.
  case auto
  /// Looked for in any batch; such copies are not dropped.
  case kept

  func areLookedFor(articles: Int) -> Bool {
    switch self {
    case .none: false
    case .auto: articles <= RoleEffort.largestRead
    case .kept: true
    }
  }
}

/// One thing that a dropped copy says otherwise than the article that is kept.
package struct CopyChange: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case drift(DriftCategory)
    /// The headlines tell different news over one text.
    case headline
    /// Sentences that the kept article has not got.
    case ownText
    /// Another beginning over the same text.
    case lead
    /// Words in the place of quite other words.
    case passage

    package var name: String {
      switch self {
      case .drift(let category): category.rawValue
      case .headline: "headline"
      case .ownText: "own-text"
      case .lead: "lead"
      case .passage: "passage"
      }
    }
  }

  package var kind: Kind
  package var severity: DriftSeverity
  /// One sentence for people.
  package var message: String
}

/// Looks for serious changes in dropped copies: both texts are read again and compared.
struct ChangePass: Sendable {
  let batch: Batch

  /// Copies that a thread takes at a time, the kept articles beside them.
  private static let blockCopies = 64

  private struct Worker: ~Copyable {
    var parser: RecordParser
    let analyzer = DriftAnalyzer()
    var reader: BodyReader
    var headlines = HeadlineCheck()
    let likeness = WordLikeness()
  }

  /// Sets what changed in each of `dropped`.
  ///
  /// - Throws: ``ReadingError`` when a text cannot be read again.
  func run(_ dropped: inout [DedupeJob.Dropped]) throws {
    // Copies of one article lie together, so that it is read once.
    let order = dropped.indices.sorted { (dropped[$0].of, dropped[$0].article) < (dropped[$1].of, dropped[$1].article) }
    let pieces = Parallel.pieces(of: order.count, size: Self.blockCopies)
    let (all, reading) = (dropped, batch.options.reading)
    let body = BodyReader(detector: BoilerplateDetector.standard, knowledge: batch.corpus.boilerplate)
    let found = try Parallel.map(
      pieces.count, in: batch.context, makeState: { Worker(parser: RecordParser(options: reading), reader: body) }
    ) { piece, worker in
      try changes(order[pieces[piece]].map { all[$0] }, &worker)
    }
    for (index, changes) in zip(order, found.joined()) { dropped[index].changes = changes }
  }

  private func changes(_ copies: [DedupeJob.Dropped], _ worker: inout Worker) throws(ReadingError) -> [[CopyChange]] {
    let articles = Set(copies.flatMap { [$0.article, $0.of] }).sorted()
    let locations = batch.corpus.table.locations
    let texts = try batch.store.read(articles.map { locations[Int($0)] }, with: &worker.parser)
    var places: [UInt32: Int] = [:]
    for (place, article) in articles.enumerated() { places[article] = place }
    var result: [[CopyChange]] = []
    for copy in copies {
      guard let kept = places[copy.of], let own = places[copy.article] else {
        result.append([])
        continue
      }
      let (first, second) = (texts.records[kept], texts.records[own])
      let hasOtherSubject = batch.corpus.table.haveOtherSubjects(Int(copy.of), Int(copy.article))
      let kind =
        worker.headlines.change(first, second, hasOtherSubject: hasOtherSubject, of: texts)
        ?? turned(first, second, of: texts, worker.analyzer)
      let isSame = texts.bytes[first.text.indices] == texts.bytes[second.text.indices]
      result.append((kind.map { [$0] } ?? []) + (isSame ? [] : facts(copy, first, second, texts, &worker)))
    }
    return result
  }

  /// A headline that says the opposite of the other in nearly the same words: nil for any that was only worded anew.
  private func turned(
    _ a: ArticleRecord, _ b: ArticleRecord, of texts: ArticleBatch, _ analyzer: DriftAnalyzer
  ) -> CopyChange? {
    let (first, second) = (texts.bytes[a.title.indices], texts.bytes[b.title.indices])
    guard !first.isEmpty, !second.isEmpty, first != second else { return nil }
    let report = analyzer.compare(Array(first), Array(second))
    let turns: Set<DriftCategory> = [.negation, .polarity]
    guard report.findings.contains(where: { $0.severity > .minor && turns.contains($0.category) }) else { return nil }
    return CopyChange(
      kind: .headline, severity: .major,
      message: "The headlines contradict each other: “\(texts.string(a.title))” and “\(texts.string(b.title))”.")
  }

  private func facts(
    _ copy: DedupeJob.Dropped, _ first: ArticleRecord, _ second: ArticleRecord, _ texts: ArticleBatch, _ worker: inout Worker
  ) -> [CopyChange] {
    let sites = batch.corpus.table.sites
    let kept = worker.reader.body(first, of: texts, site: sites[Int(copy.of)], article: copy.of)
    let keptWords = worker.reader.words
    let own = worker.reader.body(second, of: texts, site: sites[Int(copy.article)], article: copy.article)
    if TextCondition.areAccentsLost(kept.text.span, own.text.span, words: keptWords.count) { return [] }
    var changes = Self.facts(worker.analyzer.compare(kept, own), copy)
    // A rewrite begins in other words because all of it is in other words.
    if (copy.containment ?? 0) >= ChangeTuning.covered, LeadCheck.differs(keptWords, worker.reader.words) {
      changes.append(
        CopyChange(kind: .lead, severity: .major, message: "It begins with other news than the kept article."))
    }
    if copy.containment ?? 0 >= ChangeTuning.verbatim {
      let (a, b) = (kept.reading, own.reading)
      // A word is worth telling where nothing else says that the copy was changed.
      let passages = ReplacedPassages(
        first: .init(bytes: a, words: keptWords), second: .init(bytes: b, words: worker.reader.words),
        likeness: changes.isEmpty ? worker.likeness : nil)
      changes += passages.find().map { passage in
        let words = (String(decoding: a[passage.a], as: UTF8.self), String(decoding: b[passage.b], as: UTF8.self))
        return CopyChange(kind: .passage, severity: .major, message: "“\(words.0)” became “\(words.1)”.")
      }
    }
    return changes
  }

  private static func facts(_ report: DriftReport, _ copy: DedupeJob.Dropped) -> [CopyChange] {
    var changes = report.findings.filter { $0.severity > .minor && $0.category != .omission && $0.category != .addition }
      .prefix(ChangeTuning.mostChanges).map { CopyChange(kind: .drift($0.category), severity: $0.severity, message: $0.message) }
    let all = report.sentencesOfB.count
    let own = all - report.alignedSentences.b
    if let containment = copy.containment, containment < ChangeTuning.contained, own >= ChangeTuning.fewestOwn,
      Double(own) >= ChangeTuning.ownShare * Double(all)
    {
      changes.append(
        CopyChange(kind: .ownText, severity: .major, message: "\(own) of its \(all) sentences are not in the kept article."))
    }
    return changes
  }
}

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
