import Articles
internal import Text
package import Alignment
import Lexicon

/// Who said it: a speaker replaced, or the words of saying lost or added.
///
/// - `attribution/speaker`: what is said is the same (three words and half of those behind the verb), or at least the verbs of
///   saying are aligned, both have a name as subject, and the two names have nothing in common: .70, or .45 when one is an
///   acronym or stands in the other sentence in another part than that of a speaker; ``ReplacementTuning/personAndBody`` where a person, by title or by "he said he
///   would", gave way to a common noun for a body ("the ministry") that the other sentence does not mention, or the reverse;
///   `attribution/speaker` also for a noun in the singular on one side and in the plural on the other ("sources", "a source"), in
///   sentences that are copies (L .8): .70;
/// - `attribution/stance`: a verb of saying became one that takes another stance (denied, confirmed; said, admitted): .50 (.6 +
///   .4 lc), .70 where denying is on one side only;
/// - `attribution/lost`, `attribution/added`: "said", "according to" with its speaker on one side only: .45, .30; where the rest
///   is verbatim .70 and .50 for a named speaker, .67 and .48 for any other, .57 and .40 where his words are quoted or the verb takes a
///   stance.
package struct AttributionRule: DriftRule {
  package static let category = DriftCategory.attribution
  package static let languages = LanguageScope.english
  package static let explanation = RuleExplanation(
    definition: "A statement was put into another's mouth, or the words that say whose statement it is are gone.",
    example: ("The bridge is safe, the contractor said.", "The bridge is safe."),
    limits: """
      The speaker is the name or word next to the verb of saying. A person and a title for the same person ("Marin", "the \
      minister") are not told apart from two persons, hence two names count, or a person and a body.
      """)

  private let speakers: SpeakerReader
  private let kinds: SpeakerKinds
  private let variants: NameVariants
  /// Words before a speaker who was named before.
  private let known: WordSet
  private let tuning = DriftTuning.standard.attributions

  package init(resources: DriftResources) {
    speakers = SpeakerReader(resources: resources)
    kinds = SpeakerKinds(resources: resources)
    variants = NameVariants(knowledge: resources.knowledge)
    known = resources.set("the", "this", "that", "these", "those", "his", "her", "its", "their")
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    let reader = PairReader(pair, context)
    let first = speakers.reports(.a, reader)
    let second = speakers.reports(.b, reader)
    for one in first {
      if let other = counterpart(of: one, in: second, reader) {
        compareSpeakers(one, other, among: (first, second), reader, &report)
        compareKinds(one, other, reader, &report)
      } else if let image = pair.match(a: one.verb), let other = second.first(where: { $0.verb == image }) {
        compareSpeakers(one, other, among: ([], []), reader, &report)
      }
      if let image = pair.match(a: one.verb), let other = second.first(where: { $0.verb == image }) {
        compareStances(one, other, reader, &report)
        compareNumbers(one, other, reader, &report)
      }
    }
    if first.isEmpty != second.isEmpty {
      let side: Side = second.isEmpty ? .a : .b
      for lost in side == .a ? first : second where reader.match(side, lost.verb) == nil {
        reportLost(lost, side, reader, &report)
      }
    }
  }

  /// The report of the other side that says the same: at least three words, and half of those that have a counterpart, lie in it.
  private func counterpart(
    of one: SpeakerReader.Report, in others: [SpeakerReader.Report], _ reader: PairReader
  ) -> SpeakerReader.Report? {
    let images = one.content.compactMap { reader.isSame(.a, $0) ? reader.match(.a, $0) : nil }
    let scored = others.map { other in (other, images.filter { other.content.contains($0) }.count) }
    guard let best = scored.max(by: { ($0.1, $0.0.verb) < ($1.1, $1.0.verb) }), best.1 >= 3, best.1 * 2 >= images.count else {
      return nil
    }
    return best.0
  }

  private func compareSpeakers(
    _ first: SpeakerReader.Report, _ second: SpeakerReader.Report,
    among reports: (a: [SpeakerReader.Report], b: [SpeakerReader.Report]),
    _ reader: PairReader, _ report: inout FindingCollector
  ) {
    if let one = first.speaker, let two = second.speaker, first.isName, second.isName, !isOneSpeaker(one, two, reader) {
      let isElsewhere =
        stands(one, .a, reader, reports.b) || stands(two, .b, reader, reports.a) || hasAcronym(one, .a, reader)
        || hasAcronym(two, .b, reader)
      report.report(
        .attributionSpeaker, confidence: isElsewhere ? tuning.speakerElsewhere : tuning.speaker, a: one, b: two,
        speakerMessage(reader.text(.a, one), reader.text(.b, two)))
    }
  }

  /// What a person says is said by a body: "Moe said he would resign", "The ministry said Moe would resign".
  private func compareKinds(
    _ first: SpeakerReader.Report, _ second: SpeakerReader.Report, _ reader: PairReader, _ report: inout FindingCollector
  ) {
    guard first.isName != second.isName, let one = first.speaker, let two = second.speaker else { return }
    let isBody = first.isName ? kinds.isBody(.b, two, reader) : kinds.isBody(.a, one, reader)
    guard isBody, first.isName ? kinds.isPerson(first, .a, reader) : kinds.isPerson(second, .b, reader) else { return }
    let isElsewhere = stands(one, .a, reader, []) && !first.isName || stands(two, .b, reader, []) && !second.isName
    report.report(
      .attributionSpeaker,
      confidence: isElsewhere ? tuning.speakerElsewhere : DriftTuning.standard.replacements.personAndBody, a: one, b: two,
      speakerMessage(reader.text(.a, one), reader.text(.b, two)))
  }

  /// "Sources said" and "a source said".
  private func compareNumbers(
    _ first: SpeakerReader.Report, _ second: SpeakerReader.Report, _ reader: PairReader, _ report: inout FindingCollector
  ) {
    guard reader.pair.closeness >= tuning.copied, isSubject(first, .a, reader), isSubject(second, .b, reader), !first.isName,
      !second.isName, let i = first.speaker?.last,
      let j = second.speaker?.last, reader.match(.a, i) == j, reader.relation(i, j).form == .lemma,
      reader.canBe(.noun, .a, i), reader.canBe(.noun, .b, j)
    else { return }
    report.report(
      .attributionSpeaker, confidence: tuning.number, a: i..<i + 1, b: j..<j + 1,
      speakerMessage(reader.text(.a, i..<i + 1), reader.text(.b, j..<j + 1)))
  }

  /// The word before the verb, and none that was named before ("the officials").
  private func isSubject(_ report: SpeakerReader.Report, _ side: Side, _ reader: PairReader) -> Bool {
    guard let speaker = report.speaker, speaker.upperBound <= report.verb else { return false }
    let before = speaker.lowerBound - 1
    return before < 0 || !known.contains(reader.id(side, before))
  }

  private func compareStances(
    _ first: SpeakerReader.Report, _ second: SpeakerReader.Report, _ reader: PairReader, _ report: inout FindingCollector
  ) {
    guard first.stance != second.stance, reader.relation(first.verb, second.verb).form > .lemma else { return }
    let stances = [first.stance, second.stance]
    let isDenial = stances.contains("deny") && (stances.contains("neutral") || stances.contains("suggest"))
    let context = reader.pair.localContext(first.verb, second.verb)
    report.report(
      .attributionStance, confidence: (isDenial ? tuning.denial : tuning.stance) * tuning.stanceByContext(context),
      a: first.verb..<first.verb + 1, b: second.verb..<second.verb + 1,
      stanceMessage(reader.text(.a, first.verb..<first.verb + 1), reader.text(.b, second.verb..<second.verb + 1)))
  }

  /// True when some word of the one name is aligned into the other, or is an alias of a word of it.
  private func isOneSpeaker(_ first: Range<Int>, _ second: Range<Int>, _ reader: PairReader) -> Bool {
    first.contains { i in
      if let image = reader.match(.a, i), second.contains(image), !reader.isSubstituted(.a, i) { return true }
      return second.contains { reader.knowledge.nameSimilarity(reader.pair.a.ids[i], reader.pair.b.ids[$0]) > tuning.sameSpeaker }
    }
  }

  /// An acronym may stand for the other name.
  private func hasAcronym(_ range: Range<Int>, _ side: Side, _ reader: PairReader) -> Bool {
    range.contains { reader.words(side).shape($0).contains(.allCapitals) || variants.isCode($0, reader.words(side)) }
  }

  /// True when a word of the name stands in the other sentence, but as the speaker of one of `reports`: there it says something
  /// else.
  private func stands(_ range: Range<Int>, _ side: Side, _ reader: PairReader, _ reports: [SpeakerReader.Report]) -> Bool {
    let ids = reader.words(side.other).ids
    return ids.indices.contains { place in
      range.contains { reader.id(side, $0) == ids[place] } && !reports.contains { $0.speaker?.contains(place) == true }
    }
  }

  private func reportLost(_ lost: SpeakerReader.Report, _ side: Side, _ reader: PairReader, _ report: inout FindingCollector) {
    let range = min(lost.verb, lost.speaker?.lowerBound ?? lost.verb)..<max(lost.verb + 1, lost.speaker?.upperBound ?? 0)
    guard range.allSatisfy({ reader.match(side, $0) == nil || reader.isSubstituted(side, $0) }) else { return }
    // "He said" is often left out inside a quotation that goes on.
    let words = reader.words(side)
    let isAside = lost.stance != "neutral" || lost.content.contains { words.shape($0).contains(.quoted) }
    let gain =
      (lost.isName ? 1 : isAside ? tuning.unnamedAside : tuning.unnamed) * reader.pair.trust * reader.deletionContext(side, range)
    let confidence = side == .a ? tuning.lost(gain) : tuning.added(gain)
    report.report(
      side == .a ? .attributionLost : .attributionAdded, confidence: confidence, side, range,
      lostMessage(side, reader.text(side, range)))
  }

  private func speakerMessage(_ first: String, _ second: String) -> String {
    "Said by “\(first)” in one text, by “\(second)” in the other."
  }
  private func stanceMessage(_ first: String, _ second: String) -> String {
    "“\(first)” and “\(second)” do not take the same stance."
  }
  private func lostMessage(_ side: Side, _ text: String) -> String {
    side == .a ? "Who says it (“\(text)”) is gone." : "The other text does not say “\(text)”."
  }
}
