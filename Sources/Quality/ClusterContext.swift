package import Articles
package import Credits
package import Drift

/// What is known of an article from its cluster: the version it goes back to and what changed since.
package struct ClusterContext: Sendable {
  /// Whether the article is a machine's rewrite of another one of its story.
  package var isMachineRewrite: Bool
  /// Credits of the original; nil when the original is not known or is this article.
  package var original: WireAttribution?
  /// What drift found between the original and this article.
  package var drift: [DriftEvidence]

  package init(isMachineRewrite: Bool, original: WireAttribution?, drift: [DriftEvidence]) {
    self.isMachineRewrite = isMachineRewrite
    self.original = original
    self.drift = drift
  }
}

/// A drift finding as far as quality needs it.
package struct DriftEvidence: Sendable, Hashable {
  /// The part of the rule that speaks.
  package var rule: DriftRuleID
  package var severity: FlagSeverity
  /// 0 to 1, how sure drift is of it.
  package var confidence: Double
  package var message: String
  /// Bytes of this article's text; empty when the words are missing here.
  package var range: ByteRange

  package init(rule: DriftRuleID, severity: FlagSeverity, confidence: Double, message: String, range: ByteRange) {
    self.rule = rule
    self.severity = severity
    self.confidence = confidence
    self.message = message
    self.range = range
  }

  package var category: DriftCategory { rule.category }

  /// Whether any rule looks at the finding: terms replaced by misfits and whatever is serious, but for whole sentences more or less.
  package var countsForFlags: Bool {
    switch category {
    case .addition, .omission: false
    default: severity > .minor || isMisfit
    }
  }

  /// A word that no lexicon takes for the replaced one, as a thesaurus gives it.
  ///
  /// A wider, narrower or like word is what editors choose as well; and where the words around it differ too, the two need not
  /// stand for each other.
  package var isMisfit: Bool {
    [.termUnrelated, .termSibling, .termDefinition].contains(rule) && confidence >= Self.samePlace
      && !range.isEmpty
  }

  /// Confidence from which two unrelated words stand in one place, even in sentences that differ otherwise.
  private static let samePlace = 0.2
}
