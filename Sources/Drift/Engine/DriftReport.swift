import Articles
package import Alignment
import Text

/// What a comparison found.
package struct DriftReport: Sendable {
  package let alignment: ArticleAlignment
  /// The bytes of every sentence, in order.
  package internal(set) var sentencesOfA: [Range<Int>]
  package internal(set) var sentencesOfB: [Range<Int>]
  /// Mean closeness L of the aligned passages, weighted by their words; 0 when nothing is aligned.
  package let closeness: Double
  /// Serious ones first, then in the order of `a`.
  package var findings: [DriftFinding] = []

  init(alignment: ArticleAlignment, closeness: Double, a: LinguisticText, b: LinguisticText) {
    self.alignment = alignment
    self.closeness = closeness
    sentencesOfA = a.sentences.map(a.byteRange)
    sentencesOfB = b.sentences.map(b.byteRange)
  }

  /// Makes findings of some categories minor, for articles that turn out to be no versions of one story.
  ///
  /// A few sentences are taken for versions of each other whatever they have in common.
  package mutating func takeBack(_ categories: Set<DriftCategory>, least: DriftSeverity) {
    takeBack(least: least) { categories.contains($0.category) }
  }

  private mutating func takeBack(least: DriftSeverity, _ isMeant: (DriftFinding) -> Bool) {
    guard Self.isArticle(sentencesOfA), Self.isArticle(sentencesOfB) else { return }
    findings = findings.compactMap { finding in
      guard isMeant(finding) else { return finding }
      var minor = finding
      minor.severity = .minor
      return least == .minor ? minor : nil
    }
  }

  /// Whether the passages that stand for each other have hardly more than their subject in common.
  package var isFree: Bool { closeness < DriftTuning.standard.articles.free }

  /// Whether the passages that stand for each other are copies of each other.
  package var isCopied: Bool { closeness >= DriftTuning.standard.articles.copied }

  /// Makes minor what says that one name took another's place: in two reports of two things in like words it did not.
  package mutating func takeBackNames(least: DriftSeverity) {
    takeBack(least: least) { $0.rule == .nameReplaced || $0.rule == .nameExchanged }
  }

  /// Whether one of the texts is an article, whatever the other is.
  var isOfArticle: Bool { Self.isArticle(sentencesOfA) || Self.isArticle(sentencesOfB) }

  /// Several sentences, or a table or list of their length.
  private static func isArticle(_ sentences: [Range<Int>]) -> Bool {
    let tuning = DriftTuning.standard.articles
    guard let first = sentences.first, let last = sentences.last else { return false }
    return sentences.count >= tuning.sentences || last.upperBound - first.lowerBound >= tuning.bytes
  }

  /// How many aligned passages stand in another order.
  package var movedPassages: Int { alignment.pairs.count { $0.moved } }

  /// How many sentences of each article have a counterpart.
  package var alignedSentences: (a: Int, b: Int) {
    (sentencesOfA.count - alignment.onlyInA.count, sentencesOfB.count - alignment.onlyInB.count)
  }
}
