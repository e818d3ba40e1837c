internal import Articles
package import Boilerplate
internal import Copies
package import Drift
internal import Files
package import Relations
internal import Stories
internal import Synchronization

/// Compares many pairs of texts, in parallel, with results delivered in input order.
package struct PairsJob: Sendable {
  package var options: DriftOptions
  package var context: RunContext

  package init(options: DriftOptions = DriftOptions(), context: RunContext) {
    self.options = options
    self.context = context
  }

  /// Two texts in UTF-8, with their titles where there are any.
  package struct Pair: Sendable {
    package var a: [UInt8]
    package var b: [UInt8]
    package var titles: ArticleTitles

    package init(a: [UInt8], b: [UInt8], titles: ArticleTitles = ArticleTitles()) {
      self.a = a
      self.b = b
      self.titles = titles
    }
  }

  /// Pairs that a thread takes at a time: enough that taking costs nothing, few enough that all threads finish together.
  private static let piecePairs = 32

  private struct Worker: ~Copyable {
    let comparer: PairComparer
  }

  /// Compares pairs as they come.
  ///
  /// `next` gives some at a time, numbered from 0, nil after the last; `pair` gives the texts of one, nil when it cannot be read;
  /// `write` makes what is to be delivered of it and of the comparison. These are called from any thread, `deliver` with the
  /// outputs of some pairs at a time, in input order. What was delivered is not kept.
  ///
  /// - Throws: what `next` and `deliver` throw.
  package func run<Item: Sendable, Output: Sendable>(
    next: @Sendable () throws -> (index: Int, items: [Item])?, pair: @Sendable (Item) -> Pair?,
    write: @Sendable (Item, PairComparison?) -> Output, deliver: @Sendable ([Output]) throws -> Void
  ) throws {
    let delivery = OrderedDelivery<[Output]>()
    let options = options
    _ = try Parallel.map(context.threads, in: context, makeState: { Worker(comparer: PairComparer(options: options)) }) {
      _, worker in
      while let piece = try next() {
        if context.isCancelled() { throw RunCancelled() }
        let outputs = piece.items.map { item in
          write(item, pair(item).map { worker.comparer.compare($0.a, $0.b, titles: $0.titles) })
        }
        try delivery.put(outputs, at: piece.index, deliver: deliver)
      }
    }
  }

  /// The numbers below `count`, some at a time, for pairs that are in memory.
  package static func numbers(below count: Int) -> @Sendable () -> (index: Int, items: [Int])? {
    let pieces = Parallel.pieces(of: count, size: piecePairs)
    let next = NextPiece()
    return {
      let piece = next.take()
      return piece < pieces.count ? (piece, Array(pieces[piece])) : nil
    }
  }
}

/// Counts pieces that threads take.
private final class NextPiece: Sendable {
  private let number = Atomic(0)

  func take() -> Int { number.add(1, ordering: .relaxed).oldValue }
}

/// How an article differs from another: relation, similarity, drift.
package struct PairComparison: Sendable {
  package let relation: PairRelation
  package let drift: DriftReport

  package init(relation: PairRelation, drift: DriftReport) {
    self.relation = relation
    self.drift = drift
  }

  /// The findings as they are given out, now that the relation is known; none below `least`.
  init(_ relation: PairRelation, _ found: DriftReport, least: DriftSeverity) {
    self.relation = relation
    var drift = found
    // Two fillings of one form have other figures and names, and of texts that have nothing to do with each other nothing "became"
    // anything, nor of two reports that tell the same in words of their own; quotations are the speaker's whoever prints them.
    switch relation.relation {
    case .template: drift.takeBack([.number, .time, .unit, .name], least: least)
    case .sharedQuotes where found.isFree: drift.takeBack(Self.ofVersions, least: least)
    case .sharedQuotes where !found.isCopied: drift.takeBackNames(least: least)
    case .unrelated: drift.takeBack(Self.ofVersions, least: least)
    default: break
    }
    self.drift = drift
  }

  /// What can only have changed from one version of a text to another.
  private static let ofVersions = Set(DriftCategory.allCases).subtracting([.quotation])

  /// Whatever a rule points at: a place that is given out begins and ends between characters.
  func wholeCharacters(_ a: Span<UInt8>, _ b: Span<UInt8>) -> PairComparison {
    var drift = drift
    for index in drift.findings.indices {
      drift.findings[index].a = drift.findings[index].a.map { .init(a.wholeCharacters($0.range)) }
      drift.findings[index].b = drift.findings[index].b.map { .init(b.wholeCharacters($0.range)) }
    }
    return PairComparison(relation: relation, drift: drift)
  }
}

