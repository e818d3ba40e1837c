internal import Stories
internal import Copies
internal import Articles
package import Drift
package import Relations
package import Boilerplate

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
    let isRevision = isRevision(b.text, title: titles.b) && !isRevision(a.text, title: titles.a)
    return PairRelation(meter.measure(article(a), article(b)), isRevision: isRevision)
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
