package import Alignment
import TextAnalysis

/// One version says of itself that it corrects or withdraws something, the other does not.
///
/// Reported under `addition` (the second text has the note) or `omission` (the note was dropped). Confidence .75 where the marker
/// opens the text or a line, stands in capitals, or in a bracket; .68 for "corrects" and "refiles" anywhere, and near words such
/// as "item", "paragraph", "headline"; .35 for the
/// bare word in a sentence.
package struct CorrectionMarkerRule: DriftRule {
  package static let category = DriftCategory.omission
  package static let explanation = OmissionRule.explanation

  private let verbs: WordSet
  private let contexts: WordSet
  private let present: WordSet

  package init(resources: DriftResources) {
    verbs = resources.set("corrected", "corrects", "correcting", "correction", "corrections", "corrected-", "clarification", "clarifies", "refiles")
    present = resources.set("corrects", "refiles")
    contexts = resources.set("item", "story", "headline", "paragraph", "para", "version", "earlier", "name", "figure", "spelling", "title", "error", "date", "day")
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {}

  package func examineDocument(_ context: DriftContext, report: inout FindingCollector) {
    let a = marker(context.a)
    let b = marker(context.b)
    if let b, a == nil {
      report.reportTokens(
        .addition, rule: "addition/correction", confidence: b.confidence, a: nil, b: b.token..<b.token + 1, ceiling: .major,
        "The second text says that it corrects an earlier version.")
    } else if let a, b == nil {
      report.reportTokens(
        .omission, rule: "omission/correction", confidence: a.confidence, a: a.token..<a.token + 1, b: nil, ceiling: .major,
        "The note of a correction in the first text is missing.")
    }
  }

  /// The strongest marker of a text.
  private func marker(_ text: LinguisticText) -> (token: Int, confidence: Double)? {
    var best: (token: Int, confidence: Double)?
    for (index, token) in text.tokens.enumerated() where verbs.contains(token.word) {
      let confidence = confidence(text, index)
      if confidence > (best?.confidence ?? 0) { best = (index, confidence) }
    }
    return best
  }

  private func confidence(_ text: LinguisticText, _ index: Int) -> Double {
    let token = text.tokens[index]
    let opens = token.shape.contains(.lineStart) || (index > 0 && text.tokens[index - 1].kind == .mark && text.tokens[index - 1].shape.contains(.lineStart))
    if token.shape.contains(.allCapitals) || opens { return 0.75 }
    // News tells of the past: in the present tense the text speaks of itself.
    if present.contains(token.word) { return 0.68 }
    let near = text.tokens[max(0, index - 6)..<min(text.tokens.count, index + 7)]
    return near.contains { contexts.contains($0.word) } ? 0.68 : 0.35
  }
}
