import Text

/// Where a quotation is worded differently throughout, the speaker was translated twice, and phrases that differ in other
/// quotations of the same two articles are the translators' too.
///
/// A single word replaced in a quotation that is verbatim otherwise stays what it is: no translator agrees with another that far.
enum TranslatedQuotations {
  static func weigh(_ findings: [DriftFinding], _ context: DriftContext, options: DriftOptions) -> [DriftFinding] {
    let translated = findings.count { $0.rule == .quotationTranslated }
    guard translated > 0,
      findings.count(where: { $0.rule == .quotationAltered && $0.confidence >= options.preset.threshold }) <= translated
    else { return findings }
    let tuning = DriftTuning.standard.quotations
    return findings.map { finding in
      guard finding.rule == .quotationAltered, finding.confidence > tuning.translated,
        max(words(finding.a, context.a), words(finding.b, context.b)) >= tuning.translatedPhrase
      else { return finding }
      var weighed = finding
      weighed.confidence = tuning.translated
      weighed.severity = options.severity(of: finding.rule, confidence: weighed.confidence)
      return weighed
    }
  }

  private static func words(_ span: DriftFinding.Span?, _ text: LinguisticText) -> Int {
    span.map { text.tokens[text.tokenRange($0)].count { $0.kind == .word || $0.kind == .number } } ?? 0
  }
}
