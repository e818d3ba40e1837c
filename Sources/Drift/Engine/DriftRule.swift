package import Alignment
package import Text

/// One kind of change and how to see it in a pair of aligned sentences.
///
/// A rule is made once a session (``init(resources:)`` may look up words and keep their numbers) and is then asked about
/// every aligned pair. It must be deterministic, must not depend on the order of pairs, and must report the mirrored
/// finding for the mirrored pair unless its explanation says otherwise.
///
/// To add a rule: one file in the folder of its subject, one line in ``DriftRules/all``, one test.
package protocol DriftRule {
  /// The category that `newsprint explain` files the rule under (a rule may report neighbouring categories too).
  static var category: DriftCategory { get }
  static var explanation: RuleExplanation { get }
  /// The languages whose words the rule knows; in others it keeps silent.
  static var languages: LanguageScope { get }

  init(resources: DriftResources)

  /// Reports what the rule finds in one pair of aligned sentences.
  func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector)

  /// Reports what shows only over the whole pair of articles; most rules need nothing here.
  func examineDocument(_ context: DriftContext, report: inout FindingCollector)
}

extension DriftRule {
  package func examineDocument(_ context: DriftContext, report: inout FindingCollector) {}
}

/// The languages that a rule works in.
package enum LanguageScope: Sendable, Hashable {
  /// Any, known or not: the rule goes by form.
  case all
  case only([Language])

  /// Languages with a file of negators, opposites, scales, modals and hedges.
  package static let listed = LanguageScope.only(LanguageData.compared)
  package static let english = LanguageScope.only([.english])

  package func contains(_ language: Language?) -> Bool {
    switch self {
    case .all: true
    case .only(let languages): language.map(languages.contains) ?? false
    }
  }

  /// For people.
  package var description: String {
    switch self {
    case .all: "any"
    case .only(let languages): languages.map(\.name).sorted().joined(separator: ", ")
    }
  }
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

/// Every drift rule, in the order in which they are asked: particular ones first, the general ones for what is left.
package enum DriftRules {
  package static var all: [any DriftRule.Type] {
    [
      QuantityRule.self, NumberRule.self, UnitRule.self, TimeRule.self, PeriodRule.self, ListedNamesRule.self, NameRule.self,
      PeoplesRule.self, QuotationRule.self, MovedQuotationRule.self, PronounRule.self, NegationRule.self, IdeographRule.self,
      PolarityRule.self, DegreeRule.self, StageRule.self,
      ModalityRule.self,
      AttributionRule.self, DroppedSourceRule.self, AgencyRule.self,
      LanguageRule.self, FluencyRule.self, TenseRule.self, TermRule.self, FormerRule.self, ReplacedWordRule.self,
      AdditionRule.self, OmissionRule.self, CorrectionMarkerRule.self, RetoldFactsRule.self, RetoldDeedsRule.self,
      ContradictoryDatesRule.self,
    ]
  }
}
