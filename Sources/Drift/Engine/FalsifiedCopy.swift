/// A copy that turns several statements round was falsified, and what else was replaced in it was replaced on purpose.
///
/// A writer who retells a text seldom turns a statement round, and an update does so once; nobody does both twice in a few
/// sentences by chance. There a suspicion that says little elsewhere counts: another word that no lexicon links, a figure more,
/// another quotation.
enum FalsifiedCopy {
  /// Findings that turn a statement round.
  private static let reversals: Set<DriftCategory> = [.polarity, .negation]
  /// Something in the place of something else, or a figure where there was none.
  private static let replacements: Set<DriftRuleID> = [
    .polarityAffix, .polarityAntonym, .polarityCluster, .polarityDerived, .polarityKind, .polarityListed, .polarityNegative,
    .polarityStance, .polarityStray, .polaritySynonym, .polarityValence, .termContrast,
    .termDefinition, .termInstance, .termReplaced, .termSibling, .termUnrelated,
    .numberAdded, .numberLost, .numberBound, .numberValue,
    .quotationAltered, .nameReplaced, .nameExchanged, .degreeScale, .degreeQuantifier, .modalityVerb, .attributionSpeaker,
  ]

  /// Whether an article is enough of a copy.
  static func mayBe(closeness: Double) -> Bool { closeness >= DriftTuning.standard.falsified.closeness }

  /// The findings, with suspicions raised where the copy is a falsified one; `passages` is the number of aligned passages.
  static func weigh(_ findings: [DriftFinding], passages: Int, closeness: Double, options: DriftOptions) -> [DriftFinding] {
    guard mayBe(closeness: closeness) else { return findings }
    let tuning = DriftTuning.standard.falsified
    let turned = findings.count { reversals.contains($0.category) && $0.confidence >= options.preset.threshold }
    guard turned >= tuning.reversals, turned * tuning.passages >= passages else { return findings }
    return findings.map { finding in
      guard finding.confidence >= tuning.suspicion, finding.confidence < options.preset.threshold,
        replacements.contains(finding.rule)
      else { return finding }
      var raised = finding
      raised.confidence = options.preset.threshold
      raised.severity = options.severity(of: finding.rule, confidence: raised.confidence)
      return raised
    }
  }
}
