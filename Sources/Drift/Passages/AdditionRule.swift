import Articles
package import Alignment

/// Words, or a whole attributed claim, that only the second text has.
///
/// Confidence: .12 + .25 max(0, L - .6) for words inside an aligned sentence, never above minor; .45 for a sentence with an attributed
/// claim that has no counterpart, where most of the article has one.
package struct AdditionRule: DriftRule {
  package static let category = DriftCategory.addition
  package static let languages = LanguageScope.all
  package static let explanation = RuleExplanation(
    definition: "The second text says something that the first does not say.",
    example: ("The bridge reopened on Monday.", "The ageing bridge reopened on Monday."),
    limits: """
      What was added is not judged: an adjective and a new fact look alike, hence never more than minor. Function words alone are not \
      reported.
      """)

  private let knowledge: WordKnowledge
  private let claims: ClaimFinder

  package init(resources: DriftResources) {
    knowledge = resources.knowledge
    claims = ClaimFinder(resources)
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    guard pair.b.count > 0 else { return }
    let runs = UnalignedRuns.runs(
      count: pair.b.count, isFree: { pair.match(b: $0) == nil && !report.explains(b: $0) },
      isContent: { !knowledge.isLight(pair.b.ids[$0]) })
    for run in runs where run.content > 0 {
      report.report(
        .additionWords, confidence: 0.12 + 0.25 * max(0, pair.closeness - 0.6), a: nil, b: run.positions,
        "“\(pair.b.string(run.positions))” was added.")
    }
  }

  package func examineDocument(_ context: DriftContext, report: inout FindingCollector) {
    guard context.isMostlyAligned else { return }
    for sentence in context.alignment.onlyInB where claims.isAttributedClaim(context.b, sentence) {
      report.reportTokens(
        .additionClaim, confidence: 0.40, a: nil, b: sentence,
        "Added with its source: “\(ClaimFinder.beginning(context.b, sentence))”")
    }
  }
}
