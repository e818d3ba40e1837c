import Articles
package import Alignment
import Text

/// A word of another language, or in another script, where the other text has a plain word.
///
/// Confidence: .75 for a word that is unknown and not formed like a known one (.9 when it has letters outside ASCII), .6 for a
/// function word of another language, .9 for another script; times .6 + .4 g. Half of that when the stray word stands in the
/// first text. In articles an unknown word counts .50 at most.
package struct LanguageRule: DriftRule {
  package static let category = DriftCategory.language
  package static let languages = LanguageScope.english
  package static let explanation = RuleExplanation(
    definition: "A word of another language or script was left in, or put in.",
    example: ("The ship reached the harbour.", "The ship reached the přístav."),
    limits: """
      Knows English only: texts in other languages are left alone. A foreign word that is spelt like an English one, or written with a \
      capital, is not seen. Without WordNet the rule is silent.
      """)

  private let words: StrayWords
  private let tuning = DriftTuning.standard.languages

  package init(resources: DriftResources) { words = StrayWords(resources) }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    guard pair.a.ids != pair.b.ids, words.isUsable else { return }
    let damping = tuning.byTrust(pair.trust)
    // In articles a word that no dictionary has is a compound, a name or a slip of the keys.
    func confidence(_ kind: StrayWords.Kind) -> Double {
      kind == .unknown && !context.isSentenceLevel ? min(kind.confidence, tuning.unknownInArticle) : kind.confidence
    }
    for j in 0..<pair.b.count where !report.explains(b: j) {
      guard !context.occurrences.wordsOfA.contains(pair.b.ids[j]), let kind = words.kind(pair.b, j),
        !words.isJoined(pair.b.ids[j], in: pair.a)
      else { continue }
      let i = pair.match(b: j)
      guard isReplacement(kind, i.map { pair.a.ids[$0] }, pair.b.ids[j]) else { continue }
      report.report(
        kind.rule, confidence: confidence(kind) * damping, a: i.map { $0..<$0 + 1 },
        b: j..<j + 1,
        "“\(pair.b.string(j))” is no English word.")
    }
    for i in 0..<pair.a.count where !report.explains(a: i) {
      guard !context.occurrences.wordsOfB.contains(pair.a.ids[i]), let kind = words.kind(pair.a, i) else { continue }
      let j = pair.match(a: i)
      guard isReplacement(kind, j.map { pair.b.ids[$0] }, pair.a.ids[i]) else { continue }
      report.report(
        kind.rule, confidence: confidence(kind) * damping * tuning.inFirst, a: i..<i + 1,
        b: j.map { $0..<$0 + 1 }, "“\(pair.a.string(i))” in the first text is no English word.")
    }
  }

  /// The word in its place is a plain word, and not the same one misspelt.
  private func isReplacement(_ kind: StrayWords.Kind, _ other: WordNumber?, _ word: WordNumber) -> Bool {
    guard let other else { return kind != .unknown || !words.isNearKnown(word) }
    return !words.isUnknown(other) && (kind != .unknown || !words.isMisspelling(plain: other, broken: word))
  }
}
