package import Alignment
import Articles
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
      NumberRule.self, UnitRule.self, TimeRule.self, PeriodRule.self, NameRule.self, QuotationRule.self, MovedQuotationRule.self,
      PronounRule.self, NegationRule.self, PolarityRule.self, DegreeRule.self, StageRule.self, ModalityRule.self,
      AttributionRule.self, DroppedSourceRule.self, AgencyRule.self,
      LanguageRule.self, FluencyRule.self, TenseRule.self, TermRule.self, FormerRule.self, ReplacedWordRule.self,
      AdditionRule.self, OmissionRule.self, CorrectionMarkerRule.self, RetoldFactsRule.self,
    ]
  }
}

/// Which part of a rule speaks; the raw value, `category/part`, stands in the outputs.
package enum DriftRuleID: String, CaseIterable, Sendable {
  case additionClaim = "addition/claim"
  case additionCorrection = "addition/correction"
  case additionWords = "addition/words"
  case agencyClause = "agency/clause"
  case agencyNames = "agency/names"
  case attributionAdded = "attribution/added"
  case attributionLost = "attribution/lost"
  case attributionSpeaker = "attribution/speaker"
  case attributionStance = "attribution/stance"
  case degreeComparative = "degree/comparative"
  case degreeGrade = "degree/grade"
  case degreeQuantifier = "degree/quantifier"
  case degreeScale = "degree/scale"
  case degreeSuperlative = "degree/superlative"
  case fluencyDoubled = "fluency/doubled"
  case fluencyOrder = "fluency/order"
  case fluencySpelling = "fluency/spelling"
  case languageAccented = "language/accented"
  case languageFunction = "language/function"
  case languageScript = "language/script"
  case languageUnknown = "language/unknown"
  case modalityHedge = "modality/hedge"
  case modalityStage = "modality/stage"
  case modalityVerb = "modality/verb"
  case nameAdded = "name/added"
  case nameExchanged = "name/exchanged"
  case nameLost = "name/lost"
  case namePart = "name/part"
  case nameReplaced = "name/replaced"
  case nameRetold = "name/retold"
  case nameSpelling = "name/spelling"
  case nameStyle = "name/style"
  case nameTransliteration = "name/transliteration"
  case negationClause = "negation/clause"
  case negationHead = "negation/head"
  case negationImplicit = "negation/implicit"
  case negationLoose = "negation/loose"
  case numberAdded = "number/added"
  case numberBound = "number/bound"
  case numberLost = "number/lost"
  case numberRounded = "number/rounded"
  case numberRetold = "number/retold"
  case numberValue = "number/value"
  case omissionClaim = "omission/claim"
  case omissionCorrection = "omission/correction"
  case omissionWords = "omission/words"
  case polarityAffix = "polarity/affix"
  case polarityAntonym = "polarity/antonym"
  case polarityCluster = "polarity/cluster"
  case polarityDerived = "polarity/derived"
  case polarityKind = "polarity/kind"
  case polarityListed = "polarity/listed"
  case polarityNegative = "polarity/negative"
  case polarityStance = "polarity/stance"
  case polarityStray = "polarity/stray"
  case polaritySynonym = "polarity/synonym"
  case polarityValence = "polarity/valence"
  case pronounGender = "pronoun/gender"
  case pronounPerson = "pronoun/person"
  case pronounThing = "pronoun/thing"
  case quotationAltered = "quotation/altered"
  case quotationInvented = "quotation/invented"
  case quotationLost = "quotation/lost"
  case quotationMarked = "quotation/marked"
  case quotationSpeaker = "quotation/speaker"
  case quotationTranslated = "quotation/translated"
  case quotationUnmarked = "quotation/unmarked"
  case tensePastFuture = "tense/past-future"
  case tensePerfect = "tense/perfect"
  case tensePresentFuture = "tense/present-future"
  case tensePresentPast = "tense/present-past"
  case termContrast = "term/contrast"
  case termDefinition = "term/definition"
  case termFormer = "term/former"
  case termInstance = "term/instance"
  case termKind = "term/kind"
  case termName = "term/name"
  case termNarrower = "term/narrower"
  case termReplaced = "term/replaced"
  case termSense = "term/sense"
  case termSibling = "term/sibling"
  case termUnrelated = "term/unrelated"
  case termWider = "term/wider"
  case timeAdded = "time/added"
  case timeDay = "time/day"
  case timeFigure = "time/figure"
  case timeLost = "time/lost"
  case timePeriod = "time/period"
  case timeRetold = "time/retold"
  case unitChanged = "unit/changed"

  /// What kind of change it tells.
  package var category: DriftCategory { Self.categories[self] ?? .term }

  /// Read off the raw values once.
  private static let categories = Dictionary(
    uniqueKeysWithValues: allCases.compactMap { id in
      DriftCategory(rawValue: String(id.rawValue.prefix { $0 != "/" })).map { (id, $0) }
    })

  /// How bad the change is where it is sure, by its meaning alone.
  ///
  /// Critical is what an editor would retract: a statement turned round, another person or body in it, a figure that is wrong, a
  /// quotation in another's mouth. Whoever else said it, how sure or how much it was, when it happened, how a name is spelt: facts
  /// that an editor would correct, hence major. Wording is minor.
  package var gravity: DriftSeverity {
    switch self {
    case .agencyClause, .agencyNames, .degreeSuperlative, .nameExchanged, .nameReplaced, .negationClause, .negationHead,
      .negationImplicit, .negationLoose, .numberValue, .polarityAffix, .polarityAntonym, .polarityListed, .quotationSpeaker,
      .timeFigure, .unitChanged:
      .critical
    case .additionClaim, .additionWords, .fluencyDoubled, .fluencySpelling, .nameAdded, .nameLost, .nameStyle, .numberRounded,
      .omissionClaim, .omissionWords, .quotationMarked, .quotationTranslated, .quotationUnmarked, .timeAdded, .timeLost:
      .minor
    default: .major
    }
  }
}
