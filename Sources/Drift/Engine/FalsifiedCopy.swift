/// A copy that turns several statements round was falsified, and what else was replaced in it was replaced on purpose.
///
/// A writer who retells a text seldom turns a statement round, and an update does so once; nobody does both twice in a few
/// sentences by chance. There a suspicion that says little elsewhere counts: another word that no lexicon links, a figure more,
/// another quotation. In an article that was copied word for word two facts that were changed make another word suspicious, too.
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

  /// What in an article that was copied word for word is seldom changed twice but on purpose: facts, and what is quoted.
  private static let facts: Set<DriftCategory> = [
    .polarity, .negation, .degree, .number, .unit, .time, .quotation, .term, .agency,
  ]
  /// Another word, and a statement turned round that the rest of its sentence left in doubt.
  private static let words: Set<DriftRuleID> = [
    .polarityListed, .negationHead, .degreeComparative, .termContrast, .termDefinition, .termReplaced, .termSibling,
    .termUnrelated,
  ]

  /// Whether an article is enough of a copy.
  private static func mayBe(closeness: Double) -> Bool { closeness >= DriftTuning.standard.falsified.closeness }

  /// Whether one of the findings would be raised if the others, which are not among them, showed a falsified copy.
  static func mayRaise(_ findings: [DriftFinding], closeness: Double, options: DriftOptions) -> Bool {
    let tuning = DriftTuning.standard.falsified
    return mayBe(closeness: closeness)
      && findings.contains {
        isSuspicion($0, of: replacements, from: tuning.suspicion, options)
          || isSuspicion($0, of: words, from: tuning.doubt, options)
      }
  }

  private static func isSuspicion(
    _ finding: DriftFinding, of rules: Set<DriftRuleID>, from least: Double, _ options: DriftOptions
  ) -> Bool {
    finding.confidence >= least && finding.confidence < options.preset.threshold && rules.contains(finding.rule)
  }

  /// The findings, with suspicions raised where the copy is a falsified one; `passages` is the number of aligned passages.
  static func weigh(_ findings: [DriftFinding], passages: Int, closeness: Double, options: DriftOptions) -> [DriftFinding] {
    guard mayBe(closeness: closeness) else { return findings }
    let tuning = DriftTuning.standard.falsified
    let serious = findings.filter { $0.confidence >= options.preset.threshold }
    let turned = serious.count { reversals.contains($0.category) }
    if turned >= tuning.reversals, turned * tuning.passages >= passages {
      return raise(findings, of: replacements, from: tuning.suspicion, options)
    }
    guard closeness >= tuning.verbatim, serious.count(where: { facts.contains($0.category) }) >= tuning.facts else {
      return findings
    }
    return raise(findings, of: turned > 0 ? words : [.termReplaced], from: tuning.doubt, options)
  }

  private static func raise(
    _ findings: [DriftFinding], of rules: Set<DriftRuleID>, from least: Double, _ options: DriftOptions
  ) -> [DriftFinding] {
    findings.map { finding in
      guard isSuspicion(finding, of: rules, from: least, options) else { return finding }
      var raised = finding
      raised.confidence = options.preset.threshold
      raised.severity = options.severity(of: finding.rule, confidence: raised.confidence)
      return raised
    }
  }
}
