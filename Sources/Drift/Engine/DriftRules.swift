/// Every drift rule, in the order in which they are asked: particular ones first, the general ones for what is left.
package enum DriftRules {
  package static var all: [any DriftRule.Type] {
    [
      NumberRule.self, UnitRule.self, TimeRule.self, PeriodRule.self, NameRule.self, QuotationRule.self, MovedQuotationRule.self,
      PronounRule.self, NegationRule.self, PolarityRule.self, DegreeRule.self, ModalityRule.self, AttributionRule.self,
      AgencyRule.self,
      LanguageRule.self, FluencyRule.self, TenseRule.self, TermRule.self,
      AdditionRule.self, OmissionRule.self, CorrectionMarkerRule.self,
    ]
  }
}
