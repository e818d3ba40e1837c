package import Articles
package import Drift
internal import RealModule

/// One defect of an article, with its place.
package struct QualityFlag: Sendable, Hashable {
  package var flag: FlagID
  package var severity: DriftSeverity
  /// What is wrong, one sentence.
  package var message: String
  /// Bytes of the article's text; empty where something is missing or the whole text is meant.
  package var range: ByteRange
  /// The words at `range`.
  package var text: String

  package init(flag: FlagID, severity: DriftSeverity, message: String, range: ByteRange, text: String) {
    self.flag = flag
    self.severity = severity
    self.message = message
    self.range = range
    self.text = text
  }
}

/// The flags of one article and the score that ranks it.
package struct QualityReport: Sendable, Hashable {
  /// 0 (clean) to 1, see ``QualityScore``.
  package var score: Double
  /// In the order of the text.
  package var flags: [QualityFlag]
  /// Words of the article, which the score goes by.
  private var words: Int

  package init(score: Double, flags: [QualityFlag], words: Int = 0) {
    self.score = score
    self.flags = flags
    self.words = words
  }

  /// Makes one kind of flag minor, adds the reason to its message and weighs the article anew.
  package mutating func lower(_ flag: FlagID, because reason: String) {
    for index in flags.indices where flags[index].flag == flag {
      flags[index].severity = .minor
      flags[index].message += " \(reason)"
    }
    score = QualityScore.score(flags, rules: QualityRules.all, words: words)
  }
}

/// How flags become a score.
///
/// A rule's strength is that of its gravest finding, 0.2, 0.6 or 1 for minor, major and critical; further findings close up to
/// half of the gap to 1, by 1 - exp(-n / 8), where n is their number, or their number in 400 words for rules whose findings grow
/// with the text: a long page does not lead by its length. The score is 1 - product over the rules of (1 - weight * strength): a
/// rule alone reaches its weight at most, and rules add to each other with falling effect. The score ranks articles; it is no
/// probability.
package enum QualityScore {
  package static func score(_ flags: [QualityFlag], rules: [any QualityRule], words: Int) -> Double {
    let tuning = QualityTuning.standard
    var clean = 1.0
    for rule in rules {
      let severities = flags.lazy.filter { $0.flag == rule.id }.map { value(of: $0.severity) }
      guard let worst = severities.max() else { continue }
      let length = rule.growsWithLength ? max(1, Double(words) / tuning.findingWords) : 1
      // Graver findings among the further ones count for more.
      let further = max(0, severities.reduce(0, +) / worst - 1) / length
      let strength = worst + (1 - worst) * tuning.furtherFindings * (1 - .exp(-further / tuning.manyFindings))
      clean *= 1 - rule.weight * strength
    }
    return 1 - clean
  }

  /// The severity as a share of certainty that the article is bad.
  private static func value(of severity: DriftSeverity) -> Double {
    switch severity {
    case .minor: QualityTuning.standard.minor
    case .major: QualityTuning.standard.major
    case .critical: 1
    }
  }
}

/// The flags; the raw value is the word in every output.
package enum FlagID: String, CaseIterable, Sendable {
  case noArticle = "no-article"
  case scraperResidue = "scraper-residue"
  case titleRepeated = "title-repeated"
  case stumpHeading = "stump-heading"
  case truncatedText = "truncated-text"
  case brokenSentence = "broken-sentence"
  case repeatedParagraph = "repeated-paragraph"
  case mojibake
  case markup
  case languageMix = "language-mix"
  case inconsistentName = "inconsistent-name"
  case chatbotLeftover = "chatbot-leftover"
  case torturedPhrase = "tortured-phrase"
  case seriousDrift = "serious-drift"
  case alteredQuotation = "altered-quotation"
  case creditDropped = "credit-dropped"
  case machineRewrite = "machine-rewrite"
}
