import Articles
package import Alignment

/// Words, or a whole attributed claim, that only the first text has.
///
/// Confidence and limits stand at ``PassageChanges`` and in its tuning; never above minor.
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

  private let changes: PassageChanges

  package init(resources: DriftResources) { changes = PassageChanges(.a, resources) }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    changes.examine(pair, rule: .omissionWords, report: &report) { "“\($0)” is missing." }
  }

  package func examineDocument(_ context: DriftContext, report: inout FindingCollector) {
    changes.examineDocument(
      context, rule: .omissionClaim, confidence: DriftTuning.standard.passages.lostClaim, report: &report
    ) { "Missing with its source: “\($0)”" }
  }
}
