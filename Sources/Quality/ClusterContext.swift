package import Credits
package import Drift

/// What is known of an article from its cluster: the version it goes back to and what changed since.
package struct ClusterContext: Sendable {
  /// Whether the article is a machine's rewrite of another version.
  package var isMachineRewrite: Bool
  /// Whether it is the same text as the original but for edits: what differs was changed, not reported anew.
  package var isSameText: Bool
  /// Credits of the original; nil when the original is not known or is this article.
  package var original: WireAttribution?
  /// What drift found between the original, its `a`, and this article, its `b`.
  package var drift: [DriftFinding]

  package init(isMachineRewrite: Bool = false, isSameText: Bool, original: WireAttribution?, drift: [DriftFinding]) {
    self.isMachineRewrite = isMachineRewrite
    self.isSameText = isSameText
    self.original = original
    self.drift = drift
  }
}

extension DriftFinding {
  /// Whether any flag looks at the finding: terms replaced by misfits and whatever is serious, but for whole sentences more or less.
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
  var isMisfit: Bool {
    let isTerm = rule == .termUnrelated || rule == .termSibling || rule == .termDefinition
    return isTerm && confidence >= Self.samePlace && b != nil
  }

  /// Confidence from which two unrelated words stand in one place, even in sentences that differ otherwise.
  private static let samePlace = 0.2

  /// Bytes of this article's text; empty when the words are missing here.
  var rangeInCopy: Range<Int> { b?.range ?? 0..<0 }
}
