import Articles
package import Alignment
import Lexicon
import Text

/// A source that is gone from a sentence which says the same without it, in languages that ``AttributionRule`` does not read.
///
/// Confidence, with g the trust in the closeness of the sentences: .80 (.7 + .3 g).
package struct DroppedSourceRule: DriftRule {
  package static let category = DriftCategory.attribution
  package static let languages = LanguageScope.only(LanguageData.withSources)
  package static let explanation = RuleExplanation(
    definition: "The words that say whose statement it is are gone.",
    example: ("Segundo os donos, a ponte antiga está fechada desde março.", "A ponte antiga está fechada desde março."),
    limits: """
      Only listed words for a source count ("segundo", "laut", "selon") and listed verbs of saying, and only where they went with all that \
      belongs to them while the rest stayed, and the copy names no source more in another place.
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
    guard pair.a.ids != pair.b.ids else { return }
    let reader = PairReader(pair, context)
    let rest = reader.trustInRest(.b, context)
    guard pair.closeness >= tuning.copied || rest > 0 else { return }
    let (first, second) = (sources.matches(in: pair.a.ids), sources.matches(in: pair.b.ids))
    // Where the copy names a source of its own the statement is somebody's still.
    guard !second.contains(where: { !isCopied($0.range, .b, reader) }) else { return }
    if pair.closeness >= tuning.copied { examineClaims(reader, &report) }
    let marks = first.prefix(PairReader.mostMarks).map(\.range) + verbs(reader)
    let gone = marks.filter { !isCopied($0, .a, reader) && !$0.contains(where: { report.explains(a: $0) }) }
    for mark in gone {
      guard let clause = clause(of: mark, reader), lostBeside(clause, reader) <= tuning.lostBesideSource,
        !reader.isNamedNearby(.a, clause, context), count(context.b, context) < count(context.a, context)
      else { continue }
      let text = reader.text(.a, clause)
      report.report(
        .attributionLost, confidence: tuning.droppedSource * tuning.droppedByTrust(max(pair.trust, rest)), a: clause, b: nil,
        "Who says it (“\(text)”) is gone.")
    }
  }

  /// Content words of the sentence that are gone too: a source that went with what it said is no loss.
  private func lostBeside(_ clause: Range<Int>, _ reader: PairReader) -> Int {
    (0..<reader.pair.a.count).count { !clause.contains($0) && reader.match(.a, $0) == nil && reader.isContent(.a, $0) }
  }

  /// Verbs of saying that deny nothing.
  private func verbs(_ reader: PairReader) -> [Range<Int>] {
    guard reader.isShort else { return [] }
    return (0..<reader.pair.a.count).lazy.filter { position in
      reader.match(.a, position) == nil && reader.isContent(.a, position)
        && self.isSaying(reader.pair.a.ids[position], reader.knowledge)
    }.map { $0..<$0 + 1 }
  }

  /// Stances of who says nothing of what is so.
  private static let asking: Set<String> = ["deny", "ask", "warn", "predict"]

  private func isSaying(_ word: WordNumber, _ knowledge: WordKnowledge) -> Bool {
    knowledge.reportingStance(word).map { !Self.asking.contains($0) } ?? false
  }

  /// What went with a mark: a clause of its own that names somebody, from a comma or an end of the sentence to another, or to
  /// "that".
  private func clause(of mark: Range<Int>, _ reader: PairReader) -> Range<Int>? {
    guard var clause = reader.droppedClause(.a, mark) else { return nil }
    let words = reader.pair.a
    func isMarked(_ position: Int) -> Bool {
      position == 0 || position == words.count || words.words[position] > words.words[position - 1] + 1
    }
    if let start = (clause.lowerBound..<mark.lowerBound + 1).last(where: isMarked) { clause = start..<clause.upperBound }
    if let end = (mark.upperBound..<clause.upperBound + 1).first(where: isMarked) { clause = clause.lowerBound..<end }
    guard clause.count <= tuning.droppedWords, !reader.isBracketed(.a, clause), !isQuoted(clause, words), !isWhole(clause, words),
      clause.contains(where: { reader.isContent(.a, $0) && !mark.contains($0) })
    else { return nil }
    // Who says it stands behind the verb or before it, and a word for "as" or "have" beside it at most.
    let isVerb = mark.count == 1 && isSaying(words.ids[mark.lowerBound], reader.knowledge)
    let (before, behind) = (clause.lowerBound..<mark.lowerBound, mark.upperBound..<clause.upperBound)
    guard !isVerb || [before, behind].contains(where: { $0.allSatisfy { !reader.isContent(.a, $0) } && $0.count <= 1 }) else {
      return nil
    }
    return clause
  }

  /// Words in quotation marks stand beside it: who is quoted may be told by the sentence before.
  private func isQuoted(_ clause: Range<Int>, _ words: SentenceSide) -> Bool {
    [clause.lowerBound - 1, clause.upperBound].contains { $0 >= 0 && $0 < words.count && words.shape($0).contains(.quoted) }
  }

  /// A headline or another sentence of its own.
  private func isWhole(_ clause: Range<Int>, _ words: SentenceSide) -> Bool {
    [clause.lowerBound, clause.upperBound].allSatisfy { $0 == words.count || words.shape($0).contains(.sentenceStart) }
  }

  /// How often an article says whose words it tells: a source that stands elsewhere is not gone.
  ///
  /// Complexity: linear in its words.
  private func count(_ text: LinguisticText, _ context: DriftContext) -> Int {
    let ids = text.tokens.map(\.word)
    return sources.matches(in: ids).count
      + text.tokens.count { $0.kind == .word && isSaying($0.word, context.resources.knowledge) }
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
