internal import Articles
package import Boilerplate
internal import Copies
package import Drift
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

/// The relation of one article to another and the numbers behind it.
package struct PairRelation: Sendable {
  package var relation: Relation
  package var evidence: PairEvidence

  package init(relation: Relation, evidence: PairEvidence) {
    self.relation = relation
    self.evidence = evidence
  }

  /// The relation that the measures and what is known beside them decide.
  init(_ evidence: PairEvidence, _ setting: PairSetting) {
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

/// One article of a pair, read once, whatever it is compared with.
final class PairSide {
  let body: ArticleBody
  /// Its words, ready to be measured.
  let measured: PairMeter.Article
  /// Whether it says at its head that it is an update or a correction, and whether it says that there is more of it elsewhere.
  let isRevision: Bool
  let isStub: Bool

  init(body: ArticleBody, measured: PairMeter.Article, isRevision: Bool, isStub: Bool) {
    self.body = body
    self.measured = measured
    self.isRevision = isRevision
    self.isStub = isStub
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
    read(side(a, title: titles.a), side(b, title: titles.b)).relation
  }

  /// All that is known of an article before it is compared.
  mutating func side(_ body: ArticleBody, title: [UInt8]) -> PairSide {
    PairSide(
      body: body, measured: article(body),
      isRevision: RevisionMarker.marks(body.text[...]) || RevisionMarker.marks(title[...]),
      isStub: StubMarks.standard.isStub(body.text.span))
  }

  /// The relation of B to A, and both without what the pair shows to be the page's: lists that change beside one article.
  mutating func read(_ a: PairSide, _ b: PairSide) -> (relation: PairRelation, a: ArticleBody, b: ArticleBody) {
    var setting = PairSetting()
    setting.isRevision = b.isRevision && !a.isRevision
    setting.isCut = b.isStub && !a.isStub
    let evidence = meter.measure(a.measured, b.measured)
    guard !evidence.copy.isIdentical, let lists = meter.widgets(a.measured, b.measured, evidence.copy) else {
      return (PairRelation(evidence, setting), a.body, b.body)
    }
    let bare = (a: a.body.without(lists.a), b: b.body.without(lists.b))
    var relation = PairRelation(meter.measure(article(bare.a), article(bare.b)), setting)
    if relation.relation == .identical { relation.relation = .reprint }
    return (relation, bare.a, bare.b)
  }

  private mutating func article(_ body: ArticleBody) -> PairMeter.Article {
    let reading = body.reading
    let padded = reading + [UInt8](repeating: 0, count: ArticleBatch.padding)
    let article = meter.article(padded, 0..<reading.count, excluding: body.boilerplate.map { $0.range.indices })
    return article.words > 0 ? article : meter.article(padded, 0..<reading.count)
  }
}
