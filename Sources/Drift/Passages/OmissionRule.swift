import Articles
package import Alignment

/// Words, or a whole attributed claim, that only the first text has.
///
/// Confidence: .12 + .25 max(0, L - .6) for words inside an aligned sentence, never above minor; .45 for a sentence with an attributed
/// claim that has no counterpart, where most of the article has one.
package struct OmissionRule: DriftRule {
  package static let category = DriftCategory.omission
  package static let languages = LanguageScope.all
  package static let explanation = RuleExplanation(
    definition: "The second text leaves out something that the first says.",
    example: ("The new bridge reopened on Monday, the council said.", "The bridge reopened on Monday."),
    limits: """
      Shortening is ordinary editing, hence never more than minor. What was left out inside a sentence is not judged, except where \
      negation, modality, attribution, figures or names are concerned: those have rules of their own.
      """)

  private let knowledge: WordKnowledge
  private let claims: ClaimFinder

  package init(resources: DriftResources) {
    knowledge = resources.knowledge
    claims = ClaimFinder(resources)
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    guard pair.a.count > 0 else { return }
    let runs = UnalignedRuns.runs(
      count: pair.a.count, isFree: { pair.match(a: $0) == nil && !report.explains(a: $0) },
      isContent: { !knowledge.isLight(pair.a.ids[$0]) })
    for run in runs where run.content > 0 {
      report.report(
        .omissionWords, confidence: 0.12 + 0.25 * max(0, pair.closeness - 0.6), a: run.positions, b: nil,
        "“\(pair.a.string(run.positions))” is missing.")
    }
  }

  package func examineDocument(_ context: DriftContext, report: inout FindingCollector) {
    guard context.isMostlyAligned else { return }
    for sentence in context.alignment.onlyInA where claims.isAttributedClaim(context.a, sentence) {
      report.reportTokens(
        .omissionClaim, confidence: 0.45, a: sentence, b: nil,
        "Missing with its source: “\(ClaimFinder.beginning(context.a, sentence))”")
    }
  }
}
