import Articles
internal import Text
package import Alignment

/// One version says of itself that it corrects, replaces or withdraws something, the other does not.
///
/// Reported under `addition` (the second text has the note) or `omission` (the note was dropped), the message saying that it is a
/// correction marker. Confidence .75 for a phrase that opens the text, opens a bracket at the head of it, or is a line of its own,
/// and for "corrects" and "refiles" that open a sentence, a bracket or what follows a dash ("Corrects name of the buyer."); .68
/// for a note at the foot of the text ("The agency corrects its error"), and
/// for a phrase of four words and more anywhere ("an earlier version of this story"). Shorter phrases elsewhere are everyday words
/// and count for nothing; a single word that opens the text must be set off by capitals or a mark ("KILL:", "CORRECTED-"). Where
/// neither text has a marker, the titles are looked at.
package struct CorrectionMarkerRule: DriftRule {
  package static let category = DriftCategory.omission
  package static let languages = LanguageScope.all
  package static let explanation = RuleExplanation(
    definition: "One version says of itself that it corrects, replaces or withdraws something, and the other does not.",
    example: (
      "Corrects the name of the buyer. The mill was sold on Friday to Acme, the board said in a statement.",
      "The mill was sold on Friday to Acme, the board said in a statement."
    ),
    limits: "Notes that an article was updated are no corrections. Titles are looked at where neither text has a note.")

  private let phrases: CorrectionPhrases

  package init(resources: DriftResources) { phrases = CorrectionPhrases(words: resources.words) }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {}

  package func examineDocument(_ context: DriftContext, report: inout FindingCollector) {
    let a = phrases.marker(in: context.a)
    let b = phrases.marker(in: context.b)
    if let b, a == nil {
      report.reportTokens(
        .additionCorrection, confidence: b.confidence, a: nil, b: b.tokens,
        "A correction marker, no ordinary addition: only the second text says “\(context.b.string(b.tokens))”.")
    } else if b == nil, a == nil {
      examineTitles(context, &report)
    } else if let a, b == nil {
      report.reportTokens(
        .omissionCorrection, confidence: a.confidence, a: a.tokens, b: nil,
        "A correction marker, no ordinary omission: only the first text says “\(context.a.string(a.tokens))”.")
    }
  }

  /// "CORRECTED - Ferry sinks": the finding has no place in the texts.
  private func examineTitles(_ context: DriftContext, _ report: inout FindingCollector) {
    let titles = context.titles
    let a = phrases.marker(in: titles.a)
    let b = phrases.marker(in: titles.b)
    if let b, a == nil {
      report.reportTokens(
        .additionCorrection, confidence: b.confidence, a: nil, b: nil,
        "A correction marker: only the second title says “\(titles.b.string(b.tokens))”.")
    } else if let a, b == nil {
      report.reportTokens(
        .omissionCorrection, confidence: a.confidence, a: nil, b: nil,
        "A correction marker: only the first title says “\(titles.a.string(a.tokens))”.")
    }
  }
}