/// Compares pairs of articles, one after the other; one for each thread.
package final class PairComparer {
  private let analyzer: DriftAnalyzer
  private let least: DriftSeverity
  private var judge = RelationJudge()
  private var reader = BodyReader(detector: BoilerplateDetector.standard)

  package init(options: DriftOptions) {
    analyzer = DriftAnalyzer(options: options)
    least = options.minimumSeverity
  }

  package func compare(_ a: String, _ b: String) -> PairComparison { compare(Array(a.utf8), Array(b.utf8)) }

  /// Compares two texts in UTF-8: how B relates to A, and what it changed.
  package func compare(_ a: [UInt8], _ b: [UInt8], titles: ArticleTitles = ArticleTitles()) -> PairComparison {
    compare(reader.body(a, title: titles.a), reader.body(b, title: titles.b), of: (a, b), titles)
  }

  /// As ``compare(_:_:titles:)``, for whoever asks for the relation and the findings alone: articles of one body, which have none,
  /// are not aligned.
  package func changes(_ a: [UInt8], _ b: [UInt8], titles: ArticleTitles = ArticleTitles()) -> PairComparison {
    let bodyOfA = reader.body(a, title: titles.a), bodyOfB = reader.body(b, title: titles.b)
    guard a == b, bodyOfA.isRead(as: bodyOfB), !analyzer.mayTell(titles, of: bodyOfA.body) else {
      return compare(bodyOfA, bodyOfB, of: (a, b), titles)
    }
    return PairComparison(relation: judge.judge(bodyOfA, bodyOfB, titles: titles), drift: .none)
  }

  private func compare(
    _ bodyOfA: ArticleBody, _ bodyOfB: ArticleBody, of texts: (a: [UInt8], b: [UInt8]), _ titles: ArticleTitles
  ) -> PairComparison {
    let (a, b) = texts
    let read = judge.read(bodyOfA, bodyOfB, titles: titles)
    var relation = read.relation
    let isCut = bodyOfA.text.count < a.count || bodyOfB.text.count < b.count
    // Equal as far as they are read, and different behind that.
    if isCut, relation.relation == .identical, a != b { relation.relation = .edited }
    let drift = analyzer.compare(read.a, read.b, titles: titles)
    return PairComparison(relation, drift, least: least).wholeCharacters(a.span, b.span)
  }
}

/// The relation of one article to another and the numbers behind it.
package struct PairRelation: Sendable {
  package var relation: Relation
  package var evidence: PairEvidence

  package init(relation: Relation, evidence: PairEvidence) {
    self.relation = relation
    self.evidence = evidence
  }

  /// The relation that measures alone decide, and whether B says of itself that it is a new version.
  init(_ evidence: PairEvidence, isRevision: Bool) {
    var setting = PairSetting()
    setting.isRevision = isRevision
    self.init(relation: RelationRule().decide(evidence, setting).relation, evidence: evidence)
  }

  /// The numbers by the names of the output, 0...1.
  package var similarity: [(name: String, value: Double)] {
    [
      ("resemblance", evidence.copy.resemblance),
      ("containment_a_in_b", evidence.copy.containmentOfA),
      ("containment_b_in_a", evidence.copy.containmentOfB),
      ("story", evidence.similarity),
      ("kept_names", min(1, evidence.template.keptNames)),
      ("kept_words", min(1, evidence.template.keptWords)),
      ("form", evidence.template.form),
      ("sentences_a_in_b", evidence.coverageOfA),
      ("sentences_b_in_a", evidence.coverageOfB),
      ("sentence_order", evidence.order),
      ("retold", evidence.retelling.retold),
      ("retold_in_order", evidence.retelling.retoldInOrder),
      ("lead", evidence.retelling.lead),
      ("verbatim_outside_quotes", evidence.verbatimOutsideQuotes),
    ].map { ($0.0, Double($0.1)) }
  }
}

/// Judges how pairs of texts relate.
///
/// One for each thread.
package struct RelationJudge: ~Copyable {
  private var meter = PairMeter()

  package init() {}

  /// The relation of B to A.
  ///
  /// Linear in their lengths.
  package mutating func judge(_ a: ArticleBody, _ b: ArticleBody, titles: ArticleTitles = ArticleTitles()) -> PairRelation {
    read(a, b, titles: titles).relation
  }

  /// The relation of B to A, and both without what the pair shows to be the page's: lists that change beside one article.
  mutating func read(
    _ a: ArticleBody, _ b: ArticleBody, titles: ArticleTitles
  ) -> (relation: PairRelation, a: ArticleBody, b: ArticleBody) {
    let isRevision = isRevision(b.text, title: titles.b) && !isRevision(a.text, title: titles.a)
    let first = article(a), second = a.isRead(as: b) ? first : article(b)
    let evidence = meter.measure(first, second)
    guard !evidence.copy.isIdentical, let lists = meter.widgets(first, second, evidence.copy) else {
      return (PairRelation(evidence, isRevision: isRevision), a, b)
    }
    let bare = (a: a.without(lists.a), b: b.without(lists.b))
    var relation = PairRelation(meter.measure(article(bare.a), article(bare.b)), isRevision: isRevision)
    if relation.relation == .identical { relation.relation = .reprint }
    return (relation, bare.a, bare.b)
  }

  private func isRevision(_ text: [UInt8], title: [UInt8]) -> Bool {
    RevisionMarker.marks(text[...]) || RevisionMarker.marks(title[...])
  }

  private mutating func article(_ body: ArticleBody) -> PairMeter.Article {
    let reading = body.reading
    let padded = reading + [UInt8](repeating: 0, count: ArticleBatch.padding)
    let article = meter.article(padded, 0..<reading.count, excluding: body.boilerplate.map { $0.range.indices })
    return article.words > 0 ? article : meter.article(padded, 0..<reading.count)
  }
}
