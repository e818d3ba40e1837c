import Articles
package import Alignment
import Lexicon
import Text

/// A source that is gone from a sentence which says the same without it, in languages that ``AttributionRule`` does not read.
///
/// Confidence, with g the trust in the closeness of the sentences: .80 (.7 + .3 g).
package struct DroppedSourceRule: DriftRule {
  package static let category = DriftCategory.attribution
  package static let languages = LanguageScope.only(LanguageData.all.filter { $0 != .english })
  package static let explanation = RuleExplanation(
    definition: "The words that say whose statement it is are gone.",
    example: ("Segundo os donos, a ponte antiga está fechada desde março.", "A ponte antiga está fechada desde março."),
    limits: """
      Only listed words for a source count ("segundo", "laut", "selon"), and only where they went with all that belongs to them while the \
      rest stayed.
      """)

  private let sources: PhraseMatcher
  private let tuning = DriftTuning.standard.attributions

  package init(resources: DriftResources) { sources = PhraseMatcher(resources.data.phrases(.sources), words: resources.words) }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    guard pair.closeness >= tuning.copied, pair.a.ids != pair.b.ids else { return }
    let reader = PairReader(pair, context)
    let (first, second) = (sources.matches(in: pair.a.ids), sources.matches(in: pair.b.ids))
    // Where the copy names a source of its own the statement is somebody's still.
    guard !second.contains(where: { !isCopied($0.range, .b, reader) }) else { return }
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

  private func isCopied(_ range: Range<Int>, _ side: Side, _ reader: PairReader) -> Bool {
    range.allSatisfy { reader.match(side, $0) != nil && !reader.isSubstituted(side, $0) }
  }
}
