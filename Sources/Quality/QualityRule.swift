internal import Articles
internal import Drift

/// One kind of defect.
///
/// A rule is a file of its own and a line in ``QualityRules/all``.
package protocol QualityRule: Sendable {
  /// The flag that it raises.
  var id: FlagID { get }
  /// What the flag means, one or two sentences.
  var definition: String { get }
  /// An invented example.
  var example: String { get }
  /// When it is wrong or silent.
  var limits: String { get }
  /// The most that the rule adds to the score, 0...1.
  var weight: Double { get }
  /// Whether a longer text has more findings of the same quality, see ``QualityScore``.
  var growsWithLength: Bool { get }

  /// The defects of `article`, one finding for one cause, in any order; `cluster` is nil for an article on its own.
  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag]
}

extension QualityRule {
  package var growsWithLength: Bool { false }

  func flag(_ article: QualityArticle, _ range: Range<Int>, _ severity: DriftSeverity, _ message: String) -> QualityFlag {
    article.flag(id, range, severity, message)
  }
}

/// All rules in the order in which they are asked.
package enum QualityRules {
  package static let all: [any QualityRule] = [
    NoArticleRule(), ScraperResidueRule(), RepeatedTitleRule(), StumpHeadingRule(), TruncatedTextRule(), BrokenSentenceRule(),
    RepeatedParagraphRule(), MojibakeRule(), MarkupRule(), LanguageMixRule(), InconsistentNameRule(),
    ChatbotLeftoverRule(), TorturedPhraseRule(), SeriousDriftRule(), AlteredQuotationRule(), CreditDroppedRule(),
    MachineRewriteRule(),
  ]

  package static func rule(_ id: FlagID) -> (any QualityRule)? { all.first { $0.id == id } }
}

/// Flags articles.
///
/// A value without state.
package struct QualityInspector: Sendable {
  private let rules = QualityRules.all

  package init() {}

  /// The flags of `article` in the order of the text, and its score.
  ///
  /// What is no article has no other flags of its own text: they would be defects of a page that nobody wants.
  package func inspect(_ article: QualityArticle, cluster: ClusterContext? = nil) -> QualityReport {
    var flags: [QualityFlag] = []
    for rule in rules {
      flags += rule.flags(in: article, cluster: cluster).prefix(QualityTuning.standard.mostFindings).map { flag in
        // No editor mends what readers wrote below an article.
        var flag = flag
        if article.isInComments(flag) { flag.severity = .minor }
        return flag
      }
      if rule.id == .noArticle, !flags.isEmpty { break }
    }
    let score = QualityScore.score(flags, rules: rules, words: article.words.count)
    // Rules keep their order where flags begin at the same place.
    let ordered = flags.enumerated().sorted { ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset) }
    return QualityReport(score: score, flags: ordered.map(\.element), words: article.words.count)
  }
}
