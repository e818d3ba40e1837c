import Articles
package import Alignment

/// Words, or a whole attributed claim, that only the second text has.
///
/// Confidence and limits stand at ``PassageChanges`` and in its tuning; never above minor.
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

  private let changes: PassageChanges

  package init(resources: DriftResources) { changes = PassageChanges(.b, resources) }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    changes.examine(pair, rule: .additionWords, report: &report) { "“\($0)” was added." }
  }

  package func examineDocument(_ context: DriftContext, report: inout FindingCollector) {
    changes.examineDocument(
      context, rule: .additionClaim, confidence: DriftTuning.standard.passages.addedClaim, report: &report
    ) { "Added with its source: “\($0)”" }
  }
}
