package import Alignment

/// One kind of change and how to see it in a pair of aligned sentences.
///
/// A rule is made once a session (``init(resources:)`` may look up words and keep their numbers) and is then asked about
/// every aligned pair. It must be deterministic, must not depend on the order of pairs, and must report the mirrored
/// finding for the mirrored pair unless its explanation says otherwise.
///
/// To add a rule: one file in `Rules`, one line in ``DriftRules/all``, one test.
package protocol DriftRule {
  /// The category that `newsprint explain` files the rule under (a rule may report neighbouring categories too).
  static var category: DriftCategory { get }
  static var explanation: RuleExplanation { get }

  init(resources: DriftResources)

  /// Reports what the rule finds in one pair of aligned sentences.
  func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector)

  /// Reports what shows only over the whole pair of articles; most rules need nothing here.
  func examineDocument(_ context: DriftContext, report: inout FindingCollector)
}

extension DriftRule {
  package func examineDocument(_ context: DriftContext, report: inout FindingCollector) {}
}

/// What `newsprint explain CATEGORY` prints.
package struct RuleExplanation: Sendable {
  /// What the category means, a sentence or two.
  package var definition: String
  /// A sentence and its changed copy, invented.
  package var example: (a: String, b: String)
  /// What the rule cannot see and where it errs.
  package var limits: String

  package init(definition: String, example: (a: String, b: String), limits: String) {
    self.definition = definition
    self.example = example
    self.limits = limits
  }
}
