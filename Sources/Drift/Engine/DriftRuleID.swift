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
  case modalityRetold = "modality/retold"
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
  case timeContradiction = "time/contradiction"
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
  /// quotation in another's mouth. Whoever else said it, how sure or how much it was, when it happened, how a name is spelt:
  /// facts that an editor would correct, hence major. Wording is minor.
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
