import Articles
package import Alignment
import Lexicon
import Text

/// A source that is gone from a sentence which says the same without it, in languages that ``AttributionRule`` does not read.
///
/// Confidence, with g the trust in the closeness of the sentences: .80 (.7 + .3 g).
package struct DroppedSourceRule: DriftRule {
  package static let category = DriftCategory.attribution
  package static let languages = LanguageScope.only(LanguageData.withSynonyms)
  package static let explanation = RuleExplanation(
    definition: "The words that say whose statement it is are gone.",
    example: ("Segundo os donos, a ponte antiga está fechada desde março.", "A ponte antiga está fechada desde março."),
    limits: """
      Only listed words for a source count ("segundo", "laut", "selon"), and only where they went with all that belongs to them while the \
      rest stayed; of "said that" both words and nothing else.
      """)

  private let sources: PhraseMatcher
  /// Words that open what is said.
  private let conjunctions: WordSet
  private let tuning = DriftTuning.standard.attributions

  package init(resources: DriftResources) {
    sources = PhraseMatcher(resources.data.phrases(.sources), words: resources.words)
    conjunctions = resources.set("que", "qu'", "qu’", "che", "dass", "أن", "ان", "إن")
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    guard pair.closeness >= tuning.copied, pair.a.ids != pair.b.ids else { return }
    let reader = PairReader(pair, context)
    let (first, second) = (sources.matches(in: pair.a.ids), sources.matches(in: pair.b.ids))
    // Where the copy names a source of its own the statement is somebody's still.
    guard !second.contains(where: { !isCopied($0.range, .b, reader) }) else { return }
    examineClaims(reader, &report)
    for source in first.prefix(PairReader.mostMarks) where !isCopied(source.range, .a, reader) {
      guard let clause = reader.droppedClause(.a, source.range), clause.count <= tuning.droppedWords,
        clause.contains(where: { reader.isContent(.a, $0) && !source.range.contains($0) })
      else { continue }
      let text = reader.text(.a, clause)
      report.report(
        .attributionLost, confidence: tuning.droppedSource * tuning.droppedByTrust(pair.trust), a: clause, b: nil,
        "Who says it (“\(text)”) is gone.")
    }
  }

  /// "The rebels said that they had taken the town" and "The rebels had taken the town": their claim is told as a fact.
  private func examineClaims(_ reader: PairReader, _ report: inout FindingCollector) {
    let words = reader.pair.a
    guard reader.isShort else { return }
    for verb in 0..<max(0, words.count - 1) where conjunctions.contains(words.ids[verb + 1]) {
      let range = verb..<verb + 2
      guard range.allSatisfy({ reader.match(.a, $0) == nil }), let stance = reader.knowledge.reportingStance(words.ids[verb]),
        stance != "deny", reader.deletionContext(.a, range) >= 1
      else { continue }
      report.report(
        .attributionLost, confidence: tuning.droppedSource * tuning.droppedByTrust(reader.pair.trust), a: range, b: nil,
        "Who says it (“\(reader.text(.a, range))”) is gone.")
    }
  }

  private func isCopied(_ range: Range<Int>, _ side: Side, _ reader: PairReader) -> Bool {
    range.allSatisfy { reader.match(side, $0) != nil && !reader.isSubstituted(side, $0) }
  }
}
