package import Alignment
import Articles
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

  /// What is said of two articles of one text where nobody asks for their sentences.
  package static let none = DriftReport()

  private init() { (alignment, sentencesOfA, sentencesOfB, closeness) = (ArticleAlignment(), [], [], 1) }

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

/// One change that the copying made, with the words on both sides.
package struct DriftFinding: Sendable, Hashable {
  /// UTF-8 bytes of a text as it came in.
  package struct Span: Sendable, Hashable {
    package var start: Int
    package var end: Int

    package init(_ range: Range<Int>) {
      start = range.lowerBound
      end = range.upperBound
    }

    package var range: Range<Int> { start..<end }
  }

  /// Which part of a rule spoke.
  package var rule: DriftRuleID
  package var severity: DriftSeverity
  /// 0 to 1; what the preset's thresholds cut.
  package var confidence: Double
  /// The words of the first text, or nil when the change is an addition.
  package var a: Span?
  /// The words of the second text, or nil when the change is an omission.
  package var b: Span?
  /// One sentence for people.
  package var message: String
  /// How often the same change occurs in the pair of articles; the spans are its first occurrence.
  package var count = 1

  package var category: DriftCategory { rule.category }

  package init(
    rule: DriftRuleID, severity: DriftSeverity, confidence: Double, a: Span?, b: Span?, message: String, count: Int = 1
  ) {
    self.rule = rule
    self.severity = severity
    self.confidence = confidence
    self.a = a
    self.b = b
    self.message = message
    self.count = count
  }
}

/// What kind of change a finding is; the raw value is the word in every output.
package enum DriftCategory: String, CaseIterable, Sendable {
  case number, time, unit, name, quotation, negation, polarity, degree, modality, attribution
  case pronoun, agency, term, addition, omission, tense, language, fluency
}

/// How bad a change is.
package enum DriftSeverity: String, CaseIterable, Sendable, Comparable {
  /// Wording; the fact stands.
  case minor
  /// A fact differs.
  case major
  /// The meaning is reversed, or a quotation or figure that readers rely on is wrong.
  case critical

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .minor: 0
    case .major: 1
    case .critical: 2
    }
  }
}

/// Where confidence becomes severity, and what is reported at all.
package struct DriftOptions: Sendable, Hashable {
  package enum Preset: String, CaseIterable, Sendable {
    /// Few false alarms: a finding is serious from confidence .65.
    case precise
    /// More found and more to look at: serious from .55.
    case sensitive

    /// Confidence from which a finding is at least major.
    package var threshold: Double {
      switch self {
      case .precise: DriftTuning.standard.findings.precise
      case .sensitive: DriftTuning.standard.findings.sensitive
      }
    }
  }

  package var preset = Preset.precise
  package var minimumSeverity = DriftSeverity.minor
  /// The categories to report, or nil for all.
  package var categories: Set<DriftCategory>?

  /// Confidence from which a finding is critical, in both presets.
  package static let criticalThreshold = DriftTuning.standard.findings.critical

  package init() {}

  /// How bad a change is: by its meaning, as far as it is sure that there is one.
  package func severity(of rule: DriftRuleID, confidence: Double) -> DriftSeverity {
    guard confidence >= preset.threshold else { return .minor }
    return confidence >= Self.criticalThreshold ? rule.gravity : min(rule.gravity, .major)
  }
}
