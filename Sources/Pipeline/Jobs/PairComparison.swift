internal import Boilerplate
package import Drift
internal import Files
internal import Relations
internal import Stories
internal import Text

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
    // Two fillings of one form have other figures and names, unless they speak of the same people and places, and of texts that
    // have nothing to do with each other nothing "became" anything, nor of two reports that tell the same in words of their own;
    // quotations are the speaker's whoever prints them.
    switch relation.relation {
    case .template where relation.evidence.template.keptNames < PairTuning.namesOfForm:
      drift.takeBack([.number, .time, .unit, .name], least: least)
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
  private var recent = RecentTexts<PairSide>()

  package init(options: DriftOptions) {
    analyzer = DriftAnalyzer(options: options)
    least = options.minimumSeverity
  }

  package func compare(_ a: String, _ b: String) -> PairComparison { compare(Array(a.utf8), Array(b.utf8)) }

  /// Compares two texts in UTF-8: how B relates to A, and what it changed.
  package func compare(_ a: [UInt8], _ b: [UInt8], titles: ArticleTitles = ArticleTitles()) -> PairComparison {
    compare(side(a, title: titles.a), side(b, title: titles.b), of: (a, b), titles)
  }

  /// As ``compare(_:_:titles:)``, for whoever asks for the relation and the findings alone: articles of one body, which have
  /// none, are not aligned.
  package func changes(_ a: [UInt8], _ b: [UInt8], titles: ArticleTitles = ArticleTitles()) -> PairComparison {
    let sideOfA = side(a, title: titles.a), sideOfB = side(b, title: titles.b)
    guard a == b, sideOfA.body.isRead(as: sideOfB.body), !analyzer.mayTell(titles, of: sideOfA.body.body) else {
      return compare(sideOfA, sideOfB, of: (a, b), titles)
    }
    return PairComparison(relation: judge.read(sideOfA, sideOfB).relation, drift: .none)
  }

  private func side(_ text: [UInt8], title: [UInt8]) -> PairSide {
    recent.value(of: text, title: title) { judge.side(reader.body($0, title: title), title: title) }
  }

  private func compare(
    _ sideOfA: PairSide, _ sideOfB: PairSide, of texts: (a: [UInt8], b: [UInt8]), _ titles: ArticleTitles
  ) -> PairComparison {
    let (a, b) = texts
    let read = judge.read(sideOfA, sideOfB)
    var relation = read.relation
    let isCut = sideOfA.body.text.count < a.count || sideOfB.body.text.count < b.count
    // Equal as far as they are read, and different behind that.
    if isCut, relation.relation == .identical, a != b { relation.relation = .edited }
    let drift = analyzer.compare(read.a, read.b, titles: titles)
    return PairComparison(relation, drift, least: least).wholeCharacters(a.span, b.span)
  }
}
